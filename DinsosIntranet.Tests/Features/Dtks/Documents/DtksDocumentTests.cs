using DinsosIntranet.Features.Dtks.Documents;
using DinsosIntranet.Tests.Support;

namespace DinsosIntranet.Tests.Features.Dtks.Documents;

public sealed class DtksDocumentTests
{
    [Fact]
    public void Certificate_Issued_SaysAllThatTheSchoolNeeds()
    {
        var pdf = DtksCertificateDocument.Render(PaperSamples.Certificate, PaperSamples.Head());
        var text = PdfText.Text(pdf);

        Assert.Equal(1, PdfText.Pages(pdf));
        Assert.Contains("SURAT KETERANGAN TERDAFTAR DTSEN NOMOR 400.9.14.1/247/Dinsos/XI/2026", text, StringComparison.Ordinal);
        Assert.Contains("3602991402150003", text, StringComparison.Ordinal);
        Assert.Contains("Siti Aminah (ibu kandung)", text, StringComparison.Ordinal);
        Assert.Contains("3 (tiga)", text, StringComparison.Ordinal);
        Assert.Contains("PKH, Sembako", text, StringComparison.Ordinal);
        Assert.Contains("21 Februari 2027", text, StringComparison.Ordinal);
        Assert.Contains("NIP 19700230 199503 2 007", text, StringComparison.Ordinal);
        Assert.DoesNotContain("KONSEP", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Certificate_Draft_ShowsKonsepOnEveryPageAndNoVerification()
    {
        var model = PaperSamples.Certificate with { IsDraft = true, Number = null, Programmes = [.. Enumerable.Range(1, 60).Select(i => $"Program {i}")] };
        var pdf = DtksCertificateDocument.Render(model, PaperSamples.Head());

        Assert.True(PdfText.Pages(pdf) >= 2);
        for (var page = 1; page <= PdfText.Pages(pdf); page++)
        {
            Assert.Contains("KONSEP untuk diperiksa", PdfText.Page(pdf, page), StringComparison.Ordinal);
        }

        Assert.DoesNotContain("Kode verifikasi", PdfText.Text(pdf), StringComparison.Ordinal);
    }

    [Fact]
    public void Certificate_ApplicantIsTheHolder_HasNoApplicantRow()
    {
        var model = PaperSamples.Certificate with { ApplicantName = "rafi maulana ", ApplicantRelation = "diri sendiri" };

        Assert.DoesNotContain("Pemohon", PdfText.Text(DtksCertificateDocument.Render(model, PaperSamples.Head())), StringComparison.Ordinal);
    }

    [Fact]
    public void Certificate_NotRankedAndNoProgramme_SaysSo()
    {
        var model = PaperSamples.Certificate with { Decile = null, Programmes = [], ValidUntil = null };
        var text = PdfText.Text(DtksCertificateDocument.Render(model, PaperSamples.Head()));

        Assert.Contains("belum diperingkat", text, StringComparison.Ordinal);
        Assert.Contains("Tidak ada", text, StringComparison.Ordinal);
        Assert.DoesNotContain("berlaku sampai", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(11)]
    public void Certificate_ImpossibleDecile_Throws(int decile) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => DtksCertificateDocument.Render(PaperSamples.Certificate with { Decile = decile }, PaperSamples.Head()));

    [Fact]
    public void Certificate_LongNameAndManyProgrammes_LosesNothing()
    {
        var programmes = Enumerable.Range(1, 40).Select(i => $"Bantuan-{i}").ToList();
        var model = PaperSamples.Certificate with { HolderName = PaperSamples.LongName, Programmes = programmes };
        var pdf = DtksCertificateDocument.Render(model, PaperSamples.Head());
        var text = PdfText.Text(pdf);

        Assert.True(PdfText.Pages(pdf) >= 2);
        Assert.Contains(PaperSamples.LongName, text, StringComparison.Ordinal);
        Assert.All(programmes, programme => Assert.Contains(programme, text, StringComparison.Ordinal));
    }

    [Fact]
    public void NotRegistered_Sheet_TellsTheWayAndHasNoNumber()
    {
        var pdf = NotRegisteredSheetDocument.Render(PaperSamples.NotRegistered, PaperSamples.Head());
        var text = PdfText.Text(pdf);

        Assert.Equal(1, PdfText.Pages(pdf));
        Assert.DoesNotContain("NOMOR", text, StringComparison.Ordinal);
        Assert.Contains("belum tercatat", text, StringComparison.Ordinal);
        Assert.Contains("musdes", text, StringComparison.Ordinal);
        Assert.Contains("SIKS-NG", text, StringComparison.Ordinal);
        Assert.Contains("Kementerian Sosial", text, StringComparison.Ordinal);
        Assert.Contains("Kartu Keluarga", text, StringComparison.Ordinal);
        Assert.DoesNotContain("3602994107820005", text, StringComparison.Ordinal);
    }
}
