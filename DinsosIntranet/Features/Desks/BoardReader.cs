using DinsosIntranet.Features.Agency;
using DinsosIntranet.Features.Desks.Domain;
using DinsosIntranet.Features.Standards;
using DinsosIntranet.Features.Standards.Domain;
using DinsosIntranet.Shared.Calendar;
using DinsosIntranet.Shared.Data;
using Microsoft.EntityFrameworkCore;

namespace DinsosIntranet.Features.Desks;

/// <summary>One open work item as read, before the clock is looked at.</summary>
public sealed record OpenWork(
    Guid Id,
    string Number,
    string StandardCode,
    Guid StandardVersionId,
    bool IsConfidential,
    string StepId,
    string DeskCode,
    DateTime EnteredDeskAt,
    WorkStatus Status,
    DateTime? PausedSince,
    WorkClock? Clock,
    WorkClock? LegalClock,
    int? PausedMinutes);

/// <summary>Reads all open work in one command and makes the board of it. A locked case is on nobody's board, nor counted there.</summary>
public sealed class BoardReader(IDbContextFactory<DinsosDbContext> factory, AgencyDirectory agencies, StandardLibrary standards, ActionRegistry actions)
{
    /// <summary>How long a tile that moved is framed.</summary>
    public static readonly TimeSpan FrameTime = TimeSpan.FromSeconds(10);

    public async Task<IReadOnlyList<OpenWork>> ReadAsync(CancellationToken cancellationToken)
    {
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        var open = from w in db.WorkItems.AsNoTracking()
                   where w.ClosedAt == null && !db.VictimCases.Any(v => v.Id == w.Id && v.IsLocked)
                   join c in db.WorkClocks.Where(c => c.Kind == ClockKind.Promise) on w.Id equals c.WorkItemId into clocks
                   from clock in clocks.DefaultIfEmpty()
                   join l in db.WorkClocks.Where(c => c.Kind == ClockKind.LegalLimit && c.EndedAt == null) on w.Id equals l.WorkItemId into limits
                   from legal in limits.DefaultIfEmpty()
                   join s in db.DeskStays.Where(s => s.LeftAt == null) on w.Id equals s.WorkItemId into stays
                   from stay in stays.DefaultIfEmpty()
                   select new OpenWork(
                       w.Id, w.Number, w.StandardCode, w.StandardVersionId, w.IsConfidential, w.StepId, w.DeskCode, w.EnteredDeskAt,
                       w.Status, w.PausedSince, clock, legal, stay == null ? null : stay.PausedMinutes);
        return await open.ToListAsync(cancellationToken);
    }

    /// <summary>How many ended since the midnight before <paramref name="now"/>, by standard; what was withdrawn is not counted.</summary>
    public async Task<IReadOnlyDictionary<string, int>> FinishedTodayAsync(DateTime now, CancellationToken cancellationToken)
    {
        var agency = await agencies.GetAsync(cancellationToken);
        var midnight = WorkCalendar.StartOf(agency.DateOf(now), agency.Zone);
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        return await db.WorkItems.AsNoTracking()
            .Where(w => w.ClosedAt >= midnight && w.Status != WorkStatus.Withdrawn && !db.VictimCases.Any(v => v.Id == w.Id && v.IsLocked))
            .GroupBy(w => w.StandardCode)
            .Select(g => new { g.Key, Count = g.Count() })
            .ToDictionaryAsync(g => g.Key, g => g.Count, cancellationToken);
    }

    /// <summary>The board as of <paramref name="now"/>. Tiles that did not change are those of the board before.</summary>
    public async Task<BoardSnapshot> MakeAsync(
        IReadOnlyList<OpenWork> open, IReadOnlyDictionary<string, int>? finishedToday, DateTime now, BoardSnapshot? before, CancellationToken cancellationToken)
    {
        var agency = await agencies.GetAsync(cancellationToken);
        var earlier = before?.Tiles.ToDictionary(t => t.Id) ?? [];
        var tiles = new List<BoardTile>(open.Count);
        var versions = new Dictionary<Guid, ServiceStandard>();
        foreach (var work in open)
        {
            if (!versions.TryGetValue(work.StandardVersionId, out var standard))
            {
                versions[work.StandardVersionId] = standard = (await standards.GetAsync(work.StandardVersionId, cancellationToken)).Standard;
            }

            var tile = Tile(work, standard, agency, now);
            tiles.Add(earlier.TryGetValue(work.Id, out var same) && same == tile ? same : tile);
        }

        tiles.Sort(LongestFirst);
        var services = Services(await standards.ActiveOnAsync(agency.DateOf(now), cancellationToken), versions.Values);
        return new BoardSnapshot(
            now,
            agency.Zone,
            [.. agency.Desks.Select(d => new BoardDesk(d.Code, d.Name))],
            services,
            [.. agency.Units.Where(u => services.Any(s => s.UnitCode == u.Code)).Select(u => new BoardUnit(u.Code, u.ShortName))],
            tiles,
            finishedToday);
    }

    /// <summary>The number without its year: "DTKS-2026-0412" is "DTKS 0412" on the board.</summary>
    public static string Label(string number)
    {
        var parts = number.Split('-');
        return parts.Length < 3 ? number : parts[0] + " " + parts[^1];
    }

    private static BoardTile Tile(OpenWork work, ServiceStandard standard, AgencySnapshot agency, DateTime now)
    {
        var isWaiting = work.Status == WorkStatus.WaitingForDocuments;
        var reading = work.Clock?.Read(work.PausedSince);
        var clock = reading is null ? null : ClockRules.View(agency.Calendar, reading, now);
        var limit = work.LegalClock is null ? null : ClockRules.View(agency.Calendar, work.LegalClock.Read(null), now);
        var promise = isWaiting || clock is null ? ClockState.None : clock.State;
        var isLegal = DeskOrder.MoreUrgent(promise, limit?.State) != promise;
        var text = isLegal ? "hukum " + Lower(limit!.Text) : isWaiting ? "menunggu berkas" : Lower(clock?.Text ?? "tanpa batas waktu");
        var word = isLegal || isWaiting || clock is null ? null : Lower(clock.Word);
        var label = Label(work.Number);
        var shown = Short(text);

        // What the tile shows comes first and as it is shown: who steers by voice says what they read (WCAG 2.5.3).
        var spoken = $"{label} {shown}, meja {agency.DeskName(work.DeskCode)}";
        if (limit is not null && !isLegal)
        {
            spoken += $", batas hukum {Lower(limit.Text)}";
        }

        return new BoardTile(
            work.Id,
            label,
            work.StandardCode,
            standard.Unit,
            work.DeskCode,
            work.StepId,
            standard.FindStep(work.StepId)?.ShortTitle ?? work.StepId,
            work.EnteredDeskAt,
            NetMinutes(work, agency.Calendar, now),
            isLegal ? BoardTile.ToneOf(limit!) : clock is null || isWaiting ? BoardTone.Plain : BoardTile.ToneOf(clock),
            isWaiting,
            shown,
            word is null || text.StartsWith(word, StringComparison.Ordinal) ? spoken : $"{spoken}, {word}",
            work.IsConfidential,
            now - work.EnteredDeskAt < FrameTime)
        {
            DueUtc = isLegal ? work.LegalClock!.DueAt : isWaiting ? null : reading?.DueUtc,
        };
    }

    /// <summary>Working minutes at the desk so far, pauses not counted.</summary>
    private static int NetMinutes(OpenWork work, WorkCalendar calendar, DateTime now) =>
        Math.Max(0, calendar.WorkingMinutesBetween(work.EnteredDeskAt, work.PausedSince ?? now) - (work.PausedMinutes ?? 0));

    private List<BoardService> Services(IReadOnlyList<LoadedStandard> active, IEnumerable<ServiceStandard> inWork) =>
    [
        .. active.Select(a => a.Standard).Where(actions.TakesIn).Concat(inWork)
            .GroupBy(s => s.Code)
            .Select(g => new BoardService(g.Key, g.First().ShortTitle, g.First().Unit, g.SelectMany(s => s.Steps).Select(s => s.Desk).ToHashSet()))
            .OrderBy(s => s.Title, StringComparer.Ordinal),
    ];

    private static int LongestFirst(BoardTile a, BoardTile b)
    {
        var paused = (a.Tone == BoardTone.Paused).CompareTo(b.Tone == BoardTone.Paused);
        if (paused != 0)
        {
            return paused;
        }

        var net = b.NetMinutes.CompareTo(a.NetMinutes);
        if (net != 0)
        {
            return net;
        }

        var entered = a.EnteredDeskAt.CompareTo(b.EnteredDeskAt);
        return entered != 0 ? entered : a.Id.CompareTo(b.Id);
    }

    private static string Lower(string text) => char.ToLowerInvariant(text[0]) + text[1..];

    /// <summary>A tile has room for some fifteen letters.</summary>
    private static string Short(string text) => text
        .Replace("kurang dari 1 menit", "<1 menit", StringComparison.Ordinal)
        .Replace(" hari kerja", " hari", StringComparison.Ordinal)
        .Replace("tanpa batas waktu", "tanpa batas", StringComparison.Ordinal)
        .Replace("jam belum berjalan", "belum berjalan", StringComparison.Ordinal);
}
