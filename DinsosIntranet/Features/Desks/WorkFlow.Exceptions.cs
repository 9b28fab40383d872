using DinsosIntranet.Features.Agency.Domain;
using DinsosIntranet.Features.Audit.Domain;
using DinsosIntranet.Features.Desks.Domain;
using DinsosIntranet.Features.Standards;
using DinsosIntranet.Features.Standards.Domain;
using DinsosIntranet.Shared.Calendar;
using DinsosIntranet.Shared.Data;
using DinsosIntranet.Shared.Live;
using Microsoft.EntityFrameworkCore;

namespace DinsosIntranet.Features.Desks;

/// <summary>Where a request returns to, and in which words; <paramref name="By"/> signs for the desk it returns to.</summary>
public sealed record TakenBack(string StepId, Desk Desk, string Title, string? Detail, string By);

/// <summary>The few ways a request moves that are no outcome of a step.</summary>
public sealed partial class WorkFlow
{
    /// <summary>Closes a request outside its steps (withdrawn by the applicant).</summary>
    public async Task WithdrawAsync(WriteScope scope, WorkInHand work, CancellationToken cancellationToken)
    {
        await ResumeIfPausedAsync(scope, work, cancellationToken);
        await LeaveDeskAsync(scope, work, cancellationToken);
        work.Item.Close(WorkStatus.Withdrawn, scope.Now);
        await EndClocksAsync(scope, work.Item, null, cancellationToken);
        await TellFollowersAsync(scope, work, cancellationToken);
        scope.Publish(Topic.Work, work.Item.Id);
    }

    /// <summary>Puts an open request back to an earlier step, whoever holds it, because what was made there no longer holds.</summary>
    public async Task SendBackAsync(WriteScope scope, WorkInHand work, string stepId, string title, string? detail, CancellationToken cancellationToken)
    {
        await ResumeIfPausedAsync(scope, work, cancellationToken);
        AddHistory(scope, work, title, detail);
        await LeaveDeskAsync(scope, work, cancellationToken);
        var step = work.Standard.Step(stepId);
        var text = new AuditText().Fact("langkah", work.Step.Id).Fact("kembali-ke", step.Id).Changed("meja", work.Item.DeskCode, step.Desk);
        work.Item.MoveTo(step.Id, step.Desk, scope.Now);
        scope.Db.DeskStays.Add(NewStay(work.Item, scope.Now));
        scope.Audit("permohonan.kembali", RecordKind, work.Item.Id, text);
        scope.Publish(Topic.Work, work.Item.Id);
    }

    /// <summary>Takes an ended request up again at the step it ended with. Its clocks stay as they ended: what was promised was kept or not.</summary>
    public void Reopen(WriteScope scope, WorkInHand work, string title)
    {
        work.Item.Reopen(scope.Now);
        if (work.Desk.MembershipOf(scope.Actor) is not null)
        {
            work.Item.Claim(scope.Actor.UserId, scope.Actor.Name, scope.Now);
        }

        AddHistory(scope, work, title, null);
        scope.Db.DeskStays.Add(NewStay(work.Item, scope.Now));
        scope.Audit("permohonan.buka-lagi", RecordKind, work.Item.Id, new AuditText().Fact("langkah", work.Step.Id));
        scope.Publish(Topic.Work, work.Item.Id);
    }

    /// <summary>
    /// Returns a request to the desk that had just passed it on, as if it had not. The time it lay where it was sent stays
    /// counted there, and a promise that had ended with leaving that step counts on.
    /// </summary>
    public async Task TakeBackAsync(WriteScope scope, WorkInHand work, TakenBack back, CancellationToken cancellationToken)
    {
        AddHistory(scope, work, back.Title, back.Detail, back.By);
        await LeaveDeskAsync(scope, work, cancellationToken);
        if (work.Standard.Promise.Until == back.StepId)
        {
            foreach (var clock in await ClocksAsync(scope, work.Item.Id, cancellationToken))
            {
                clock.EndedAt = clock.Kind == ClockKind.Promise ? null : clock.EndedAt;
            }
        }

        var text = new AuditText().Fact("langkah", work.Step.Id).Fact("kembali-ke", back.StepId).Changed("meja", work.Item.DeskCode, back.Desk.Code);
        work.Item.MoveTo(back.StepId, back.Desk.Code, scope.Now);
        scope.Db.DeskStays.Add(NewStay(work.Item, scope.Now));
        scope.Audit("permohonan.kembali", RecordKind, work.Item.Id, text);
        scope.Publish(Topic.Work, work.Item.Id);
    }

    /// <summary>
    /// Gives a request that follows an earlier one its work item in the middle of its standard: what came before was done
    /// for the earlier one. Every clock runs at once, for nothing is missing.
    /// </summary>
    public async Task OpenAtAsync(WriteScope scope, Guid requestId, string number, LoadedStandard loaded, string stepId, string title, string? detail, CancellationToken cancellationToken)
    {
        var agency = await agencies.GetAsync(cancellationToken);
        var step = loaded.Standard.Step(stepId);
        var item = Add(scope, requestId, number, loaded, step, WorkStatus.Running);
        await StartClocksAsync(scope, item, loaded.Standard, agency, ClockStart.Received, cancellationToken);
        await StartClocksAsync(scope, item, loaded.Standard, agency, ClockStart.Complete, cancellationToken);
        AddHistory(scope, new WorkInHand(item, loaded.Standard, step, agency.Desk(step.Desk), agency), title, detail);
    }

    /// <summary>
    /// Gives the clock of the law the time it may be lengthened by, counted anew from its start so that holidays are not
    /// counted twice. Returns the new due time; the standard must know an extension.
    /// </summary>
    public static async Task<DateTime> ExtendLegalLimitAsync(WriteScope scope, WorkInHand work, CancellationToken cancellationToken)
    {
        var clock = (await ClocksAsync(scope, work.Item.Id, cancellationToken)).First(c => c.Kind == ClockKind.LegalLimit);
        clock.Most += work.Standard.LegalLimit!.Extension!.Amount!.Value;
        var due = work.Agency.Calendar.Due(new ServiceTime(clock.Least, clock.Most, clock.Unit), clock.StartedAt!.Value);
        (clock.DueAt, clock.IsCalendarDecided) = (due.Utc, due.CalendarDecided);
        scope.Publish(Topic.Work, work.Item.Id);
        return due.Utc!.Value;
    }

    /// <summary>
    /// What is promised depends on what a request turned out to be: the promise gets this time, counted from the start it
    /// has, with the pauses there were. Returns the due time before and after.
    /// </summary>
    public static async Task<(DateTime? Before, DateTime? After)> SetPromiseAsync(WriteScope scope, WorkInHand work, ServiceTime time, CancellationToken cancellationToken)
    {
        var clock = (await ClocksAsync(scope, work.Item.Id, cancellationToken)).First(c => c.Kind == ClockKind.Promise);
        var before = clock.DueAt;
        (clock.Most, clock.Unit) = (time.Most, time.Unit);
        if (clock.StartedAt is { } started)
        {
            var due = DueRecalculation.Due(work.Agency.Calendar, time, started, await PausesAsync(scope, work.Item.Id, cancellationToken));
            (clock.DueAt, clock.IsCalendarDecided) = (due.Utc, due.CalendarDecided);
        }

        scope.Publish(Topic.Work, work.Item.Id);
        return (before, clock.DueAt);
    }

    /// <summary>Moves a request to another desk without leaving its step: the step's own desk is out of question for it.</summary>
    public async Task RerouteAsync(WriteScope scope, WorkInHand work, string deskCode, string title, CancellationToken cancellationToken)
    {
        await ResumeIfPausedAsync(scope, work, cancellationToken);
        AddHistory(scope, work, title, null);
        await LeaveDeskAsync(scope, work, cancellationToken);
        var text = new AuditText().Fact("langkah", work.Step.Id).Changed("meja", work.Item.DeskCode, deskCode);
        work.Item.MoveTo(work.Step.Id, deskCode, scope.Now);
        scope.Db.DeskStays.Add(NewStay(work.Item, scope.Now));
        scope.Audit("permohonan.alih-meja", RecordKind, work.Item.Id, text);
        scope.Publish(Topic.Work, work.Item.Id);
    }

    /// <summary>
    /// A fact the clocks count from was written down wrongly: they count from the right moment, with their pauses, and the
    /// trail keeps both. A clock that has not begun stays so.
    /// </summary>
    public async Task CorrectStartAsync(WriteScope scope, WorkInHand work, ClockStart from, DateTime at, CancellationToken cancellationToken)
    {
        var item = work.Item;
        var pauses = await PausesAsync(scope, item.Id, cancellationToken);
        var text = new AuditText();
        foreach (var clock in await ClocksAsync(scope, item.Id, cancellationToken))
        {
            var start = clock.Kind == ClockKind.Promise ? work.Standard.Promise.CountedFrom : work.Standard.LegalLimit!.CountedFrom;
            if (start != from || clock.StartedAt is null)
            {
                continue;
            }

            var due = DueRecalculation.Due(work.Agency.Calendar, new ServiceTime(clock.Least, clock.Most, clock.Unit), at, clock.Kind == ClockKind.Promise ? pauses : []);
            var name = clock.Kind == ClockKind.Promise ? "janji layanan" : "batas hukum";
            text.Changed(name + ", mulai", clock.StartedAt, at).Changed(name, clock.DueAt, due.Utc);
            (clock.StartedAt, clock.DueAt, clock.IsCalendarDecided) = (at, due.Utc, due.CalendarDecided);
        }

        if (text.HasChanges)
        {
            scope.Audit("permohonan.jam-mulai", RecordKind, item.Id, text);
        }
    }

    private static Task<List<PausedSpan>> PausesAsync(WriteScope scope, Guid itemId, CancellationToken cancellationToken) =>
        scope.Db.WorkPauses.Where(p => p.WorkItemId == itemId && p.Until != null)
            .Select(p => new PausedSpan(p.From, p.Until!.Value))
            .ToListAsync(cancellationToken);

    private async Task ResumeIfPausedAsync(WriteScope scope, WorkInHand work, CancellationToken cancellationToken)
    {
        if (work.Item.IsPaused)
        {
            await ResumeAsync(scope, work, cancellationToken);
        }
    }
}
