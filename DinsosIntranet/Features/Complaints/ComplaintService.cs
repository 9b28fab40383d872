using DinsosIntranet.Features.Agency;
using DinsosIntranet.Features.Assignments;
using DinsosIntranet.Features.Audit.Domain;
using DinsosIntranet.Features.Complaints.Domain;
using DinsosIntranet.Features.Desks;
using DinsosIntranet.Features.Intake;
using DinsosIntranet.Features.Letters;
using DinsosIntranet.Features.Standards;
using DinsosIntranet.Features.Standards.Domain;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Data;
using DinsosIntranet.Shared.Live;
using Microsoft.EntityFrameworkCore;

namespace DinsosIntranet.Features.Complaints;

/// <summary>
/// What is done with a complaint: written down, classed, answered, passed on. Where it lies and its clock are the step
/// engine's; who is complained about is excluded from the request before anybody else reads it.
/// </summary>
public sealed partial class ComplaintService(
    WriteRunner writes,
    WorkFlow flow,
    RequestIntake intake,
    RequestExclusions exclusions,
    LetterService letters,
    AssignmentService assignments,
    StandardLibrary standards,
    AgencyDirectory agencies,
    ComplaintReference reference,
    ComplainantVault vault,
    InvestigationVault texts,
    ComplaintReceiptWriter receipts)
{
    public const string Standard = "pengaduan";
    public const string Capability = "Complaints";
    public const string ReviewAction = "complaint.review";
    public const string HandleAction = "complaint.handle";
    public const string PassOnAction = "complaint.pass-on";
    public const string HandUpAction = "complaint.hand-up";
    public const string TeamAction = ReviewRules.TeamAction;
    public const string InvestigateAction = "complaint.investigate";
    public const string ApproveAction = "complaint.approve";
    public const string ReplyAction = "complaint.reply";
    public const string RespondAction = "complaint.respond";

    /// <summary>A complaint in hand.</summary>
    private sealed record Open(WorkInHand Work, Complaint Complaint);

    /// <summary>One write at a step with one of these actions; refused unless the actor may work on the complaint there now.</summary>
    private Task<Outcome> OnAsync(
        Guid id, ActionContext act, string audit, AuditText? text, string[] actions, Func<WriteScope, Open, Task<Outcome>> work, CancellationToken cancellationToken) =>
        writes.RunAsync(
            act,
            async scope =>
            {
                scope.Audit(audit, WorkFlow.RecordKind, id, text);
                var loaded = await flow.LoadForWorkAsync(scope, id, step => actions.Contains(step.Action), cancellationToken);
                if (!loaded.IsOk)
                {
                    return loaded.AsFailure();
                }

                var complaint = await scope.Db.Complaints.FirstOrDefaultAsync(c => c.Id == id, cancellationToken);
                return complaint is null ? Outcome.NotFound("Pengaduan tidak ditemukan.") : await work(scope, new Open(loaded.Value, complaint));
            },
            cancellationToken);

    /// <summary>
    /// The desk of the step an outcome leads to, unless only people who are complained about work there: then the first
    /// desk after it where somebody else does.
    /// </summary>
    private static async Task<Destination?> RouteAsync(WriteScope scope, WorkInHand work, string outcome, CancellationToken cancellationToken)
    {
        if (work.Standard.FindStep(work.Standard.Outcome(work.Step.Id, outcome).To) is not { } next)
        {
            return null;
        }

        var desk = await FreeDeskAsync(scope, work, next, cancellationToken);
        return desk is null || desk == next.Desk ? null : new Destination(desk);
    }

    private static async Task<string?> FreeDeskAsync(WriteScope scope, WorkInHand work, StandardStep step, CancellationToken cancellationToken)
    {
        var accused = await scope.Db.ComplaintAccused.Where(a => a.ComplaintId == work.Item.Id).Select(a => a.StaffId).ToListAsync(cancellationToken);
        return accused.Count == 0 ? step.Desk : await ComplaintStaff.FreeDeskAsync(scope.Db, work.Agency, step.Desk, accused, scope.Now, cancellationToken);
    }

    private static void Told(WriteScope scope, Guid id) => scope.Publish(Topic.Work, id);

    private static string? Optional(string text) => ComplaintInput.Optional(text);
}
