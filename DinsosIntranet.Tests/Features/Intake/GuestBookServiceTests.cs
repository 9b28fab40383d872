using DinsosIntranet.Features.Intake;
using DinsosIntranet.Features.Intake.Domain;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Data;
using DinsosIntranet.Tests.Support;

namespace DinsosIntranet.Tests.Features.Intake;

public sealed class GuestBookServiceTests
{
    private static readonly Dictionary<string, (Action<AddGuest> Change, string Field)> Faults = new()
    {
        ["no name"] = (g => g.Name = " ", "Name"),
        ["name too long"] = (g => g.Name = new string('a', Person.NameMaxLength + 1), "Name"),
        ["no purpose"] = (g => g.Purpose = "", "Purpose"),
        ["purpose too long"] = (g => g.Purpose = new string('a', GuestBookEntry.PurposeMaxLength + 1), "Purpose"),
        ["origin too long"] = (g => g.Origin = new string('a', GuestBookService.OriginMaxLength + 1), "Origin"),
        ["phone of letters"] = (g => g.Phone = "nol", "Phone"),
        ["unknown unit"] = (g => g.ToUnitCode = "bulan", "ToUnitCode"),
        ["unknown card"] = (g => g.IdCardLeft = "Kartu pos", "IdCardLeft"),
    };

    public static TheoryData<string> FaultNames { get; } = [.. Faults.Keys];

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Add_SeveralAtOnce_GetTheNumbersOfTheDayWithoutGap(DatabaseProvider provider)
    {
        await using var agency = await TestAgency.StartAsync(provider);
        var act = await agency.ActAsync("nani");

        var added = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => agency.Get<GuestBookService>().AddAsync(Guest(), act)));

        Assert.Equal([1, 2, 3, 4, 5, 6], added.Select(a => a.Value.Number).Order());
    }

    [Fact]
    public async Task Add_NextDay_BeginsAtOneAgain()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        await agency.Get<GuestBookService>().AddAsync(Guest(), await agency.ActAsync("nani"));
        agency.Time.SetLocal(2026, 11, 24, 8, 0);

        var added = await agency.Get<GuestBookService>().AddAsync(Guest(), await agency.ActAsync("nani"));

        Assert.Equal((new DateOnly(2026, 11, 24), 1, "Tamu 001"), (added.Value.Day, added.Value.Number, added.Value.Label));
    }

    [Theory, MemberData(nameof(FaultNames))]
    public async Task Add_OneFault_RefusedAtItsFieldAndNothingWritten(string fault)
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        var (change, field) = Faults[fault];
        var guest = Guest();
        change(guest);

        var outcome = await agency.Get<GuestBookService>().AddAsync(guest, await agency.ActAsync("nani"));

        Assert.Equal([field], outcome.Refusals.Select(r => r.Field));
        Assert.Equal(0, (await TodayAsync(agency)).Total);
    }

    [Theory, DemoStaff("nani")]
    public async Task Add_AwayFromTheCounter_IsForbidden(string userName)
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);

        Assert.Equal(OutcomeKind.Forbidden, (await agency.Get<GuestBookService>().AddAsync(Guest(), await agency.ActAsync(userName))).Kind);
    }

    [Fact]
    public async Task Leave_CardStillAtTheCounter_IsRefusedUntilItIsReturned()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        var service = agency.Get<GuestBookService>();
        var act = await agency.ActAsync("nani");
        var guest = (await service.AddAsync(Guest(), act)).Value;

        var early = await service.LeaveAsync(guest.Id, act);
        var returned = await service.ReturnIdCardAsync(guest.Id, act);
        var late = await service.LeaveAsync(guest.Id, act);

        Assert.Equal("KTP Tamu 001 masih di loket. Kembalikan dulu, lalu catat pulang.", early.Message);
        Assert.True(returned.IsOk && late.IsOk);
        Assert.Equal(new GuestBookPage((await TodayAsync(agency)).Rows, 1, 0, 0), await TodayAsync(agency), (a, b) => (a.Total, a.StillHere, a.CardsHeld) == (b.Total, b.StillHere, b.CardsHeld));
    }

    [Fact]
    public async Task ReturnIdCard_Twice_IsAConflict()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        var service = agency.Get<GuestBookService>();
        var act = await agency.ActAsync("nani");
        var guest = (await service.AddAsync(Guest(), act)).Value;
        await service.ReturnIdCardAsync(guest.Id, act);

        Assert.Equal(OutcomeKind.Conflict, (await service.ReturnIdCardAsync(guest.Id, act)).Kind);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Page_OfADay_IsNewestFirstWithTheRequestMade(DatabaseProvider provider)
    {
        await using var agency = await TestAgency.StartAsync(provider);
        var service = agency.Get<GuestBookService>();
        var first = (await service.AddAsync(Guest(), await agency.ActAsync("nani"))).Value;
        await service.AddAsync(Guest("Rohman"), await agency.ActAsync("nani"));
        var request = await agency.Data.RegisterAsync(TestData.Request() with { GuestBookEntryId = first.Id });

        var page = await TodayAsync(agency);

        Assert.Equal([("Rohman", null), ("Siti Aminah", request.Number)], page.Rows.Select(r => (r.Name, r.RequestNumber)));
        Assert.Equal((2, 2, 2), (page.Total, page.StillHere, page.CardsHeld));
    }

    [Fact]
    public async Task Page_ForAnotherRole_IsEmpty()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        await agency.Get<GuestBookService>().AddAsync(Guest(), await agency.ActAsync("nani"));

        Assert.Same(GuestBookPage.Empty, await agency.Get<GuestBookQueries>().PageAsync(new DateOnly(2026, 11, 23), 1, await agency.ActorAsync("yusup")));
    }

    [Fact]
    public async Task WithoutRequest_GuestWithARequest_IsLeftOut()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        var service = agency.Get<GuestBookService>();
        var first = (await service.AddAsync(Guest(), await agency.ActAsync("nani"))).Value;
        var second = (await service.AddAsync(Guest("Rohman"), await agency.ActAsync("nani"))).Value;
        await agency.Data.RegisterAsync(TestData.Request() with { GuestBookEntryId = first.Id });

        var guests = await agency.Get<GuestBookQueries>().WithoutRequestAsync(new DateOnly(2026, 11, 23), null, await agency.ActorAsync("nani"));

        Assert.Equal([second.Id], guests.Select(g => g.Id));
    }

    private static AddGuest Guest(string name = "Siti Aminah") => new()
    {
        Name = name,
        Purpose = "Surat keterangan DTKS",
        Origin = "Desa Parage",
        Phone = "081200000001",
        ToUnitCode = "linjamsos",
        IdCardLeft = "KTP",
    };

    private static async Task<GuestBookPage> TodayAsync(TestAgency agency) =>
        await agency.Get<GuestBookQueries>().PageAsync(new DateOnly(2026, 11, 23), 1, await agency.ActorAsync("nani"));
}
