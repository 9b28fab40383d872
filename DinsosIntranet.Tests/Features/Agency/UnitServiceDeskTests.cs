using DinsosIntranet.Features.Accounts;
using DinsosIntranet.Features.Accounts.Domain;
using DinsosIntranet.Features.Agency;
using DinsosIntranet.Features.Agency.Domain;
using DinsosIntranet.Features.Desks;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Data;
using DinsosIntranet.Tests.Support;

namespace DinsosIntranet.Tests.Features.Agency;

public sealed class UnitServiceDeskTests
{
    private static readonly SaveDesk Desk = new()
    {
        Seen = null,
        Code = "bantuan-bencana",
        IsNew = true,
        Name = "Bantuan bencana",
        Seats = [new DeskSeat(StaffRole.DtksOperator, "linjamsos"), new DeskSeat(StaffRole.HeadOfDivision, "linjamsos")],
    };

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Save_NewDesk_LastOnTheBoardAndItsPeopleWorkThere(DatabaseProvider provider)
    {
        await using var agency = await TestAgency.StartAsync(provider);

        var outcome = await agency.Get<UnitService>().SaveDeskAsync(Desk, await agency.ActAsync("admin"));

        Assert.True(outcome.IsOk, outcome.Message);
        var desk = (await agency.Get<AgencyDirectory>().GetAsync()).Desks[^1];
        Assert.Equal(("bantuan-bencana", "linjamsos"), (desk.Code, desk.UnitCode));
        Assert.NotNull(desk.MembershipOf(await agency.ActorAsync("yusup")));
        Assert.Null(desk.MembershipOf(await agency.ActorAsync("gilang")));
        Assert.Equal(["Asep Mulyadi", "Euis Nurhayati", "Yusup Hidayat"], (await LineAsync(agency, "bantuan-bencana")).Staff);
        Assert.Equal(
            """{"old":{"nama":null,"petugas":null},"new":{"nama":"Bantuan bencana","petugas":"Kepala Bidang (Linjamsos), Operator SIKS-NG (Linjamsos)"},"facts":{"meja":"bantuan-bencana"},"origin":"tes"}""",
            (await agency.TrailAsync())[^1].Text);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Save_OtherRoles_QueueMovesToThemAtOnce(DatabaseProvider provider)
    {
        await using var agency = await TestAgency.StartAsync(provider);
        var request = await agency.Data.RequestAtAsync(TestData.Checking);

        var outcome = await agency.Get<UnitService>().SaveDeskAsync(
            new SaveDesk { Seen = null, Code = "operator-siks-ng", IsNew = false, Name = "Operator SIKS-NG", Seats = [new DeskSeat(StaffRole.PpidOfficer, null)] }, await agency.ActAsync("admin"));

        Assert.True(outcome.IsOk, outcome.Message);
        Assert.True((await agency.Get<DeskService>().ClaimAsync(request.Id, await agency.ActAsync("lilis"))).IsOk);
        Assert.Equal(["Lilis Komariah"], (await LineAsync(agency, "operator-siks-ng")).Staff);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Save_NobodyWouldServeWhatWaits_RefusedWithTheNumber(DatabaseProvider provider)
    {
        await using var agency = await TestAgency.StartAsync(provider);
        await agency.Data.RequestAtAsync(TestData.Checking);

        var outcome = await agency.Get<UnitService>().SaveDeskAsync(
            new SaveDesk { Seen = null, Code = "operator-siks-ng", IsNew = false, Name = "Operator SIKS-NG", Seats = [new DeskSeat(StaffRole.DtksOperator, "rehsos")] }, await agency.ActAsync("admin"));

        Assert.Equal(
            [new Refusal("1 permohonan menunggu di meja Operator SIKS-NG, dan dengan susunan ini tidak ada pegawai aktif yang bertugas di situ.", "Seats")],
            outcome.Refusals);
        Assert.NotNull((await agency.Get<AgencyDirectory>().GetAsync()).Desk("operator-siks-ng").MembershipOf(await agency.ActorAsync("yusup")));
    }

    [Theory]
    [InlineData("Meja Baru", "Nama", "Code", "Isi kode dengan huruf kecil, angka, dan tanda hubung, paling banyak 40.")]
    [InlineData("front-office", "Nama", "Code", "Kode ini sudah dipakai.")]
    [InlineData("baru", "", "Name", "Isi namanya.")]
    [InlineData("baru", "front OFFICE", "Name", "Nama ini sudah dipakai.")]
    public async Task Save_SomethingWrong_RefusedBesideItsFieldAndNothingWritten(string code, string name, string field, string message)
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        var rows = (await agency.TrailAsync()).Count;

        var outcome = await agency.Get<UnitService>().SaveDeskAsync(Desk with { Code = code, Name = name }, await agency.ActAsync("admin"));

        Assert.Equal([new Refusal(message, field)], outcome.Refusals);
        Assert.Equal((17, rows), ((await agency.Get<UnitQueries>().ReadAsync()).Desks.Count, (await agency.TrailAsync()).Count));
    }

    [Fact]
    public async Task Save_LastRoleOfADeskTaken_Refused()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);

        var outcome = await agency.Get<UnitService>().SaveDeskAsync(
            new SaveDesk { Seen = null, Code = "front-office", IsNew = false, Name = "Front Office", Seats = [] }, await agency.ActAsync("admin"));

        Assert.Equal([new Refusal("Pilih setidaknya satu peran yang bertugas di meja ini.", "Seats")], outcome.Refusals);
    }

    [Fact]
    public async Task Save_UnknownDesk_NotFound()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        var (units, admin) = (agency.Get<UnitService>(), await agency.ActAsync("admin"));

        Assert.Equal(OutcomeKind.NotFound, (await units.SaveDeskAsync(Desk with { IsNew = false }, admin)).Kind);
        Assert.Equal(OutcomeKind.NotFound, (await units.CloseDeskAsync(null, "bulan", admin)).Kind);
        Assert.Equal(OutcomeKind.NotFound, (await units.ReopenDeskAsync(null, "bulan", admin)).Kind);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Close_NamedByAStandardAndNotEmpty_RefusedNamingBoth(DatabaseProvider provider)
    {
        await using var agency = await TestAgency.StartAsync(provider);
        await agency.Data.RequestAtAsync(TestData.Checking);

        var outcome = await agency.Get<UnitService>().CloseDeskAsync(null, "operator-siks-ng", await agency.ActAsync("admin"));

        Assert.StartsWith("Meja Operator SIKS-NG masih dipakai: ", outcome.Message, StringComparison.Ordinal);
        Assert.Contains("standar Pengecekan DTKS (langkah Cek SIKS-NG, Cetak surat)", outcome.Message, StringComparison.Ordinal);
        Assert.Contains("1 permohonan menunggu", outcome.Message, StringComparison.Ordinal);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Close_NamedByNoStandard_OffTheBoardAndBackAgain(DatabaseProvider provider)
    {
        await using var agency = await TestAgency.StartAsync(provider);
        var units = agency.Get<UnitService>();

        var closed = await units.CloseDeskAsync(null, "kabid-pppa", await agency.ActAsync("admin"));

        Assert.True(closed.IsOk, closed.Message);
        var snapshot = await agency.Get<AgencyDirectory>().GetAsync();
        Assert.Null(snapshot.FindDesk("kabid-pppa"));
        Assert.Equal("Kabid PPPA", snapshot.DeskName("kabid-pppa"));
        Assert.Equal(SettingsWriter.NothingChanged, (await units.CloseDeskAsync(await UnitServiceTests.SeenAsync(agency), "kabid-pppa", await agency.ActAsync("admin"))).Message);
        Assert.True((await units.ReopenDeskAsync(await UnitServiceTests.SeenAsync(agency), "kabid-pppa", await agency.ActAsync("admin"))).IsOk);
        Assert.NotNull((await agency.Get<AgencyDirectory>().GetAsync()).FindDesk("kabid-pppa"));
    }

    [Fact]
    public async Task Reopen_ItsUnitClosedMeanwhile_Refused()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        var (units, admin) = (agency.Get<UnitService>(), await agency.ActAsync("admin"));
        await units.SaveUnitAsync(new SaveUnit { Seen = null, Code = "uptd", IsNew = true, Name = "UPTD", ShortName = "UPTD" }, admin);
        await units.SaveDeskAsync(Desk with { Seen = await UnitServiceTests.SeenAsync(agency), Seats = [new DeskSeat(StaffRole.SocialWorker, "uptd")] }, admin);
        await units.CloseDeskAsync(await UnitServiceTests.SeenAsync(agency), "bantuan-bencana", admin);
        await units.CloseUnitAsync(await UnitServiceTests.SeenAsync(agency), "uptd", new DateOnly(2026, 11, 1), admin);

        var outcome = await units.ReopenDeskAsync(await UnitServiceTests.SeenAsync(agency), "bantuan-bencana", admin);

        Assert.Equal("Unit yang bertugas di meja Bantuan bencana tidak dipakai lagi. Pakai lagi unitnya dahulu.", outcome.Message);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Move_OneDown_BoardFollows(DatabaseProvider provider)
    {
        await using var agency = await TestAgency.StartAsync(provider);

        var outcome = await agency.Get<UnitService>().MoveDeskAsync(null, "front-office", up: false, await agency.ActAsync("admin"));

        Assert.True(outcome.IsOk, outcome.Message);
        Assert.Equal(["sekretariat", "front-office", "pimpinan"], (await agency.Get<AgencyDirectory>().GetAsync()).Desks.Take(3).Select(d => d.Code));
    }

    [Fact]
    public async Task Read_StandInAndDisabledAccount_OnlyWhoCanWorkTodayCounts()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        Assert.Equal(["Ratna Kusumawardani"], (await LineAsync(agency, "kepala-dinas")).Staff);

        await agency.StandInAsync("hendra", "ratna");
        await agency.SqlAsync($"""UPDATE "StaffAccounts" SET "DisabledAt" = {agency.Time.Now} WHERE "UserName" = 'ratna'""");

        Assert.Equal(["Hendra Gunawan"], (await LineAsync(agency, "kepala-dinas")).Staff);
    }

    [Fact]
    public async Task Read_RoleGivenInANewUnit_CountsAtItsDesk()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        var (units, admin) = (agency.Get<UnitService>(), await agency.ActAsync("admin"));
        await units.SaveUnitAsync(new SaveUnit { Seen = null, Code = "uptd", IsNew = true, Name = "UPTD", ShortName = "UPTD" }, admin);
        await units.SaveDeskAsync(Desk with { Seen = await UnitServiceTests.SeenAsync(agency), Seats = [new DeskSeat(StaffRole.DtksOperator, "uptd")] }, admin);
        Assert.Empty((await LineAsync(agency, "bantuan-bencana")).Staff);

        await agency.Get<RoleService>().AddAsync(agency.UserId("tati"), new RoleChoice(StaffRole.DtksOperator, "uptd"), admin);

        Assert.Equal(["Tati Suhartini"], (await LineAsync(agency, "bantuan-bencana")).Staff);
    }

    private static async Task<DeskLine> LineAsync(TestAgency agency, string code) => (await agency.Get<UnitQueries>().ReadAsync()).Desks.Single(d => d.Desk.Code == code);
}
