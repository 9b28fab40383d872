using DinsosIntranet.Features.Agency;
using DinsosIntranet.Features.Agenda;
using DinsosIntranet.Features.Desks;
using DinsosIntranet.Features.Dispositions.Domain;
using DinsosIntranet.Features.Intake;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Data;
using DinsosIntranet.Shared.Live;
using Microsoft.EntityFrameworkCore;

namespace DinsosIntranet.Features.Dispositions;

/// <summary>What happens to a disposition once it was given: it is read, or taken back before that.</summary>
public sealed partial class DispositionService
{
    public const int RecallReasonMaxLength = 300;

    /// <summary>The person a disposition was given to has read it; the first time counts.</summary>
    public Task<Outcome> MarkReadAsync(Guid dispositionId, ActionContext act, CancellationToken cancellationToken = default) =>
        writes.RunAsync(
            act,
            async scope =>
            {
                scope.Audit("disposisi.baca", RecordKind, dispositionId);
                var disposition = await scope.Db.Dispositions.VisibleTo(scope.Actor).FirstOrDefaultAsync(d => d.Id == dispositionId, cancellationToken);
                if (disposition is null)
                {
                    return Outcome.NotFound("Disposisi tidak ditemukan.");
                }

                var agency = await agencies.GetAsync(cancellationToken);
                if (!MayRead(disposition, agency, scope.Actor))
                {
                    return Outcome.Forbidden();
                }

                if (disposition.RecalledAt is { } recalled)
                {
                    return Outcome.Conflict($"Disposisi ini sudah ditarik {disposition.RecalledByText} {DeskLists.Moment(recalled, agency, scope.Now)}.");
                }

                disposition.ReadAt ??= scope.Now;
                scope.Publish(Topic.Dispositions, disposition.SubjectId);
                return Outcome.Ok();
            },
            cancellationToken);

    /// <summary>
    /// Somebody opened a request or a letter: what was given to them there is read by that. Whoever has nothing unread there, and that
    /// is nearly everybody, writes nothing.
    /// </summary>
    public async Task MarkOpenedAsync(Guid subjectId, ActionContext act, CancellationToken cancellationToken = default)
    {
        foreach (var id in await UnreadAsync(subjectId, act.Actor, cancellationToken))
        {
            await MarkReadAsync(id, act, cancellationToken);
        }
    }

    /// <summary>
    /// Tarik disposisi: by the giver or whoever serves that position now, while it is unread. The request returns to the
    /// step and the desk where it was given.
    /// </summary>
    public Task<Outcome> RecallAsync(Guid dispositionId, string? reason, ActionContext act, CancellationToken cancellationToken = default) =>
        writes.RunAsync(
            act,
            async scope =>
            {
                scope.Audit("disposisi.tarik", RecordKind, dispositionId);
                var disposition = await scope.Db.Dispositions.VisibleTo(scope.Actor).FirstOrDefaultAsync(d => d.Id == dispositionId, cancellationToken);
                if (disposition is null)
                {
                    return Outcome.NotFound("Disposisi tidak ditemukan.");
                }

                if (disposition.RequestId is not { } requestId)
                {
                    return await RecallOnLetterAsync(scope, disposition, reason, await agencies.GetAsync(cancellationToken), cancellationToken);
                }

                var loaded = await flow.LoadAsync(scope, requestId, cancellationToken);
                if (!loaded.IsOk)
                {
                    return Outcome.NotFound("Disposisi tidak ditemukan.");
                }

                var work = loaded.Value;
                if (disposition is not { FromStepId: { } stepId, FromDeskCode: { } deskCode } || work.Agency.FindDesk(deskCode) is not { } desk)
                {
                    return Outcome.Refused("Disposisi ini diberikan sebelum disposisi dapat ditarik.");
                }

                if (desk.MembershipOf(scope.Actor) is not { } membership)
                {
                    return Outcome.Forbidden($"Yang dapat menarik hanya pemberi disposisi, meja {desk.Name}. Penolakan ini dicatat.");
                }

                if (reason?.Length > RecallReasonMaxLength)
                {
                    return Outcome.Refused($"Alasan paling banyak {RecallReasonMaxLength} huruf.", nameof(reason));
                }

                var place = await PlaceAsync(scope, disposition, work, cancellationToken);
                if (DispositionRules.CanRecall(disposition, place, utc => DeskLists.Moment(utc, work.Agency, scope.Now)) is { } refusal)
                {
                    return Outcome.Conflict(refusal.Message);
                }

                var by = scope.Actor.SignatureAs(membership.ActingTitle);
                disposition.Recall(by, scope.Now);
                await flow.TakeBackAsync(scope, work, new TakenBack(stepId, desk, $"Disposisi ditarik dari {disposition.ToText}", reason, by), cancellationToken);
                scope.Publish(Topic.Dispositions, requestId);
                return Outcome.Ok();
            },
            cancellationToken);

    /// <summary>
    /// A disposition to a person is read by them alone. One of a letter to a desk is read by whoever serves it: there is no
    /// request to be taken that would tell.
    /// </summary>
    private static bool MayRead(Disposition disposition, AgencySnapshot agency, Actor actor) =>
        disposition.ToUserId == actor.UserId || (disposition is { AgendaId: not null, ToUserId: null } && AgendaAccess.IsReceiver(disposition, agency, actor));

    private async Task<IReadOnlyList<Guid>> UnreadAsync(Guid subjectId, Actor actor, CancellationToken cancellationToken)
    {
        var desks = AgendaAccess.DesksOf(await agencies.GetAsync(cancellationToken), actor);
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        return await db.Dispositions.AsNoTracking()
            .Received(actor, desks)
            .Where(d => (d.RequestId == subjectId || d.AgendaId == subjectId) && d.ReadAt == null)
            .Select(d => d.Id)
            .ToListAsync(cancellationToken);
    }

    /// <summary>Who worked on it since counts, the givers' own entries (reminders) do not.</summary>
    private static async Task<DispositionPlace> PlaceAsync(WriteScope scope, Disposition disposition, WorkInHand work, CancellationToken cancellationToken)
    {
        var item = work.Item;
        var later = await LaterAsync(scope, disposition.Id, cancellationToken);
        later ??= await scope.Db.HistoryEntries.AsNoTracking()
            .Where(h => h.WorkItemId == item.Id && h.At > disposition.At && h.ActorId != disposition.FromUserId && h.ActorId != scope.Actor.UserId && !h.Title.EndsWith(RemindedEnding))
            .OrderBy(h => h.At)
            .Select(h => new LaterAct(h.ActorText, h.At, h.Title))
            .FirstOrDefaultAsync(cancellationToken);
        return new DispositionPlace(item.IsOpen && item.EnteredDeskAt == disposition.At, item.IsPaused, item.HolderId, item.HolderName, item.HeldSince, later);
    }

    private static Task<LaterAct?> LaterAsync(WriteScope scope, Guid dispositionId, CancellationToken cancellationToken) =>
        scope.Db.Dispositions.AsNoTracking()
            .Where(d => d.ParentId == dispositionId && (d.AgendaId == null || d.RecalledAt == null))
            .OrderBy(d => d.At)
            .Select(d => new LaterAct(d.FromText, d.At, "diteruskan ke " + d.ToText))
            .FirstOrDefaultAsync(cancellationToken);
}
