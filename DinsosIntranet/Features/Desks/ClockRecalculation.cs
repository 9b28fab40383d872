using DinsosIntranet.Features.Accounts;
using DinsosIntranet.Features.Agency;
using DinsosIntranet.Features.Agency.Domain;
using DinsosIntranet.Features.Audit.Domain;
using DinsosIntranet.Features.Desks.Domain;
using DinsosIntranet.Features.Intake;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Calendar;
using DinsosIntranet.Shared.Data;
using DinsosIntranet.Shared.Live;
using DinsosIntranet.Shared.Text;
using Microsoft.EntityFrameworkCore;

namespace DinsosIntranet.Features.Desks;

/// <summary>
/// A running clock whose due time would be another by the present calendar. It names the request by its number only, since
/// an administrator sees no cases.
/// </summary>
public sealed record ClockMove(Guid WorkItemId, string Number, ClockKind Kind, ServiceTime Time, bool IsPaused, DateTime? Before, DueTime After)
{
    public bool IsMoved => Before != After.Utc;
}

/// <summary>What recalculating would change, and the revision of the calendar it was worked out by.</summary>
public sealed record ClockMoves(Guid? CalendarVersion, IReadOnlyList<ClockMove> Moves, TimeZoneInfo Zone, DateTime Now);

/// <summary>
/// Works the due times of running clocks out anew after the calendar changed. Never by itself: requests keep the due time
/// they were given until an administrator confirms the list.
/// </summary>
public sealed class ClockRecalculation(WriteRunner writes, IDbContextFactory<DinsosDbContext> factory, AgencyDirectory agencies, TimeProvider time) : CalendarFollowUp
{
    public const string Address = "/pengaturan/kalender/hitung-ulang";

    /// <summary>Clocks read at a time, and requests changed in one transaction, so that other writes get their turn.</summary>
    private const int Batch = 200;

    private sealed record Running(WorkClock Clock, string Number, DateTime? PausedSince);

    public override string Href => Address;

    public override async Task<string?> OfferAsync(Actor viewer, CancellationToken cancellationToken = default)
    {
        var moves = await PreviewAsync(viewer, cancellationToken);
        return moves.Moves.Count == 0 ? null : $"Hitung ulang {moves.Moves.Count} jam yang masih berjalan";
    }

    /// <summary>What would move, without requests the viewer is excluded from: somebody else recalculates those.</summary>
    public async Task<ClockMoves> PreviewAsync(Actor viewer, CancellationToken cancellationToken = default)
    {
        var agency = await agencies.GetAsync(cancellationToken);
        var moves = new List<ClockMove>();
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        var last = "";
        var isFull = true;
        while (isFull)
        {
            // Pages by the request's number, which is unique and indexed; both clocks of one request stay together.
#pragma warning disable CA1309 // The database compares, in the same order as it sorts.
            var numbers = await Open(db, viewer)
                .Where(w => string.Compare(w.Number, last) > 0)
#pragma warning restore CA1309
                .OrderBy(w => w.Number)
                .Select(w => new { w.Id, w.Number })
                .Take(Batch)
                .ToListAsync(cancellationToken);
            isFull = numbers.Count == Batch;
            if (numbers.Count > 0)
            {
                moves.AddRange(await MovesAsync(db, viewer, [.. numbers.Select(n => n.Id)], agency.Calendar, cancellationToken));
                last = numbers[^1].Number;
            }
        }

        return new ClockMoves(agency.VersionOf(SettingsPart.Calendar), moves, agency.Zone, time.GetUtcNow().UtcDateTime);
    }

    /// <summary>
    /// Moves the clocks that were shown, as far as they still run. Refused where the calendar changed again since; returns
    /// how many were moved.
    /// </summary>
    public async Task<Outcome<int>> ApplyAsync(ClockMoves shown, ActionContext act, CancellationToken cancellationToken = default)
    {
        var moved = 0;
        foreach (var ids in shown.Moves.Select(m => m.WorkItemId).Distinct().Chunk(Batch))
        {
            var outcome = await ApplyAsync(shown.CalendarVersion, ids, act, cancellationToken);
            if (!outcome.IsOk)
            {
                return moved == 0 ? outcome : Outcome.Conflict($"{moved} jam sudah dihitung ulang, sisanya belum. {outcome.Message}");
            }

            moved += outcome.Value;
        }

        return moved;
    }

    private Task<Outcome<int>> ApplyAsync(Guid? seen, Guid[] ids, ActionContext act, CancellationToken cancellationToken) =>
        writes.RunAsync<int>(
            act,
            async scope =>
            {
                if (!Policies.Admits(Policies.Settings, scope.Actor))
                {
                    scope.Audit("permohonan.hitung-ulang", WorkFlow.RecordKind, ids[0]);
                    return Outcome.Forbidden();
                }

                var agency = await agencies.GetAsync(cancellationToken);
                var version = await scope.Db.SettingsRevisions.Where(r => r.Part == SettingsPart.Calendar).Select(r => (Guid?)r.Version).FirstOrDefaultAsync(cancellationToken);
                if (version != seen || agency.VersionOf(SettingsPart.Calendar) != seen)
                {
                    return Outcome.Conflict("Kalender berubah lagi sejak daftar ini disusun. Muat ulang, lalu periksa daftarnya.");
                }

                var moves = await MovesAsync(scope.Db, scope.Actor, ids, agency.Calendar, cancellationToken);
                var items = await scope.Db.WorkItems.Where(w => ids.Contains(w.Id)).ToDictionaryAsync(w => w.Id, cancellationToken);
                var clocks = await scope.Db.WorkClocks.Where(c => ids.Contains(c.WorkItemId)).ToDictionaryAsync(c => (c.WorkItemId, c.Kind), cancellationToken);
                foreach (var ofRequest in moves.GroupBy(m => m.WorkItemId))
                {
                    Move(scope, items[ofRequest.Key], [.. ofRequest], clocks, agency.Zone);
                }

                return moves.Count;
            },
            cancellationToken);

    private static void Move(WriteScope scope, WorkItem item, List<ClockMove> moves, Dictionary<(Guid, ClockKind), WorkClock> clocks, TimeZoneInfo zone)
    {
        var text = new AuditText();
        foreach (var move in moves)
        {
            var clock = clocks[(item.Id, move.Kind)];
            text.Changed(Name(move.Kind), clock.DueAt, move.After.Utc)
                .Changed(Name(move.Kind) + ", kalender ditetapkan", clock.IsCalendarDecided, move.After.CalendarDecided);
            clock.DueAt = move.After.Utc;
            clock.IsCalendarDecided = move.After.CalendarDecided;
        }

        // Whoever resumes or moves the request at this moment works on the old due time: one of the two must be run again.
        scope.Db.Entry(item).Property(w => w.Status).IsModified = true;
        scope.Audit("permohonan.hitung-ulang", WorkFlow.RecordKind, item.Id, text);
        scope.Db.HistoryEntries.Add(new HistoryEntry
        {
            Id = OrderedId.Create(),
            WorkItemId = item.Id,
            At = scope.Now,
            Title = "Jatuh tempo dihitung ulang karena kalender berubah",
            Detail = string.Join("; ", moves.Select(m => Describe(m, zone))),
            ActorId = scope.Actor.UserId,
            ActorText = scope.Actor.NameAndPosition,
            StepId = item.StepId,
        });
        scope.Publish(Topic.Work, item.Id);
    }

    private static string Describe(ClockMove move, TimeZoneInfo zone)
    {
        var after = IndonesianDates.ShortWithTime(move.After.Utc!.Value, zone);
        return move is { IsMoved: true, Before: { } before }
            ? $"{Name(move.Kind)}: {IndonesianDates.ShortWithTime(before, zone)} menjadi {after}"
            : $"{Name(move.Kind)}: tetap {after}, kalender kini {(move.After.CalendarDecided ? "sudah" : "belum")} ditetapkan";
    }

    private static string Name(ClockKind kind) => kind == ClockKind.Promise ? "janji layanan" : "batas hukum";

    private static IQueryable<WorkItem> Open(DinsosDbContext db, Actor viewer) => db.WorkItems.AsNoTracking().VisibleTo(viewer).Where(w => w.ClosedAt == null);

    private static async Task<List<ClockMove>> MovesAsync(DinsosDbContext db, Actor viewer, Guid[] ids, WorkCalendar calendar, CancellationToken cancellationToken)
    {
        var running = await (from c in db.WorkClocks.AsNoTracking()
                             join w in Open(db, viewer) on c.WorkItemId equals w.Id
                             where ids.Contains(w.Id) && c.StartedAt != null && c.DueAt != null && c.EndedAt == null
                             orderby w.Number, c.Kind
                             select new Running(c, w.Number, w.PausedSince)).ToListAsync(cancellationToken);
        var pauses = await db.WorkPauses.AsNoTracking()
            .Where(p => ids.Contains(p.WorkItemId) && p.Until != null)
            .ToListAsync(cancellationToken);
        var spans = pauses.ToLookup(p => p.WorkItemId, p => new PausedSpan(p.From, p.Until!.Value));
        return [.. running.Select(r => Move(r, spans[r.Clock.WorkItemId], calendar)).OfType<ClockMove>()];
    }

    /// <summary>Null where the clock stands right already. A pause stops the promise only, never what the law allows.</summary>
    private static ClockMove? Move(Running running, IEnumerable<PausedSpan> pauses, WorkCalendar calendar)
    {
        var clock = running.Clock;
        var promise = new ServiceTime(clock.Least, clock.Most, clock.Unit);
        var after = DueRecalculation.Due(calendar, promise, clock.StartedAt!.Value, clock.Kind == ClockKind.Promise ? pauses : []);
        return clock.DueAt == after.Utc && clock.IsCalendarDecided == after.CalendarDecided
            ? null
            : new ClockMove(clock.WorkItemId, running.Number, clock.Kind, promise, clock.Kind == ClockKind.Promise && running.PausedSince is not null, clock.DueAt, after);
    }
}
