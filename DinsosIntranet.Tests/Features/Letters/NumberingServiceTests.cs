using DinsosIntranet.App.Demo;
using DinsosIntranet.Features.Agency.Domain;
using DinsosIntranet.Features.Letters;
using DinsosIntranet.Features.Letters.Domain;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Data;
using DinsosIntranet.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace DinsosIntranet.Tests.Features.Letters;

public sealed class NumberingServiceTests
{
    private static readonly DateOnly Today = new(2026, 11, 23);

    /// <summary>The book of the letters filed under the certificate's code.</summary>
    private const string CertificateBook = "surat:400.9.14.1";

    private static readonly SaveNumbering Plain = new()
    {
        Seen = null,
        Pattern = "{keamanan}.{kode}/{urut:0000}/{unit}/{tahun}",
        UnitCode = "409.105",
        Classifications = new Dictionary<string, string> { [LetterKinds.DtksCertificate] = "400.9.1" },
    };

    [Theory]
    [InlineData("{kode}/{urut:000}/{unit}/{bulan}/{tahun}", "400.9.1/007/Dinsos/XI/2026")]
    [InlineData("{kode}/{urut}/{unit}/{tahun}", "400.9.1/7/Dinsos/2026")]
    [InlineData("{keamanan}.{kode}-{urut:0000}-{tahun}", "R.400.9.1-0007-2026")]
    public void Format_Pattern_FieldsFilled(string pattern, string expected) =>
        Assert.Equal(expected, LetterNumberPattern.Parse(pattern).Value.Format(new NumberParts("400.9.1", 7, "Dinsos", Today, IsConfidential: true)));

    [Fact]
    public void Format_InsertedNumber_SuffixRightBehindItsFigures() =>
        Assert.Equal("400.9.1/0012a/2026", LetterNumberPattern.Parse("{kode}/{urut:0000}/{tahun}").Value.Format(new NumberParts("400.9.1", 12, "", Today, IsConfidential: false, LetterRules.InsertionSuffix(1))));

    [Theory]
    [InlineData("", "Isi pola nomor.")]
    [InlineData("{kode}/{tahun}", "Pola harus berisi {urut} tepat satu kali.")]
    [InlineData("{urut}/{urut}/{tahun}", "Pola harus berisi {urut} tepat satu kali.")]
    [InlineData("{kode}/{urut}", "Pola harus berisi {tahun}, karena nomor urut mulai lagi dari 1 setiap tahun.")]
    [InlineData("{urut}/{kelas}/{tahun}", "{kelas} tidak dikenal. Yang dapat dipakai: {kode}, {urut}, {unit}, {bulan}, {tahun}, {keamanan}.")]
    [InlineData("{urut:###}/{tahun}", "Hanya nomor urut yang dapat diberi bentuk, dengan angka nol saja, misalnya {urut:000}; paling banyak 6.")]
    [InlineData("{urut:0000000}/{tahun}", "Hanya nomor urut yang dapat diberi bentuk, dengan angka nol saja, misalnya {urut:000}; paling banyak 6.")]
    [InlineData("{urut}/{tahun:00}", "Hanya nomor urut yang dapat diberi bentuk, dengan angka nol saja, misalnya {urut:000}; paling banyak 6.")]
    [InlineData("{urut/{tahun}", "Kurung kurawal tidak berpasangan.")]
    [InlineData("{{urut}}/{tahun}", "Kurung kurawal tidak berpasangan.")]
    public void Parse_WrongPattern_SaysWhy(string pattern, string expected) => Assert.Equal(expected, LetterNumberPattern.Parse(pattern).Message);

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Save_NewPattern_NextLetterNumberedByIt(DatabaseProvider provider)
    {
        await using var agency = await TestAgency.StartAsync(provider);

        var outcome = await agency.Get<NumberingService>().SaveAsync(Plain, await agency.ActAsync("admin"));

        Assert.True(outcome.IsOk, outcome.Message);
        Assert.Equal(
            """{"old":{"kode sk-dtks":"400.9.14.1","kode unit":"Dinsos","pola":"{kode}/{urut:000}/{unit}/{bulan}/{tahun}"},"new":{"kode sk-dtks":"400.9.1","kode unit":"409.105","pola":"{keamanan}.{kode}/{urut:0000}/{unit}/{tahun}"},"origin":"tes"}""",
            (await agency.TrailAsync())[^1].Text);
        var request = await agency.Data.RequestAtAsync(TestData.HandingOver);
        Assert.Equal("B.400.9.1/0001/409.105/2026", (await agency.Data.LetterOfAsync(request.Id)).Number);
    }

    [Fact]
    public async Task Save_EverythingWrong_EveryFieldNamedNothingWritten()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);

        var outcome = await agency.Get<NumberingService>().SaveAsync(
            Plain with { Pattern = "x{unit}", UnitCode = " ", Classifications = new Dictionary<string, string> { [LetterKinds.DtksCertificate] = "400..9" } }, await agency.ActAsync("admin"));

        Assert.Equal(["Pattern", "UnitCode", "kode-sk-dtks"], outcome.Refusals.Select(r => r.Field));
        Assert.Equal("{kode}/{urut:000}/{unit}/{bulan}/{tahun}", (await agency.Get<NumberingService>().ReadAsync()).Pattern);
    }

    [Fact]
    public async Task Save_NumberWouldBeTooLong_Refused()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);

        var outcome = await agency.Get<NumberingService>().SaveAsync(Plain with { Pattern = new string('x', 70) + "{urut}/{tahun}" }, await agency.ActAsync("admin"));

        Assert.Equal([new Refusal("Nomor menurut pola ini lebih dari 60 huruf, sehingga tidak muat di kode QR.", "Pattern")], outcome.Refusals);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Advance_WithReason_NextLetterGoesOnFromThere(DatabaseProvider provider)
    {
        await using var agency = await TestAgency.StartAsync(provider);
        await agency.Data.RequestAtAsync(TestData.HandingOver);

        var outcome = await AdvanceAsync(agency, 120, "Nomor 2 sampai 120 di buku kertas");

        Assert.True(outcome.IsOk, outcome.Message);
        Assert.Equal(
            """{"old":{"surat:400.9.14.1 2026":1},"new":{"surat:400.9.14.1 2026":120},"reason":"Nomor 2 sampai 120 di buku kertas","origin":"tes"}""",
            (await agency.TrailAsync())[^1].Text);
        var next = await agency.Data.RequestAtAsync(TestData.HandingOver);
        Assert.Equal("400.9.14.1/121/Dinsos/XI/2026", (await agency.Data.LetterOfAsync(next.Id)).Number);
    }

    [Theory]
    [InlineData(1, "alasan", "Last", "Nomor hanya dapat dimajukan; nomor terakhir sekarang 1.")]
    [InlineData(0, "alasan", "Last", "Nomor hanya dapat dimajukan; nomor terakhir sekarang 1.")]
    [InlineData(1000000, "alasan", "Last", "Isi nomor terakhir dengan angka.")]
    [InlineData(null, "alasan", "Last", "Isi nomor terakhir dengan angka.")]
    [InlineData(5, " ", "Reason", "Isi alasannya, paling banyak 300 huruf.")]
    public async Task Advance_BackOrWithoutReason_Refused(int? last, string reason, string field, string message)
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        await agency.Data.RequestAtAsync(TestData.HandingOver);

        var outcome = await AdvanceAsync(agency, last, reason);

        Assert.Equal([new Refusal(message, field)], outcome.Refusals);
        Assert.Equal(1, (await agency.Get<NumberingService>().ReadAsync()).Books.Single(b => b.Code == CertificateBook).Last);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Advance_BeforeTheFirstNumber_GoesOnFromThePaperBook(DatabaseProvider provider)
    {
        await using var agency = await TestAgency.StartAsync(provider);
        Assert.Contains((await agency.Get<NumberingService>().ReadAsync()).Books, b => b is { Code: CertificateBook, Year: 2026, Last: 0 });

        var outcome = await AdvanceAsync(agency, 120, "Nomor 1 sampai 120 di buku kertas");

        Assert.True(outcome.IsOk, outcome.Message);
        var request = await agency.Data.RequestAtAsync(TestData.HandingOver);
        Assert.Equal("400.9.14.1/121/Dinsos/XI/2026", (await agency.Data.LetterOfAsync(request.Id)).Number);
    }

    [Theory]
    [InlineData("agenda", 2026, 31, OutcomeKind.Ok)]
    [InlineData("agenda", 2026, 0, OutcomeKind.Refused)]
    [InlineData("agenda", 2025, 31, OutcomeKind.NotFound)]
    [InlineData("tamu-2026-11-23", 2026, 31, OutcomeKind.NotFound)]
    public async Task Advance_BookThatDoesNotExist_OnlyOneOfThisYear(string code, int year, int last, OutcomeKind expected)
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);

        var outcome = await agency.Get<NumberingService>().AdvanceAsync(new AdvanceBook { Seen = null, Code = code, Year = year, Last = last }, await agency.ActAsync("admin", "buku kertas"));

        Assert.Equal(expected, outcome.Kind);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Allot_KindsOfOneClassification_NoNumberTwice(DatabaseProvider provider)
    {
        await using var agency = await TestAgency.StartAsync(provider);
        var book = Assert.Single((await agency.Get<NumberingService>().ReadAsync()).Books, b => b.Code == "surat:400.14");
        Assert.Contains(LetterKinds.Name(LetterKinds.InformationNotice), book.Kinds, StringComparison.Ordinal);
        Assert.Contains(LetterKinds.Name(LetterKinds.InformationRefusal), book.Kinds, StringComparison.Ordinal);

        await agency.Data.InformationAtAsync(TestData.InformationHandingOver);
        await agency.Data.RefusedAsync();

        await using var db = agency.OpenDb();
        Assert.Equal(
            [(LetterKinds.InformationNotice, "400.14/001/Dinsos/XI/2026"), (LetterKinds.InformationRefusal, "400.14/002/Dinsos/XI/2026")],
            (await db.Letters.Where(l => l.Book == "surat:400.14").OrderBy(l => l.Sequence).Select(l => new { l.Kind, l.Number }).ToListAsync()).Select(l => (l.Kind, l.Number!)));
    }

    [Fact]
    public async Task Allot_PatternWithoutClassification_AllLettersShareOneBook()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        Assert.True((await agency.Get<NumberingService>().SaveAsync(Plain with { Pattern = "{urut}/{unit}/{tahun}" }, await agency.ActAsync("admin"))).IsOk);

        await agency.Data.RequestAtAsync(TestData.HandingOver);
        await agency.Data.InformationAtAsync(TestData.InformationHandingOver);

        await using var db = agency.OpenDb();
        Assert.Equal(["1/409.105/2026", "2/409.105/2026"], await db.Letters.Where(l => l.Book == LetterNumberPattern.BookOfAll).OrderBy(l => l.Sequence).Select(l => l.Number!).ToListAsync());
    }

    [Fact]
    public async Task Allot_BooksOfSingleKindsFromBefore_GoesOnBehindTheHighest()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        await using (var db = agency.OpenDb())
        {
            db.NumberBooks.AddRange(
                new NumberBook { Code = LetterKinds.InformationNotice, Year = 2026, Last = 7 },
                new NumberBook { Code = LetterKinds.InformationRefusal, Year = 2026, Last = 12 },
                new NumberBook { Code = LetterKinds.DtksCertificate, Year = 2026, Last = 40 });
            await db.SaveChangesAsync();
        }

        var books = (await agency.Get<NumberingService>().ReadAsync()).Books;
        Assert.Equal((12, 40), (books.Single(b => b.Code == "surat:400.14").Last, books.Single(b => b.Code == CertificateBook).Last));
        Assert.Equal([new Refusal("Nomor hanya dapat dimajukan; nomor terakhir sekarang 40.", "Last")], (await AdvanceAsync(agency, 40, "buku kertas")).Refusals);

        var request = await agency.Data.InformationAtAsync(TestData.InformationHandingOver);

        Assert.Equal("400.14/013/Dinsos/XI/2026", (await agency.Data.BesideAsync(request.Id, LetterKinds.InformationNotice)).Number);
    }

    [Fact]
    public async Task SaveAndAdvance_EveryOtherRole_Forbidden()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        foreach (var person in DemoAgency.People.Where(p => p.Role != StaffRole.Administrator).DistinctBy(p => p.Role))
        {
            var act = await agency.ActAsync(person.UserName, "alasan");

            Assert.Equal(OutcomeKind.Forbidden, (await agency.Get<NumberingService>().SaveAsync(Plain, act)).Kind);
            Assert.Equal(OutcomeKind.Forbidden, (await agency.Get<NumberingService>().AdvanceAsync(new AdvanceBook { Seen = null, Code = CertificateBook, Year = 2026, Last = 9 }, act)).Kind);
        }
    }

    private static async Task<Outcome> AdvanceAsync(TestAgency agency, int? last, string reason)
    {
        await using var db = agency.OpenDb();
        var seen = (await db.SettingsRevisions.AsNoTracking().FirstOrDefaultAsync(r => r.Part == SettingsPart.Numbers))?.Version;
        return await agency.Get<NumberingService>().AdvanceAsync(
            new AdvanceBook { Seen = seen, Code = CertificateBook, Year = 2026, Last = last }, await agency.ActAsync("admin", reason));
    }
}
