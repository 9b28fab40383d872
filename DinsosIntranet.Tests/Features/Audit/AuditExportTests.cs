using System.Globalization;
using System.Net;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;
using DinsosIntranet.Features.Audit;
using DinsosIntranet.Features.Audit.Domain;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Data;
using DinsosIntranet.Tests.Architecture;
using DinsosIntranet.Tests.Support;

namespace DinsosIntranet.Tests.Features.Audit;

public sealed class AuditExportTests(PageAccessTests.Site site) : IClassFixture<PageAccessTests.Site>
{
    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Write_MoreThanOneReading_EachRowOnceNewestFirst(DatabaseProvider provider)
    {
        await using var agency = await TestAgency.StartAsync(provider);
        await RecordAsync(agency, 1_203);

        var rows = await ExportAsync(agency, new AuditFilter { Act = "keluar" }, "ratna");

        Assert.Equal(Enumerable.Range(0, 1_203).Reverse().Select(i => $"ke: {i}"), rows.Select(r => r[8]));
        Assert.Equal(("23/11/2026", "Nani Rohaeni", "Keluar", "tidak", "Akun"), (rows[0][1][..10], rows[0][2], rows[0][3], rows[0][4], rows[0][5]));
    }

    [Fact]
    public async Task Write_MoreThanAllowed_SaysSoInTheLastLine()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        await RecordAsync(agency, 8);

        var rows = await ExportAsync(agency, new AuditFilter { Act = "keluar" }, "ratna", most: 5);

        Assert.Equal(6, rows.Count);
        Assert.StartsWith("Hanya 5 baris terbaru.", rows[^1][0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Write_TextThatWouldBeAFormula_IsEscaped()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        await RecordAsync(agency, 1, "=HYPERLINK(\"http://127.0.0.1\";\"buka\")");

        var text = await TextAsync(agency, new AuditFilter { Act = "keluar" }, "ratna");

        Assert.Contains("\"'=HYPERLINK(", text, StringComparison.Ordinal);
        Assert.DoesNotContain(";=", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Write_ForAnAdministrator_ContentOfRequestsStaysClosed()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite, configure: StandInPanels.Add);
        await agency.Data.RegisterAsync();

        var rows = await ExportAsync(agency, new AuditFilter { Act = "permohonan.daftar" }, "admin");

        Assert.Equal(("", "tertutup"), (Assert.Single(rows)[7], rows[0][8]));
    }

    [Fact]
    public async Task Write_ForAHeadOfDivision_OnlyStaffOfTheUnit()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        await RecordAsync(agency, 2);
        await RecordAsync(agency, 1, by: "yusup");

        Assert.Equal("Yusup Hidayat", Assert.Single(await ExportAsync(agency, new AuditFilter { Act = "keluar" }, "asep"))[2]);
    }

    [Fact]
    public async Task Get_ByTheHead_IsAFileAndStandsInTheTrail()
    {
        using var client = await site.SignInAsync("ratna");

        using var answer = await client.GetAsync("/jejak/unduh?tindakan=masuk&dari=2026-11-01&sampai=abc");

        Assert.Equal(("text/csv", "attachment"), (answer.Content.Headers.ContentType!.MediaType, answer.Content.Headers.ContentDisposition!.DispositionType));
        Assert.Matches(@"^jejak-\d{8}\.csv$", answer.Content.Headers.ContentDisposition.FileName!);
        Assert.StartsWith("\uFEFFBaris;Waktu;Oleh;", Encoding.UTF8.GetString(await answer.Content.ReadAsByteArrayAsync()), StringComparison.Ordinal);
        var record = (await site.Agency.TrailAsync()).Last(r => r.Act == AuditActs.Exported);
        Assert.Contains("\"dari\":\"01/11/2026\",\"tindakan\":\"masuk\"", record.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("nani")]
    [InlineData("yusup")]
    public async Task Get_ByARoleWithoutTheTrail_IsRefused(string userName)
    {
        using var client = await site.SignInAsync(userName);

        Assert.Equal(HttpStatusCode.Forbidden, (await client.GetAsync("/jejak/unduh")).StatusCode);
    }

    [Fact]
    public async Task Get_NumberOfNothing_IsNotFound()
    {
        using var client = await site.SignInAsync("ratna");

        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync("/jejak/unduh?nomor=DTKS-1999-0001")).StatusCode);
    }

    private static async Task<List<string[]>> ExportAsync(TestAgency agency, AuditFilter filter, string reader, int most = AuditExport.MostRows)
    {
        using var text = new StringReader(await TextAsync(agency, filter, reader, most));
        using var csv = new CsvParser(text, new CsvConfiguration(CultureInfo.InvariantCulture) { Delimiter = ";" });
        var rows = new List<string[]>();
        while (await csv.ReadAsync())
        {
            rows.Add(csv.Record!);
        }

        return rows[1..];
    }

    private static async Task<string> TextAsync(TestAgency agency, AuditFilter filter, string reader, int most = AuditExport.MostRows)
    {
        using var stream = new MemoryStream();
        await agency.Get<AuditExport>().WriteAsync(stream, filter, await agency.ActorAsync(reader), most);
        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private static async Task RecordAsync(TestAgency agency, int rows, string? reason = null, string by = "nani")
    {
        var act = await agency.ActAsync(by, reason);
        await agency.Get<WriteRunner>().RunAsync(act, scope =>
        {
            for (var i = 0; i < rows; i++)
            {
                scope.Audit("keluar", "akun", act.Actor.UserId, new AuditText().Fact("ke", i));
            }

            return Task.FromResult(Outcome.Ok());
        });
    }
}
