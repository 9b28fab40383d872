using DinsosIntranet.Features.Accounts.Domain;
using DinsosIntranet.Features.Agency;
using DinsosIntranet.Features.Agency.Domain;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Data;
using DinsosIntranet.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace DinsosIntranet.Tests.Features.Agency;

public sealed class OfficialServiceTests
{
    private static readonly DateOnly Today = new(2026, 11, 23);

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Add_AfterThePredecessor_SavedAndInTheTrail(DatabaseProvider provider)
    {
        await using var agency = await TestAgency.StartAsync(provider);
        await EndAsync(agency, "Kepala Bidang Pemberdayaan Sosial", Today.AddDays(-1));
        await GiveAsync(agency, "opik", new RoleChoice(StaffRole.HeadOfDivision, "dayasos"));

        var outcome = await agency.Get<OfficialService>().AddAsync(Add(agency), await agency.ActAsync("admin"));

        Assert.True(outcome.IsOk, outcome.Message);
        var official = (await agency.Get<OfficialQueries>().ReadAsync()).Officials.Single(o => o.Id == outcome.Value);
        Assert.Equal(("Opik Taufik, S.Sos.", "19860230 201101 1 014", PeriodState.Now), (official.NameWithTitles, official.Nip, official.State));
        Assert.Equal("pejabat.tambah", (await agency.TrailAsync())[^1].Act);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Add_PositionHeld_RefusedAtFrom(DatabaseProvider provider)
    {
        await using var agency = await TestAgency.StartAsync(provider);
        await GiveAsync(agency, "opik", new RoleChoice(StaffRole.HeadOfDivision, "dayasos"));

        var outcome = await agency.Get<OfficialService>().AddAsync(Add(agency), await agency.ActAsync("admin"));

        Assert.Equal(nameof(AddOfficial.From), Assert.Single(outcome.Refusals).Field);
        Assert.Contains("Wahyu Firmansyah", outcome.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Add_RoleNotHeld_RefusedAtRole()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        await EndAsync(agency, "Kepala Bidang Pemberdayaan Sosial", Today.AddDays(-1));

        var outcome = await agency.Get<OfficialService>().AddAsync(Add(agency), await agency.ActAsync("admin"));

        Assert.Equal(nameof(AddOfficial.Role), Assert.Single(outcome.Refusals).Field);
    }

    public static TheoryData<string, Func<AddOfficial, AddOfficial>> Wrong { get; } = new()
    {
        { nameof(AddOfficial.NameWithTitles), c => c with { NameWithTitles = " " } },
        { nameof(AddOfficial.PositionTitle), c => c with { PositionTitle = "" } },
        { nameof(AddOfficial.Rank), c => c with { Rank = "" } },
        { nameof(AddOfficial.Nip), c => c with { Nip = "123" } },
        { nameof(AddOfficial.From), c => c with { From = null } },
        { nameof(AddOfficial.Until), c => c with { Until = Today.AddDays(-1) } },
        { nameof(AddOfficial.Role), c => c with { Role = new RoleChoice(StaffRole.FrontOffice, null) } },
    };

    [Theory, MemberData(nameof(Wrong))]
    public async Task Add_WrongInput_RefusedAtItsFieldAndNothingWritten(string field, Func<AddOfficial, AddOfficial> change)
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        var before = (await agency.Get<OfficialQueries>().ReadAsync()).Officials.Count;

        var outcome = await agency.Get<OfficialService>().AddAsync(change(Add(agency)), await agency.ActAsync("admin"));

        Assert.Equal(field, Assert.Single(outcome.Refusals).Field);
        Assert.Equal(before, (await agency.Get<OfficialQueries>().ReadAsync()).Officials.Count);
        Assert.Empty(await agency.TrailAsync());
    }

    [Theory, DemoStaff(except: "admin")]
    public async Task Everything_NotAdministrator_Forbidden(string userName)
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        await agency.StandInAsync("asep", "ratna");
        var view = await agency.Get<OfficialQueries>().ReadAsync();
        var officials = agency.Get<OfficialService>();
        var act = await agency.ActAsync(userName);

        Assert.Equal(OutcomeKind.Forbidden, (await officials.AddAsync(Add(agency), act)).Kind);
        Assert.Equal(OutcomeKind.Forbidden, (await officials.ChangeAsync(Change(view.Officials[0]), act)).Kind);
        Assert.Equal(OutcomeKind.Forbidden, (await officials.AddStandInAsync(StandIn(view, agency, "hendra"), act)).Kind);
        Assert.Equal(OutcomeKind.Forbidden, (await officials.RevokeStandInAsync(view.StandIns[0].Id, act)).Kind);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Change_NewRank_SavedWithOldAndNew(DatabaseProvider provider)
    {
        await using var agency = await TestAgency.StartAsync(provider);
        var asep = (await agency.Get<OfficialQueries>().ReadAsync()).Officials.Single(o => o.UserId == agency.UserId("asep"));

        var outcome = await agency.Get<OfficialService>().ChangeAsync(Change(asep) with { Rank = "Pembina Tingkat I (IV/b)" }, await agency.ActAsync("admin"));

        Assert.True(outcome.IsOk, outcome.Message);
        Assert.Contains("""
            "old":{"pangkat":"Pembina (IV/a)"},"new":{"pangkat":"Pembina Tingkat I (IV/b)"}
            """.Trim(), (await agency.TrailAsync())[^1].Text, StringComparison.Ordinal);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task AddStandIn_HeadAbsentToday_WorksAtOnceAndEndsByItself(DatabaseProvider provider)
    {
        await using var agency = await TestAgency.StartAsync(provider);
        await agency.ActorAsync("hendra");
        var view = await agency.Get<OfficialQueries>().ReadAsync();

        var outcome = await agency.Get<OfficialService>().AddStandInAsync(StandIn(view, agency, "hendra"), await agency.ActAsync("admin"));

        Assert.True(outcome.IsOk, outcome.Message);
        var acting = await agency.ActorAsync("hendra");
        Assert.Equal((true, "Plh. Kepala Dinas Sosial"), (acting.Has(StaffRole.HeadOfAgency), acting.ActingAs));
        agency.Time.SetLocal(2026, 11, 24, 0, 0);
        Assert.False((await agency.ActorAsync("hendra")).Has(StaffRole.HeadOfAgency));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task RevokeStandIn_Holds_RightsEndAtOnce(DatabaseProvider provider)
    {
        await using var agency = await TestAgency.StartAsync(provider);
        var officials = agency.Get<OfficialService>();
        var added = await officials.AddStandInAsync(StandIn(await agency.Get<OfficialQueries>().ReadAsync(), agency, "hendra"), await agency.ActAsync("admin"));

        var outcome = await officials.RevokeStandInAsync(added.Value, await agency.ActAsync("admin"));

        Assert.True(outcome.IsOk, outcome.Message);
        Assert.False((await agency.ActorAsync("hendra")).Has(StaffRole.HeadOfAgency));
        Assert.Equal(OutcomeKind.Conflict, (await officials.RevokeStandInAsync(added.Value, await agency.ActAsync("admin"))).Kind);
        Assert.Equal(["pelaksana.tetapkan", "pelaksana.cabut"], (await agency.TrailAsync()).Select(r => r.Act));
    }

    [Fact]
    public async Task RevokeStandIn_Missing_NotFound()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);

        Assert.Equal(OutcomeKind.NotFound, (await agency.Get<OfficialService>().RevokeStandInAsync(Guid.CreateVersion7(), await agency.ActAsync("admin"))).Kind);
    }

    [Theory]
    [InlineData("hendra", 0, 3, nameof(AddStandIn.From))] // asep stands in already
    [InlineData("ratna", 5, 6, nameof(AddStandIn.ActingUserId))] // herself
    [InlineData("admin", 5, 6, nameof(AddStandIn.ActingUserId))] // who enters it
    [InlineData("tati", 5, 6, nameof(AddStandIn.ActingUserId))] // no official, and the position opens rahasia files
    [InlineData("hendra", 6, 5, nameof(AddStandIn.Until))]
    [InlineData("hendra", -5, -1, nameof(AddStandIn.Until))]
    [InlineData("hendra", 5, 400, nameof(AddStandIn.Until))]
    public async Task AddStandIn_Wrong_RefusedAtItsFieldAndNothingWritten(string userName, int from, int until, string field)
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        await agency.StandInAsync("asep", "ratna");
        var view = await agency.Get<OfficialQueries>().ReadAsync();

        var outcome = await agency.Get<OfficialService>().AddStandInAsync(
            StandIn(view, agency, userName) with { From = Today.AddDays(from), Until = Today.AddDays(until) }, await agency.ActAsync("admin"));

        Assert.Equal(field, Assert.Single(outcome.Refusals).Field);
        Assert.Empty(await agency.TrailAsync());
        await using var db = agency.OpenDb();
        Assert.Equal(1, await db.StandIns.CountAsync());
    }

    [Fact]
    public async Task AddStandIn_OrdinaryDivision_AnybodyActiveMayStandIn()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        var view = await agency.Get<OfficialQueries>().ReadAsync();
        var command = StandIn(view, agency, "tati") with { OfficialId = view.Officials.Single(o => o.UserId == agency.UserId("asep")).Id };

        Assert.True((await agency.Get<OfficialService>().AddStandInAsync(command, await agency.ActAsync("admin"))).IsOk);
    }

    [Theory]
    [InlineData(1, 5, 6, null, false)]
    [InlineData(1, 5, 5, 9, true)]
    [InlineData(1, null, 6, 9, true)]
    [InlineData(6, 9, 1, null, true)]
    [InlineData(6, null, 1, 5, false)]
    public void Overlap_Periods_BothEndsIncluded(int from, int? until, int otherFrom, int? otherUntil, bool expected) =>
        Assert.Equal(expected, OfficialRules.Overlap(Today.AddDays(from), until is { } u ? Today.AddDays(u) : null, Today.AddDays(otherFrom), otherUntil is { } o ? Today.AddDays(o) : null));

    private static AddOfficial Add(TestAgency agency) => new()
    {
        UserId = agency.UserId("opik"),
        Role = new RoleChoice(StaffRole.HeadOfDivision, "dayasos"),
        NameWithTitles = "Opik Taufik, S.Sos.",
        Rank = "Pembina (IV/a)",
        Nip = "198602302011011014",
        PositionTitle = "Kepala Bidang Pemberdayaan Sosial",
        From = Today,
    };

    private static ChangeOfficial Change(OfficialLine official) => new()
    {
        OfficialId = official.Id,
        NameWithTitles = official.NameWithTitles,
        Rank = official.Rank,
        Nip = official.Nip,
        PositionTitle = official.PositionTitle,
        From = official.From,
        Until = official.Until,
    };

    /// <summary>For the head, today.</summary>
    private static AddStandIn StandIn(OfficialsView view, TestAgency agency, string userName) => new()
    {
        OfficialId = view.Officials.Single(o => o.Role == StaffRole.HeadOfAgency).Id,
        ActingUserId = agency.UserId(userName),
        Kind = StandInKind.Daily,
        From = Today,
        Until = Today,
    };

    private static async Task EndAsync(TestAgency agency, string positionTitle, DateOnly until)
    {
        await using var db = agency.OpenDb();
        await db.Officials.Where(o => o.PositionTitle == positionTitle).ExecuteUpdateAsync(set => set.SetProperty(o => o.Until, until));
    }

    private static async Task GiveAsync(TestAgency agency, string userName, RoleChoice role)
    {
        await using var db = agency.OpenDb();
        db.RoleAssignments.Add(new RoleAssignment { Id = Guid.CreateVersion7(), UserId = agency.UserId(userName), Role = role.Role, UnitCode = role.UnitCode });
        await db.SaveChangesAsync();
    }
}
