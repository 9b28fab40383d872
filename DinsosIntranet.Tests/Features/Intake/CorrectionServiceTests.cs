using DinsosIntranet.Features.Desks.Domain;
using DinsosIntranet.Features.Intake;
using DinsosIntranet.Features.Intake.Domain;
using DinsosIntranet.Features.Letters;
using DinsosIntranet.Features.Letters.Domain;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Data;
using DinsosIntranet.Tests.Support;
using Microsoft.EntityFrameworkCore;
using RequestQueries = DinsosIntranet.Features.Desks.RequestQueries;

namespace DinsosIntranet.Tests.Features.Intake;

public sealed class CorrectionServiceTests
{
    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Correct_BirthDateAndAddress_HistoryNamesThemAndTheTrailHasOldAndNew(DatabaseProvider provider)
    {
        await using var agency = await TestAgency.StartAsync(provider);
        var request = await agency.Data.RequestAtAsync(TestData.Checking);
        var due = await DueAsync(agency);

        var outcome = await CorrectAsync(agency, request.Id, "yusup", d =>
        {
            d.Applicant.BirthDate = new DateOnly(1985, 6, 13);
            d.Applicant.Address = "Kp. Baru RT 001/RW 002";
        });

        Assert.True(outcome.IsOk, outcome.Message);
        await using var db = agency.OpenDb();
        var last = await db.HistoryEntries.OrderByDescending(h => h.Id).FirstAsync();
        Assert.Equal(("Perbaikan data pemohon: tanggal lahir, alamat", "salah ketik"), (last.Title, last.Detail));
        var changed = (await agency.TrailAsync()).Single(a => a.Act == "orang.ubah").Text;
        Assert.Contains("1985-06-12", changed, StringComparison.Ordinal);
        Assert.Contains("1985-06-13", changed, StringComparison.Ordinal);
        Assert.Contains("Kp. Sawah RT 008/RW 002", changed, StringComparison.Ordinal);
        Assert.Equal(due, await DueAsync(agency));
        Assert.True((await agency.CheckTrailAsync()).IsIntact);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Correct_LetterInDraft_RebuiltAndTheOldOneCannotBeSigned(DatabaseProvider provider)
    {
        await using var agency = await TestAgency.StartAsync(provider);
        var old = await agency.Data.LetterToSignAsync();

        var outcome = await CorrectAsync(agency, old.RequestId, "asep", d => d.Applicant.BirthDate = new DateOnly(1985, 6, 13));

        Assert.True(outcome.IsOk, outcome.Message);
        var draft = await agency.Data.LetterOfAsync(old.RequestId);
        Assert.NotEqual(old.Id, draft.Id);
        Assert.Equal(OutcomeKind.NotFound, (await agency.Data.ApproveAsync(old.Id, SigningMode.AgencySeal)).Kind);
        var issued = (await agency.Data.ApproveAsync(draft.Id, SigningMode.AgencySeal)).Value;
        Assert.Contains("13 Juni 1985", PdfText.Text(await agency.Get<PaperArchive>().ReadAsync(issued.IssuedFileId!.Value)), StringComparison.Ordinal);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Correct_LetterApprovedForInk_StaysAndIsSaidToCarryTheOldData(DatabaseProvider provider)
    {
        await using var agency = await TestAgency.StartAsync(provider);
        var draft = await agency.Data.LetterToSignAsync();
        var letter = (await agency.Data.ApproveAsync(draft.Id, SigningMode.Wet)).Value;
        agency.Time.Advance(TimeSpan.FromMinutes(5));

        var outcome = await CorrectAsync(agency, draft.RequestId, "dedi", d => d.Applicant.BirthDate = new DateOnly(1985, 6, 13));

        Assert.True(outcome.IsOk, outcome.Message);
        Assert.Equal(LetterStatus.AwaitingSignature, (await agency.Data.LetterAsync(letter.Id)).Status);
        var view = (await agency.Get<RequestQueries>().FindAsync(draft.RequestId, await agency.ActorAsync("dedi")))!;
        Assert.Contains(view.OutdatedPapers, p => p.LetterId == letter.Id && !p.IsReceipt);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Correct_AfterHandOver_LetterMarkedUntilItsReplacementIsOpen(DatabaseProvider provider)
    {
        await using var agency = await TestAgency.StartAsync(provider);
        var letter = await agency.Data.HandedOverAsync();
        agency.Time.Advance(TimeSpan.FromMinutes(5));

        Assert.Equal(OutcomeKind.Forbidden, (await CorrectAsync(agency, letter.RequestId, "nani", d => d.Applicant.BirthDate = null)).Kind);
        Assert.True((await CorrectAsync(agency, letter.RequestId, "dedi", d => d.Applicant.BirthDate = new DateOnly(1985, 6, 13))).IsOk);

        var queries = agency.Get<RequestQueries>();
        Assert.Contains((await queries.FindAsync(letter.RequestId, await agency.ActorAsync("nani")))!.OutdatedPapers, p => p.LetterId == letter.Id);
        var opened = await agency.Get<ReplacementService>().OpenAsync(
            new OpenReplacement { LetterId = letter.Id, Kind = ReplacementKind.Correction, Reason = "tanggal lahir salah" }, await agency.ActAsync("nani"));
        Assert.True(opened.IsOk, opened.Message);
        Assert.DoesNotContain((await queries.FindAsync(letter.RequestId, await agency.ActorAsync("nani")))!.OutdatedPapers, p => p.LetterId == letter.Id);
    }

    [Fact]
    public async Task Correct_NikWhileALetterIsNumbered_RefusedBesideTheNik()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        var letter = await agency.Data.IssuedAsync();

        var outcome = await CorrectAsync(agency, letter.RequestId, "dedi", d => d.Applicant.Nik = TestData.Person().Nik);

        Assert.Equal(("Applicant.Nik", true), (Assert.Single(outcome.Refusals).Field, outcome.Message.Contains(letter.Number!, StringComparison.Ordinal)));
    }

    /// <summary>What SIKS-NG said was said of one NIK.</summary>
    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Correct_NikAfterTheCheck_BackToTheCheckWithoutDraft(DatabaseProvider provider)
    {
        await using var agency = await TestAgency.StartAsync(provider);
        var draft = await agency.Data.LetterToSignAsync();

        var outcome = await CorrectAsync(agency, draft.RequestId, "asep", d => d.Applicant.Nik = TestData.Person().Nik);

        Assert.True(outcome.IsOk, outcome.Message);
        await using var db = agency.OpenDb();
        Assert.Equal(TestData.Checking, (await db.WorkItems.SingleAsync()).StepId);
        Assert.False(await db.Letters.AnyAsync(l => l.Status == LetterStatus.Draft));
        Assert.False(await db.DtksChecks.AnyAsync(c => c.ReplacedAt == null));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Correct_NikAnotherPersonHas_RefusedAndLedToTheMerge(DatabaseProvider provider)
    {
        await using var agency = await TestAgency.StartAsync(provider);
        var other = TestData.Person("Dewi Lestari");
        await agency.Data.RegisterAsync(TestData.Request() with { Applicant = other });
        var request = await agency.Data.RequestAtAsync(TestData.Checking);

        var outcome = await CorrectAsync(agency, request.Id, "yusup", d => d.Applicant.Nik = other.Nik);

        Assert.Equal(("Applicant.Nik", CorrectionService.TakenNik), (outcome.Refusals[0].Field, outcome.Refusals[0].Message));
    }

    [Theory]
    [InlineData("123", "")]
    [InlineData("3602997002300001", "")]
    public async Task Correct_NikAgainstTheRules_RefusedAsAtTheCounter(string nik, string reason)
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        var request = await agency.Data.RequestAtAsync(TestData.Checking);

        var outcome = await CorrectAsync(agency, request.Id, "yusup", d => (d.Applicant.Nik, d.Applicant.IrregularNikReason) = (nik, reason));

        Assert.All(outcome.Refusals, r => Assert.Equal("Applicant.Nik", r.Field));
        Assert.NotEmpty(outcome.Refusals);
    }

    [Fact]
    public async Task Correct_IrregularNikWithReason_Kept()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        var request = await agency.Data.RequestAtAsync(TestData.Checking);

        var outcome = await CorrectAsync(agency, request.Id, "yusup", d => (d.Applicant.Nik, d.Applicant.IrregularNikReason) = ("3602997002300001", "NIK sesuai KTP, data lama"));

        Assert.True(outcome.IsOk, outcome.Message);
        await using var db = agency.OpenDb();
        Assert.Equal("NIK sesuai KTP, data lama", (await db.Persons.SingleAsync()).IrregularNikReason);
    }

    [Fact]
    public async Task Correct_NothingChangedOrNoReason_Refused()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        var request = await agency.Data.RequestAtAsync(TestData.Checking);

        Assert.Equal("Belum ada yang diubah.", (await CorrectAsync(agency, request.Id, "yusup", _ => { })).Message);
        Assert.Equal(nameof(CorrectRequest.Reason), Assert.Single((await CorrectAsync(agency, request.Id, "yusup", d => d.Applicant.BirthDate = null, reason: " ")).Refusals).Field);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Correct_ByTwoAtOnce_SecondToldAndKeepsTyping(DatabaseProvider provider)
    {
        await using var agency = await TestAgency.StartAsync(provider);
        var request = await agency.Data.RequestAtAsync(TestData.Checking);
        var opened = (await agency.Get<CorrectionService>().OpenAsync(request.Id, await agency.ActAsync("dedi"))).Value.Data;
        Assert.True((await CorrectAsync(agency, request.Id, "yusup", d => d.Applicant.Address = "Kp. Baru RT 001/RW 002")).IsOk);
        var typed = opened.Copy();
        typed.Applicant.BirthDate = new DateOnly(1985, 6, 13);

        var outcome = await agency.Get<CorrectionService>().CorrectAsync(
            new CorrectRequest { RequestId = request.Id, Opened = opened, Corrected = typed, Reason = "salah ketik" }, await agency.ActAsync("dedi"));

        Assert.Equal(OutcomeKind.Conflict, outcome.Kind);
        Assert.Contains("Yusup Hidayat", outcome.Message, StringComparison.Ordinal);
        var now = (await agency.Get<CorrectionService>().OpenAsync(request.Id, await agency.ActAsync("dedi"))).Value.Data;
        var rebased = Corrections.Rebase(opened, typed, now);
        Assert.Equal(("Kp. Baru RT 001/RW 002", new DateOnly(1985, 6, 13)), (rebased.Applicant.Address, rebased.Applicant.BirthDate));
    }

    /// <summary>One person, two requests: the form says which others, and they follow.</summary>
    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Correct_PersonOfAnotherRequest_NamedInTheFormAndDraftThereRebuilt(DatabaseProvider provider)
    {
        await using var agency = await TestAgency.StartAsync(provider);
        var draft = await agency.Data.LetterToSignAsync();
        var person = await PersonOfAsync(agency, draft.RequestId);
        var second = await agency.Data.RequestAtAsync(TestData.Checking, TestData.Request() with { Applicant = person, PurposeCode = "pln" });

        var form = (await agency.Get<CorrectionService>().OpenAsync(second.Id, await agency.ActAsync("yusup"))).Value;
        Assert.Equal((draft.RequestId, 1), (Assert.Single(form.OtherRequests).Id, form.OtherCount));
        Assert.True((await CorrectAsync(agency, second.Id, "yusup", d => d.Applicant.Name = "Siti Aminah Lestari")).IsOk);

        Assert.NotEqual(draft.Id, (await agency.Data.LetterOfAsync(draft.RequestId)).Id);
        await using var db = agency.OpenDb();
        Assert.Equal(
            $"Perbaikan data yang bersangkutan lewat permohonan {second.Number}: nama",
            (await db.HistoryEntries.Where(h => h.WorkItemId == draft.RequestId).OrderByDescending(h => h.Id).FirstAsync()).Title);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Correct_CompletedEarlier_ClockCountsFromThereAndTheTrailHasBoth(DatabaseProvider provider)
    {
        await using var agency = await TestAgency.StartAsync(provider);
        agency.Time.SetLocal(2026, 11, 23, 10, 0);
        var request = await agency.Data.RequestAtAsync(TestData.Checking);
        var before = await DueAsync(agency);

        var outcome = await CorrectAsync(agency, request.Id, "dedi", d => (d.Received, d.Completed) = ("23/11/2026 09.00", "23/11/2026 09.30"));

        Assert.True(outcome.IsOk, outcome.Message);
        Assert.Equal(before!.Value.AddMinutes(-30), (await DueAsync(agency))!.Value);
        var moved = (await agency.TrailAsync()).Single(a => a.Act == "permohonan.jam-mulai");
        Assert.Contains("janji layanan", moved.Text, StringComparison.Ordinal);
        await using var db = agency.OpenDb();
        Assert.Equal("Perbaikan permohonan: waktu diterima, waktu lengkap", (await db.HistoryEntries.OrderByDescending(h => h.Id).FirstAsync()).Title);
    }

    [Theory]
    [InlineData("yusup", "23/11/2026 09.00", "23/11/2026 09.30", "Received")]
    [InlineData("dedi", "bukan tanggal", "23/11/2026 09.30", "Received")]
    [InlineData("dedi", "23/11/2026 10.30", "23/11/2026 10.30", "Received")]
    [InlineData("dedi", "23/11/2025 09.00", "23/11/2026 09.30", "Received")]
    [InlineData("dedi", "23/11/2026 09.00", "23/11/2026 08.30", "Completed")]
    [InlineData("dedi", "23/11/2026 09.00", "24/11/2026 08.30", "Completed")]
    public async Task Correct_TimesThatCannotBe_RefusedBesideTheField(string by, string received, string completed, string field)
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        agency.Time.SetLocal(2026, 11, 23, 10, 0);
        var request = await agency.Data.RequestAtAsync(TestData.Checking);
        var before = await DueAsync(agency);

        var outcome = await CorrectAsync(agency, request.Id, by, d => (d.Received, d.Completed) = (received, completed));

        Assert.Contains(field, outcome.Refusals.Select(r => r.Field));
        Assert.Equal(before, await DueAsync(agency));
    }

    [Fact]
    public async Task Correct_MandatoryRequirementMissingAfterAll_SaidInTheHistoryAndTheClockGoesOn()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        var request = await agency.Data.RequestAtAsync(TestData.Checking);
        var due = await DueAsync(agency);

        Assert.True((await CorrectAsync(agency, request.Id, "yusup", d => d.Present.Remove("formulir"))).IsOk);

        await using var db = agency.OpenDb();
        var last = await db.HistoryEntries.OrderByDescending(h => h.Id).FirstAsync();
        Assert.Equal("Perbaikan permohonan: persyaratan", last.Title);
        Assert.EndsWith("Jam tetap berjalan.", last.Detail, StringComparison.Ordinal);
        Assert.Equal(due, await DueAsync(agency));
    }

    [Fact]
    public async Task Correct_LastRequirementThereWhileWaiting_LeftToTheStepThatStartsTheClock()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        var request = await agency.Data.RequestAtAsync(TestData.Intake);

        Assert.Equal("Present", Assert.Single((await CorrectAsync(agency, request.Id, "nani", d => d.Present.Add("formulir"))).Refusals).Field);
    }

    [Fact]
    public async Task Renew_Receipt_OldOneStaysAndTheNoteGoes()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        var request = await agency.Data.RequestAtAsync(TestData.Intake);
        agency.Time.Advance(TimeSpan.FromMinutes(5));
        Assert.True((await CorrectAsync(agency, request.Id, "nani", d => d.Applicant.Name = "Siti Aminah Lestari")).IsOk);
        var queries = agency.Get<RequestQueries>();
        Assert.True(Assert.Single((await queries.FindAsync(request.Id, await agency.ActorAsync("nani")))!.OutdatedPapers).IsReceipt);
        agency.Time.Advance(TimeSpan.FromMinutes(1));

        var receipt = await agency.Get<CorrectionService>().RenewReceiptAsync(request.Id, await agency.ActAsync("nani"));

        Assert.True(receipt.IsOk, receipt.Message);
        Assert.NotEqual(request.ReceiptId, receipt.Value.Id);
        Assert.Empty((await queries.FindAsync(request.Id, await agency.ActorAsync("nani")))!.OutdatedPapers);
        Assert.Equal(OutcomeKind.Conflict, (await agency.Get<CorrectionService>().RenewReceiptAsync(request.Id, await agency.ActAsync("nani"))).Kind);
        Assert.Equal(OutcomeKind.Forbidden, (await agency.Get<CorrectionService>().RenewReceiptAsync(request.Id, await agency.ActAsync("yusup"))).Kind);
    }

    /// <summary>At the check the desk of the operators, the secretariat and the heads concerned; nobody else, the counter neither.</summary>
    [Theory, DemoStaff(except: ["yusup", "dedi", "asep", "ratna"])]
    public async Task Open_AtTheCheckBySomebodyElse_Forbidden(string userName)
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        var request = await agency.Data.RequestAtAsync(TestData.Checking);

        Assert.Equal(OutcomeKind.Forbidden, (await agency.Get<CorrectionService>().OpenAsync(request.Id, await agency.ActAsync(userName))).Kind);
        Assert.Equal("ditolak:permohonan.buka-data", (await agency.TrailAsync())[^1].Act);
    }

    [Theory]
    [InlineData("yusup"), InlineData("dedi"), InlineData("asep"), InlineData("ratna")]
    public async Task Open_AtTheCheckByThoseConcerned_Shown(string userName)
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        var request = await agency.Data.RequestAtAsync(TestData.Checking);

        Assert.True((await agency.Get<CorrectionService>().OpenAsync(request.Id, await agency.ActAsync(userName))).IsOk);
    }

    internal static async Task<Outcome> CorrectAsync(TestAgency agency, Guid requestId, string by, Action<CorrectionData> change, string reason = "salah ketik")
    {
        var service = agency.Get<CorrectionService>();
        var opened = await service.OpenAsync(requestId, await agency.ActAsync(by));
        if (!opened.IsOk)
        {
            return opened.AsFailure();
        }

        var corrected = opened.Value.Data.Copy();
        change(corrected);
        return await service.CorrectAsync(new CorrectRequest { RequestId = requestId, Opened = opened.Value.Data, Corrected = corrected, Reason = reason }, await agency.ActAsync(by));
    }

    internal static async Task<PersonInput> PersonOfAsync(TestAgency agency, Guid requestId)
    {
        await using var db = agency.OpenDb();
        var id = (await db.ServiceRequests.SingleAsync(r => r.Id == requestId)).ApplicantId;
        return PersonInput.Of(await db.Persons.SingleAsync(p => p.Id == id));
    }

    private static async Task<DateTime?> DueAsync(TestAgency agency)
    {
        await using var db = agency.OpenDb();
        return (await db.WorkClocks.SingleAsync(c => c.Kind == ClockKind.Promise)).DueAt;
    }
}
