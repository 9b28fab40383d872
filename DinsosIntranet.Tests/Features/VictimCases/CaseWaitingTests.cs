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

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task HighRisk_NobodyCame_StandsOnTheDeskAndLateOnThatOfTheHead(DatabaseProvider provider)
    {
        await using var agency = await TestAgency.StartAsync(provider);
        var registered = await agency.Data.CaseAsync();
        async Task<IReadOnlyList<string>> DueAsync(string user) =>
            [.. (await agency.Get<CaseQueries>().WaitingAndDueAsync(await agency.ActorAsync(user))).Where(r => r.CaseId == registered.Id).Select(r => $"{r.Text} {r.Clock?.Text}")];

        Assert.StartsWith("Korban belum ditemui, risiko", Assert.Single(await DueAsync("sari")), StringComparison.Ordinal);
        Assert.Empty(await DueAsync("lina"));
        Assert.Empty(await DueAsync("gilang"));
        Assert.Empty(await DueAsync("nani"));

        agency.Time.Advance(TimeSpan.FromDays(4));

        Assert.Contains("Lewat", Assert.Single(await DueAsync("sari")), StringComparison.Ordinal);
        Assert.Contains("Lewat", Assert.Single(await DueAsync("lina")), StringComparison.Ordinal);
        Assert.Empty(await DueAsync("gilang"));
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
        Assert.Contains(await agency.Get<CaseQueries>().WaitingAndDueAsync(await agency.ActorAsync("sari")), r => r.Text == "Laporan sosial, 23/11/2026.");
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
