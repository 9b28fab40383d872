using DinsosIntranet.Features.Desks.Domain;
using DinsosIntranet.Features.Intake;
using DinsosIntranet.Features.Letters;
using DinsosIntranet.Features.PublicInformation;
using DinsosIntranet.Features.PublicInformation.Domain;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Data;
using DinsosIntranet.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace DinsosIntranet.Tests.Features.PublicInformation;

/// <summary>What the public list has is answered at the counter in the same minute.</summary>
public sealed class PublicListAnswerTests
{
    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Chosen_RegisteredAnsweredAndClosedAtTheCounter(DatabaseProvider provider)
    {
        await using var agency = await TestAgency.StartAsync(provider);
        var request = await agency.Data.RegisterAsync(TestData.InformationRequest((InformationAnswers.PublicEntry, "dtsen-desa")));
        var nani = await agency.ActAsync("nani");

        Assert.True(request.StaysHere);
        Assert.Equal(2, request.Papers.Count);
        await using (var db = agency.OpenDb())
        {
            var item = await db.WorkItems.SingleAsync();
            Assert.Equal((TestData.InformationHandingOver, "front-office", (Guid?)nani.Actor.UserId), (item.StepId, item.DeskCode, item.HolderId));
        }

        var unsigned = await agency.Data.Information.CompleteHandOverAsync(request.Id, isSignedByBoth: false, nani);
        var done = await agency.Data.Information.CompleteHandOverAsync(request.Id, isSignedByBoth: true, nani);

        Assert.Equal("isSignedByBoth", Assert.Single(unsigned.Refusals).Field);
        Assert.True(done.IsOk, done.Message);
        await using var after = agency.OpenDb();
        Assert.Equal(WorkStatus.Done, (await after.WorkItems.SingleAsync()).Status);
        var information = await after.InformationRequests.SingleAsync();
        Assert.Equal((InformationDecision.Granted, "dtsen-desa", agency.Time.Now), (information.Decision, information.PublicEntryCode, information.NoticeGivenAt));
        Assert.False(await after.Dispositions.AnyAsync());
        var evidence = await agency.Data.BesideAsync(request.Id, LetterKinds.InformationHandOver);
        var pdf = await agency.Get<PaperArchive>().ReadAsync(evidence.IssuedFileId!.Value);
        Assert.Equal(1, PdfText.Pages(pdf));
        var words = PdfText.Text(pdf);
        Assert.Contains("Daftar informasi publik. Tersedia juga di: Bidang Linjamsos", words, StringComparison.Ordinal);
        Assert.Contains("Jumlah keluarga dan jiwa terdata DTSEN per desa", words, StringComparison.Ordinal);
        Assert.True((await agency.CheckTrailAsync()).IsIntact);
        var row = Assert.Single((await agency.Get<InformationRegister>().PageAsync(new RegisterFilter(), 1, nani.Actor)).Rows);
        Assert.Equal(("Diberikan seluruhnya, dari daftar informasi publik", new DateOnly(2026, 11, 23), new DateOnly(2026, 11, 23)), (row.Decision, row.NoticeOn, row.GivenOn));
        var figures = await agency.Get<InformationFigures>().OfAsync(2026, nani.Actor);
        Assert.Equal((1, 1, 1, 0), (figures!.Received, figures.Granted, figures.FromList, figures.Unanswered));
    }

    [Fact]
    public async Task Chosen_EvidenceMadeAnew_NeedsNoNotice()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        var request = await agency.Data.RegisterAsync(TestData.InformationRequest((InformationAnswers.PublicEntry, "dtsen-desa")));
        var again = await agency.Data.Information.PrepareHandOverAsync(
            request.Id, new InformationHandOverInput { Way = DeliveryWay.Collect, ReceiverName = "Siti Aminah", ReceiverIdentity = "KTP" }, await agency.ActAsync("nani"));

        Assert.True(again.IsOk, again.Message);
        await using var db = agency.OpenDb();
        Assert.Equal(2, await db.InformationHandOvers.CountAsync());
        Assert.Equal(1, await db.InformationHandOvers.CountAsync(h => h.ReplacedAt == null));
    }

    [Fact]
    public async Task Chosen_PapersMissing_GoesTheUsualWayOnceTheyAreThere()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);

        var request = await agency.Data.RegisterAsync(TestData.InformationRequest((InformationAnswers.PublicEntry, "dtsen-desa")) with { Requirements = [new RequirementInput("identitas", true)] });

        Assert.False(request.IsComplete);
        await using var db = agency.OpenDb();
        Assert.Null((await db.InformationRequests.SingleAsync()).PublicEntryCode);
        Assert.Equal(TestData.Intake, (await db.WorkItems.SingleAsync()).StepId);
    }

    [Fact]
    public async Task Chosen_NotOnTheListAnyMore_RefusedAndNothingWritten()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);

        var outcome = await agency.Get<IntakeService>().RegisterAsync(TestData.InformationRequest((InformationAnswers.PublicEntry, "hilang")), await agency.ActAsync("nani"));

        Assert.Equal((OutcomeKind.Refused, "Form.PublicEntry"), (outcome.Kind, Assert.Single(outcome.Refusals).Field));
        await using var db = agency.OpenDb();
        Assert.False(await db.ServiceRequests.AnyAsync());
    }

    [Theory]
    [InlineData("Jumlah keluarga terdata DTSEN per desa tahun 2026", "dtsen-desa")]
    [InlineData("Berapa penerima bantuan sosial di Cikulur", "penerima-bansos")]
    [InlineData("renstra", "renstra")]
    [InlineData("Anggaran dan realisasinya", "dpa")]
    public async Task Propose_WhatIsAskedFor_TheFittingEntryFirst(string wanted, string code)
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);

        var proposed = agency.Get<InformationReference>().Propose(wanted);

        Assert.Equal(code, proposed[0].Code);
        Assert.True(proposed.Count <= 3);
    }

    [Theory]
    [InlineData("")]
    [InlineData("Data laporan tahun 2026")]
    [InlineData("Resep rendang")]
    public async Task Propose_NothingFits_Nothing(string wanted)
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);

        Assert.Empty(agency.Get<InformationReference>().Propose(wanted));
    }
}
