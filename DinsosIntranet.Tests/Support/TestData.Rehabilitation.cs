using DinsosIntranet.Features.Desks;
using DinsosIntranet.Features.Dispositions;
using DinsosIntranet.Features.VictimCases;
using DinsosIntranet.Features.VictimCases.Domain;
using DinsosIntranet.Shared.Acting;
using Microsoft.EntityFrameworkCore;

namespace DinsosIntranet.Tests.Support;

/// <summary>Cases of standard 001, walked by nani (counter), hendra or ratna (direction) and gilang (social worker of Rehsos).</summary>
public sealed partial class TestData
{
    public const string Directing = "a2-arahan";
    public const string Leading = "a3-antar";
    public const string Assessing = "a4-asesmen";
    public const string PoliceDisposing = "b2-disposisi";
    public const string PoliceHandling = "b3-layanan";

    /// <summary>What an official might carelessly write about a case; it must not be found anywhere either.</summary>
    public const string CarelessNote = "Temui Melati Kenanga Putri di rumah bibinya";

    public static RegisterCase FaceToFace() => CaseReport() with { StandardCode = "rehabilitasi-ktk", ChannelCode = "tatap-muka" };

    public static RegisterCase PoliceLetter() => new()
    {
        CaseId = Guid.CreateVersion7(),
        StandardCode = "rehabilitasi-ktk",
        ChannelCode = "surat",
        Source = "kepolisian",
        Risk = "tinggi",
        Sender = "Polres Manggarai Timur, Unit PPA",
        LetterNumber = "B/117/XI/2026/Reskrim",
        LetterDate = new DateOnly(2026, 11, 20),
    };

    /// <summary>Directs a case to one named official, by hand or at the desk alone.</summary>
    public async Task<Outcome> DirectAsync(Guid caseId, string by = "hendra", string? to = "gilang", string? note = null)
    {
        var outcome = await agency.Get<DispositionService>().GiveAsync(
            new GiveDisposition { RequestId = caseId, ToDeskCode = "pekerja-sosial", ToUserId = to is null ? null : agency.UserId(to), Instructions = ["tindak-lanjut"], Note = note },
            await agency.ActAsync(by));
        return outcome.IsOk ? Outcome.Ok() : outcome.AsFailure();
    }

    public async Task<Outcome> LeadInAsync(Guid caseId, string? note = null) =>
        await agency.Get<DeskService>().MoveAsync(new MoveRequest { RequestId = caseId, StepId = Leading, Outcome = "antar", Note = note }, await agency.ActAsync("nani"));

    /// <summary>A case of the face-to-face channel in the hands of gilang, its content open to him.</summary>
    public async Task<RegisteredCase> AssessingAsync(string? note = null)
    {
        var registered = await CaseAsync(FaceToFace());
        Require(await DirectAsync(registered.Id, note: note));
        Require(await LeadInAsync(registered.Id));
        Require(await OpenCaseAsync(registered.Id, "gilang"));
        return registered;
    }

    /// <summary>Everything of the first two forms, and the assessment, written down by gilang.</summary>
    public async Task FillAsync(Guid caseId, string by = "gilang")
    {
        foreach (var (kind, values) in ReportBlocks().Append((CaseBlocks.Assessment, AssessmentValues())))
        {
            var parent = kind == CaseBlocks.Violence ? await BlockIdAsync(caseId, CaseBlocks.Victim) : null;
            Require(await SaveAsync(caseId, kind, values, parent, by));
        }
    }

    /// <summary>The closing of a case of standard 001: what gilang assessed is approved by imas, then his proposal to close.</summary>
    public async Task ApprovedRehabilitationAsync(Guid caseId)
    {
        Require(await OpenCaseAsync(caseId, "imas", "supervisi"));
        if (await BlockIdAsync(caseId, CaseBlocks.Assessment) is not null)
        {
            Require(await SaveAsync(caseId, CaseBlocks.Plan, PlanValues(), by: "gilang"));
            Require(await Cases.SubmitAssessmentAsync(caseId, await agency.ActAsync("gilang")));
            await using var db = agency.OpenDb();
            var review = await db.AssessmentReviews.Where(r => r.CaseId == caseId).Select(r => r.Id).SingleAsync();
            Require(await Cases.DecideAssessmentAsync(new Decision { CaseId = caseId, Id = review, State = ReviewState.Approved }, await agency.ActAsync("imas")));
        }

        Require(await Cases.ProposeClosureAsync(Closing(caseId), await agency.ActAsync("gilang")));
        Require(await Cases.DecideClosureAsync(new Decision { CaseId = caseId, Id = await ClosureIdAsync(caseId), State = ReviewState.Approved }, await agency.ActAsync("imas")));
    }

    public async Task<Outcome> LeaveAsync(Guid caseId, string step, string outcome, string by = "gilang") =>
        await Cases.LeaveStepAsync(new LeaveStep(caseId, step, outcome), await agency.ActAsync(by));

    public static Dictionary<string, string> AssessmentValues() => new()
    {
        ["psikis"] = "sulit tidur sejak kejadian",
        ["kebutuhan"] = "konseling dan akta kelahiran",
        ["perlu-rencana"] = CaseBlocks.No,
        ["penilai"] = "Gilang Ramadhan",
        ["tanggal"] = "2026-11-23",
    };

    public static Dictionary<string, string> ServiceValues() => new()
    {
        ["tanggal"] = "2026-11-23",
        ["jenis"] = "rehabilitasi",
        ["rincian"] = "bimbingan mental",
        ["instansi"] = "Dinas Sosial",
    };
}
