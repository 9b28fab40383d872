using DinsosIntranet.Features.VictimCases;
using DinsosIntranet.Features.VictimCases.Domain;
using DinsosIntranet.Shared.Data;
using DinsosIntranet.Tests.Support;

namespace DinsosIntranet.Tests.Features.VictimCases;

/// <summary>Whoever has to decide, look into or revise something in a case is told so, by code alone.</summary>
public sealed class CaseWaitingTests
{
    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Assessment_SubmittedThenToBeRevised_WaitsForTheHeadThenForTheTeam(DatabaseProvider provider)
    {
        await using var agency = await TestAgency.StartAsync(provider);
        var (caseId, reviewId) = await agency.Data.AssessedCaseAsync();

        Assert.Equal(["Asesmen menunggu putusan Anda"], await WaitingAsync(agency, "lina"));
        Assert.Empty(await WaitingAsync(agency, "sari"));
        Assert.Empty(await WaitingAsync(agency, "imas"));
        Assert.Empty(await WaitingAsync(agency, "nani"));

        Assert.True((await agency.Data.Cases.DecideAssessmentAsync(new Decision { CaseId = caseId, Id = reviewId, State = ReviewState.Revision, Note = "lengkapi bagian hukum" }, await agency.ActAsync("lina"))).IsOk);

        Assert.Empty(await WaitingAsync(agency, "lina"));
        Assert.Equal(["Asesmen diminta diperbaiki"], await WaitingAsync(agency, "sari"));
    }

    [Fact]
    public async Task Locked_WaitsForNobodyOutsideTheTeam()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        var (caseId, _) = await agency.Data.AssessedCaseAsync();
        Assert.True((await agency.Data.Cases.AddMemberAsync(caseId, agency.UserId("gilang"), await agency.ActAsync("sari"))).IsOk);
        Assert.True((await agency.Data.Cases.LockAsync(caseId, await agency.ActAsync("sari"))).IsOk);

        Assert.Empty(await WaitingAsync(agency, "lina"));
        Assert.Equal(0, await agency.Get<CaseQueries>().CountWaitingAsync(await agency.ActorAsync("lina")));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Calendar_HearingOfTheMonth_SeenByTheTeamAndTheHeadAlone(DatabaseProvider provider)
    {
        await using var agency = await TestAgency.StartAsync(provider);
        var caseId = (await agency.Data.FilledCaseAsync()).Id;
        var hearing = agency.Data.Hearing(caseId) with { ReportDue = new DateOnly(2026, 11, 23) };
        Assert.True((await agency.Data.Cases.BookHearingAsync(hearing, await agency.ActAsync("sari"))).IsOk);
        var (from, until) = (new DateOnly(2026, 11, 30), new DateOnly(2026, 11, 30));

        foreach (var user in new[] { "sari", "lina" })
        {
            var entry = Assert.Single(await agency.Get<CaseQueries>().CalendarAsync(await agency.ActorAsync(user), from, until));
            Assert.Equal((caseId, from, "09.00–12.00", "Sari Wulandari"), (entry.CaseId, entry.Day, entry.Hours, entry.Companion));
        }

        Assert.Empty(await agency.Get<CaseQueries>().CalendarAsync(await agency.ActorAsync("gilang"), from, until));
        Assert.Empty(await agency.Get<CaseQueries>().CalendarAsync(await agency.ActorAsync("sari"), from.AddDays(1), until.AddDays(30)));
        Assert.Contains(await agency.Get<CaseQueries>().WaitingAndDueAsync(await agency.ActorAsync("sari")), r => r.Deadline is not null);
        Assert.True((await agency.Data.Cases.CancelHearingAsync(caseId, hearing.HearingId, await agency.ActAsync("sari"))).IsOk);
        Assert.Empty(await agency.Get<CaseQueries>().CalendarAsync(await agency.ActorAsync("sari"), from, until));
    }

    private static async Task<IReadOnlyList<string>> WaitingAsync(TestAgency agency, string user)
    {
        var queries = agency.Get<CaseQueries>();
        var actor = await agency.ActorAsync(user);
        var rows = await queries.WaitingAsync(actor);
        Assert.Equal(rows.Count, await queries.CountWaitingAsync(actor));
        return [.. rows.Select(r => r.Text.Split(',')[0])];
    }
}
