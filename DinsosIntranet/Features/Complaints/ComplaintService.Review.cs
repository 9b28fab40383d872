using DinsosIntranet.Features.Audit.Domain;
using DinsosIntranet.Features.Complaints.Domain;
using DinsosIntranet.Features.Desks;
using DinsosIntranet.Features.Desks.Domain;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Data;
using Microsoft.EntityFrameworkCore;

namespace DinsosIntranet.Features.Complaints;

public sealed partial class ComplaintService
{
    private const string ToAgenda = "agenda";
    private const string ToPassOn = "bukan-kewenangan";
    private const string ToSuperior = "atasan";
    private const string ToTeam = "tim";

    /// <summary>Classes a complaint and sends it on its way; what the head is complained of for never takes the way to the head.</summary>
    public Task<Outcome> ReviewAsync(Guid id, ReviewInput input, ActionContext act, CancellationToken cancellationToken = default) =>
        OnAsync(
            id,
            act,
            "pengaduan.telaah",
            new AuditText().Fact("jalan", input.Way?.ToString() ?? "-"),
            [ReviewAction],
            async (scope, open) =>
            {
                var accused = await scope.Db.ComplaintAccused.Where(a => a.ComplaintId == id).Select(a => a.StaffId).ToListAsync(cancellationToken);
                List<Refusal> refusals = [.. ReviewRules.Check(input, open.Complaint, open.Work.Standard, accused, reference.Classes)];
                if (input.Way == ReviewWay.AnsweredAtOnce && refusals.Count == 0)
                {
                    refusals.AddRange(await CheckAtOnceAsync(scope, input.Answer, accused, cancellationToken));
                }

                if (refusals.Count > 0)
                {
                    return Outcome.Refused(refusals);
                }

                if (input.ClassCode.Length > 0)
                {
                    await SetClassAsync(scope, open, input.ClassCode, Optional(input.Note), cancellationToken);
                }

                await TakeAsync(scope, open, input, cancellationToken);
                Told(scope, id);
                return Outcome.Ok();
            },
            cancellationToken);

    /// <summary>Puts an open complaint in another class. Its limit is counted again from the same start, with the pauses there were.</summary>
    public Task<Outcome> ClassifyAsync(Guid id, ClassInput input, ActionContext act, CancellationToken cancellationToken = default) =>
        writes.RunAsync(
            act,
            async scope =>
            {
                scope.Audit("pengaduan.golongan", WorkFlow.RecordKind, id);
                var loaded = await flow.LoadAsync(scope, id, cancellationToken);
                if (!loaded.IsOk || await scope.Db.Complaints.FirstOrDefaultAsync(c => c.Id == id, cancellationToken) is not { } complaint)
                {
                    return Outcome.NotFound("Pengaduan tidak ditemukan.");
                }

                var work = loaded.Value;
                if (!work.Item.IsOpen)
                {
                    return Outcome.Conflict("Pengaduan ini sudah selesai.");
                }

                if (!ComplaintAccess.MayClassify(work.Item, work.Desk, scope.Actor))
                {
                    return Outcome.Forbidden();
                }

                var refusals = ReviewRules.Check(input, complaint, work.Standard);
                if (refusals.Count > 0)
                {
                    return Outcome.Refused(refusals);
                }

                await SetClassAsync(scope, new Open(work, complaint), input.ClassCode, Optional(input.Reason), cancellationToken);
                Told(scope, id);
                return Outcome.Ok();
            },
            cancellationToken);

    /// <summary>Somebody turned out to be meant by it: they are kept out from now on, and it leaves a desk where only they work.</summary>
    public Task<Outcome> AddAccusedAsync(Guid id, Guid? staffId, ActionContext act, CancellationToken cancellationToken = default) =>
        OnAsync(
            id,
            act,
            "pengaduan.terlapor",
            null,
            [ReviewAction, HandleAction, TeamAction, InvestigateAction],
            async (scope, open) =>
            {
                if (staffId is not { } accused || !await scope.Db.Users.AnyAsync(u => u.Id == accused && u.DisabledAt == null, cancellationToken))
                {
                    return Outcome.Refused("Pilih pegawai yang diadukan.", nameof(staffId));
                }

                if (accused == scope.Actor.UserId)
                {
                    return Outcome.Refused("Pengaduan tentang Anda tidak Anda tangani. Lepas dulu, lalu minta rekan mencatatnya.", nameof(staffId));
                }

                if (await scope.Db.ComplaintAccused.AnyAsync(a => a.ComplaintId == id && a.StaffId == accused, cancellationToken))
                {
                    return Outcome.Conflict("Pegawai ini sudah dicatat sebagai yang diadukan.");
                }

                await AddAccusedAsync(scope, id, [accused], cancellationToken);
                var excluded = await exclusions.AddAsync(scope, id, accused, ExclusionReason.Accused, cancellationToken);
                if (!excluded.IsOk)
                {
                    return excluded.AsFailure();
                }

                open.Complaint.IsAboutHead |= await ComplaintStaff.IsHeadAsync(scope.Db, [accused], cancellationToken);
                flow.AddHistory(scope, open.Work, "Catatan yang diadukan dilengkapi", null);
                Told(scope, id);
                return Outcome.Ok();
            },
            cancellationToken);

    private async Task TakeAsync(WriteScope scope, Open open, ReviewInput input, CancellationToken cancellationToken)
    {
        switch (input.Way)
        {
            case ReviewWay.AnsweredAtOnce:
                await AnswerAtOnceAsync(scope, open, input.Answer, open.Complaint.ChannelCode == "telepon" ? "telepon" : "langsung", cancellationToken);
                break;
            case ReviewWay.PassOn:
                await GoAsync(scope, open.Work, ToPassOn, "Ditelaah: bukan kewenangan dinas", input.Note, cancellationToken);
                break;
            case ReviewWay.HandUp:
                await GoAsync(scope, open.Work, ToSuperior, "Ditelaah: diserahkan ke atasan", null, cancellationToken);
                break;
            case ReviewWay.Team:
                await GoAsync(scope, open.Work, ToTeam, $"Ditelaah: {reference.ClassName(open.Complaint.ClassCode).ToLowerInvariant()}, perlu tim", input.Note, cancellationToken);
                break;
            default:
                await GoAsync(scope, open.Work, ToAgenda, $"Ditelaah: {reference.ClassName(open.Complaint.ClassCode).ToLowerInvariant()}", input.Note, cancellationToken);
                break;
        }
    }

    private async Task GoAsync(WriteScope scope, WorkInHand work, string outcome, string title, string? detail, CancellationToken cancellationToken) =>
        await flow.AdvanceAsync(scope, work, new StepTaken(outcome, title, detail, await RouteAsync(scope, work, outcome, cancellationToken)), cancellationToken);

    private async Task SetClassAsync(WriteScope scope, Open open, string classCode, string? note, CancellationToken cancellationToken)
    {
        var earlier = open.Complaint.ClassCode;
        if (earlier == classCode)
        {
            return;
        }

        open.Complaint.Classify(classCode, note, scope.Actor.UserId, open.Work.Signature(scope.Actor), scope.Now);
        var limit = ComplaintWords.LimitOf(open.Work.Standard, classCode)!;
        var due = await WorkFlow.SetPromiseAsync(scope, open.Work, limit, cancellationToken);
        scope.Audit("pengaduan.batas", WorkFlow.RecordKind, open.Complaint.Id, new AuditText().Changed("golongan", earlier, classCode).Changed("batas", due.Before, due.After));
        var name = reference.ClassName(classCode).ToLowerInvariant();
        flow.AddHistory(scope, open.Work, earlier is null ? $"Digolongkan {name}, batas {limit.Text}" : $"Golongan diubah: {reference.ClassName(earlier).ToLowerInvariant()} menjadi {name}, batas {limit.Text} sejak diterima", note);
    }
}
