using DinsosIntranet.Features.VictimCases;
using DinsosIntranet.Features.VictimCases.Domain;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Tests.Shared.Files;
using Microsoft.EntityFrameworkCore;

namespace DinsosIntranet.Tests.Support;

/// <summary>What goes on in a case after it was written down: assessment, referrals, appointments, closing.</summary>
public sealed partial class TestData
{
    public const string ReceiverName = "Wati Suryani";
    public const string Feedback = "Saya sudah berani pulang sendiri";

    public static Dictionary<string, string> ReferralValues(string opened = "kejadian") => new()
    {
        [ReferralRules.Recipient] = "rsud",
        [ReferralRules.Victims] = "1",
        [ReferralRules.Needs] = "visum",
        ["alasan"] = "perlu visum karena " + Narrative,
        [ReferralRules.Consented] = CaseBlocks.Yes,
        [ReferralRules.ConsentBy] = "wali",
        [ReferralRules.ConsentName] = ReceiverName,
        [ReferralRules.ConsentOn] = "2026-11-20",
        [ReferralRules.ConsentUntil] = "2027-02-20",
        [ReferralRules.Opened] = opened,
        [ReferralRules.AnswerBy] = "2026-11-30",
    };

    public static Dictionary<string, string> ReturnValues(string receiver = ReceiverName) => new()
    {
        [ReferralRules.Victims] = "1",
        ["tanggal"] = "2026-11-22",
        [ServiceRules.Kind] = ServiceRules.Repatriation,
        ["instansi"] = "Dinas Sosial",
        ["rencana-pulang"] = "Diantar ke rumah bibi",
        ["alamat-tujuan"] = "Kp. Rahasia Sunyi RT 009",
        [ServiceRules.Safety] = "aman",
        [ServiceRules.Receiver] = receiver,
        ["hubungan-penerima"] = "Bibi",
        [ServiceRules.ReceiverChecked] = CaseBlocks.Yes,
        [ServiceRules.FollowUpOn] = "2026-12-04",
    };

    public static Dictionary<string, string> LastVisitValues() => new() { ["tanggal"] = "2026-11-22", ["keselamatan"] = "aman", [CaseBlocks.LastMonitoring] = CaseBlocks.Yes };

    public static Dictionary<string, string> FollowUpAssessmentValues() => new()
    {
        ["psikis"] = "takut pada suara keras",
        ["kebutuhan"] = "konseling",
        ["perlu-rencana"] = CaseBlocks.No,
        ["penilai"] = "Sari Wulandari",
        ["tanggal"] = "2026-11-22",
    };

    public static Dictionary<string, string> PlanValues() => new()
    {
        ["tujuan"] = "kembali bersekolah",
        ["layanan"] = "rehabilitasi",
        ["penanggung-jawab"] = "Sari Wulandari",
        ["target"] = "2026-12-22",
        ["disetujui-klien"] = CaseBlocks.Yes,
    };

    /// <summary>A case with assessment and plan put before the head of the unit, lina, who has opened it.</summary>
    public async Task<(Guid CaseId, Guid ReviewId)> AssessedCaseAsync()
    {
        var registered = await FilledCaseAsync();
        Require(await SaveAsync(registered.Id, CaseBlocks.Assessment, FollowUpAssessmentValues()));
        Require(await SaveAsync(registered.Id, CaseBlocks.Plan, PlanValues()));
        Require(await Cases.SubmitAssessmentAsync(registered.Id, await agency.ActAsync("sari")));
        Require(await OpenCaseAsync(registered.Id, "lina", "supervisi"));
        await using var db = agency.OpenDb();
        return (registered.Id, await db.AssessmentReviews.Where(r => r.CaseId == registered.Id).OrderByDescending(r => r.Round).Select(r => r.Id).FirstAsync());
    }

    /// <summary>A case with one referral written down, not yet sent.</summary>
    public async Task<(Guid CaseId, SavedBlock Referral)> ReferredCaseAsync(IReadOnlyDictionary<string, string>? values = null)
    {
        var registered = await FilledCaseAsync();
        return (registered.Id, (await SaveAsync(registered.Id, CaseBlocks.Referral, values ?? ReferralValues())).Value);
    }

    public async Task<Outcome> SendReferralAsync(Guid caseId, SavedBlock referral, string by = "sari") =>
        await Cases.SendReferralAsync(caseId, referral.Id, referral.Version, await agency.ActAsync(by));

    /// <summary>A hearing on 30 November 2026, by default from 09.00 to 12.00 with sari.</summary>
    public BookHearing Hearing(Guid caseId, string from = "09.00", string until = "12.00", string companion = "sari") => new()
    {
        CaseId = caseId,
        HearingId = Guid.CreateVersion7(),
        Kind = "sidang",
        Stage = "pengadilan-tingkat-i",
        Place = "Pengadilan Negeri Rangkasbitung",
        Agenda = "Mendengar keterangan korban",
        Day = new DateOnly(2026, 11, 30),
        From = from,
        Until = until,
        CompanionId = agency.UserId(companion),
        ReportDue = new DateOnly(2026, 11, 27),
    };

    public ProposeClosure Closing(Guid caseId) => new()
    {
        CaseId = caseId,
        Reason = "tujuan-tercapai",
        Checks = [.. agency.Get<CaseReference>().List(CaseReference.ClosingChecks).Select(c => c.Code)],
        Feedback = Feedback,
    };

    /// <summary>Proposes the closing as sari and approves it as lina.</summary>
    public async Task ApprovedClosureAsync(Guid caseId)
    {
        Require(await Cases.ProposeClosureAsync(Closing(caseId), await agency.ActAsync("sari")));
        Require(await OpenCaseAsync(caseId, "lina", "supervisi"));
        Require(await Cases.DecideClosureAsync(new Decision { CaseId = caseId, Id = await ClosureIdAsync(caseId), State = ReviewState.Approved }, await agency.ActAsync("lina")));
    }

    public async Task<Guid> ClosureIdAsync(Guid caseId)
    {
        await using var db = agency.OpenDb();
        return await db.CaseClosures.Where(c => c.CaseId == caseId).OrderByDescending(c => c.Round).Select(c => c.Id).FirstAsync();
    }

    /// <summary>A case at its last step with a last visit, to be closed.</summary>
    public async Task<Guid> VisitedCaseAsync()
    {
        var registered = await FilledCaseAsync();
        var act = await agency.ActAsync("sari");
        Require(await Cases.LeaveStepAsync(new LeaveStep(registered.Id, CaseReporting, "tercatat"), act));
        Require(await SaveAsync(registered.Id, CaseBlocks.Service, ReturnValues()));
        Require(await Cases.LeaveStepAsync(new LeaveStep(registered.Id, CaseOutreach, "tanpa-rujukan"), act));
        Require(await SaveAsync(registered.Id, CaseBlocks.Monitoring, LastVisitValues()));
        return registered.Id;
    }

    public async Task<Guid> AttachmentAsync(Guid caseId, string name = "visum.png", string by = "sari")
    {
        using var content = new MemoryStream(SampleFiles.Png());
        Require(await Cases.AddAttachmentAsync(new AddCaseFile(caseId, "visum", name, content), await agency.ActAsync(by)));
        await using var db = agency.OpenDb();
        return await db.CaseAttachments.Where(a => a.CaseId == caseId).OrderByDescending(a => a.Id).Select(a => a.Id).FirstAsync();
    }
}
