using DinsosIntranet.App.Setup;
using DinsosIntranet.Features.Accounts;
using DinsosIntranet.Features.Accounts.Domain;
using DinsosIntranet.Features.Agency;
using DinsosIntranet.Features.Agency.Domain;
using DinsosIntranet.Features.Letters;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Data;
using DinsosIntranet.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace DinsosIntranet.Tests.Features.Agency;

public sealed class SettingsGapsTests
{
    private const string OneAdministrator = "Hanya satu administrator yang dapat masuk. Bila akunnya terkunci, tidak ada yang membukanya kecuali lewat server.";
    private const string Superior = "Atasan Kepala Dinas belum dicatat. Pengaduan tentang Kepala Dinas belum dapat diserahkan.";
    private const string Letterhead = "Kop surat belum diperiksa dan belum memuat lambang daerah.";
    private const string Numbering = "Penomoran belum diperiksa. Surat pertama mendapat nomor 1; majukan bukunya bila tahun ini sudah ada nomor di buku kertas.";

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Read_StaffedAgency_OnlyWhatIsMissing(DatabaseProvider provider)
    {
        await using var agency = await TestAgency.StartAsync(provider);

        Assert.Equal([OneAdministrator, Superior, Letterhead, Numbering], await ReadAsync(agency));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Read_PeopleGone_DesksAndOfficialsNamedByPositionOnly(DatabaseProvider provider)
    {
        await using var agency = await TestAgency.StartAsync(provider);
        await agency.SqlAsync($"""UPDATE "StaffAccounts" SET "DisabledAt" = {agency.Time.Now} WHERE "UserName" IN ('ratna', 'hendra', 'asep')""");
        await agency.SqlAsync($"""UPDATE "StaffAccounts" SET "PasswordHash" = NULL WHERE "UserName" IN ('yusup', 'euis')""");
        await agency.SqlAsync($"""UPDATE "Officials" SET "Until" = {new DateOnly(2026, 11, 22)} WHERE "UnitCode" = 'linjamsos' OR "UnitCode" IS NULL""");

        Assert.Equal(
            [
                "Belum ada Kepala Dinas atau Sekretaris Dinas yang dapat masuk. Tambah Sekretaris Dinas lebih dulu: ia menyetujui peran yang membuka berkas rahasia.",
                OneAdministrator,
                "2 akun belum diaktifkan pemiliknya.",
                "Meja tanpa pegawai: Kepala Dinas / Sekretaris, Kepala Dinas, Sekretaris Dinas, Kabid Linjamsos, Operator SIKS-NG, Tanda tangan Linjamsos. Permohonan yang sampai di sana akan menunggu.",
                "Belum dicatat sebagai pejabat: Kepala Dinas, Kepala Bidang Perlindungan dan Jaminan Sosial. Tanpa itu namanya tidak dapat dicetak di bawah surat.",
                Superior,
                Letterhead,
                Numbering,
            ],
            await ReadAsync(agency));
    }

    [Fact]
    public async Task Read_JustSetUp_EverythingThatIsToBeDone()
    {
        await using var agency = await EmptyAgency.StartAsync(DatabaseProvider.Sqlite);
        var setup = agency.Get<SetupService>();
        await setup.SaveAgencyAsync(new SetupAgency
        {
            Name = "Dinas Sosial",
            RegencyCode = "36.02",
            Seat = "Rangkasbitung",
            TimeZoneId = "Asia/Jakarta",
            AddressLines = "Jl. Contoh No. 1",
            UnitCodeInNumbers = "Dinsos",
            HelpLine = "Administrator",
        });
        const string password = "tujuh gajah berenang pelan";
        await setup.SaveAdministratorAsync(new SaveAdministrator { UserName = "rudi", FullName = "Rudi Hartono", Password = password, Repeated = password });
        Assert.True((await setup.FinishAsync("tes")).IsOk);

        var gaps = await ReadAsync(agency.Get<IEnumerable<SettingsGaps>>());

        Assert.Equal(7, gaps.Count);
        Assert.Equal(
            "Meja tanpa pegawai: Front Office, Sekretariat, Kepala Dinas / Sekretaris, Kepala Dinas, Sekretaris Dinas, Kabid Dayasos, Kabid Linjamsos, Operator SIKS-NG, Staf Sekretariat (PPID), Staf Bidang Dayasos, Pekerja Sosial Rehsos, Petugas PPPA, Pengelola Pengaduan, Tanda tangan Linjamsos, Siap diserahkan. Permohonan yang sampai di sana akan menunggu.",
            gaps[2]);
        Assert.StartsWith("Belum dicatat sebagai pejabat: Kepala Dinas, Sekretaris Dinas, Kepala Bidang Pemberdayaan Sosial, ", gaps[3], StringComparison.Ordinal);
        Assert.Equal([Superior, Letterhead, Numbering], gaps.Skip(4));
    }

    [Fact]
    public async Task Read_HolidaysOfNextYearMissing_AskedForFromOctober()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        agency.Time.SetLocal(2027, 9, 30, 9, 0);
        Assert.DoesNotContain(await ReadAsync(agency), g => g.Contains("Kalender", StringComparison.Ordinal));
        agency.Time.SetLocal(2027, 10, 1, 9, 0);
        Assert.Contains(await ReadAsync(agency), g => g.StartsWith("Kalender 2028 belum ditetapkan.", StringComparison.Ordinal));
        agency.Time.SetLocal(2028, 1, 3, 9, 0);
        Assert.Contains("Hari libur 2028 belum ada. Janji waktu hanya memperhitungkan akhir pekan.", await ReadAsync(agency));
    }

    [Fact]
    public async Task Read_ProvisionalDatesAMonthAway_AskedFor()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        const string expected = "Segera tiba dan masih sementara: Ramadan 1448 H. Pastikan tanggal dan jamnya.";
        agency.Time.SetLocal(2027, 1, 8, 9, 0);
        Assert.DoesNotContain(expected, await ReadAsync(agency));
        agency.Time.SetLocal(2027, 1, 9, 9, 0);
        Assert.Contains(expected, await ReadAsync(agency));
        agency.Time.SetLocal(2027, 2, 9, 9, 0);
        Assert.DoesNotContain(expected, await ReadAsync(agency));
    }

    [Fact]
    public async Task Read_EverythingSet_Nothing()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);

        await CompleteAsync(agency);

        Assert.Empty(await ReadAsync(agency));
    }

    /// <summary>Sets what the demonstration leaves open.</summary>
    internal static async Task CompleteAsync(TestAgency agency)
    {
        var admin = await agency.ActAsync("admin");
        Assert.True((await agency.Get<RoleService>().AddAsync(agency.UserId("dedi"), new RoleChoice(StaffRole.Administrator, null), admin)).IsOk);
        var book = new AdvanceBook { Seen = null, Code = "surat:400.9.14.1", Year = 2026, Last = 120 };
        Assert.True((await agency.Get<NumberingService>().AdvanceAsync(book, await agency.ActAsync("admin", "Nomor 1 sampai 120 di buku kertas"))).IsOk);
        var profile = (await agency.Get<AgencyDirectory>().GetAsync()).Profile;
        Assert.True((await agency.Get<LetterheadService>().SaveAsync(
            new SaveLetterhead { Seen = null, Input = LetterheadInput.Of(profile) with { FontSize = 11 }, Logo = null }, admin)).IsOk);
        Assert.True((await agency.Data.SetSuperiorAsync()).IsOk);
    }

    private static Task<IReadOnlyList<string>> ReadAsync(TestAgency agency) => ReadAsync(agency.Services.GetServices<SettingsGaps>());

    private static async Task<IReadOnlyList<string>> ReadAsync(IEnumerable<SettingsGaps> sources)
    {
        List<SettingsGap> gaps = [];
        foreach (var source in sources)
        {
            gaps.AddRange(await source.ReadAsync(default));
        }

        return [.. gaps.OrderBy(g => g.Order).Select(g => g.Text)];
    }
}
