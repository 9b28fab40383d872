using System.Text;
using DinsosIntranet.Features.Standards;
using DinsosIntranet.Features.Standards.Domain;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Data;
using DinsosIntranet.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace DinsosIntranet.Tests.Features.Standards;

public sealed class StandardImportServiceTests
{
    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Import_SixthStandard_KeptWholeWithItsFingerprintAndWho(DatabaseProvider provider)
    {
        await using var agency = await TestAgency.StartAsync(provider);

        var outcome = await ImportAsync(agency, StandardFixtures.SixthJson, null);

        Assert.True(outcome.IsOk, outcome.Message);
        await using var db = agency.OpenDb();
        var version = await db.StandardVersions.AsNoTracking().SingleAsync(v => v.Code == StandardFixtures.Sixth);
        Assert.Equal((StandardFixtures.SixthJson, StandardVersion.HashOf(StandardFixtures.SixthJson), 1), (version.Json, version.Sha256, version.VersionNumber));
        Assert.Equal((agency.UserId("admin"), "Rudi Hartono", agency.Time.Now), (version.ImportedById!.Value, version.ImportedBy, version.ImportedAt));
        Assert.Contains(await agency.TrailAsync(), r => r.Act == "standar.impor" && r.RecordId == version.Id.ToString() && r.ActorId == agency.UserId("admin"));

        // Taken in, it counts from no day.
        Assert.Equal(6, (await agency.Get<StandardQueries>().ListAsync()).Count);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Import_WrongFiles_RefusedAndNothingWritten(DatabaseProvider provider)
    {
        await using var agency = await TestAgency.StartAsync(provider);
        var second = StandardFixtures.SecondDtksJson;
        (string Json, string? Code, string Part)[] wrong =
        [
            ("", null, "Berkas kosong"),
            ("bukan json", null, "Ini bukan berkas standar"),
            ("{ \"code\": ", null, "bukan JSON yang sah"),
            (second.Replace("\"fee\"", "\"fees\""), "dtks", "mungkin maksudnya 'fee'"),
            (second.Replace("\"operator-siks-ng\"", "\"gudang\""), "dtks", "meja 'gudang' tidak dikenal"),
            (second.Replace("\"to\": \"7-cetak-surat\", \"branch\"", "\"to\": \"bulan\", \"branch\""), "dtks", "menuju 'bulan' yang tidak ada"),
            (second.Replace("\"version\": 2", "\"version\": 1"), "dtks", "versi 1 sudah diimpor saat aplikasi dijalankan"),
            (second, "informasi", "padahal Anda memilih standar 'informasi'"),
            (second, null, "sudah dipakai standar yang ada"),
            (StandardFixtures.SixthJson.Replace("\"LKS\"", "\"DTKS\""), null, "awalan nomor 'DTKS' sudah dipakai"),
        ];
        foreach (var (json, code, part) in wrong)
        {
            var outcome = await ImportAsync(agency, json, code);

            Assert.Equal(OutcomeKind.Refused, outcome.Kind);
            Assert.Contains(outcome.Refusals, r => r.Message.Contains(part, StringComparison.OrdinalIgnoreCase) && r.Field == nameof(ImportStandard.Content));
        }

        Assert.Equal(OutcomeKind.Refused, (await agency.Get<StandardImportService>().ImportAsync(new ImportStandard { Content = [0x7b, 0xff, 0xfe], Code = null }, await agency.ActAsync("admin"))).Kind);
        Assert.Equal(OutcomeKind.Refused, (await agency.Get<StandardImportService>().ImportAsync(new ImportStandard { Content = new byte[VersionRules.MostBytes + 1], Code = null }, await agency.ActAsync("admin"))).Kind);
        await using var db = agency.OpenDb();
        Assert.Equal(6, await db.StandardVersions.CountAsync());
        Assert.DoesNotContain(await agency.TrailAsync(), r => r.Act.StartsWith("standar", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Import_RetiredDesk_Unknown()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        await agency.SqlAsync($"""UPDATE "Desks" SET "RetiredAt" = '2026-11-01 00:00:00' WHERE "Code" = 'pekerja-sosial'""");
        agency.Get<DinsosIntranet.Features.Agency.AgencyDirectory>().Forget();

        var outcome = await ImportAsync(agency, StandardFixtures.SixthJson, null);

        Assert.Contains("Langkah 5-verifikasi (baris", outcome.Message);
        Assert.Contains("meja 'pekerja-sosial' tidak dikenal", outcome.Message);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Import_ByAnybodyElse_ForbiddenAndRecorded(DatabaseProvider provider)
    {
        await using var agency = await TestAgency.StartAsync(provider);
        foreach (var user in (string[])["ratna", "hendra", "nani", "maman"])
        {
            Assert.Equal(OutcomeKind.Forbidden, (await ImportAsync(agency, StandardFixtures.SixthJson, null, user)).Kind);
        }

        Assert.Equal(4, (await agency.TrailAsync()).Count(r => r.Act == "ditolak:standar.impor"));
        await using var db = agency.OpenDb();
        Assert.Equal(6, await db.StandardVersions.CountAsync());
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Import_TwoAtOnce_OneWinsTheOtherIsToldWhoAndWhen(DatabaseProvider provider)
    {
        await using var agency = await TestAgency.StartAsync(provider);

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => ImportAsync(agency, StandardFixtures.SecondDtksJson, "dtks"))));

        Assert.Single(outcomes, o => o.IsOk);
        Assert.All(outcomes.Where(o => !o.IsOk), o => Assert.Contains("versi 2 sudah diimpor Rudi Hartono pada 23/11/2026 09.00", o.Message));
        await using var db = agency.OpenDb();
        Assert.Equal(2, await db.StandardVersions.CountAsync(v => v.Code == "dtks"));
    }

    [Fact]
    public async Task Import_SecretStandardAsOpen_Refused()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        var json = File.ReadAllText(Path.Combine(StandardFixtures.DataFolder, "standards", "korban-kbga.json")).Replace("\"version\": 2", "\"version\": 3").Replace("\"rahasia\"", "\"terbuka\"");

        Assert.Contains("tidak dapat membuatnya terbuka", (await ImportAsync(agency, json, "korban-kbga")).Message);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Version_OnceStored_CannotBeChanged(DatabaseProvider provider)
    {
        await using var agency = await TestAgency.StartAsync(provider);
        await using var db = agency.OpenDb();
        var version = await db.StandardVersions.FirstAsync(v => v.Code == "dtks");
        db.Entry(version).Property(v => v.Json).CurrentValue = "{}";

        await Assert.ThrowsAsync<InvalidOperationException>(() => db.SaveChangesAsync());
    }

    [Fact]
    public async Task Check_Good_WritesNothing()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);

        var check = await agency.Get<StandardImportService>().CheckAsync(new ImportStandard { Content = [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(StandardFixtures.SixthJson)], Code = null });

        Assert.True(check.IsGood);
        Assert.Equal(StandardFixtures.SixthJson, check.File!.Json);
        await using var db = agency.OpenDb();
        Assert.Equal(6, await db.StandardVersions.CountAsync());
    }

    internal static async Task<Outcome<StandardVersion>> ImportAsync(TestAgency agency, string json, string? code, string by = "admin") =>
        await agency.Get<StandardImportService>().ImportAsync(new ImportStandard { Content = Encoding.UTF8.GetBytes(json), Code = code }, await agency.ActAsync(by));
}
