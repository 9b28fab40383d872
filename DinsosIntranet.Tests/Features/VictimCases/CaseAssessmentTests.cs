using DinsosIntranet.Features.VictimCases;
using DinsosIntranet.Features.VictimCases.Domain;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Data;
using DinsosIntranet.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace DinsosIntranet.Tests.Features.VictimCases;

public sealed class CaseAssessmentTests
{
    [Fact]
    public async Task Submit_NothingFilledIn_EachBlockNamed()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        var registered = await agency.Data.OpenedCaseAsync();
        await agency.Data.SaveAsync(registered.Id, CaseBlocks.Assessment, new Dictionary<string, string> { ["kebutuhan"] = "konseling" });

        var outcome = await agency.Data.Cases.SubmitAssessmentAsync(registered.Id, await agency.ActAsync("sari"));

        Assert.Equal(2, outcome.Refusals.Count);
        Assert.Contains("B5 Asesmen biopsikososial: perlu rencana keselamatan, penilai, tanggal asesmen belum diisi.", outcome.Message, StringComparison.Ordinal);
        Assert.Contains("C1 Rencana intervensi belum diisi.", outcome.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(ReviewState.Approved)]
    [InlineData(ReviewState.Revision)]
    [InlineData(ReviewState.Rejected)]
    public async Task Decide_EachWay_SeenByTheTeamAndOnThePaper(ReviewState state)
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        var (caseId, reviewId) = await agency.Data.AssessedCaseAsync();

        Assert.True((await DecideAsync(agency, caseId, reviewId, state)).IsOk);

        var view = (await agency.Get<CaseQueries>().FindAsync(caseId, await agency.ActorAsync("sari")))!.Content!.FollowUps;
        Assert.Equal((state, "lengkapi bagian hukum"), (view.Reviews[0].State, view.Reviews[0].Note));
        Assert.Equal(state == ReviewState.Approved, view.IsAssessmentApproved);
        await using var db = agency.OpenDb();
        Assert.StartsWith("v1.", (await db.AssessmentReviews.SingleAsync()).Note, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(ReviewState.Waiting, "catatan", "State")]
    [InlineData(ReviewState.Revision, " ", "Note")]
    [InlineData(ReviewState.Rejected, "", "Note")]
    public async Task Decide_NothingChosenOrNoWord_RefusedBesideTheField(ReviewState state, string note, string field)
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        var (caseId, reviewId) = await agency.Data.AssessedCaseAsync();

        Assert.Equal(field, (await DecideAsync(agency, caseId, reviewId, state, note: note)).Refusals.Single().Field);
    }

    [Fact]
    public async Task Decide_ChangedSinceSubmitted_NotApproved()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        var (caseId, reviewId) = await agency.Data.AssessedCaseAsync();
        await agency.Data.SaveAsync(caseId, CaseBlocks.Plan, new Dictionary<string, string>(TestData.PlanValues()) { ["tujuan"] = "lain" });

        Assert.Equal(OutcomeKind.Conflict, (await DecideAsync(agency, caseId, reviewId, ReviewState.Approved)).Kind);
        Assert.True((await DecideAsync(agency, caseId, reviewId, ReviewState.Revision)).IsOk);
        Assert.True((await agency.Data.Cases.SubmitAssessmentAsync(caseId, await agency.ActAsync("sari"))).IsOk);
    }

    [Fact]
    public async Task Decide_ChangedAfterApproval_ApprovalNoLongerCoversIt()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        var (caseId, reviewId) = await agency.Data.AssessedCaseAsync();
        await DecideAsync(agency, caseId, reviewId, ReviewState.Approved);

        await agency.Data.SaveAsync(caseId, CaseBlocks.Plan, new Dictionary<string, string>(TestData.PlanValues()) { ["tujuan"] = "lain" });

        Assert.False((await agency.Get<CaseQueries>().FindAsync(caseId, await agency.ActorAsync("sari")))!.Content!.FollowUps.IsAssessmentApproved);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Decide_TwoAtOnce_OneWinsTheOtherIsToldWho(DatabaseProvider provider)
    {
        await using var agency = await TestAgency.StartAsync(provider);
        var (caseId, reviewId) = await agency.Data.AssessedCaseAsync();
        await agency.Data.OpenCaseAsync(caseId, "ratna", "supervisi");
        var (linas, ratnas) = (await agency.ActAsync("lina"), await agency.ActAsync("ratna"));
        Decision Of(ReviewState state) => new() { CaseId = caseId, Id = reviewId, State = state, Note = "lengkapi" };

        var outcomes = await Task.WhenAll(agency.Data.Cases.DecideAssessmentAsync(Of(ReviewState.Approved), linas), agency.Data.Cases.DecideAssessmentAsync(Of(ReviewState.Rejected), ratnas));

        Assert.Single(outcomes, o => o.IsOk);
        Assert.StartsWith("Sudah diputus ", Assert.Single(outcomes, o => o.Kind == OutcomeKind.Conflict).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("sari", OutcomeKind.Forbidden)]
    [InlineData("gilang", OutcomeKind.Forbidden)]
    [InlineData("imas", OutcomeKind.Forbidden)]
    [InlineData("ratna", OutcomeKind.Refused)]
    [InlineData("admin", OutcomeKind.NotFound)]
    public async Task Decide_NotTheirs_OrNotOpened_Refused(string by, OutcomeKind expected)
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        var (caseId, reviewId) = await agency.Data.AssessedCaseAsync();

        Assert.Equal(expected, (await DecideAsync(agency, caseId, reviewId, ReviewState.Approved, by)).Kind);
    }

    private static async Task<Outcome> DecideAsync(TestAgency agency, Guid caseId, Guid reviewId, ReviewState state, string by = "lina", string note = "lengkapi bagian hukum") =>
        await agency.Data.Cases.DecideAssessmentAsync(new Decision { CaseId = caseId, Id = reviewId, State = state, Note = note }, await agency.ActAsync(by));
}
