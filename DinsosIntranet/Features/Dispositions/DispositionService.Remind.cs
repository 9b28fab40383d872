using DinsosIntranet.Features.Agency;
using DinsosIntranet.Features.Agenda;
using DinsosIntranet.Features.Audit.Domain;
using DinsosIntranet.Features.Desks;
using DinsosIntranet.Features.Dispositions.Domain;
using DinsosIntranet.Features.Intake;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Live;
using DinsosIntranet.Shared.Text;
using Microsoft.EntityFrameworkCore;

namespace DinsosIntranet.Features.Dispositions;

/// <summary>Ingatkan: one click by the giver, seen by the receiver on the row and on the request's page.</summary>
public sealed partial class DispositionService
{
    /// <summary>What the history's line of a reminder ends with; it is the giver's, so it counts as nobody's work.</summary>
    internal const string RemindedEnding = " diingatkan";

    /// <summary>
    /// The giver, or whoever serves that position now, reminds the receiver; at most once per working day. Works as long as
    /// the disposition is neither done nor taken back.
    /// </summary>
    public Task<Outcome> RemindAsync(Guid dispositionId, ActionContext act, CancellationToken cancellationToken = default) =>
        writes.RunAsync(
            act,
            async scope =>
            {
                scope.Audit("disposisi.ingatkan", RecordKind, dispositionId, new AuditText());
                var disposition = await scope.Db.Dispositions.VisibleTo(scope.Actor).FirstOrDefaultAsync(d => d.Id == dispositionId, cancellationToken);
                if (disposition is null)
                {
                    return Outcome.NotFound("Disposisi tidak ditemukan.");
                }

                var agency = await agencies.GetAsync(cancellationToken);
                if (GiverText(disposition, agency, scope.Actor) is not { } by)
                {
                    return Outcome.Forbidden("Yang dapat mengingatkan hanya pemberi disposisi. Penolakan ini dicatat.");
                }

                if (DispositionRules.CanRemind(disposition, agency.Calendar, scope.Now, utc => DeskLists.Moment(utc, agency, scope.Now)) is { } refusal)
                {
                    return Outcome.Conflict(refusal.Message);
                }

                disposition.Remind(by, scope.Now);
                var (title, detail) = (disposition.ToText + RemindedEnding, disposition.DueOn is { } due ? $"batas {IndonesianDates.Short(due)}" : null);
                if (disposition.RequestId is { } requestId)
                {
                    var loaded = await flow.LoadAsync(scope, requestId, cancellationToken);
                    if (!loaded.IsOk)
                    {
                        return Outcome.NotFound("Disposisi tidak ditemukan.");
                    }

                    flow.AddHistory(scope, loaded.Value, title, detail, by);
                }
                else
                {
                    AgendaStory.Add(scope, await scope.Db.AgendaEntries.FirstAsync(a => a.Id == disposition.AgendaId, cancellationToken), title, detail, by);
                }

                scope.Publish(Topic.Dispositions, disposition.SubjectId);
                return Outcome.Ok();
            },
            cancellationToken);

    /// <summary>Name and title under which this person speaks for the giver; null where they may not.</summary>
    private static string? GiverText(Disposition disposition, AgencySnapshot agency, Actor actor)
    {
        var membership = disposition.FromDeskCode is { } code ? agency.FindDesk(code)?.MembershipOf(actor) : null;
        return membership is null && disposition.FromUserId != actor.UserId
            ? null
            : actor.SignatureAs(membership?.ActingTitle);
    }
}
