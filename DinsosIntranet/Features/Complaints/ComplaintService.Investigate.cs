using DinsosIntranet.Features.Audit.Domain;
using DinsosIntranet.Features.Complaints.Domain;
using DinsosIntranet.Features.Desks;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Data;
using Microsoft.EntityFrameworkCore;

namespace DinsosIntranet.Features.Complaints;

public sealed partial class ComplaintService
{
    private const string ToApproval = "ajukan";
    private const string Approved = "sahkan";
    private const string ToRevise = "perbaiki";
    private const string SuperiorDecided = "putusan";

    /// <summary>What the scan of the superior's letter is filed under.</summary>
    public const string SuperiorScan = "putusan-atasan";

    /// <summary>One line of the work log, by any member of the team.</summary>
    public Task<Outcome<Guid>> AddLogAsync(Guid id, LogInput input, ActionContext act, CancellationToken cancellationToken = default) =>
        writes.RunAsync<Guid>(
            act,
            async scope =>
            {
                scope.Audit("pengaduan.catatan-tim", WorkFlow.RecordKind, id, new AuditText().Fact("kegiatan", input.Kind?.ToString() ?? "-"));
                var loaded = await TeamWorkAsync(scope, id, leadOnly: false, cancellationToken);
                if (!loaded.IsOk)
                {
                    return loaded.AsFailure();
                }

                var work = loaded.Value.Work;
                var received = await scope.Db.ServiceRequests.Where(r => r.Id == id).Select(r => r.ReceivedAt).FirstAsync(cancellationToken);
                var refusals = InvestigationRules.Check(input, work.Agency.DateOf(received), work.Agency.DateOf(scope.Now));
                if (refusals.Count > 0)
                {
                    return Outcome.Refused(refusals);
                }

                var entryId = OrderedId.Create();
                scope.Db.ComplaintLog.Add(new ComplaintLogEntry
                {
                    Id = entryId,
                    ComplaintId = id,
                    Kind = input.Kind!.Value,
                    HappenedOn = input.HappenedOn!.Value,
                    TextCipher = texts.Close(entryId, new LogText(input.Place.Trim(), input.People.Trim(), input.Found.Trim())),
                    ById = scope.Actor.UserId,
                    ByText = scope.Actor.NameAndPosition,
                    At = scope.Now,
                });
                flow.AddHistory(scope, work, $"Kegiatan tim dicatat: {input.Kind.Value.Name().ToLowerInvariant()}", null, scope.Actor.NameAndPosition);
                Told(scope, id);
                return entryId;
            },
            cancellationToken);

    /// <summary>The written result, by whoever leads the team; goes to the head, or back there after a revision.</summary>
    public Task<Outcome> SubmitFindingsAsync(Guid id, FindingInput input, ActionContext act, CancellationToken cancellationToken = default) =>
        writes.RunAsync(
            act,
            async scope =>
            {
                scope.Audit("pengaduan.hasil", WorkFlow.RecordKind, id, new AuditText().Fact("kesimpulan", input.Verdict?.ToString() ?? "-"));
                var loaded = await TeamWorkAsync(scope, id, leadOnly: true, cancellationToken);
                if (!loaded.IsOk)
                {
                    return loaded.AsFailure();
                }

                List<Refusal> refusals = [.. InvestigationRules.Check(input)];
                ComplaintRules.Require(refusals, !await scope.Db.ComplaintLog.AnyAsync(e => e.ComplaintId == id, cancellationToken), "Catat dulu paling sedikit satu kegiatan tim.", nameof(input.Facts));
                if (refusals.Count > 0)
                {
                    return Outcome.Refused(refusals);
                }

                var open = loaded.Value;
                await SaveFindingAsync(scope, id, input, $"{scope.Actor.Name}, ketua tim", cancellationToken);
                await GoAsync(scope, open.Work, ToApproval, "Hasil pemeriksaan diajukan untuk disahkan", null, cancellationToken);
                Told(scope, id);
                return Outcome.Ok();
            },
            cancellationToken);

    /// <summary>
    /// The head approves the result. Where the complaint turned out to be about the head, what is recorded is the superior's
    /// approval, with the number of their letter.
    /// </summary>
    public Task<Outcome> ApproveFindingsAsync(Guid id, string superiorNumber, ActionContext act, CancellationToken cancellationToken = default) =>
        OnAsync(
            id,
            act,
            "pengaduan.sahkan",
            null,
            [ApproveAction],
            async (scope, open) =>
            {
                var finding = await scope.Db.ComplaintFindings.FirstAsync(f => f.Id == id, cancellationToken);
                var by = open.Work.Signature(scope.Actor);
                if (open.Complaint.IsAboutHead)
                {
                    var refusals = new List<Refusal>();
                    var superior = await scope.Db.ComplaintSuperiors.AsNoTracking().FirstOrDefaultAsync(cancellationToken);
                    InvestigationRules.CheckReference(refusals, superiorNumber);
                    ComplaintRules.Require(refusals, superior is null, "Atasan Kepala Dinas belum dicatat di Pengaturan, Pengaduan. Minta administrator mengisinya.", nameof(SuperiorDecision.Number));
                    if (refusals.Count > 0)
                    {
                        return Outcome.Refused(refusals);
                    }

                    (finding.SuperiorReference, by) = (superiorNumber.Trim(), superior!.Office);
                }

                (finding.ApprovedAt, finding.ApprovedByText) = (scope.Now, by);
                await GoAsync(scope, open.Work, Approved, open.Complaint.IsAboutHead ? $"Hasil pemeriksaan disahkan {by}" : "Hasil pemeriksaan disahkan", null, cancellationToken);
                Told(scope, id);
                return Outcome.Ok();
            },
            cancellationToken);

    /// <summary>Back to the team with what is to be changed. The note is kept beside the result, not in the story.</summary>
    public Task<Outcome> ReviseFindingsAsync(Guid id, string whatToRevise, ActionContext act, CancellationToken cancellationToken = default) =>
        OnAsync(
            id,
            act,
            "pengaduan.perbaiki-hasil",
            null,
            [ApproveAction],
            async (scope, open) =>
            {
                var refusals = new List<Refusal>();
                ComplaintRules.RequireText(refusals, whatToRevise, "Tulis apa yang perlu diperbaiki.", nameof(whatToRevise), Complaint.NoteMaxLength);
                if (refusals.Count > 0)
                {
                    return Outcome.Refused(refusals);
                }

                (await scope.Db.ComplaintFindings.FirstAsync(f => f.Id == id, cancellationToken)).RevisionNote = whatToRevise.Trim();
                await flow.AdvanceAsync(scope, open.Work, new StepTaken(ToRevise, "Hasil pemeriksaan diminta diperbaiki", null, await ToLeadAsync(scope, open.Work, cancellationToken)), cancellationToken);
                Told(scope, id);
                return Outcome.Ok();
            },
            cancellationToken);

    /// <summary>
    /// What the superior of the head decided, from their own letter: nothing of it is signed here, so that it can be recorded
    /// also where nobody of the agency may sign about it. The complainant is then answered.
    /// </summary>
    public Task<Outcome> RecordSuperiorAsync(Guid id, SuperiorDecision input, ActionContext act, CancellationToken cancellationToken = default) =>
        OnAsync(
            id,
            act,
            "pengaduan.putusan-atasan",
            new AuditText().Fact("kesimpulan", input.Finding.Verdict?.ToString() ?? "-"),
            [HandUpAction],
            async (scope, open) =>
            {
                var received = await scope.Db.ServiceRequests.Where(r => r.Id == id).Select(r => r.ReceivedAt).FirstAsync(cancellationToken);
                var agency = open.Work.Agency;
                List<Refusal> refusals = [.. InvestigationRules.Check(input, agency.DateOf(received), agency.DateOf(scope.Now))];
                var superior = await scope.Db.ComplaintSuperiors.AsNoTracking().FirstOrDefaultAsync(cancellationToken);
                ComplaintRules.Require(refusals, superior is null, "Atasan Kepala Dinas belum dicatat di Pengaturan, Pengaduan. Minta administrator mengisinya.", nameof(input.Number));
                ComplaintRules.Require(refusals, !open.Work.Step.Outcomes.Any(o => o.Code == SuperiorDecided), "Prosedur pengaduan ini belum mengenal putusan atasan.", nameof(input.Number));
                if (refusals.Count > 0)
                {
                    return Outcome.Refused(refusals);
                }

                await letters.DropDraftsAsync(scope, id, cancellationToken);
                var finding = await SaveFindingAsync(scope, id, input.Finding, superior!.Office, cancellationToken);
                (finding.ApprovedAt, finding.ApprovedByText) = (scope.Now, superior.Office);
                finding.SuperiorReference = $"{input.Number.Trim()}, {Shared.Text.IndonesianDates.Short(input.DatedOn!.Value)}";
                await GoAsync(scope, open.Work, SuperiorDecided, $"Putusan {superior.Office} dicatat, surat nomor {input.Number.Trim()}", null, cancellationToken);
                Told(scope, id);
                return Outcome.Ok();
            },
            cancellationToken);

    private async Task<ComplaintFinding> SaveFindingAsync(WriteScope scope, Guid id, FindingInput input, string by, CancellationToken cancellationToken)
    {
        var cipher = texts.Close(id, new FindingText(input.Facts.Trim(), input.Recommendation.Trim()));
        if (await scope.Db.ComplaintFindings.FirstOrDefaultAsync(f => f.Id == id, cancellationToken) is { } finding)
        {
            (finding.Verdict, finding.TextCipher, finding.ById, finding.ByText, finding.SubmittedAt, finding.RevisionNote) = (input.Verdict!.Value, cipher, scope.Actor.UserId, by, scope.Now, null);
            return finding;
        }

        finding = new ComplaintFinding
        {
            Id = id,
            Verdict = input.Verdict!.Value,
            TextCipher = cipher,
            ById = scope.Actor.UserId,
            ByText = by,
            SubmittedAt = scope.Now,
            Version = Guid.CreateVersion7(),
        };
        scope.Db.ComplaintFindings.Add(finding);
        return finding;
    }

    /// <summary>A complaint under examination, refused unless the actor is in its team.</summary>
    private async Task<Outcome<Open>> TeamWorkAsync(WriteScope scope, Guid id, bool leadOnly, CancellationToken cancellationToken)
    {
        var loaded = await InvestigatingAsync(scope, id, cancellationToken);
        if (!loaded.IsOk)
        {
            return loaded;
        }

        var isLead = await ComplaintTeam.MembersOf(scope.Db, id).Where(m => m.StaffId == scope.Actor.UserId).Select(m => (bool?)m.IsLead).FirstOrDefaultAsync(cancellationToken);
        if (isLead is null)
        {
            return Outcome.Forbidden("Yang mencatat hanya anggota tim. Penolakan ini dicatat.");
        }

        if (leadOnly && isLead == false)
        {
            return Outcome.Forbidden("Hasil pemeriksaan diajukan ketua tim. Penolakan ini dicatat.");
        }

        return loaded.Value.Work.Item.IsPaused ? Outcome.Refused("Jam pengaduan ini sedang dijeda. Lanjutkan jam dulu.") : loaded;
    }

    private async Task<Outcome<Open>> InvestigatingAsync(WriteScope scope, Guid id, CancellationToken cancellationToken)
    {
        var loaded = await flow.LoadAsync(scope, id, cancellationToken);
        if (!loaded.IsOk || await scope.Db.Complaints.FirstOrDefaultAsync(c => c.Id == id, cancellationToken) is not { } complaint)
        {
            return Outcome.NotFound("Pengaduan tidak ditemukan.");
        }

        return loaded.Value.Item.IsOpen && loaded.Value.Step.Action == InvestigateAction
            ? new Open(loaded.Value, complaint)
            : Outcome.Conflict("Pengaduan ini tidak sedang diperiksa tim. Muat ulang halaman.");
    }
}
