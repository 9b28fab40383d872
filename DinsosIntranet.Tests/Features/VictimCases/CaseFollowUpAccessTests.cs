using DinsosIntranet.Features.VictimCases;
using DinsosIntranet.Features.VictimCases.Domain;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Data;
using DinsosIntranet.Tests.Shared.Files;
using DinsosIntranet.Tests.Support;

namespace DinsosIntranet.Tests.Features.VictimCases;

/// <summary>Every act on a case asks again who may, and the papers hold what they may and no more.</summary>
public sealed class CaseFollowUpAccessTests
{
    private static readonly string[] Told = [TestData.VictimName, TestData.VictimNik, TestData.SafePhone, TestData.AccusedName, TestData.Narrative, TestData.ReceiverName, TestData.Feedback, "Rahasia Sunyi", "suara keras", "kamar penuh", "Mendengar keterangan"];

    [Theory]
    [InlineData("gilang", OutcomeKind.Forbidden)]
    [InlineData("asep", OutcomeKind.Forbidden)]
    [InlineData("nani", OutcomeKind.Forbidden)]
    [InlineData("admin", OutcomeKind.NotFound)]
    public async Task Acts_OutsideTheTeam_NoneSucceeds(string by, OutcomeKind expected)
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        var (caseId, referral) = await agency.Data.ReferredCaseAsync();
        var attachment = await agency.Data.AttachmentAsync(caseId);

        Assert.All(await EveryActAsync(agency, caseId, referral, attachment, by), o => Assert.Equal(expected, o.Kind));
    }

    [Fact]
    public async Task Acts_MemberLetGoAMinuteAgo_NoneSucceeds()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        var (caseId, referral) = await agency.Data.ReferredCaseAsync();
        var attachment = await agency.Data.AttachmentAsync(caseId);
        await agency.Data.Cases.AddMemberAsync(caseId, agency.UserId("gilang"), await agency.ActAsync("sari"));
        await agency.Data.OpenCaseAsync(caseId, "gilang");
        await agency.Data.Cases.RemoveMemberAsync(caseId, agency.UserId("gilang"), await agency.ActAsync("sari"));

        Assert.All(await EveryActAsync(agency, caseId, referral, attachment, "gilang"), o => Assert.Equal(OutcomeKind.Forbidden, o.Kind));
    }

    [Fact]
    public async Task Acts_OpeningOver_AskedToOpenAgain()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        var (caseId, referral) = await agency.Data.ReferredCaseAsync();
        var attachment = await agency.Data.AttachmentAsync(caseId);
        agency.Time.Advance(TimeSpan.FromMinutes(CaseService.OpeningMinutes));

        Assert.All(await EveryActAsync(agency, caseId, referral, attachment, "sari"), o => Assert.Equal(CaseService.OpeningField, Assert.Single(o.Refusals).Field));
    }

    [Fact]
    public async Task Acts_HeadWhoIsNotOfTheTeam_LooksButDoesNotWork()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        var (caseId, referral) = await agency.Data.ReferredCaseAsync();
        await agency.Data.OpenCaseAsync(caseId, "lina", "supervisi");

        Assert.Equal(OutcomeKind.Forbidden, (await agency.Data.SendReferralAsync(caseId, referral, "lina")).Kind);
        Assert.True((await agency.Data.Cases.PrintPaperAsync(caseId, CasePaperKind.Redacted, null, "berkas-fisik", await agency.ActAsync("lina"))).IsOk);
    }

    [Fact]
    public async Task Trail_AfterAWholeCase_HoldsNothingThatWasTold()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        var (caseId, reviewId) = await agency.Data.AssessedCaseAsync();
        await agency.Data.Cases.DecideAssessmentAsync(new Decision { CaseId = caseId, Id = reviewId, State = ReviewState.Revision, Note = Told[8] }, await agency.ActAsync("lina"));
        await agency.Data.SaveAsync(caseId, CaseBlocks.Service, TestData.ReturnValues());
        var referral = (await agency.Data.SaveAsync(caseId, CaseBlocks.Referral, TestData.ReferralValues("identitas,kontak,kekerasan"))).Value;
        var act = await agency.ActAsync("sari");
        Assert.True((await agency.Data.SendReferralAsync(caseId, referral)).IsOk);
        Assert.True((await agency.Data.Cases.AnswerReferralAsync(new AnswerReferral { CaseId = caseId, ReferralId = referral.Id, State = ReferralState.Refused, Answer = "kamar penuh" }, act)).IsOk);
        Assert.True((await agency.Data.Cases.BookHearingAsync(agency.Data.Hearing(caseId), act)).IsOk);

        var trail = await agency.TrailAsync();

        Assert.All(trail, r => Assert.All(Told, word => Assert.DoesNotContain(word, r.Text, StringComparison.OrdinalIgnoreCase)));
        Assert.True((await agency.CheckTrailAsync()).IsIntact);
    }

    [Fact]
    public async Task Redacted_AWholeCase_NamesNobody()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        var (caseId, _) = await agency.Data.AssessedCaseAsync();
        await agency.Data.SaveAsync(caseId, CaseBlocks.Service, TestData.ReturnValues());

        var text = await TextAsync(agency, caseId, CasePaperKind.Redacted);

        Assert.Contains("13–17 tahun", text, StringComparison.Ordinal);
        Assert.Contains("Pemulangan", text, StringComparison.Ordinal);
        Assert.All([.. Told, "Parage", "2011", "K-01"], word => Assert.DoesNotContain(word, text, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task AssessmentReport_Approved_SaysByWhom()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        var (caseId, reviewId) = await agency.Data.AssessedCaseAsync();
        Assert.Contains("belum diputus", await TextAsync(agency, caseId, CasePaperKind.AssessmentReport), StringComparison.Ordinal);
        await agency.Data.Cases.DecideAssessmentAsync(new Decision { CaseId = caseId, Id = reviewId, State = ReviewState.Approved }, await agency.ActAsync("lina"));

        var text = await TextAsync(agency, caseId, CasePaperKind.AssessmentReport);

        Assert.Contains("Disetujui Lina", text, StringComparison.Ordinal);
        Assert.Contains("takut pada suara keras", text, StringComparison.Ordinal);
        Assert.Contains("Dicetak Sari Wulandari", text, StringComparison.Ordinal);
    }

    private static async Task<string> TextAsync(TestAgency agency, Guid caseId, CasePaperKind kind)
    {
        var print = (await agency.Data.Cases.PrintPaperAsync(caseId, kind, null, "sidang", await agency.ActAsync("sari"))).Value;
        return PdfText.Text((await agency.Get<CaseFormWriter>().FetchAsync(print, await agency.ActorAsync("sari")))!.Content);
    }

    private static async Task<IReadOnlyList<Outcome>> EveryActAsync(TestAgency agency, Guid caseId, SavedBlock referral, Guid attachment, string by)
    {
        var (cases, act) = (agency.Data.Cases, await agency.ActAsync(by));
        using var content = new MemoryStream(SampleFiles.Png());
        var decision = new Decision { CaseId = caseId, Id = Guid.CreateVersion7(), State = ReviewState.Approved };
        return
        [
            await cases.SubmitAssessmentAsync(caseId, act),
            await cases.DecideAssessmentAsync(decision, act),
            await cases.SendReferralAsync(caseId, referral.Id, referral.Version, act),
            await cases.AnswerReferralAsync(new AnswerReferral { CaseId = caseId, ReferralId = referral.Id, State = ReferralState.Accepted }, act),
            await cases.BookHearingAsync(agency.Data.Hearing(caseId), act),
            await cases.CancelHearingAsync(caseId, Guid.CreateVersion7(), act),
            await cases.ReportHandedInAsync(caseId, Guid.CreateVersion7(), act),
            await cases.SubmitCompanionLetterAsync(caseId, Guid.CreateVersion7(), act),
            await cases.ProposeClosureAsync(agency.Data.Closing(caseId), act),
            await cases.DecideClosureAsync(decision, act),
            await cases.ReopenAsync(new ReopenCase { CaseId = caseId, Reason = "lagi" }, act),
            await cases.AddAttachmentAsync(new AddCaseFile(caseId, "visum", "a.png", content), act),
            await cases.OpenAttachmentAsync(caseId, attachment, "menangani", act),
            await cases.RemoveAttachmentAsync(caseId, attachment, act),
            await cases.PrintPaperAsync(caseId, CasePaperKind.Redacted, null, "sidang", act),
        ];
    }
}
