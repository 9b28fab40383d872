using DinsosIntranet.Features.Assignments;
using DinsosIntranet.Features.Assignments.Domain;
using DinsosIntranet.Features.Complaints.Domain;
using DinsosIntranet.Features.Desks;
using DinsosIntranet.Features.Letters.Domain;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Data;
using Microsoft.EntityFrameworkCore;

namespace DinsosIntranet.Features.Complaints;

public sealed partial class ComplaintService
{
    private const string NeedsTeam = "perlu-tim";
    private const string WithoutTeam = "tanpa-tim";
    private const string ToTeamWork = "bentuk";
    private const string ChangeTeam = "ubah-tim";

    /// <summary>The fewest a team is: who leads it, and one who goes along.</summary>
    public const int FewestInTeam = 2;

    /// <summary>The division finds it too heavy for itself: the head forms a team.</summary>
    public Task<Outcome> AskForTeamAsync(Guid id, string whyTeam, ActionContext act, CancellationToken cancellationToken = default) =>
        OnAsync(
            id,
            act,
            "pengaduan.perlu-tim",
            null,
            [HandleAction],
            async (scope, open) =>
            {
                if (!ReviewRules.KnowsTeams(open.Work.Standard))
                {
                    return Outcome.Refused("Prosedur pengaduan ini belum mengenal tim.");
                }

                return await MoveWithReasonAsync(scope, open, NeedsTeam, "Perlu tim", whyTeam, nameof(whyTeam), "Tulis mengapa perlu tim.", cancellationToken);
            },
            cancellationToken);

    /// <summary>
    /// Names the team and puts its letter of assignment before the signer. Nobody the complaint is about, or who is kept away
    /// from it for another reason, can be in it.
    /// </summary>
    public Task<Outcome> FormTeamAsync(Guid id, AssignmentInput input, ActionContext act, CancellationToken cancellationToken = default) =>
        OnAsync(
            id,
            act,
            "pengaduan.tim",
            null,
            [TeamAction],
            async (scope, open) =>
            {
                if (open.Complaint.IsAboutHead)
                {
                    return Outcome.Refused("Pengaduan tentang Kepala Dinas hanya dapat diserahkan ke atasannya.");
                }

                List<Refusal> refusals = [];
                ComplaintRules.Require(refusals, input.Members.Count is > 0 and < FewestInTeam, "Tim terdiri dari ketua dan paling sedikit seorang anggota.", nameof(input.Members));
                ComplaintRules.Require(refusals, input.Members.Any(m => m is { IsLead: true, StaffId: null }), "Ketua tim harus pegawai dinas yang mempunyai akun.", nameof(input.Members));
                if (refusals.Count > 0)
                {
                    return Outcome.Refused(refusals);
                }

                var sent = await assignments.SubmitAsync(scope, open.Work, input, cancellationToken);
                Told(scope, id);
                return sent.IsOk ? Outcome.Ok() : sent.AsFailure();
            },
            cancellationToken);

    /// <summary>Takes the team's letter back before it was signed.</summary>
    public Task<Outcome> RecallTeamAsync(Guid id, ActionContext act, CancellationToken cancellationToken = default) =>
        OnAsync(id, act, "pengaduan.tarik-tim", null, [TeamAction], (scope, open) => assignments.RecallAsync(scope, open.Work, cancellationToken), cancellationToken);

    /// <summary>The letter went out: the complaint goes to whoever leads the team.</summary>
    public Task<Outcome> BeginTeamWorkAsync(Guid id, ActionContext act, CancellationToken cancellationToken = default) =>
        OnAsync(
            id,
            act,
            "pengaduan.mulai-tim",
            null,
            [TeamAction],
            async (scope, open) =>
            {
                if (await AssignmentService.LetterAsync(scope.Db, id, cancellationToken) is not { Status: LetterStatus.Issued } letter)
                {
                    return Outcome.Refused("Surat tugas tim belum terbit. Ajukan, lalu tunggu sampai ditandatangani.");
                }

                await flow.AdvanceAsync(
                    scope, open.Work, new StepTaken(ToTeamWork, "Tim dibentuk", $"Surat tugas nomor {letter.Number}", await ToLeadAsync(scope, open.Work, cancellationToken)), cancellationToken);
                Told(scope, id);
                return Outcome.Ok();
            },
            cancellationToken);

    /// <summary>No team after all: the head gives it to a division.</summary>
    public Task<Outcome> GiveUpTeamAsync(Guid id, string whyNoTeam, ActionContext act, CancellationToken cancellationToken = default) =>
        OnAsync(
            id,
            act,
            "pengaduan.tanpa-tim",
            null,
            [TeamAction],
            async (scope, open) =>
            {
                var ended = await assignments.EndAsync(scope, open.Work, cancellationToken);
                return ended.IsOk
                    ? await MoveWithReasonAsync(scope, open, WithoutTeam, "Tidak jadi dibentuk tim", whyNoTeam, nameof(whyNoTeam), "Tulis mengapa tidak perlu tim.", cancellationToken)
                    : ended;
            },
            cancellationToken);

    /// <summary>Another team: somebody left, or turned out to be concerned. The log stays, the earlier letter too.</summary>
    public Task<Outcome> ChangeTeamAsync(Guid id, string whyChange, ActionContext act, CancellationToken cancellationToken = default) =>
        writes.RunAsync(
            act,
            async scope =>
            {
                scope.Audit("pengaduan.ubah-tim", WorkFlow.RecordKind, id);
                var loaded = await InvestigatingAsync(scope, id, cancellationToken);
                if (!loaded.IsOk)
                {
                    return loaded.AsFailure();
                }

                var open = loaded.Value;
                if (!scope.Actor.HasAny(StaffRole.HeadOfAgency, StaffRole.ComplaintOfficer) && !open.Work.Item.IsHeldBy(scope.Actor))
                {
                    return Outcome.Forbidden();
                }

                var ended = await assignments.EndAsync(scope, open.Work, cancellationToken);
                return ended.IsOk
                    ? await MoveWithReasonAsync(scope, open, ChangeTeam, "Tim diubah", whyChange, nameof(whyChange), "Tulis mengapa tim diubah.", cancellationToken)
                    : ended;
            },
            cancellationToken);

    /// <summary>It turned out to be about the head: up to the superior.</summary>
    public Task<Outcome> ToSuperiorAsync(Guid id, ActionContext act, CancellationToken cancellationToken = default) =>
        OnAsync(
            id,
            act,
            "pengaduan.telaah",
            null,
            [HandleAction, TeamAction],
            async (scope, open) =>
            {
                if (!open.Complaint.IsAboutHead || !open.Work.Step.Outcomes.Any(o => o.Code == ToSuperior))
                {
                    return Outcome.Refused("Hanya pengaduan tentang Kepala Dinas yang diserahkan ke atasannya.");
                }

                var ended = await assignments.EndAsync(scope, open.Work, cancellationToken);
                if (!ended.IsOk)
                {
                    return ended;
                }

                await GoAsync(scope, open.Work, ToSuperior, "Diserahkan ke atasan", null, cancellationToken);
                Told(scope, id);
                return Outcome.Ok();
            },
            cancellationToken);

    private async Task<Outcome> MoveWithReasonAsync(WriteScope scope, Open open, string outcome, string title, string reason, string field, string missing, CancellationToken cancellationToken)
    {
        var refusals = new List<Refusal>();
        ComplaintRules.RequireText(refusals, reason, missing, field, Complaint.NoteMaxLength);
        if (refusals.Count > 0)
        {
            return Outcome.Refused(refusals);
        }

        await GoAsync(scope, open.Work, outcome, title, reason, cancellationToken);
        Told(scope, open.Complaint.Id);
        return Outcome.Ok();
    }

    /// <summary>The desk and the hands of whoever leads the team; the step's own desk where they have none.</summary>
    private static async Task<Destination?> ToLeadAsync(WriteScope scope, WorkInHand work, CancellationToken cancellationToken)
    {
        var lead = await ComplaintTeam.MembersOf(scope.Db, work.Item.Id).Where(m => m.IsLead && m.StaffId != null).Select(m => new { Id = m.StaffId!.Value, m.Name }).FirstOrDefaultAsync(cancellationToken);
        return lead is not null
            && await ComplaintTeam.DeskOfAsync(scope.Db, work.Agency, lead.Id, scope.Now, cancellationToken) is { } desk
            && !await scope.Db.RequestExclusions.AnyAsync(x => x.RequestId == work.Item.Id && x.UserId == lead.Id && x.LiftedAt == null, cancellationToken)
            ? new Destination(desk, lead.Id, lead.Name)
            : null;
    }
}
