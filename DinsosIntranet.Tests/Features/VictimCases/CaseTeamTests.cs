using DinsosIntranet.Features.VictimCases;
using DinsosIntranet.Features.VictimCases.Domain;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Data;
using DinsosIntranet.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace DinsosIntranet.Tests.Features.VictimCases;

/// <summary>Who is let in, who looks in an emergency, and what a locked case is to everybody else.</summary>
public sealed class CaseTeamTests
{
    [Fact]
    public async Task AddMember_ByHeadWhoNeverOpened_Member()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        var registered = await agency.Data.OpenedCaseAsync();

        Assert.True((await agency.Data.Cases.AddMemberAsync(registered.Id, agency.UserId("gilang"), await agency.ActAsync("ratna"))).IsOk);
        Assert.True((await agency.Data.OpenCaseAsync(registered.Id, "gilang")).IsOk);
    }

    [Theory]
    [InlineData("gilang")]
    [InlineData("imas")]
    [InlineData("nani")]
    public async Task AddMember_ByOutsiders_Forbidden(string by)
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        var registered = await agency.Data.OpenedCaseAsync();

        Assert.Equal(OutcomeKind.Forbidden, (await agency.Data.Cases.AddMemberAsync(registered.Id, agency.UserId("gilang"), await agency.ActAsync(by))).Kind);
    }

    [Fact]
    public async Task AddMember_FrontOffice_Refused()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        var registered = await agency.Data.OpenedCaseAsync();

        Assert.Equal(OutcomeKind.Refused, (await agency.Data.Cases.AddMemberAsync(registered.Id, agency.UserId("nani"), await agency.ActAsync("sari"))).Kind);
    }

    [Fact]
    public async Task RemoveMember_WithAnOpening_ContentIsClosedAtOnce()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        var registered = await agency.Data.OpenedCaseAsync();
        await agency.Data.Cases.AddMemberAsync(registered.Id, agency.UserId("gilang"), await agency.ActAsync("sari"));
        await agency.Data.OpenCaseAsync(registered.Id, "gilang");

        Assert.True((await agency.Data.Cases.RemoveMemberAsync(registered.Id, agency.UserId("gilang"), await agency.ActAsync("sari"))).IsOk);

        Assert.Equal(OutcomeKind.Forbidden, (await agency.Data.SaveAsync(registered.Id, CaseBlocks.Victim, TestData.VictimValues(), by: "gilang")).Kind);
        Assert.Null((await agency.Get<CaseQueries>().FindAsync(registered.Id, await agency.ActorAsync("gilang")))!.Content);
    }

    [Fact]
    public async Task RemoveMember_TheLead_NotBeforeHandingOver()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        var registered = await agency.Data.OpenedCaseAsync();
        var (sari, gilang) = (agency.UserId("sari"), agency.UserId("gilang"));

        Assert.Equal(OutcomeKind.Refused, (await agency.Data.Cases.RemoveMemberAsync(registered.Id, sari, await agency.ActAsync("lina"))).Kind);
        await agency.Data.Cases.AddMemberAsync(registered.Id, gilang, await agency.ActAsync("lina"));
        Assert.Equal(OutcomeKind.Refused, (await agency.Data.Cases.RemoveMemberAsync(registered.Id, sari, await agency.ActAsync("lina"))).Kind);
        await agency.Data.Cases.MakeLeadAsync(registered.Id, gilang, await agency.ActAsync("lina"));
        Assert.True((await agency.Data.Cases.RemoveMemberAsync(registered.Id, sari, await agency.ActAsync("lina"))).IsOk);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task BreakGlass_SocialWorkerOutside_AnHourThenClosed(DatabaseProvider provider)
    {
        await using var agency = await TestAgency.StartAsync(provider);
        var registered = await agency.Data.FilledCaseAsync();
        var queries = agency.Get<CaseQueries>();

        Assert.True((await agency.Data.BreakGlassAsync(registered.Id)).IsOk);
        Assert.NotNull((await queries.FindAsync(registered.Id, await agency.ActorAsync("gilang")))!.Content);
        agency.Time.Advance(TimeSpan.FromMinutes(CaseEmergency.Minutes));

        var later = (await queries.FindAsync(registered.Id, await agency.ActorAsync("gilang")))!;
        Assert.Equal((CaseSight.Outline, null), (later.Sight, later.Content));
    }

    [Theory]
    [InlineData("nani")]
    [InlineData("asep")]
    [InlineData("hendra")]
    [InlineData("maman")]
    public async Task BreakGlass_NoSocialWorker_Forbidden(string by)
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        var registered = await agency.Data.OpenedCaseAsync();

        Assert.Equal(OutcomeKind.Forbidden, (await agency.Data.BreakGlassAsync(registered.Id, by)).Kind);
    }

    [Fact]
    public async Task BreakGlass_NoticeToLeadAndHead_ReviewedOnce()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        var registered = await agency.Data.OpenedCaseAsync();
        var queries = agency.Get<CaseQueries>();
        await agency.Data.BreakGlassAsync(registered.Id);

        Assert.Equal(1, await queries.CountWaitingAsync(await agency.ActorAsync("sari")));
        Assert.Equal(1, await queries.CountWaitingAsync(await agency.ActorAsync("lina")));
        Assert.Equal(0, await queries.CountWaitingAsync(await agency.ActorAsync("gilang")));
        var line = Assert.Single((await queries.FindAsync(registered.Id, await agency.ActorAsync("sari")))!.Emergencies);
        Assert.Equal("korban di UGD, petugas tidak terhubung", line.Reason);
        Assert.Equal(OutcomeKind.Forbidden, (await agency.Data.Cases.ReviewEmergencyAsync(registered.Id, line.Id, true, await agency.ActAsync("gilang"))).Kind);
        Assert.True((await agency.Data.Cases.ReviewEmergencyAsync(registered.Id, line.Id, true, await agency.ActAsync("lina"))).IsOk);
        Assert.Equal(OutcomeKind.Conflict, (await agency.Data.Cases.ReviewEmergencyAsync(registered.Id, line.Id, false, await agency.ActAsync("sari"))).Kind);
        Assert.Equal(0, await queries.CountWaitingAsync(await agency.ActorAsync("sari")));
    }

    [Fact]
    public async Task Review_NotJustified_ClosesAtOnce()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        var registered = await agency.Data.OpenedCaseAsync();
        await agency.Data.BreakGlassAsync(registered.Id);
        await using var db = agency.OpenDb();
        var id = await db.CaseEmergencies.Select(e => e.Id).SingleAsync();

        await agency.Data.Cases.ReviewEmergencyAsync(registered.Id, id, false, await agency.ActAsync("sari"));

        Assert.Null((await agency.Get<CaseQueries>().FindAsync(registered.Id, await agency.ActorAsync("gilang")))!.Content);
    }

    [Fact]
    public async Task Lock_OneMemberOnly_Refused()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        var registered = await agency.Data.OpenedCaseAsync();

        Assert.Equal(OutcomeKind.Refused, (await agency.Data.Cases.LockAsync(registered.Id, await agency.ActAsync("sari"))).Kind);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Lock_ByTheHead_JoinsAndOthersNeitherSeeNorCount(DatabaseProvider provider)
    {
        await using var agency = await TestAgency.StartAsync(provider);
        var registered = await agency.Data.OpenedCaseAsync();
        await agency.Data.BreakGlassAsync(registered.Id);
        var queries = agency.Get<CaseQueries>();

        Assert.True((await agency.Data.Cases.LockAsync(registered.Id, await agency.ActAsync("lina"))).IsOk);

        foreach (var outsider in (string[])["ratna", "gilang", "imas", "hendra"])
        {
            var actor = await agency.ActorAsync(outsider);
            Assert.Null(await queries.FindAsync(registered.Id, actor));
            Assert.Equal(0, (await queries.ListAsync(actor, CaseFilter.Running, 1)).Total);
            Assert.Empty((await agency.Get<CaseSearch>().FindAsync(registered.Number, await agency.ActAsync(outsider))).Value);
            Assert.Equal(OutcomeKind.NotFound, (await agency.Data.BreakGlassAsync(registered.Id, outsider)).Kind);
        }

        foreach (var member in (string[])["sari", "lina"])
        {
            Assert.Equal(1, (await queries.ListAsync(await agency.ActorAsync(member), CaseFilter.Running, 1)).Total);
        }

        foreach (var anybody in (string[])["nani", "dedi", "asep", "maman", "lilis", "ratna", "gilang"])
        {
            var actor = await agency.ActorAsync(anybody);
            Assert.Null(await agency.Get<DinsosIntranet.Features.Desks.RequestQueries>().FindAsync(registered.Id, actor));
            Assert.DoesNotContain((await agency.Get<DinsosIntranet.Features.Intake.RequestQueries>().SearchAsync(new(), 0, 50, actor)).Rows, r => r.Id == registered.Id);
        }

        Assert.Empty(await agency.Get<DinsosIntranet.Features.Desks.BoardReader>().ReadAsync(default));

        Assert.True((await agency.Data.Cases.UnlockAsync(registered.Id, await agency.ActAsync("lina"))).IsOk);
        Assert.NotNull(await queries.FindAsync(registered.Id, await agency.ActorAsync("ratna")));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Search_NikAndPhone_OnlyForThoseWhoMayOpen(DatabaseProvider provider)
    {
        await using var agency = await TestAgency.StartAsync(provider);
        var registered = await agency.Data.FilledCaseAsync();
        async Task<IReadOnlyList<Guid>> FindAsync(string text, string by) => (await agency.Get<CaseSearch>().FindAsync(text, await agency.ActAsync(by))).Value;

        Assert.Equal([registered.Id], await FindAsync("3602 9955 0311 0007", "sari"));
        Assert.Equal([registered.Id], await FindAsync("+62 812 9990 7766", "lina"));
        Assert.Equal([registered.Id], await FindAsync(registered.Number.ToLowerInvariant(), "gilang"));
        Assert.Empty(await FindAsync(TestData.VictimNik, "gilang"));
        Assert.Empty(await FindAsync(TestData.SafePhone, "imas"));
        Assert.Equal(OutcomeKind.Refused, (await agency.Get<CaseSearch>().FindAsync(TestData.VictimName, await agency.ActAsync("sari"))).Kind);
    }
}
