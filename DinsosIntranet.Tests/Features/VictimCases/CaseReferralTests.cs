using DinsosIntranet.Features.VictimCases;
using DinsosIntranet.Features.VictimCases.Domain;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Data;
using DinsosIntranet.Tests.Support;

namespace DinsosIntranet.Tests.Features.VictimCases;

/// <summary>Nothing leaves the agency without consent for this recipient, and nothing the consent does not open.</summary>
public sealed class CaseReferralTests
{
    [Fact]
    public async Task Letter_ConsentToTheEventOnly_HoldsNothingElse()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        var (caseId, referral) = await agency.Data.ReferredCaseAsync();
        Assert.True((await agency.Data.SendReferralAsync(caseId, referral)).IsOk);

        var paper = (await PaperAsync(agency, caseId, referral.Id))!;

        var text = PdfText.Text(paper.Content);
        Assert.Contains("RSUD dr. Adjidarmo", text, StringComparison.Ordinal);
        Assert.Contains("Rumah tangga", text, StringComparison.Ordinal);
        Assert.Contains("Lembar balasan rujukan", text, StringComparison.Ordinal);
        Assert.Contains("Rahasia. Hanya untuk RSUD dr. Adjidarmo.", text, StringComparison.Ordinal);
        Assert.All(
            new[] { TestData.VictimName, TestData.VictimNik, TestData.SafePhone, TestData.AccusedName, TestData.Narrative, TestData.ReceiverName, "Rahasia Sunyi" },
            word => Assert.DoesNotContain(word, text, StringComparison.OrdinalIgnoreCase));
        Assert.Equal(2, PdfText.Pages(paper.Content));
        Assert.DoesNotContain("RSUD", paper.FileName, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Letter_ConsentToIdentity_HoldsIt()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        var (caseId, referral) = await agency.Data.ReferredCaseAsync(TestData.ReferralValues("identitas"));
        await agency.Data.SendReferralAsync(caseId, referral);

        var text = PdfText.Text((await PaperAsync(agency, caseId, referral.Id))!.Content);

        Assert.Contains(TestData.VictimName, text, StringComparison.Ordinal);
        Assert.DoesNotContain(TestData.SafePhone, text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Send_NoConsent_RefusedAndTheCaseGoesOn()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        var (caseId, referral) = await agency.Data.ReferredCaseAsync(new Dictionary<string, string>(TestData.ReferralValues()) { [ReferralRules.Consented] = CaseBlocks.No });

        Assert.Equal(ReferralRules.Consented, (await agency.Data.SendReferralAsync(caseId, referral)).Refusals.Single().Field);

        Assert.Empty(StageRules.Missing(StageRules.Refer, [new FilledBlock(referral.Id, CaseBlocks.Referral, 1, null, BlockValues.From(TestData.ReferralValues()))]));
        Assert.True((await agency.Data.SaveAsync(caseId, CaseBlocks.Service, TestData.ReturnValues())).IsOk);
    }

    [Fact]
    public async Task Print_ConsentWithdrawnAfterSending_NoLetterAnyMore()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        var (caseId, referral) = await agency.Data.ReferredCaseAsync();
        await agency.Data.SendReferralAsync(caseId, referral);
        var printing = (await agency.Data.Cases.PrintPaperAsync(caseId, CasePaperKind.ReferralLetter, referral.Id, "rujukan", await agency.ActAsync("sari"))).Value;

        var saved = await ChangeAsync(agency, caseId, referral, (ReferralRules.WithdrawnOn, "2026-11-23"));

        Assert.True(saved.IsOk);
        Assert.Equal("Persetujuan sudah ditarik.", (await agency.Data.Cases.PrintPaperAsync(caseId, CasePaperKind.ReferralLetter, referral.Id, "rujukan", await agency.ActAsync("sari"))).Message);
        Assert.Null(await agency.Get<CaseFormWriter>().FetchAsync(printing, await agency.ActorAsync("sari")));
    }

    [Fact]
    public async Task Save_SentAlready_OnlyTheWithdrawalMayChange()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        var (caseId, referral) = await agency.Data.ReferredCaseAsync();
        await agency.Data.SendReferralAsync(caseId, referral);

        Assert.Equal(ReferralRules.Opened, (await ChangeAsync(agency, caseId, referral, (ReferralRules.Opened, "identitas"))).Refusals.Single().Field);
        Assert.Equal(OutcomeKind.Refused, (await agency.Data.Cases.RemoveBlockAsync(caseId, referral.Id, referral.Version, await agency.ActAsync("sari"))).Kind);
    }

    [Fact]
    public async Task Send_Twice_ToldWhoWasFirst()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        var (caseId, referral) = await agency.Data.ReferredCaseAsync();
        await agency.Data.SendReferralAsync(caseId, referral);

        Assert.StartsWith("Rujukan ini sudah dikirim Sari Wulandari", (await agency.Data.SendReferralAsync(caseId, referral)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Answer_RefusedByTheRecipient_NeedsTheirReasonAndEndsTheReminder()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        var (caseId, referral) = await agency.Data.ReferredCaseAsync();
        await agency.Data.SendReferralAsync(caseId, referral);
        var act = await agency.ActAsync("sari");
        agency.Time.Advance(TimeSpan.FromDays(8));
        await agency.Data.OpenCaseAsync(caseId);
        Assert.Equal(-1, Assert.Single(await agency.Get<CaseQueries>().DeadlinesAsync(await agency.ActorAsync("sari"))).DaysLeft);
        act = await agency.ActAsync("sari");

        Assert.Equal("Answer", (await agency.Data.Cases.AnswerReferralAsync(new AnswerReferral { CaseId = caseId, ReferralId = referral.Id, State = ReferralState.Refused }, act)).Refusals.Single().Field);
        Assert.True((await agency.Data.Cases.AnswerReferralAsync(new AnswerReferral { CaseId = caseId, ReferralId = referral.Id, State = ReferralState.Refused, Answer = "kamar penuh" }, act)).IsOk);

        Assert.Empty(await agency.Get<CaseQueries>().DeadlinesAsync(await agency.ActorAsync("sari")));
        Assert.Equal(OutcomeKind.Conflict, (await agency.Data.Cases.AnswerReferralAsync(new AnswerReferral { CaseId = caseId, ReferralId = referral.Id, State = ReferralState.Done }, act)).Kind);
    }

    [Fact]
    public async Task IncomingAnswer_ReferredToUs_CodeOnly()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        var registered = await agency.Data.FilledCaseAsync();
        var act = await agency.ActAsync("sari");
        Assert.Equal(OutcomeKind.Refused, (await agency.Data.Cases.PrintPaperAsync(registered.Id, CasePaperKind.IncomingAnswer, null, "rujukan", act)).Kind);
        var register = TestData.ReportBlocks().First().Values;
        (register[CaseBlocks.Channel], register["perujuk"], register["surat-rujukan"]) = ("rujukan", "UPTD PPA Provinsi", "12/PPA/2026");
        await agency.Data.SaveAsync(registered.Id, CaseBlocks.Register, register);

        var print = (await agency.Data.Cases.PrintPaperAsync(registered.Id, CasePaperKind.IncomingAnswer, null, "rujukan", act)).Value;

        var text = PdfText.Text((await agency.Get<CaseFormWriter>().FetchAsync(print, act.Actor))!.Content);
        Assert.Contains("12/PPA/2026", text, StringComparison.Ordinal);
        Assert.Contains(registered.Number, text, StringComparison.Ordinal);
        Assert.DoesNotContain(TestData.VictimName, text, StringComparison.OrdinalIgnoreCase);
    }

    private static async Task<Outcome> ChangeAsync(TestAgency agency, Guid caseId, SavedBlock referral, (string Field, string Value) change) =>
        await agency.Data.Cases.SaveBlockAsync(
            new SaveBlock
            {
                CaseId = caseId,
                BlockId = referral.Id,
                Kind = CaseBlocks.Referral,
                Version = referral.Version,
                Values = new Dictionary<string, string>(TestData.ReferralValues()) { [change.Field] = change.Value },
            },
            await agency.ActAsync("sari"));

    private static async Task<CasePaper?> PaperAsync(TestAgency agency, Guid caseId, Guid referralId)
    {
        var print = (await agency.Data.Cases.PrintPaperAsync(caseId, CasePaperKind.ReferralLetter, referralId, "rujukan", await agency.ActAsync("sari"))).Value;
        return await agency.Get<CaseFormWriter>().FetchAsync(print, await agency.ActorAsync("sari"));
    }
}
