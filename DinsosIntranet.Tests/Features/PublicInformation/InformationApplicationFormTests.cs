using DinsosIntranet.Features.Intake;
using DinsosIntranet.Features.Letters;
using DinsosIntranet.Features.PublicInformation.Domain;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Data;
using DinsosIntranet.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace DinsosIntranet.Tests.Features.PublicInformation;

/// <summary>The application form at the counter: with the request or not at all, and printed for both sides.</summary>
public sealed class InformationApplicationFormTests
{
    [Fact]
    public async Task Register_AnswerMissing_RefusedAtItsFieldAndNothingWritten()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        var records = (await agency.TrailAsync()).Count;

        var outcome = await agency.Get<IntakeService>().RegisterAsync(TestData.InformationRequest((InformationAnswers.Detail, "")), await agency.ActAsync("nani"));

        Assert.Equal((OutcomeKind.Refused, "Form.Detail"), (outcome.Kind, Assert.Single(outcome.Refusals).Field));
        await using var db = agency.OpenDb();
        Assert.False(await db.ServiceRequests.AnyAsync() || await db.InformationRequests.AnyAsync() || await db.NumberBooks.AnyAsync());
        Assert.Equal(records, (await agency.TrailAsync()).Count);
    }

    [Fact]
    public async Task Register_ForSomebodyElse_RefusedBecauseAProxyIsAskedFor()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);

        var outcome = await agency.Get<IntakeService>().RegisterAsync(TestData.InformationRequest() with { Subject = TestData.Child(), Relation = "Anak" }, await agency.ActAsync("nani"));

        Assert.Equal("Subject", Assert.Single(outcome.Refusals).Field);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Register_LegalEntityByProxy_FormPrintedTwiceWithTheRightsBetween(DatabaseProvider provider)
    {
        await using var agency = await TestAgency.StartAsync(provider);

        var request = await agency.Data.RegisterAsync(TestData.InformationRequest(
            (InformationAnswers.Kind, "badan-hukum"), (InformationAnswers.OrganisationName, "Yayasan Contoh"), (InformationAnswers.OrganisationProof, "AHU-0001.2026"),
            (InformationAnswers.IsProxy, "ya"), (InformationAnswers.ProxyName, "Ujang Suherman"), (InformationAnswers.ProxyIdentity, "3602990904740008"), (InformationAnswers.ProxyLetter, "Surat kuasa 23 November 2026")));

        await using var db = agency.OpenDb();
        var letter = await db.Letters.SingleAsync(l => l.Kind == LetterKinds.InformationForm);
        Assert.Equal(letter.Id, Assert.Single(request.Papers).LetterId);
        var pdf = await agency.Get<PaperArchive>().ReadAsync(letter.IssuedFileId!.Value);
        Assert.Equal(3, PdfText.Pages(pdf));
        Assert.Contains("Lembar 1, untuk pemohon: tanda bukti permintaan informasi", PdfText.Page(pdf, 1), StringComparison.Ordinal);
        Assert.Contains("Hak pemohon informasi", PdfText.Page(pdf, 2), StringComparison.Ordinal);
        Assert.Contains("Lembar 2, arsip dinas", PdfText.Page(pdf, 3), StringComparison.Ordinal);
        var page = PdfText.Page(pdf, 1);
        Assert.Contains("NOMOR INFO-2026-0001", page, StringComparison.Ordinal);
        Assert.Contains("AHU-0001.2026", page, StringComparison.Ordinal);
        Assert.Contains("Ujang Suherman, KTP 3602********0008", page, StringComparison.Ordinal);
        Assert.Contains("Penerima kuasa pemohon", page, StringComparison.Ordinal);
        Assert.Contains("Jumlah keluarga terdata per desa tahun 2026", page, StringComparison.Ordinal);
        Assert.DoesNotContain("3602990904740008", PdfText.Text(pdf), StringComparison.Ordinal);
    }

    [Fact]
    public async Task RequestPage_Answers_ShownToWhoeverMayOpenTheRequest()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        var request = await agency.Data.RegisterAsync(TestData.InformationRequest((InformationAnswers.Detail, "Daftar korban")));

        var view = await agency.Get<DinsosIntranet.Features.Desks.RequestQueries>().FindAsync(request.Id, await agency.ActorAsync("ratna"));

        Assert.Contains(view!.Answers, a => a is { IsWarning: true } && a.Text.Contains("korban", StringComparison.Ordinal));
        Assert.Contains(view.Answers, a => a.Label == "Rincian" && a.Text == "Daftar korban");
    }
}
