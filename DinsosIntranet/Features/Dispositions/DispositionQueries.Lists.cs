using DinsosIntranet.Features.Agenda;
using DinsosIntranet.Features.Agenda.Domain;
using DinsosIntranet.Features.Desks.Domain;
using DinsosIntranet.Features.Dispositions.Domain;
using DinsosIntranet.Features.Standards.Domain;
using DinsosIntranet.Shared.Acting;
using Microsoft.EntityFrameworkCore;

namespace DinsosIntranet.Features.Dispositions;

/// <summary>The request or the letter a disposition was given on, as lists name it.</summary>
public sealed record DispositionSubject(Guid Id, string Number, string Title, string Href, bool IsConfidential);

/// <summary>A disposition given to the viewer in person, or, of a letter, to a desk they serve.</summary>
public sealed record ReceivedDisposition(
    Guid Id, DispositionSubject Subject, string FromText, string Content, DateOnly? DueOn, DateTime At, bool IsRead, bool IsOpen, DispositionSigns Signs);

/// <summary>Which of the dispositions given to somebody are shown.</summary>
public enum ReceivedFilter
{
    /// <summary>Unread; or not done, and near their day, past it, or reminded of.</summary>
    Pressing,
    NotDone,
    All,
}

/// <summary>A request disposed in the viewer's name under a standing disposition.</summary>
public sealed record StandingUse(Guid Id, Guid RequestId, string Number, string ToText, string Content, DateTime At, bool IsOpen);

/// <summary>A standing disposition with what was disposed under it and not looked at yet; <paramref name="Latest"/> are the newest of them.</summary>
public sealed record StandingReview(StandingLine Standing, int Count, IReadOnlyList<StandingUse> Latest);

public sealed record StandingLine(
    Guid Id, string Service, string Step, string FromText, string To, string Content, DateOnly From, DateOnly Until, DateTime? RevokedAt, StandingState State, bool IsOwn);

public enum StandingState
{
    /// <summary>Begins on a later day.</summary>
    Coming,
    Holds,
    Ended,
    Revoked,
}

/// <summary>A step the viewer may dispose in advance.</summary>
public sealed record StandingPlace(string StandardCode, string StepId, string Text, string DeskCode, string? ProposedDesk, IReadOnlyList<string> ProposedInstructions, bool IsAssign);

public sealed partial class DispositionQueries
{
    private const int LatestShown = 100;

    public async Task<DispositionList<ReceivedDisposition>> ReceivedAsync(
        Actor actor, ReceivedFilter filter, int page, string? text = null, CancellationToken cancellationToken = default)
    {
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        var agency = await agencies.GetAsync(cancellationToken);
        var days = DueDays.At(agency.Calendar, time.GetUtcNow().UtcDateTime);
        var received = db.Dispositions.AsNoTracking().Received(actor, AgendaAccess.DesksOf(agency, actor)).About(db, text, actor);
        var mine = filter switch
        {
            ReceivedFilter.Pressing => received.Pressing(days),
            ReceivedFilter.NotDone => received.Where(d => d.DoneAt == null),
            _ => received,
        };
        var rows = await (from d in mine
                          join w in db.WorkItems.AsNoTracking() on d.RequestId equals (Guid?)w.Id into items
                          from w in items.DefaultIfEmpty()
                          join a in db.AgendaEntries.AsNoTracking() on d.AgendaId equals (Guid?)a.Id into entries
                          from a in entries.DefaultIfEmpty()
                          orderby d.ReadAt != null, d.DoneAt != null, d.DueOn == null, d.DueOn, d.At descending, d.Id
                          select new { Disposition = d, Work = w, Entry = a })
            .Skip((page - 1) * PageSize).Take(PageSize).ToListAsync(cancellationToken);
        var texts = await InstructionsAsync(cancellationToken);
        var rowsShown = new List<ReceivedDisposition>(rows.Count);
        foreach (var row in rows)
        {
            var d = row.Disposition;
            rowsShown.Add(new ReceivedDisposition(
                d.Id, await SubjectAsync(row.Work, row.Entry, isReadable: true, cancellationToken), d.FromText, Content(texts, d.Instructions, requestTexts.Note(d)), d.DueOn, d.At, d.ReadAt is not null, row.Work?.ClosedAt is null && d.DoneAt is null, DispositionSigns.Of(d, agency, days)));
        }

        return new DispositionList<ReceivedDisposition>(rowsShown, await mine.CountAsync(cancellationToken));
    }

    /// <summary>What was disposed under the viewer's standing dispositions and waits for a look, by standing disposition.</summary>
    public async Task<IReadOnlyList<StandingReview>> ReviewsAsync(Actor actor, CancellationToken cancellationToken = default)
    {
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        var counts = await ToReview(db, actor).GroupBy(d => d.StandingDispositionId!.Value).Select(g => new { g.Key, Count = g.Count() }).ToListAsync(cancellationToken);
        var uses = await (from d in ToReview(db, actor)
                          join w in db.WorkItems.AsNoTracking() on d.RequestId equals (Guid?)w.Id
                          orderby d.At descending, d.Id descending
                          select new { Disposition = d, w.Number, w.ClosedAt }).Take(LatestShown).ToListAsync(cancellationToken);
        var lines = (await StandingAsync(actor, cancellationToken)).ToDictionary(s => s.Id);
        var texts = await InstructionsAsync(cancellationToken);
        return
        [
            .. from count in counts
               where lines.ContainsKey(count.Key)
               select new StandingReview(lines[count.Key], count.Count,
               [
                   .. uses.Where(u => u.Disposition.StandingDispositionId == count.Key).Select(u => new StandingUse(
                       u.Disposition.Id, u.Disposition.RequestId!.Value, u.Number, u.Disposition.ToText, Content(texts, u.Disposition.Instructions, u.Disposition.Note), u.Disposition.At, u.ClosedAt is null)),
               ]),
        ];
    }

    /// <summary>The viewer's standing dispositions, for the head of agency those of everybody: what holds first, the newest <see cref="PageSize"/> each.</summary>
    public async Task<IReadOnlyList<StandingLine>> StandingAsync(Actor actor, CancellationToken cancellationToken = default)
    {
        var agency = await agencies.GetAsync(cancellationToken);
        var today = agency.DateOf(time.GetUtcNow().UtcDateTime);
        var seesAll = actor.Has(StaffRole.HeadOfAgency);
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        var rows = await db.StandingDispositions.AsNoTracking()
            .Where(s => seesAll || s.FromUserId == actor.UserId)
            .OrderByDescending(s => s.RevokedAt == null && s.Until >= today).ThenByDescending(s => s.CreatedAt)
            .Take(2 * PageSize)
            .ToListAsync(cancellationToken);
        var texts = await InstructionsAsync(cancellationToken);
        var active = (await standards.ActiveOnAsync(today, cancellationToken)).ToDictionary(s => s.Standard.Code, s => s.Standard);
        return
        [
            .. rows.Select(s =>
            {
                var standard = active.GetValueOrDefault(s.StandardCode);
                var state = s switch
                {
                    { RevokedAt: not null } => StandingState.Revoked,
                    _ when s.Until < today => StandingState.Ended,
                    _ when s.From > today => StandingState.Coming,
                    _ => StandingState.Holds,
                };
                return new StandingLine(
                    s.Id, standard?.ShortTitle ?? s.StandardCode, standard?.FindStep(s.StepId) is { } step ? $"{step.Number}. {step.ShortTitle}" : s.StepId,
                    s.FromText, agency.DeskName(s.ToDeskCode), Content(texts, s.Instructions, s.Note), s.From, s.Until, s.RevokedAt, state, s.FromUserId == actor.UserId);
            }),
        ];
    }

    /// <summary>The steps of open standards the viewer serves and may therefore dispose in advance.</summary>
    public async Task<IReadOnlyList<StandingPlace>> StandingPlacesAsync(Actor actor, CancellationToken cancellationToken = default)
    {
        var agency = await agencies.GetAsync(cancellationToken);
        var today = agency.DateOf(time.GetUtcNow().UtcDateTime);
        return
        [
            .. from loaded in await standards.ActiveOnAsync(today, cancellationToken)
               let standard = loaded.Standard
               where standard.IntakeOpen && standard.Confidentiality != Confidentiality.Secret
               from step in standard.Steps
               where step.Action is StepActions.Dispose or StepActions.Assign && agency.FindDesk(step.Desk)?.MembershipOf(actor) is not null
               select new StandingPlace(
                   standard.Code, step.Id, $"{standard.ShortTitle}, langkah {step.Number}. {step.ShortTitle}", step.Desk,
                   step.Proposal?.ToDesk ?? standard.FindStep(step.MainOutcome.To)?.Desk, step.Proposal?.Instructions ?? [], step.Action == StepActions.Assign),
        ];
    }

    public async Task<DateOnly> TodayAsync(CancellationToken cancellationToken = default) =>
        (await agencies.GetAsync(cancellationToken)).DateOf(time.GetUtcNow().UtcDateTime);

    /// <summary>What a disposition was given on, in words; of a secret letter its number only, where the viewer may not read it.</summary>
    private async Task<DispositionSubject> SubjectAsync(WorkItem? work, AgendaEntry? entry, bool isReadable, CancellationToken cancellationToken)
    {
        if (work is not null)
        {
            return new DispositionSubject(work.Id, work.Number, (await standards.GetAsync(work.StandardVersionId, cancellationToken)).Standard.ShortTitle, $"/permohonan/{work.Id}", work.IsConfidential);
        }

        ArgumentNullException.ThrowIfNull(entry);
        var letter = isReadable ? requestTexts.Letter(entry) : entry.Letter!;
        return new DispositionSubject(
            entry.Id, "Agenda " + entry.Label, isReadable ? $"{letter.Sender}: {letter.Subject}" : "Surat rahasia", $"/agenda/{entry.Id}", letter.IsSecret);
    }

    internal static string Content(IReadOnlyList<InstructionChoice> texts, IReadOnlyList<string> codes, string? note)
    {
        var parts = texts.Where(t => codes.Contains(t.Code)).Select(t => t.Text).ToList();
        if (note is not null)
        {
            parts.Add($"“{note}”");
        }

        return string.Join("; ", parts);
    }
}
