using DinsosIntranet.Features.VictimCases;
using DinsosIntranet.Features.VictimCases.Domain;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Data;
using DinsosIntranet.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace DinsosIntranet.Tests.Features.VictimCases;

public sealed class CaseClosingTests
{
    [Fact]
    public async Task Propose_NoLastVisit_SaysSo()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        var registered = await agency.Data.OpenedCaseAsync();

        Assert.Equal("Belum ada pemantauan yang ditandai terakhir.", (await agency.Data.Cases.ProposeClosureAsync(agency.Data.Closing(registered.Id), await agency.ActAsync("sari"))).Message);
    }

    [Fact]
    public async Task Propose_AnswersMissing_BesideTheirFields()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        var caseId = await agency.Data.VisitedCaseAsync();

        var outcome = await agency.Data.Cases.ProposeClosureAsync(new ProposeClosure { CaseId = caseId }, await agency.ActAsync("sari"));

        Assert.Equal([ClosureRules.Reason, ClosureRules.NotMet, ClosureRules.Feedback], outcome.Refusals.Select(r => r.Field));
    }

    [Fact]
    public async Task Close_ReopenAndCloseAgain_EachNeedsItsOwnVisitAndApproval()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        var caseId = await agency.Data.VisitedCaseAsync();
        var act = await agency.ActAsync("sari");
        async Task<Outcome> CloseAsync() => await agency.Data.Cases.LeaveStepAsync(new LeaveStep(caseId, "5-pemantauan", "tutup"), act);
        Assert.Equal(ClosureRules.NotApproved, (await CloseAsync()).Message);
        await agency.Data.ApprovedClosureAsync(caseId);
        Assert.True((await CloseAsync()).IsOk);

        Assert.Equal("Reason", (await agency.Data.Cases.ReopenAsync(new ReopenCase { CaseId = caseId }, act)).Refusals.Single().Field);
        Assert.True((await agency.Data.Cases.ReopenAsync(new ReopenCase { CaseId = caseId, Reason = "diancam lagi" }, act)).IsOk);

        Assert.Equal(ClosureRules.NotApproved, (await CloseAsync()).Message);
        Assert.False((await agency.Data.Cases.ProposeClosureAsync(agency.Data.Closing(caseId), act)).IsOk);
        agency.Time.Advance(TimeSpan.FromMinutes(5));
        await agency.Data.SaveAsync(caseId, CaseBlocks.Monitoring, TestData.LastVisitValues());
        await agency.Data.ApprovedClosureAsync(caseId);
        act = await agency.ActAsync("sari");
        Assert.True((await CloseAsync()).IsOk);
        await using var db = agency.OpenDb();
        Assert.Equal(2, await db.CaseClosures.CountAsync());
        Assert.Contains(await db.HistoryEntries.Select(h => h.Title).ToListAsync(), t => t == "Kasus dibuka lagi");
        Assert.True((await agency.CheckTrailAsync()).IsIntact);
    }

    [Fact]
    public async Task Close_HearingBookedAfterTheApproval_RefusedUntilItIsCancelled()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        var caseId = await agency.Data.VisitedCaseAsync();
        await agency.Data.ApprovedClosureAsync(caseId);
        var act = await agency.ActAsync("sari");
        var hearing = agency.Data.Hearing(caseId);
        Assert.True((await agency.Data.Cases.BookHearingAsync(hearing, act)).IsOk);
        async Task<Outcome> CloseAsync() => await agency.Data.Cases.LeaveStepAsync(new LeaveStep(caseId, "5-pemantauan", "tutup"), act);

        Assert.StartsWith("1 pendampingan hukum masih terjadwal.", (await CloseAsync()).Message, StringComparison.Ordinal);
        Assert.True((await agency.Data.Cases.CancelHearingAsync(caseId, hearing.HearingId, act)).IsOk);
        Assert.True((await CloseAsync()).IsOk);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Reopen_TwoAtOnce_OneDoes(DatabaseProvider provider)
    {
        await using var agency = await TestAgency.StartAsync(provider);
        var caseId = await agency.Data.VisitedCaseAsync();
        await agency.Data.ApprovedClosureAsync(caseId);
        await agency.Data.Cases.LeaveStepAsync(new LeaveStep(caseId, "5-pemantauan", "tutup"), await agency.ActAsync("sari"));
        ActionContext[] acts = [await agency.ActAsync("sari"), await agency.ActAsync("lina")];

        var outcomes = await Task.WhenAll(acts.Select(act => agency.Data.Cases.ReopenAsync(new ReopenCase { CaseId = caseId, Reason = "diancam lagi" }, act)));

        Assert.Single(outcomes, o => o.IsOk);
        Assert.StartsWith("Kasus sudah dibuka lagi ", Assert.Single(outcomes, o => o.Kind == OutcomeKind.Conflict).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Decide_OwnProposal_Forbidden()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        var caseId = await agency.Data.VisitedCaseAsync();
        await agency.Data.Cases.ProposeClosureAsync(agency.Data.Closing(caseId), await agency.ActAsync("sari"));

        var outcome = await agency.Data.Cases.DecideClosureAsync(
            new Decision { CaseId = caseId, Id = await agency.Data.ClosureIdAsync(caseId), State = ReviewState.Approved }, await agency.ActAsync("sari"));

        Assert.Equal(OutcomeKind.Forbidden, outcome.Kind);
    }

    [Fact]
    public async Task Return_ToTheAccused_StoppedAndNothingStored()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        var registered = await agency.Data.FilledCaseAsync();

        Assert.Equal(ServiceRules.Receiver, (await agency.Data.SaveAsync(registered.Id, CaseBlocks.Service, TestData.ReturnValues("Jarwo"))).Refusals.Single().Field);
        Assert.Null(await agency.Data.BlockIdAsync(registered.Id, CaseBlocks.Service));
    }

    [Fact]
    public async Task Return_FollowUp_DueUntilItsResultIsThere()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        var registered = await agency.Data.FilledCaseAsync();
        var saved = (await agency.Data.SaveAsync(registered.Id, CaseBlocks.Service, TestData.ReturnValues())).Value;
        var sari = await agency.ActorAsync("sari");
        Assert.Equal(DeadlineKind.FollowUp, Assert.Single(await agency.Get<CaseQueries>().DeadlinesAsync(sari)).Kind);

        await agency.Data.Cases.SaveBlockAsync(
            new SaveBlock
            {
                CaseId = registered.Id,
                BlockId = saved.Id,
                Kind = CaseBlocks.Service,
                Version = saved.Version,
                Values = new Dictionary<string, string>(TestData.ReturnValues()) { [ServiceRules.FollowUpResult] = "aman di rumah bibi" },
            },
            await agency.ActAsync("sari"));

        Assert.Empty(await agency.Get<CaseQueries>().DeadlinesAsync(sari));
    }

    [Fact]
    public async Task Service_VictimNotOfTheCase_Refused()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        var registered = await agency.Data.FilledCaseAsync();

        Assert.Equal("korban", (await agency.Data.SaveAsync(registered.Id, CaseBlocks.Service, new Dictionary<string, string>(TestData.ReturnValues()) { ["korban"] = "2" })).Refusals.Single().Field);
    }
}
