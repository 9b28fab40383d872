using DinsosIntranet.Features.Desks.Domain;
using DinsosIntranet.Features.Letters;
using DinsosIntranet.Features.Letters.Domain;
using DinsosIntranet.Features.PublicInformation;
using DinsosIntranet.Features.PublicInformation.Domain;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Data;
using DinsosIntranet.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace DinsosIntranet.Tests.Features.PublicInformation;

/// <summary>Standard 002 from the counter to its endings, and what stands in the way at each step.</summary>
public sealed class InformationServiceTests
{
    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Granted_ToTheHandOver_RequestDoneAndEvidenceListsWhatWasGiven(DatabaseProvider provider)
    {
        await using var agency = await TestAgency.StartAsync(provider);
        var request = await agency.Data.InformationAtAsync(TestData.InformationProviding);
        var lilis = await agency.ActAsync("lilis");
        Ok(await agency.Data.Information.AddItemAsync(request.Id, TestData.InformationItem(CopyForm.Soft), lilis));
        await agency.Data.UploadItemAsync(request.Id);
        Ok(await agency.Data.Information.SubmitNoticeAsync(request.Id, new NoticeInput { PreparationDays = 2 }, lilis));
        var notice = await agency.Data.SignBesideAsync(request.Id, LetterKinds.InformationNotice, by: "hendra");
        Ok(await agency.Data.Information.ConveyNoticeAsync(request.Id, DeliveryWay.Email, lilis));
        Ok(await agency.Data.Information.PrepareHandOverAsync(request.Id, new InformationHandOverInput { Way = DeliveryWay.Email, ReceiverName = "Siti Aminah" }, lilis));
        Ok(await agency.Data.Information.CompleteHandOverAsync(request.Id, isSignedByBoth: false, lilis));

        await using var db = agency.OpenDb();
        Assert.Equal(WorkStatus.Done, (await db.WorkItems.SingleAsync()).Status);
        Assert.Equal((LetterStatus.Issued, "001/Dinsos/XI/2026"), (notice.Status, notice.Number));
        Assert.Equal("Hendra Gunawan, Sekretaris Dinas", notice.SignerText);
        var words = PdfText.Text(await agency.Get<PaperArchive>().ReadAsync(notice.IssuedFileId!.Value));
        Assert.Contains("PPID DINAS SOSIAL a.n. KEPALA DINAS SOSIAL KABUPATEN LEBAK SEKRETARIS DINAS SOSIAL", words, StringComparison.Ordinal);
        Assert.Contains("2 hari kerja sejak pemberitahuan ini", words, StringComparison.Ordinal);
        var evidence = await agency.Data.BesideAsync(request.Id, LetterKinds.InformationHandOver);
        var paper = PdfText.Text(await agency.Get<PaperArchive>().ReadAsync(evidence.IssuedFileId!.Value));
        Assert.Contains("NOMOR TBI/1/2026", paper, StringComparison.Ordinal);
        Assert.Contains("Rekap DTSEN per desa 2026", paper, StringComparison.Ordinal);
        Assert.Contains(await db.StoredFiles.Join(db.Attachments, f => f.Id, a => a.FileId, (f, a) => f.Sha256).SingleAsync(), paper.Replace(" ", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.True((await agency.CheckTrailAsync()).IsIntact);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Excluded_LetterConveyed_RequestDeclinedAndDateKept(DatabaseProvider provider)
    {
        await using var agency = await TestAgency.StartAsync(provider);
        var request = await agency.Data.InformationAtAsync(TestData.InformationRefusing);
        Ok(await agency.Data.Information.SubmitRefusalAsync(request.Id, "Rekap tanpa identitas dapat diminta.", await agency.ActAsync("lilis")));
        var letter = await agency.Data.SignBesideAsync(request.Id, LetterKinds.InformationRefusal);

        Ok(await agency.Data.Information.ConveyRefusalAsync(request.Id, DeliveryWay.Collect, await agency.ActAsync("lilis")));

        await using var db = agency.OpenDb();
        Assert.Equal(WorkStatus.Declined, (await db.WorkItems.SingleAsync()).Status);
        var information = await db.InformationRequests.SingleAsync();
        Assert.Equal((DeliveryWay.Collect, agency.Time.Now), (information.NoticeWay, information.NoticeGivenAt));
        var words = PdfText.Text(await agency.Get<PaperArchive>().ReadAsync(letter.IssuedFileId!.Value));
        Assert.Contains("INFORMASI YANG DIKECUALIKAN", words, StringComparison.Ordinal);
        Assert.Contains("Pasal 17 huruf a UU 14/2008", words, StringComparison.Ordinal);
        Assert.DoesNotContain("Pasal 17 huruf b UU 14/2008", words, StringComparison.Ordinal);
        Assert.Contains("Korban dapat ditemukan pelaku.", words, StringComparison.Ordinal);
        Assert.Contains("30 hari kerja sejak keputusan ini diterima", words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task NotHeld_NoticeConveyed_EndsAsReferredWithoutAHandOver()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        var request = await agency.Data.InformationAtAsync(TestData.InformationDeciding);
        var lilis = await agency.ActAsync("lilis");
        Ok(await agency.Data.Information.DecideAsync(
            request.Id, new DecisionInput { Decision = InformationDecision.NotHeld, NotHeld = NotHeldKind.HeldByOtherBody, OtherBody = "Badan Pusat Statistik Kabupaten Lebak" }, lilis));
        Ok(await agency.Data.Information.SubmitNoticeAsync(request.Id, new NoticeInput(), lilis));
        var letter = await agency.Data.SignBesideAsync(request.Id, LetterKinds.InformationNotice);

        Ok(await agency.Data.Information.ConveyNoticeAsync(request.Id, DeliveryWay.Post, lilis));

        await using var db = agency.OpenDb();
        Assert.Equal(WorkStatus.Referred, (await db.WorkItems.SingleAsync()).Status);
        var words = PdfText.Text(await agency.Get<PaperArchive>().ReadAsync(letter.IssuedFileId!.Value));
        Assert.Contains("Informasi dikuasai badan publik lain, yaitu Badan Pusat Statistik Kabupaten Lebak", words, StringComparison.Ordinal);
        Assert.DoesNotContain("DIKECUALIKAN", words, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(InformationDecision.Excluded)]
    [InlineData(InformationDecision.GrantedInPart)]
    public async Task Decide_RefusedWithoutATest_NothingWritten(InformationDecision decision)
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        var request = await agency.Data.InformationAtAsync(TestData.InformationDeciding);
        var records = (await agency.TrailAsync()).Count;

        var outcome = await agency.Data.DecideAsync(request.Id, decision);

        Assert.Equal((OutcomeKind.Refused, "Decision"), (outcome.Kind, Assert.Single(outcome.Refusals).Field));
        Assert.Equal(records, (await agency.TrailAsync()).Count);
        await using var db = agency.OpenDb();
        Assert.Null((await db.InformationRequests.SingleAsync()).Decision);
    }

    [Fact]
    public async Task Decide_FlaggedWithoutAReason_Refused_WithOneGranted()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        var request = await agency.Data.InformationAtAsync(TestData.InformationDeciding, (InformationAnswers.Detail, "Daftar korban KDRT tahun 2026"));

        var refused = await agency.Data.DecideAsync(request.Id, InformationDecision.Granted);
        var granted = await agency.Data.DecideAsync(request.Id, InformationDecision.Granted, "Hanya rekap tanpa identitas yang diberikan.");

        Assert.Equal("Reason", Assert.Single(refused.Refusals).Field);
        Assert.True(granted.IsOk);
        await using var db = agency.OpenDb();
        var information = await db.InformationRequests.SingleAsync();
        Assert.Equal(["korban", "kdrt"], information.FlaggedWords);
        Assert.Equal("Hanya rekap tanpa identitas yang diberikan.", information.DecisionReason);
        Assert.Contains(await db.HistoryEntries.Select(h => h.Title).ToListAsync(), t => t.StartsWith("Ditandai", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("nani")]
    [InlineData("yusup")]
    [InlineData("hendra")]
    public async Task Decide_NotOfTheDesk_ForbiddenAndRecorded(string user)
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        var request = await agency.Data.InformationAtAsync(TestData.InformationDeciding);

        var outcome = await agency.Data.DecideAsync(request.Id, InformationDecision.Granted, by: user);

        Assert.Equal(OutcomeKind.Forbidden, outcome.Kind);
        Assert.Contains(await agency.TrailAsync(), r => r.Act == "ditolak:informasi.putuskan");
    }

    [Fact]
    public async Task ConveyRefusal_BeforeItIsSigned_Refused()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        var request = await agency.Data.InformationAtAsync(TestData.InformationRefusing);
        Ok(await agency.Data.Information.SubmitRefusalAsync(request.Id, "", await agency.ActAsync("lilis")));

        var outcome = await agency.Data.Information.ConveyRefusalAsync(request.Id, DeliveryWay.Collect, await agency.ActAsync("lilis"));

        Assert.Equal(OutcomeKind.Refused, outcome.Kind);
        Assert.Contains("belum terbit", outcome.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Tests_WhileTheRefusalIsSubmitted_AreClosed()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        var request = await agency.Data.InformationAtAsync(TestData.InformationRefusing);
        var lilis = await agency.ActAsync("lilis");
        Ok(await agency.Data.Information.SubmitRefusalAsync(request.Id, "", lilis));

        var added = await agency.Data.Information.AddTestAsync(request.Id, TestData.ExclusionTest(), lilis);
        Ok(await agency.Data.Information.RecallAsync(request.Id, LetterKinds.InformationRefusal, lilis));
        var afterwards = await agency.Data.Information.AddTestAsync(request.Id, TestData.ExclusionTest(), lilis);

        Assert.Equal(OutcomeKind.Refused, added.Kind);
        Assert.True(afterwards.IsOk);
    }

    [Fact]
    public async Task RemoveTest_TheLastOneOfARefusal_Refused()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        var request = await agency.Data.InformationAtAsync(TestData.InformationRefusing);
        await using var db = agency.OpenDb();
        var test = await db.ExclusionTests.SingleAsync();

        var outcome = await agency.Data.Information.RemoveTestAsync(request.Id, test.Id, await agency.ActAsync("lilis"));

        Assert.Equal(OutcomeKind.Refused, outcome.Kind);
        Assert.Equal(1, await db.ExclusionTests.CountAsync());
    }

    [Fact]
    public async Task SubmitNotice_WithoutDocumentsOrFiles_SaysWhatIsMissing()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        var request = await agency.Data.InformationAtAsync(TestData.InformationProviding);
        var lilis = await agency.ActAsync("lilis");

        var empty = await agency.Data.Information.SubmitNoticeAsync(request.Id, new NoticeInput { PreparationDays = 31 }, lilis);
        Ok(await agency.Data.Information.AddItemAsync(request.Id, TestData.InformationItem(CopyForm.Soft), lilis));
        var withoutFile = await agency.Data.Information.SubmitNoticeAsync(request.Id, new NoticeInput(), lilis);

        Assert.Equal([null, "PreparationDays"], empty.Refusals.Select(r => r.Field));
        Assert.Equal("Unggah berkas untuk “Rekap DTSEN per desa 2026”.", withoutFile.Message);
    }

    [Fact]
    public async Task SubmitNotice_InPart_NeedsTheExplanationAndListsWhatIsWithheld()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        var request = await agency.Data.InformationAtAsync(TestData.InformationDeciding);
        var lilis = await agency.ActAsync("lilis");
        Ok(await agency.Data.Information.AddTestAsync(request.Id, TestData.ExclusionTest(), lilis));
        Ok(await agency.Data.DecideAsync(request.Id, InformationDecision.GrantedInPart));
        Ok(await agency.Data.Information.AddItemAsync(request.Id, TestData.InformationItem(), lilis));

        var refused = await agency.Data.Information.SubmitNoticeAsync(request.Id, new NoticeInput(), lilis);
        Ok(await agency.Data.Information.SubmitNoticeAsync(request.Id, new NoticeInput { RedactionNote = "Nama dan alamat dihitamkan." }, lilis));
        var letter = await agency.Data.SignBesideAsync(request.Id, LetterKinds.InformationNotice);

        Assert.Equal("RedactionNote", Assert.Single(refused.Refusals).Field);
        var words = PdfText.Text(await agency.Get<PaperArchive>().ReadAsync(letter.IssuedFileId!.Value));
        Assert.Contains("Bagian yang tidak diberikan", words, StringComparison.Ordinal);
        Assert.Contains("Nama dan alamat korban", words, StringComparison.Ordinal);
        Assert.Contains("Nama dan alamat dihitamkan.", words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task HandOver_AtTheCounter_NeedsIdentityAndBothSignatures()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        var request = await agency.Data.InformationAtAsync(TestData.InformationHandingOver);
        var lilis = await agency.ActAsync("lilis");
        var input = new InformationHandOverInput { Way = DeliveryWay.Collect, ReceiverName = "Siti Aminah" };

        var early = await agency.Data.Information.CompleteHandOverAsync(request.Id, isSignedByBoth: true, lilis);
        var nameless = await agency.Data.Information.PrepareHandOverAsync(request.Id, input, lilis);
        Ok(await agency.Data.Information.PrepareHandOverAsync(request.Id, input with { ReceiverIdentity = "3602995206850001" }, lilis));
        var unsigned = await agency.Data.Information.CompleteHandOverAsync(request.Id, isSignedByBoth: false, lilis);
        Ok(await agency.Data.Information.CompleteHandOverAsync(request.Id, isSignedByBoth: true, lilis));

        Assert.Equal(OutcomeKind.Refused, early.Kind);
        Assert.Equal("ReceiverIdentity", Assert.Single(nameless.Refusals).Field);
        Assert.Equal("isSignedByBoth", Assert.Single(unsigned.Refusals).Field);
    }

    [Fact]
    public async Task PrepareHandOver_Again_EarlierEvidenceVoidedAndOneLeft()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        var request = await agency.Data.InformationAtAsync(TestData.InformationHandingOver);
        var input = new InformationHandOverInput { Way = DeliveryWay.Post, ReceiverName = "Siti Aminah", Note = "Resi 12345" };
        Ok(await agency.Data.Information.PrepareHandOverAsync(request.Id, input, await agency.ActAsync("lilis")));

        Ok(await agency.Data.Information.PrepareHandOverAsync(request.Id, input with { Note = "Resi 54321" }, await agency.ActAsync("lilis")));

        await using var db = agency.OpenDb();
        var papers = await db.Letters.Where(l => l.Kind == LetterKinds.InformationHandOver).OrderBy(l => l.Sequence).Select(l => new { l.Number, l.Status }).ToListAsync();
        Assert.Equal([("TBI/1/2026", LetterStatus.Voided), ("TBI/2/2026", LetterStatus.Issued)], papers.Select(p => (p.Number!, p.Status)));
        Assert.Equal("Resi 54321", (await db.InformationHandOvers.SingleAsync(h => h.ReplacedAt == null)).Note);
    }

    [Fact]
    public async Task Decide_Twice_SecondIsAConflictThatNamesTheFirst()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        var request = await agency.Data.InformationAtAsync(TestData.InformationProviding);

        var outcome = await agency.Data.DecideAsync(request.Id, InformationDecision.Granted);

        Assert.Equal(OutcomeKind.Conflict, outcome.Kind);
        Assert.Contains("Lilis Komariah", outcome.Message, StringComparison.Ordinal);
    }

    private static void Ok(Outcome outcome) => Assert.True(outcome.IsOk, outcome.Message);
}
