using DinsosIntranet.Features.Agency;
using DinsosIntranet.Features.Agency.Domain;
using DinsosIntranet.Features.Audit.Domain;
using DinsosIntranet.Features.Desks.Domain;
using DinsosIntranet.Features.Standards;
using DinsosIntranet.Features.Standards.Domain;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Calendar;
using DinsosIntranet.Shared.Data;
using DinsosIntranet.Shared.Live;
using DinsosIntranet.Shared.Text;
using Microsoft.EntityFrameworkCore;

namespace DinsosIntranet.Features.Desks;

/// <summary>A request about to be worked on: its work item, the step it stands at and the desk, with the agency as it is now.</summary>
public sealed record WorkInHand(WorkItem Item, ServiceStandard Standard, StandardStep Step, Desk Desk, AgencySnapshot Agency)
{
    public Func<DateTime, string> Time => utc => IndonesianDates.Time(utc, Agency.Zone);

    /// <summary>Name and title of who acts here, "Plh. …" where the desk is only served for an absent official.</summary>
    public string Signature(Actor actor) => actor.SignatureAs(Desk.MembershipOf(actor)?.ActingTitle);
}

/// <summary>Where an advancing request goes, where that differs from what the standard's file says.</summary>
public sealed record Destination(string? DeskCode = null, Guid? HolderId = null, string? HolderName = null);

/// <summary>
/// How a step is left: by which outcome, in which words of the history, and where to. <paramref name="By"/> names who
/// decided where that is not the person acting now (a standing disposition).
/// </summary>
public sealed record StepTaken(string Outcome, string Title, string? Detail = null, Destination? To = null, string? By = null);

/// <summary>
/// Moves requests along the steps of their standard inside another service's write. The only code that changes a
/// <see cref="WorkItem"/>'s place, its stays and its clocks.
/// </summary>
public sealed partial class WorkFlow(StandardLibrary standards, AgencyDirectory agencies, IEnumerable<IStepFollower> followers)
{
    public const string RecordKind = "permohonan";

    private static Outcome.Failure NoRequest => Outcome.NotFound("Permohonan tidak ditemukan.");

    /// <summary>The work item with its step and desk, or a refusal when there is none, or none for this actor.</summary>
    public async Task<Outcome<WorkInHand>> LoadAsync(WriteScope scope, Guid requestId, CancellationToken cancellationToken)
    {
        var loaded = await LoadCarriedAsync(scope, requestId, cancellationToken);

        // Asked of the database after the row was read: an exclusion made since changes that row too, so this write is run again.
        return loaded.IsOk && scope.Actor != Actor.System
            && await scope.Db.RequestExclusions.AnyAsync(x => x.RequestId == requestId && x.UserId == scope.Actor.UserId && x.LiftedAt == null, cancellationToken)
            ? NoRequest
            : loaded;
    }

    /// <summary>
    /// As <see cref="LoadAsync"/>, where an act on something else is carried along into this request: a corrected person's
    /// other requests, the letter a signed one replaces. It is no act on this request, so nobody is asked about it.
    /// </summary>
    public async Task<Outcome<WorkInHand>> LoadCarriedAsync(WriteScope scope, Guid requestId, CancellationToken cancellationToken)
    {
        var item = await scope.Db.WorkItems.FirstOrDefaultAsync(w => w.Id == requestId, cancellationToken);
        if (item is null)
        {
            return NoRequest;
        }

        var standard = (await standards.GetAsync(item.StandardVersionId, cancellationToken)).Standard;
        var agency = await agencies.GetAsync(cancellationToken);
        return new WorkInHand(item, standard, standard.Step(item.StepId), agency.Desk(item.DeskCode), agency);
    }

    /// <summary>As <see cref="LoadAsync"/>, refused unless this actor may work on it now at a step with this action (null: any).</summary>
    public Task<Outcome<WorkInHand>> LoadForWorkAsync(WriteScope scope, Guid requestId, string? action, CancellationToken cancellationToken) =>
        LoadForWorkAsync(scope, requestId, step => action is null || step.Action == action, cancellationToken);

    /// <summary>
    /// As above, for the step the actor had before them. Where the request has left that step meanwhile, the refusal is a
    /// conflict that says who moved it and when, whatever desk it lies on now.
    /// </summary>
    public async Task<Outcome<WorkInHand>> LoadForWorkAsync(WriteScope scope, Guid requestId, Func<StandardStep, bool> isExpected, CancellationToken cancellationToken)
    {
        var loaded = await LoadAsync(scope, requestId, cancellationToken);
        if (!loaded.IsOk)
        {
            return loaded;
        }

        var work = loaded.Value;
        if (!work.Item.IsOpen || !isExpected(work.Step))
        {
            return await MovedOnAsync(scope, work, cancellationToken);
        }

        if (work.Desk.MembershipOf(scope.Actor) is null)
        {
            return Outcome.Forbidden($"Permohonan ini sedang di meja {work.Desk.Name}. Penolakan ini dicatat.");
        }

        if (DeskRules.CanWork(work.Item, work.Desk, scope.Actor, work.Time) is { } refusal)
        {
            return work.Item.HolderId is not null && !work.Item.IsHeldBy(scope.Actor)
                ? Outcome.Conflict(refusal.Message)
                : Outcome.Refused(refusal.Message);
        }

        return loaded;
    }

    /// <summary>
    /// Gives a new request its work item at the entry step of its channel; complete requests go on to the next step at once, or
    /// the way <paramref name="leaves"/> says.
    /// </summary>
    public async Task<WorkItem> OpenAsync(
        WriteScope scope, Guid requestId, string number, LoadedStandard loaded, string channel, bool isComplete, CancellationToken cancellationToken, StepTaken? leaves = null)
    {
        var agency = await agencies.GetAsync(cancellationToken);
        var standard = loaded.Standard;
        var entry = standard.EntryStep(channel);
        var item = Add(scope, requestId, number, loaded, entry, isComplete ? WorkStatus.Running : WorkStatus.WaitingForDocuments);
        await StartClocksAsync(scope, item, standard, agency, ClockStart.Received, cancellationToken);
        if (isComplete)
        {
            await CompleteAsync(scope, new WorkInHand(item, standard, entry, agency.Desk(entry.Desk), agency), cancellationToken, leaves);
        }

        return item;
    }

    /// <summary>The last requirement is there: clocks that count from completeness start, and the entry step is done.</summary>
    public async Task CompleteAsync(WriteScope scope, WorkInHand work, CancellationToken cancellationToken, StepTaken? leaves = null)
    {
        await StartClocksAsync(scope, work.Item, work.Standard, work.Agency, ClockStart.Complete, cancellationToken);
        await AdvanceAsync(scope, work, leaves ?? new StepTaken(work.Step.MainOutcome.Code, "Berkas lengkap, jam layanan mulai"), cancellationToken);
    }

    /// <summary>
    /// Leaves the present step by one of its outcomes: to the next step's desk, or to an ending. Records the stay, the
    /// history and the trail, and ends the promise where the standard says it ends.
    /// </summary>
    public async Task AdvanceAsync(WriteScope scope, WorkInHand work, StepTaken taken, CancellationToken cancellationToken)
    {
        var item = work.Item;
        var outcome = work.Standard.Outcome(work.Step.Id, taken.Outcome);
        var text = new AuditText().Fact("langkah", work.Step.Id).Fact("hasil", outcome.Code);
        AddHistory(scope, work, taken.Title, taken.Detail, taken.By);
        await LeaveDeskAsync(scope, work, cancellationToken);
        if (work.Standard.Promise.Until == work.Step.Id)
        {
            await EndClocksAsync(scope, item, ClockKind.Promise, cancellationToken);
        }

        if (work.Standard.LegalLimit?.Until == work.Step.Id)
        {
            await EndClocksAsync(scope, item, ClockKind.LegalLimit, cancellationToken);
        }

        if (work.Standard.FindStep(outcome.To) is { } next)
        {
            var deskCode = taken.To?.DeskCode ?? next.Desk;
            text.Changed("meja", item.DeskCode, deskCode);
            item.MoveTo(next.Id, deskCode, scope.Now);
            scope.Db.DeskStays.Add(NewStay(item, scope.Now));
            if (taken.To is { HolderId: { } holder, HolderName: { } name })
            {
                item.Claim(holder, name, scope.Now);
                text.Fact("untuk", holder);
            }
        }
        else
        {
            var ending = work.Standard.Ending(outcome.To);
            var status = StatusOf(ending.Status);
            text.Changed("status", item.Status, status);
            item.Close(status, scope.Now);
            await EndClocksAsync(scope, item, null, cancellationToken);
        }

        await TellFollowersAsync(scope, work, cancellationToken);
        scope.Audit("permohonan.maju", RecordKind, item.Id, text);
        scope.Publish(Topic.Work, item.Id);
    }

    public void AddHistory(WriteScope scope, WorkInHand work, string title, string? detail, string? by = null) =>
        scope.Db.HistoryEntries.Add(new HistoryEntry
        {
            Id = OrderedId.Create(),
            WorkItemId = work.Item.Id,
            At = scope.Now,
            Title = title,
            Detail = string.IsNullOrWhiteSpace(detail) ? null : detail.Trim(),
            ActorId = scope.Actor.UserId,
            ActorText = by ?? work.Signature(scope.Actor),
            StepId = work.Item.StepId,
        });

    /// <summary>Stops the promise for a reason outside the office.</summary>
    public static void Pause(WriteScope scope, WorkInHand work, string reason)
    {
        work.Item.Pause(reason, scope.Now);
        scope.Db.WorkPauses.Add(new WorkPause { Id = Guid.CreateVersion7(), WorkItemId = work.Item.Id, From = scope.Now });
    }

    /// <summary>Ends what the pause began: the promise moves by the working time paused, the desk is not charged for it.</summary>
    public async Task ResumeAsync(WriteScope scope, WorkInHand work, CancellationToken cancellationToken)
    {
        var since = work.Item.PausedSince!.Value;
        var clock = await scope.Db.WorkClocks.FirstAsync(c => c.WorkItemId == work.Item.Id && c.Kind == ClockKind.Promise, cancellationToken);
        clock.DueAt = ClockRules.Resume(work.Agency.Calendar, clock.Read(since), scope.Now).DueUtc;
        var stay = await CurrentStayAsync(scope, work.Item.Id, cancellationToken);
        stay.PausedMinutes += work.Agency.Calendar.WorkingMinutesBetween(since, scope.Now);
        if (await scope.Db.WorkPauses.FirstOrDefaultAsync(p => p.WorkItemId == work.Item.Id && p.Until == null, cancellationToken) is { } pause)
        {
            pause.Until = scope.Now;
        }

        work.Item.Resume();
    }

    private async Task TellFollowersAsync(WriteScope scope, WorkInHand work, CancellationToken cancellationToken)
    {
        foreach (var follower in followers)
        {
            await follower.LeftAsync(scope, work.Item.Id, work.Step, !work.Item.IsOpen, cancellationToken);
        }
    }

    private static async Task<Outcome<WorkInHand>> MovedOnAsync(WriteScope scope, WorkInHand work, CancellationToken cancellationToken)
    {
        var last = await scope.Db.HistoryEntries.AsNoTracking()
            .Where(h => h.WorkItemId == work.Item.Id)
            .OrderByDescending(h => h.Id)
            .FirstOrDefaultAsync(cancellationToken);
        return Outcome.Conflict(last is null
            ? $"Permohonan ini sudah berpindah ke langkah {work.Step.Number}. {work.Step.ShortTitle}."
            : $"Permohonan ini sudah dikerjakan {last.ActorText} pukul {work.Time(last.At)}: {last.Title}.");
    }

    /// <summary>The work item with its first stay and its clocks, none of them running yet.</summary>
    private static WorkItem Add(WriteScope scope, Guid requestId, string number, LoadedStandard loaded, StandardStep step, WorkStatus status)
    {
        var standard = loaded.Standard;
        var item = new WorkItem
        {
            Id = requestId,
            Number = number,
            StandardCode = standard.Code,
            StandardVersionId = loaded.VersionId,
            IsConfidential = standard.Confidentiality == Confidentiality.Secret,
            StepId = step.Id,
            DeskCode = step.Desk,
            EnteredDeskAt = scope.Now,
            Status = status,
            OpenedAt = scope.Now,
            Version = Guid.CreateVersion7(),
        };
        scope.Db.WorkItems.Add(item);
        scope.Db.DeskStays.Add(NewStay(item, scope.Now));
        AddClock(scope, item, ClockKind.Promise, standard.Promise.Least, standard.Promise.Most);
        if (standard.LegalLimit is { } limit)
        {
            AddClock(scope, item, ClockKind.LegalLimit, null, new PublishedTime(limit.Unit, limit.Amount));
        }

        scope.Publish(Topic.Work, item.Id);
        return item;
    }

    private static WorkStatus StatusOf(EndStatus status) => status switch
    {
        EndStatus.Completed => WorkStatus.Done,
        EndStatus.Refused => WorkStatus.Declined,
        EndStatus.Referred => WorkStatus.Referred,
        _ => throw new ArgumentOutOfRangeException(nameof(status)),
    };

    private static DeskStay NewStay(WorkItem item, DateTime now) => new()
    {
        Id = OrderedId.Create(),
        WorkItemId = item.Id,
        StepId = item.StepId,
        DeskCode = item.DeskCode,
        EnteredAt = now,
    };

    private static async Task LeaveDeskAsync(WriteScope scope, WorkInHand work, CancellationToken cancellationToken)
    {
        var stay = await CurrentStayAsync(scope, work.Item.Id, cancellationToken);
        stay.LeftAt = scope.Now;
        stay.NetMinutes = Math.Max(0, work.Agency.Calendar.WorkingMinutesBetween(stay.EnteredAt, scope.Now) - stay.PausedMinutes);
    }

    private static async Task<DeskStay> CurrentStayAsync(WriteScope scope, Guid itemId, CancellationToken cancellationToken) =>
        scope.Db.DeskStays.Local.FirstOrDefault(s => s.WorkItemId == itemId && s.LeftAt is null)
        ?? await scope.Db.DeskStays.FirstAsync(s => s.WorkItemId == itemId && s.LeftAt == null, cancellationToken);

    private static void AddClock(WriteScope scope, WorkItem item, ClockKind kind, PublishedTime? least, PublishedTime most)
    {
        var unit = TimeUnits.FromCode(most.Unit) ?? throw new InvalidOperationException($"Unknown unit '{most.Unit}'.");
        scope.Db.WorkClocks.Add(new WorkClock
        {
            WorkItemId = item.Id,
            Kind = kind,
            Least = least?.Unit == most.Unit ? least.Amount ?? 0 : 0,
            Most = most.Amount ?? 0,
            Unit = unit,
        });
    }

    private static async Task StartClocksAsync(WriteScope scope, WorkItem item, ServiceStandard standard, AgencySnapshot agency, ClockStart from, CancellationToken cancellationToken)
    {
        foreach (var clock in await ClocksAsync(scope, item.Id, cancellationToken))
        {
            var start = clock.Kind == ClockKind.Promise ? standard.Promise.CountedFrom : standard.LegalLimit!.CountedFrom;
            if (start != from || clock.StartedAt is not null)
            {
                continue;
            }

            clock.StartedAt = scope.Now;
            var due = agency.Calendar.Due(new ServiceTime(clock.Least, clock.Most, clock.Unit), scope.Now);
            clock.DueAt = due.Utc;
            clock.IsCalendarDecided = due.CalendarDecided;
        }
    }

    private static async Task EndClocksAsync(WriteScope scope, WorkItem item, ClockKind? kind, CancellationToken cancellationToken)
    {
        foreach (var clock in await ClocksAsync(scope, item.Id, cancellationToken))
        {
            if (kind is null || clock.Kind == kind)
            {
                clock.EndedAt ??= scope.Now;
            }
        }
    }

    private static async Task<IReadOnlyList<WorkClock>> ClocksAsync(WriteScope scope, Guid itemId, CancellationToken cancellationToken)
    {
        var local = scope.Db.WorkClocks.Local.Where(c => c.WorkItemId == itemId).ToList();
        return local.Count > 0 ? local : await scope.Db.WorkClocks.Where(c => c.WorkItemId == itemId).ToListAsync(cancellationToken);
    }
}
