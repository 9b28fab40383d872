using DinsosIntranet.Features.Accounts;
using DinsosIntranet.Features.Accounts.Domain;
using DinsosIntranet.Features.Agency;
using DinsosIntranet.Features.Agency.Domain;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Data;
using DinsosIntranet.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace DinsosIntranet.Tests.Features.Agency;

public sealed class UnitServiceTests
{
    private static readonly SaveUnit Section = new()
    {
        Seen = null,
        Code = "jaminan",
        IsNew = true,
        Name = "Seksi Jaminan Sosial",
        ShortName = "Jaminan",
        HeadPosition = "Kepala Seksi Jaminan Sosial Keluarga",
        ParentCode = "linjamsos",
    };

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Save_NewSection_OfferedBelowItsDivisionAndRecorded(DatabaseProvider provider)
    {
        await using var agency = await TestAgency.StartAsync(provider);

        var outcome = await agency.Get<UnitService>().SaveUnitAsync(Section, await agency.ActAsync("admin"));

        Assert.True(outcome.IsOk, outcome.Message);
        var units = (await agency.Get<AgencyDirectory>().GetAsync()).Units;
        Assert.Equal(["sekretariat", "dayasos", "linjamsos", "jaminan", "rehsos", "pppa"], units.Select(u => u.Code));
        Assert.Equal("Kepala Seksi Jaminan Sosial Keluarga", units[3].HeadTitle);
        var record = (await agency.TrailAsync())[^1];
        Assert.Equal(
            ("unit.tambah", """{"old":{"induk":null,"jabatan kepala":null,"nama":null,"nama pendek":null},"new":{"induk":"linjamsos","jabatan kepala":"Kepala Seksi Jaminan Sosial Keluarga","nama":"Seksi Jaminan Sosial","nama pendek":"Jaminan"},"facts":{"unit":"jaminan"},"origin":"tes"}"""),
            (record.Act, record.Text));
        var role = await agency.Get<RoleService>().AddAsync(agency.UserId("tati"), new RoleChoice(StaffRole.HeadOfDivision, "jaminan"), await agency.ActAsync("admin"));
        Assert.True(role.IsOk, role.Message);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Save_Renamed_ListsFollowAndPapersDoNot(DatabaseProvider provider)
    {
        await using var agency = await TestAgency.StartAsync(provider);
        var letter = await agency.Data.IssuedAsync();

        var outcome = await agency.Get<UnitService>().SaveUnitAsync(
            Section with { Code = "linjamsos", IsNew = false, Name = "Bidang Jaminan", ShortName = "Jamsos", HeadPosition = " ", ParentCode = null }, await agency.ActAsync("admin"));

        Assert.True(outcome.IsOk, outcome.Message);
        Assert.Equal("Bidang Jaminan", (await agency.Get<AgencyDirectory>().GetAsync()).UnitName("linjamsos"));
        var after = await agency.Data.LetterAsync(letter.Id);
        Assert.Equal((letter.Number, letter.Version), (after.Number, after.Version));
    }

    [Theory]
    [InlineData("Lansia", "Nama", "Pendek", null, "Code", "Isi kode dengan huruf kecil, angka, dan tanda hubung, paling banyak 40.")]
    [InlineData("rehsos", "Nama", "Pendek", null, "Code", "Kode ini sudah dipakai.")]
    [InlineData("baru", " ", "Pendek", null, "Name", "Isi namanya.")]
    [InlineData("baru", "bidang rehabilitasi sosial", "Pendek", null, "Name", "Nama ini sudah dipakai.")]
    [InlineData("baru", "Nama", "", null, "ShortName", "Isi namanya.")]
    [InlineData("baru", "Nama", "REHSOS", null, "ShortName", "Nama ini sudah dipakai.")]
    [InlineData("baru", "Nama", "Pendek", "bulan", "ParentCode", "Pilih unit lain: yang dipakai, dan bukan bagian dari unit ini sendiri.")]
    public async Task Save_SomethingWrong_RefusedBesideItsFieldAndNothingWritten(string code, string name, string shortName, string? parent, string field, string message)
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        var rows = (await agency.TrailAsync()).Count;

        var outcome = await agency.Get<UnitService>().SaveUnitAsync(
            Section with { Code = code, Name = name, ShortName = shortName, ParentCode = parent }, await agency.ActAsync("admin"));

        Assert.Equal([new Refusal(message, field)], outcome.Refusals);
        Assert.Equal((5, rows), ((await agency.Get<UnitQueries>().ReadAsync()).Units.Count, (await agency.TrailAsync()).Count));
    }

    [Fact]
    public async Task Save_BelowItsOwnSection_Refused()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        var units = agency.Get<UnitService>();
        await units.SaveUnitAsync(Section, await agency.ActAsync("admin"));

        var outcome = await units.SaveUnitAsync(
            Section with { Seen = await SeenAsync(agency), Code = "linjamsos", IsNew = false, Name = "Linjamsos", ShortName = "Linjamsos", ParentCode = "jaminan" }, await agency.ActAsync("admin"));

        Assert.Equal([new Refusal("Pilih unit lain: yang dipakai, dan bukan bagian dari unit ini sendiri.", "ParentCode")], outcome.Refusals);
    }

    [Fact]
    public async Task Save_UnknownOrClosedUnit_NotFoundOrRefused()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        var units = agency.Get<UnitService>();
        var admin = await agency.ActAsync("admin");
        Assert.Equal(OutcomeKind.NotFound, (await units.SaveUnitAsync(Section with { IsNew = false }, admin)).Kind);
        Assert.Equal(OutcomeKind.NotFound, (await units.CloseUnitAsync(null, "jaminan", new DateOnly(2026, 11, 1), admin)).Kind);
        Assert.Equal(OutcomeKind.NotFound, (await units.ReopenUnitAsync(null, "jaminan", admin)).Kind);
        await units.SaveUnitAsync(Section, admin);
        await units.CloseUnitAsync(await SeenAsync(agency), "jaminan", new DateOnly(2026, 11, 1), admin);

        var outcome = await units.SaveUnitAsync(Section with { Seen = await SeenAsync(agency), IsNew = false }, admin);

        Assert.Equal("Unit ini tidak dipakai lagi. Pakai lagi dahulu.", outcome.Message);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Close_EverythingStillThere_AllNamedAndCountedWithoutNames(DatabaseProvider provider)
    {
        await using var agency = await TestAgency.StartAsync(provider);
        var units = agency.Get<UnitService>();
        await units.SaveUnitAsync(Section, await agency.ActAsync("admin"));

        var outcome = await units.CloseUnitAsync(await SeenAsync(agency), "linjamsos", new DateOnly(2026, 11, 1), await agency.ActAsync("admin"));

        Assert.Equal(
            "Bidang Perlindungan dan Jaminan Sosial masih dipakai: 1 pejabat, 3 peran pegawai, meja Kabid Linjamsos, meja Tanda tangan Linjamsos, standar Pengecekan DTKS, unit Seksi Jaminan Sosial.",
            string.Concat(outcome.Message[..outcome.Message.IndexOf(": ", StringComparison.Ordinal)], ": ", string.Join(", ", outcome.Message[(outcome.Message.IndexOf(": ", StringComparison.Ordinal) + 2)..^1].Split(", ").Order(StringComparer.Ordinal)), "."));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Close_EmptyUnit_GoneFromListsKeepsItsNameAndCanComeBack(DatabaseProvider provider)
    {
        await using var agency = await TestAgency.StartAsync(provider);
        var units = agency.Get<UnitService>();
        await units.SaveUnitAsync(Section, await agency.ActAsync("admin"));

        var closed = await units.CloseUnitAsync(await SeenAsync(agency), "jaminan", new DateOnly(2026, 11, 1), await agency.ActAsync("admin"));

        Assert.True(closed.IsOk, closed.Message);
        Assert.Equal("""{"old":{"tidak dipakai sejak":null},"new":{"tidak dipakai sejak":"01/11/2026"},"facts":{"unit":"jaminan"},"origin":"tes"}""", (await agency.TrailAsync())[^1].Text);
        var snapshot = await agency.Get<AgencyDirectory>().GetAsync();
        Assert.DoesNotContain(snapshot.Units, u => u.Code == "jaminan");
        Assert.Equal("Seksi Jaminan Sosial", snapshot.UnitName("jaminan"));
        Assert.Equal(new DateOnly(2026, 11, 1), snapshot.DateOf(snapshot.FindUnit("jaminan")!.RetiredAt!.Value));
        Assert.False((await agency.Get<RoleService>().AddAsync(agency.UserId("tati"), new RoleChoice(StaffRole.HeadOfDivision, "jaminan"), await agency.ActAsync("admin"))).IsOk);
        Assert.True((await units.ReopenUnitAsync(await SeenAsync(agency), "jaminan", await agency.ActAsync("admin"))).IsOk);
        Assert.Contains((await agency.Get<AgencyDirectory>().GetAsync()).Units, u => u.Code == "jaminan");
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Close_WhileSomebodyIsGivenARoleThere_EitherTheUnitStaysOrTheRoleIsRefused(DatabaseProvider provider)
    {
        await using var agency = await TestAgency.StartAsync(provider);
        await agency.Get<UnitService>().SaveUnitAsync(Section, await agency.ActAsync("admin"));
        var (seen, admin) = (await SeenAsync(agency), await agency.ActAsync("admin"));

        var outcomes = await Task.WhenAll(
            agency.Get<UnitService>().CloseUnitAsync(seen, "jaminan", new DateOnly(2026, 11, 1), admin),
            GiveAsync());

        Assert.Single(outcomes, o => o.IsOk);

        async Task<Outcome> GiveAsync() => await agency.Get<RoleService>().AddAsync(agency.UserId("tati"), new RoleChoice(StaffRole.DtksOperator, "jaminan"), admin);
    }

    [Fact]
    public async Task Close_NotYetKnownToThisProcess_RolesAndAccountsThereStillRefused()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        await agency.Get<AgencyDirectory>().GetAsync();
        await agency.SqlAsync($"""UPDATE "Units" SET "RetiredAt" = {agency.Time.Now} WHERE "Code" = 'dayasos'""");
        var (choice, admin) = (new RoleChoice(StaffRole.DtksOperator, "dayasos"), await agency.ActAsync("admin"));

        Assert.Equal([new Refusal("Unit ini tidak dipakai lagi.", "UnitCode")], (await agency.Get<RoleService>().AddAsync(agency.UserId("tati"), choice, admin)).Refusals);
        var added = await agency.Get<AccountAdministration>().AddAsync(new AddAccount { UserName = "dewi", FullName = "Dewi Anggraini", Position = "Staf", Roles = [choice] }, admin);
        Assert.Equal([new Refusal("Unit ini tidak dipakai lagi.", "Roles")], added.Refusals);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("2026-11-24")]
    [InlineData("0001-01-01")]
    public async Task Close_NoDayOrOneAhead_Refused(string? day)
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        await agency.Get<UnitService>().SaveUnitAsync(Section, await agency.ActAsync("admin"));
        agency.Time.SetLocal(2026, 11, 23, 9, 0);

        var outcome = await agency.Get<UnitService>().CloseUnitAsync(
            await SeenAsync(agency), "jaminan", day is null ? null : DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture), await agency.ActAsync("admin"));

        Assert.Equal([new Refusal("Isi tanggal, paling lambat hari ini.", "Since")], outcome.Refusals);
    }

    [Fact]
    public async Task Reopen_ParentClosedOrNameTaken_Refused()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        var units = agency.Get<UnitService>();
        var admin = await agency.ActAsync("admin");
        await units.SaveUnitAsync(Section with { Code = "uptd", Name = "UPTD", ShortName = "UPTD", ParentCode = null }, admin);
        await units.SaveUnitAsync(Section with { Seen = await SeenAsync(agency), ParentCode = "uptd" }, admin);
        await units.CloseUnitAsync(await SeenAsync(agency), "jaminan", new DateOnly(2026, 11, 1), admin);
        await units.CloseUnitAsync(await SeenAsync(agency), "uptd", new DateOnly(2026, 11, 1), admin);

        Assert.Contains("Pakai lagi induknya dahulu.", (await units.ReopenUnitAsync(await SeenAsync(agency), "jaminan", admin)).Message, StringComparison.Ordinal);

        await units.SaveUnitAsync(Section with { Seen = await SeenAsync(agency), Code = "uptd-2", Name = "uptd", ShortName = "U2", ParentCode = null }, admin);
        Assert.Equal("Unit lain sekarang bernama UPTD atau UPTD. Ubah dahulu nama unit itu.", (await units.ReopenUnitAsync(await SeenAsync(agency), "uptd", admin)).Message);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Move_OneUp_OnlyAmongItsSiblings(DatabaseProvider provider)
    {
        await using var agency = await TestAgency.StartAsync(provider);
        var units = agency.Get<UnitService>();
        await units.SaveUnitAsync(Section, await agency.ActAsync("admin"));
        await units.SaveUnitAsync(Section with { Seen = await SeenAsync(agency), Code = "bencana", Name = "Seksi Bencana", ShortName = "Bencana" }, await agency.ActAsync("admin"));

        Assert.True((await units.MoveUnitAsync(await SeenAsync(agency), "bencana", up: true, await agency.ActAsync("admin"))).IsOk);
        Assert.True((await units.MoveUnitAsync(await SeenAsync(agency), "linjamsos", up: true, await agency.ActAsync("admin"))).IsOk);

        Assert.Equal(
            ["sekretariat", "linjamsos", "bencana", "jaminan", "dayasos", "rehsos", "pppa"],
            (await agency.Get<AgencyDirectory>().GetAsync()).Units.Select(u => u.Code));
        Assert.Equal(SettingsWriter.NothingChanged, (await units.MoveUnitAsync(await SeenAsync(agency), "bencana", up: true, await agency.ActAsync("admin"))).Message);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Save_TwoAdministratorsAtOnce_OneWinsTheOtherIsToldWhoAndWhen(DatabaseProvider provider)
    {
        await using var agency = await TestAgency.StartAsync(provider);
        agency.Time.SetLocal(2026, 11, 23, 9, 0);
        var admin = await agency.ActAsync("admin");

        var outcomes = await Task.WhenAll(
            agency.Get<UnitService>().SaveUnitAsync(Section, admin),
            agency.Get<UnitService>().SaveUnitAsync(Section with { Code = "bencana", Name = "Seksi Bencana", ShortName = "Bencana" }, admin));

        Assert.Single(outcomes, o => o.IsOk);
        var loser = Assert.Single(outcomes, o => !o.IsOk);
        Assert.Equal(
            (OutcomeKind.Conflict, "Pengaturan ini sudah diubah Rudi Hartono pada 23/11/2026 09.00. Muat ulang halaman ini, lalu ulangi perubahan Anda."),
            (loser.Kind, loser.Message));
        Assert.Equal(6, (await agency.Get<AgencyDirectory>().GetAsync()).Units.Count);
    }

    [Theory, DemoStaff("admin")]
    public async Task Changes_EveryOtherRole_Forbidden(string userName)
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        var (units, act) = (agency.Get<UnitService>(), await agency.ActAsync(userName));
        var desk = new SaveDesk { Seen = null, Code = "baru", IsNew = true, Name = "Baru", Seats = [new DeskSeat(StaffRole.FrontOffice, null)] };
        var before = await StructureAsync(agency);

        Assert.All(
            [
                await units.SaveUnitAsync(Section, act), await units.CloseUnitAsync(null, "rehsos", new DateOnly(2026, 1, 1), act), await units.ReopenUnitAsync(null, "rehsos", act),
                await units.MoveUnitAsync(null, "rehsos", up: true, act), await units.SaveDeskAsync(desk, act), await units.CloseDeskAsync(null, "pengelola-pengaduan", act),
                await units.ReopenDeskAsync(null, "pengelola-pengaduan", act), await units.MoveDeskAsync(null, "sekretariat", up: true, act),
            ],
            outcome => Assert.Equal(OutcomeKind.Forbidden, outcome.Kind));
        Assert.Equal(before, await StructureAsync(agency));
    }

    internal static async Task<Guid?> SeenAsync(TestAgency agency) => (await agency.Get<UnitQueries>().ReadAsync()).Version;

    private static async Task<string> StructureAsync(TestAgency agency)
    {
        await using var db = agency.OpenDb();
        var units = await db.Units.AsNoTracking().OrderBy(u => u.Code).Select(u => u.Code + u.SortOrder + u.RetiredAt).ToListAsync();
        var desks = await db.Desks.AsNoTracking().OrderBy(d => d.Code).Select(d => d.Code + d.SortOrder + d.RetiredAt).ToListAsync();
        return string.Join('\n', units.Concat(desks));
    }
}
