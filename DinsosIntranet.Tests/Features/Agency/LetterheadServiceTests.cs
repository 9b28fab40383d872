using DinsosIntranet.App.Demo;
using DinsosIntranet.Features.Agency;
using DinsosIntranet.Features.Agency.Domain;
using DinsosIntranet.Features.Dispositions;
using DinsosIntranet.Features.Letters;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Data;
using DinsosIntranet.Tests.Shared.Files;
using DinsosIntranet.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace DinsosIntranet.Tests.Features.Agency;

public sealed class LetterheadServiceTests
{
    /// <summary>A real picture: 64 by 64 pixels of one colour.</summary>
    private static readonly byte[] Emblem = SamplePictures.Png(64, 64);

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Save_F4AndLogo_EveryPaperPrintedWithThem(DatabaseProvider provider)
    {
        await using var agency = await TestAgency.StartAsync(provider);
        var input = await InputAsync(agency) with { Paper = PaperSize.F4, FontSize = 11, NipWithStop = true, AddressLines = " Jl. Baru 1 \n\n Telepon 123 " };

        var outcome = await SaveAsync(agency, input, Emblem);

        Assert.True(outcome.IsOk, outcome.Message);
        var signing = await agency.Data.RequestAtAsync(TestData.Signing);
        var letter = await agency.Data.LetterOfAsync(signing.Id);
        var certificate = await agency.Get<LetterPapers>().PreviewAsync(letter.Id, await agency.ActAsync("asep"));
        Assert.Contains("609.449 x 935.433", PdfText.Info(certificate.Value.Content, "Page size:"), StringComparison.Ordinal);
        Assert.Contains("NIP. ", PdfText.Text(certificate.Value.Content), StringComparison.Ordinal);
        Assert.Contains("Jl. Baru 1", PdfText.Text(certificate.Value.Content), StringComparison.Ordinal);
        var sheet = await agency.Get<DispositionSheetWriter>().PrintAsync(signing.Id, small: false, await agency.ActAsync("dedi"));
        Assert.Contains("609.449 x 935.433", PdfText.Info(sheet.Value.Pdf, "Page size:"), StringComparison.Ordinal);
        var small = await agency.Get<DispositionSheetWriter>().PrintAsync(signing.Id, small: true, await agency.ActAsync("dedi"));
        Assert.Contains("419.528 x 595.276", PdfText.Info(small.Value.Pdf, "Page size:"), StringComparison.Ordinal);
        Assert.NotNull((await agency.Get<AgencyDirectory>().GetAsync()).Profile.Logo);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Save_OnePaperSize_OnlyWhatDiffersInTheTrail(DatabaseProvider provider)
    {
        await using var agency = await TestAgency.StartAsync(provider);

        await SaveAsync(agency, await InputAsync(agency) with { Paper = PaperSize.F4Narrow, MarginLeft = 27.5 });

        var record = (await agency.TrailAsync())[^1];
        Assert.Equal(
            ("instansi.kop", """{"old":{"kertas":"A4","tepi":"20 20 25 30 mm"},"new":{"kertas":"F4Narrow","tepi":"20 20 25 27.5 mm"},"origin":"tes"}"""),
            (record.Act, record.Text));
    }

    [Fact]
    public async Task Save_NothingChanged_NothingWritten()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        var rows = (await agency.TrailAsync()).Count;

        var outcome = await SaveAsync(agency, await InputAsync(agency));

        Assert.Equal((SettingsWriter.NothingChanged, rows), (outcome.Message, (await agency.TrailAsync()).Count));
    }

    [Fact]
    public async Task Save_LogoThatIsNoPicture_RefusedBesideItAndNothingKept()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        var input = await InputAsync(agency);
        byte[] cut = Emblem[..40];

        foreach (var content in new[] { SampleFiles.Pdf(), cut, "GIF89a"u8.ToArray(), [] })
        {
            Assert.Equal([new Refusal("Lambang harus gambar PNG atau JPEG yang utuh.", "Logo")], (await SaveAsync(agency, input, content)).Refusals);
        }

        Assert.Equal([new Refusal("Lambang paling besar 1 MB. Simpan dengan ukuran lebih kecil.", "Logo")], (await SaveAsync(agency, input, new byte[(1024 * 1024) + 1])).Refusals);
        Assert.Equal(0, agency.VaultFiles());
    }

    [Fact]
    public async Task Save_NotTheRevisionSeen_ConflictAndNoFileLeft()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        var input = await InputAsync(agency);
        await SaveAsync(agency, input with { Seat = "Malingping" });

        var outcome = await agency.Get<LetterheadService>().SaveAsync(new SaveLetterhead { Seen = null, Input = input, Logo = Emblem }, await agency.ActAsync("admin"));

        Assert.Equal((OutcomeKind.Conflict, 0), (outcome.Kind, agency.VaultFiles()));
        Assert.StartsWith("Pengaturan ini sudah diubah Rudi Hartono pada 23/11/2026 09.00.", outcome.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Save_LogoRemoved_NeutralEmblemAgain()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        await SaveAsync(agency, await InputAsync(agency), Emblem);

        var outcome = await agency.Get<LetterheadService>().SaveAsync(
            new SaveLetterhead { Seen = await SeenAsync(agency), Input = await InputAsync(agency), RemovesLogo = true }, await agency.ActAsync("admin"));

        Assert.True(outcome.IsOk, outcome.Message);
        Assert.Null((await agency.Get<AgencyDirectory>().GetAsync()).Profile.Logo);
    }

    [Fact]
    public async Task Read_LogoFileGone_PapersStillPrinted()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        await SaveAsync(agency, await InputAsync(agency), Emblem);
        Directory.Delete(Path.Combine(agency.DataFolder, "berkas"), recursive: true);
        Directory.CreateDirectory(Path.Combine(agency.DataFolder, "berkas", "masuk"));
        agency.Get<AgencyDirectory>().Forget();

        Assert.Null((await agency.Get<AgencyDirectory>().GetAsync()).Profile.Logo);
    }

    [Theory]
    [InlineData("4.9", false)]
    [InlineData("5", true)]
    [InlineData("60", true)]
    [InlineData("60.1", false)]
    public async Task Check_Margin_WithinBounds(string margin, bool isGood)
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        var input = await InputAsync(agency) with { MarginLeft = double.Parse(margin, System.Globalization.CultureInfo.InvariantCulture) };

        Assert.Equal(isGood ? [] : [new Refusal("Isi angka antara 5 dan 60 mm.", "MarginLeft")], LetterheadRules.Check(input, []));
    }

    [Fact]
    public async Task Check_EverythingWrong_EveryFieldNamed()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        var input = await InputAsync(agency) with
        {
            Name = "",
            Regency = " ",
            AddressLines = "a\nb\nc\nd\ne",
            Seat = "",
            TimeZoneId = "Europe/Paris",
            HelpLine = new string('x', 201),
            MarginTop = null,
            FontSize = 20,
            LineSpacing = 0.5,
            FontFamily = "Comic Sans MS",
        };

        Assert.Equal(
            ["Name", "Regency", "AddressLines", "Seat", "TimeZoneId", "HelpLine", "MarginTop", "FontSize", "LineSpacing", "FontFamily"],
            LetterheadRules.Check(input, ["Arial"]).Select(r => r.Field));
    }

    [Fact]
    public async Task Sample_UnsavedValues_PrintedWithWatermarkNothingStored()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        var service = agency.Get<LetterheadService>();
        foreach (var family in (await service.ReadAsync()).FontFamilies)
        {
            var sample = await service.SampleAsync(
                new SaveLetterhead { Seen = null, Input = await InputAsync(agency) with { Name = "Dinas Coba", FontFamily = family }, Logo = Emblem }, await agency.ActAsync("admin"));

            var text = PdfText.Text(sample.Value);
            Assert.Contains("DINAS COBA", text, StringComparison.Ordinal);
            Assert.Contains("CONTOH", text, StringComparison.Ordinal);
        }

        Assert.Equal((0, "Dinas Sosial"), (agency.VaultFiles(), (await agency.Get<AgencyDirectory>().GetAsync()).Profile.Name));
    }

    [Fact]
    public async Task SaveAndSample_EveryOtherRole_Forbidden()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        var command = new SaveLetterhead { Seen = null, Input = await InputAsync(agency) with { Seat = "Malingping" }, Logo = Emblem };
        foreach (var person in DemoAgency.People.Where(p => p.Role != StaffRole.Administrator).DistinctBy(p => p.Role))
        {
            var act = await agency.ActAsync(person.UserName);

            Assert.Equal(OutcomeKind.Forbidden, (await agency.Get<LetterheadService>().SaveAsync(command, act)).Kind);
            Assert.Equal("ditolak:instansi.kop", (await agency.TrailAsync())[^1].Act);
            Assert.Equal(OutcomeKind.Forbidden, (await agency.Get<LetterheadService>().SampleAsync(command, act)).Kind);
        }

        Assert.Equal(0, agency.VaultFiles());
    }

    private static async Task<LetterheadInput> InputAsync(TestAgency agency) => LetterheadInput.Of((await agency.Get<AgencyDirectory>().GetAsync()).Profile);

    private static async Task<Guid?> SeenAsync(TestAgency agency)
    {
        await using var db = agency.OpenDb();
        return (await db.SettingsRevisions.AsNoTracking().FirstOrDefaultAsync(r => r.Part == SettingsPart.Letterhead))?.Version;
    }

    private static async Task<Outcome> SaveAsync(TestAgency agency, LetterheadInput input, byte[]? logo = null) =>
        await agency.Get<LetterheadService>().SaveAsync(new SaveLetterhead { Seen = await SeenAsync(agency), Input = input, Logo = logo }, await agency.ActAsync("admin"));
}
