using DinsosIntranet.Features.Agency;
using DinsosIntranet.Features.Desks.Domain;
using DinsosIntranet.Features.Letters;
using DinsosIntranet.Features.Letters.Domain;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Data;
using DinsosIntranet.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace DinsosIntranet.Tests.Features.PublicInformation;

/// <summary>Two clocks: the promise counts from a complete file, the limit of the law from the receipt; the second is extended once.</summary>
public sealed class InformationExtensionTests
{
    private const string Reason = "belum-dikuasai";

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Register_Incomplete_NumberAndLegalClockAtOncePromiseNot(DatabaseProvider provider)
    {
        await using var agency = await TestAgency.StartAsync(provider);

        var request = await agency.Data.RegisterAsync(TestData.InformationRequest() with { Requirements = [new("identitas", true), new("formulir", false)] });

        Assert.Equal(("INFO-2026-0001", false), (request.Number, request.IsComplete));
        await using var db = agency.OpenDb();
        var clocks = await db.WorkClocks.ToDictionaryAsync(c => c.Kind);
        Assert.Null(clocks[ClockKind.Promise].StartedAt);
        Assert.Equal(agency.Time.Now, clocks[ClockKind.LegalLimit].StartedAt);
        var snapshot = await agency.Get<AgencyDirectory>().GetAsync();
        Assert.Equal(snapshot.Calendar.AddWorkingDays(snapshot.DateOf(agency.Time.Now), 10), snapshot.DateOf(clocks[ClockKind.LegalLimit].DueAt!.Value));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Extend_Signed_LimitIsDaySeventeenFromTheReceipt(DatabaseProvider provider)
    {
        await using var agency = await TestAgency.StartAsync(provider);
        var request = await agency.Data.InformationAtAsync(TestData.InformationDeciding);
        Assert.True((await ExtendAsync(agency, request.Id)).IsOk);
        var before = await DueAsync(agency, request.Id);

        var letter = await agency.Data.SignBesideAsync(request.Id, LetterKinds.InformationExtension);

        var snapshot = await agency.Get<AgencyDirectory>().GetAsync();
        var start = snapshot.DateOf(agency.Time.Now);
        Assert.Equal(snapshot.Calendar.AddWorkingDays(start, 10), snapshot.DateOf(before));
        Assert.Equal(snapshot.Calendar.AddWorkingDays(start, 17), snapshot.DateOf(await DueAsync(agency, request.Id)));
        await using var db = agency.OpenDb();
        Assert.Equal("5-verifikasi", (await db.WorkItems.SingleAsync()).StepId);
        var words = PdfText.Text(await agency.Get<PaperArchive>().ReadAsync(letter.IssuedFileId!.Value));
        Assert.Contains("diperpanjang 7 hari kerja", words, StringComparison.Ordinal);
        Assert.Contains("Datanya sedang dihimpun dari bidang.", words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Extend_SecondTime_Refused()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        var request = await agency.Data.InformationAtAsync(TestData.InformationDeciding);
        await ExtendAsync(agency, request.Id);
        await agency.Data.SignBesideAsync(request.Id, LetterKinds.InformationExtension);

        var again = await ExtendAsync(agency, request.Id);

        Assert.Equal(OutcomeKind.Refused, again.Kind);
        Assert.Contains("satu kali", again.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Extend_AfterDayTen_RefusedAndSoIsItsSignature()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        var request = await agency.Data.InformationAtAsync(TestData.InformationDeciding);
        await ExtendAsync(agency, request.Id);
        agency.Time.Advance(await DueAsync(agency, request.Id) - agency.Time.Now + TimeSpan.FromDays(1));

        var signed = await agency.Get<LetterService>().ApproveAsync(
            TestData.Approve((await agency.Data.BesideAsync(request.Id, LetterKinds.InformationExtension)).Id, SigningMode.AgencySeal), await agency.ActAsync("ratna"));
        await agency.Data.Information.RecallAsync(request.Id, LetterKinds.InformationExtension, await agency.ActAsync("lilis"));
        var asked = await ExtendAsync(agency, request.Id);

        Assert.Equal(OutcomeKind.Refused, signed.Kind);
        Assert.Equal(OutcomeKind.Refused, asked.Kind);
        Assert.Contains("Hari kerja ke-10 sudah lewat", asked.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Extend_Wet_TimeIsLongerOnceTheScanIsThere()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        var request = await agency.Data.InformationAtAsync(TestData.InformationDeciding);
        await ExtendAsync(agency, request.Id);
        var due = await DueAsync(agency, request.Id);
        var letter = await agency.Data.SignBesideAsync(request.Id, LetterKinds.InformationExtension, SigningMode.Wet, by: "hendra");
        Assert.Equal((LetterStatus.AwaitingSignature, due), (letter.Status, await DueAsync(agency, request.Id)));

        var uploaded = await agency.Get<LetterService>().UploadSignedAsync(letter.Id, TestData.Scan(), await agency.ActAsync("lilis"));

        Assert.True(uploaded.IsOk, uploaded.Message);
        Assert.True(await DueAsync(agency, request.Id) > due);
    }

    [Theory]
    [InlineData("", "Penjelasan", "reasonCode")]
    [InlineData("belum-dikuasai", " ", "explanation")]
    public async Task Extend_ReasonMissing_RefusedAtItsFieldAndNoLetter(string reason, string explanation, string field)
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        var request = await agency.Data.InformationAtAsync(TestData.InformationDeciding);

        var outcome = await agency.Data.Information.SubmitExtensionAsync(request.Id, reason, explanation, await agency.ActAsync("lilis"));

        Assert.Equal(field, Assert.Single(outcome.Refusals).Field);
        await using var db = agency.OpenDb();
        Assert.False(await db.Letters.AnyAsync(l => l.Kind == LetterKinds.InformationExtension));
    }

    [Fact]
    public async Task Convey_Notice_EndsTheClockOfTheLawAndNotThePromise()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);

        var request = await agency.Data.InformationAtAsync(TestData.InformationHandingOver);

        await using var db = agency.OpenDb();
        var clocks = await db.WorkClocks.Where(c => c.WorkItemId == request.Id).ToDictionaryAsync(c => c.Kind);
        Assert.Equal((agency.Time.Now, null), (clocks[ClockKind.LegalLimit].EndedAt, clocks[ClockKind.Promise].EndedAt));
    }

    private static async Task<Outcome> ExtendAsync(TestAgency agency, Guid requestId) =>
        await agency.Data.Information.SubmitExtensionAsync(requestId, Reason, "Datanya sedang dihimpun dari bidang.", await agency.ActAsync("lilis"));

    private static async Task<DateTime> DueAsync(TestAgency agency, Guid requestId)
    {
        await using var db = agency.OpenDb();
        return await db.WorkClocks.Where(c => c.WorkItemId == requestId && c.Kind == ClockKind.LegalLimit).Select(c => c.DueAt!.Value).SingleAsync();
    }
}
