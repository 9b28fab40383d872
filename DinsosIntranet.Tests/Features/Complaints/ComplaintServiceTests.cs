using DinsosIntranet.Features.Complaints;
using DinsosIntranet.Features.Complaints.Domain;
using DinsosIntranet.Features.Desks.Domain;
using DinsosIntranet.Features.Letters;
using DinsosIntranet.Features.Letters.Domain;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Data;
using DinsosIntranet.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace DinsosIntranet.Tests.Features.Complaints;

/// <summary>A complaint from the book to each of its endings, and what stands in the way.</summary>
public sealed class ComplaintServiceTests
{
    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Register_Open_NumberReceiptAndReviewDesk(DatabaseProvider provider)
    {
        await using var agency = await TestAgency.StartAsync(provider);

        var complaint = await agency.Data.ComplainAsync();

        await using var db = agency.OpenDb();
        var item = await db.WorkItems.SingleAsync();
        Assert.Equal(("ADU-2026-0001", TestData.ComplaintReviewing, "pengelola-pengaduan"), (item.Number, item.StepId, item.DeskCode));
        var words = PdfText.Text(await agency.Get<PaperArchive>().ReadAsync((await db.Letters.SingleAsync()).IssuedFileId!.Value));
        foreach (var expected in new[] { "TANDA TERIMA PENGADUAN NOMOR TTP/1/2026", "ADU-2026-0001", "Siti Aminah", "Antrean di loket terlalu lama.", "Senin pagi", "Loket pelayanan", "60 hari kerja", "Nani Rohaeni", "Hak Anda sebagai pengadu" })
        {
            Assert.Contains(expected, words, StringComparison.Ordinal);
        }

        Assert.True((await db.Persons.SingleAsync()).IsPlaceholder);
        Assert.True((await agency.CheckTrailAsync()).IsIntact);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Register_Secret_NameStandsNowhereButEncrypted(DatabaseProvider provider)
    {
        await using var agency = await TestAgency.StartAsync(provider);

        var complaint = await agency.Data.ComplainAsync(agency.Data.SecretComplaint());

        await using var db = agency.OpenDb();
        var stored = await db.Complaints.SingleAsync();
        Assert.DoesNotContain(TestData.SecretName, stored.ComplainantCipher!, StringComparison.Ordinal);
        Assert.Equal(TestData.SecretName, agency.Get<ComplainantVault>().Open(stored).Name);
        Assert.Throws<System.Security.Cryptography.AuthenticationTagMismatchException>(() => agency.Get<ComplainantVault>().Open(Guid.CreateVersion7(), stored.ComplainantCipher));
        Assert.DoesNotContain(await agency.TrailAsync(), r => (r.Text + r.RecordId).Contains(TestData.SecretName, StringComparison.Ordinal));
        Assert.DoesNotContain(await db.HistoryEntries.ToListAsync(), h => (h.Title + h.Detail).Contains(TestData.SecretName, StringComparison.Ordinal));
        Assert.DoesNotContain(TestData.SecretName, PdfText.Text(await agency.Get<PaperArchive>().ReadAsync((await db.Letters.SingleAsync()).IssuedFileId!.Value)), StringComparison.Ordinal);
        Assert.DoesNotContain(TestData.SecretName, (await db.Persons.SingleAsync()).Name, StringComparison.Ordinal);
        Assert.NotEqual(Guid.Empty, complaint.ReceiptId);
    }

    [Theory]
    [InlineData("opik", OutcomeKind.Ok)]
    [InlineData("dedi", OutcomeKind.Forbidden)]
    [InlineData("maman", OutcomeKind.Forbidden)]
    public async Task Reveal_EachRole_OnTheRecord(string user, OutcomeKind kind)
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        var complaint = await agency.Data.ComplainAsync(agency.Data.SecretComplaint());

        var outcome = await agency.Data.Complaints.RevealAsync(complaint.Id, await agency.ActAsync(user));

        Assert.Equal(kind, outcome.Kind);
        Assert.Contains(await agency.TrailAsync(), r => r.Act.EndsWith("pengaduan.buka-nama", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("yusup")]
    [InlineData("ratna")]
    [InlineData("admin")]
    public async Task Register_NotTheirs_Forbidden(string user)
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);

        Assert.Equal(OutcomeKind.Forbidden, (await agency.Data.Complaints.RegisterAsync(agency.Data.Complaint(), await agency.ActAsync(user))).Kind);
    }

    [Fact]
    public async Task Register_WrongInput_EachFieldNamedAndNothingWritten()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        await agency.Data.ComplainAsync(agency.Data.Complaint() with { Channel = "lapor", AnswerWay = "lapor", Ticket = "10293847" });
        var records = (await agency.TrailAsync()).Count;
        var nani = await agency.ActAsync("nani");
        var input = agency.Data.Complaint() with
        {
            Channel = "lapor",
            AnswerWay = "lapor",
            Ticket = "10293847",
            LinkedNumber = "DTKS-2026-9999",
            LinkedStandard = "pengaduan",
            Unit = "gudang",
            Accused = [nani.Actor.UserId, Guid.CreateVersion7()],
        };

        var outcome = await agency.Data.Complaints.RegisterAsync(input, nani);

        Assert.Equal(["Ticket", "LinkedNumber", "LinkedStandard", "Unit", "Accused", "Accused"], outcome.Refusals.Select(r => r.Field));
        Assert.Contains("ADU-2026-0001", outcome.Refusals[0].Message, StringComparison.Ordinal);
        Assert.Equal(records, (await agency.TrailAsync()).Count);
    }

    [Fact]
    public async Task Register_Twice_SaysTheNumber()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        var input = agency.Data.Complaint();
        await agency.Data.ComplainAsync(input);

        var outcome = await agency.Data.Complaints.RegisterAsync(input, await agency.ActAsync("nani"));

        Assert.Equal(OutcomeKind.Conflict, outcome.Kind);
        Assert.Contains("ADU-2026-0001", outcome.Message, StringComparison.Ordinal);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Register_AnsweredAtOnceAndTaken_ClosedWithTheRecord(DatabaseProvider provider)
    {
        await using var agency = await TestAgency.StartAsync(provider);

        var complaint = await agency.Data.ComplainAsync(agency.Data.Complaint() with { IsAnswered = true, Answer = TestData.AtOnce(agency.UserId("asep")) });

        Assert.True(complaint.IsClosed);
        await using var db = agency.OpenDb();
        var answer = await db.ComplaintAnswers.SingleAsync();
        Assert.Equal((true, "Asep Mulyadi, Kabid Linjamsos", Reaction.Accepted), (answer.IsAtOnce, answer.ByText, answer.Reaction));
        Assert.Equal((WorkStatus.Done, "ringan"), ((await db.WorkItems.SingleAsync()).Status, (await db.Complaints.SingleAsync()).ClassCode));
        Assert.Contains("oleh Asep Mulyadi, Kabid Linjamsos", PdfText.Text(await agency.Get<PaperArchive>().ReadAsync((await db.Letters.SingleAsync()).IssuedFileId!.Value)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Register_AnsweredAndNotSatisfied_GoesItsWay()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);

        var complaint = await agency.Data.ComplainAsync(agency.Data.Complaint() with { IsAnswered = true, Answer = TestData.AtOnce(agency.UserId("asep"), Reaction.Unsatisfied) });

        Assert.False(complaint.IsClosed);
        await using var db = agency.OpenDb();
        Assert.Equal(TestData.ComplaintReviewing, (await db.WorkItems.SingleAsync()).StepId);
        Assert.Equal(Reaction.Unsatisfied, (await db.ComplaintAnswers.SingleAsync()).Reaction);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Handled_ByTheDivision_AnsweredAndClosed(DatabaseProvider provider)
    {
        await using var agency = await TestAgency.StartAsync(provider);
        var complaint = await agency.Data.ComplaintAtAsync(TestData.ComplaintHandling);

        var outcome = await agency.Data.Complaints.AnswerAsync(
            complaint.Id, new AnswerInput { Text = "Sudah diperbaiki.", Way = "surat", Reference = "400/12/Dinsos", Reaction = Reaction.None }, await agency.ActAsync("imas"));

        Assert.True(outcome.IsOk, outcome.Message);
        await using var db = agency.OpenDb();
        Assert.Equal(WorkStatus.Done, (await db.WorkItems.SingleAsync()).Status);
        Assert.Equal("Imas Masitoh, Kabid Rehsos", (await db.ComplaintAnswers.SingleAsync()).ByText);
        Assert.True((await agency.CheckTrailAsync()).IsIntact);
    }

    [Fact]
    public async Task Return_FromTheDivision_LiesWithTheHeadAgain()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        var complaint = await agency.Data.ComplaintAtAsync(TestData.ComplaintHandling);
        var imas = await agency.ActAsync("imas");

        Assert.Equal("reason", Assert.Single((await agency.Data.Complaints.ReturnAsync(complaint.Id, " ", imas)).Refusals).Field);
        Assert.True((await agency.Data.Complaints.ReturnAsync(complaint.Id, "Urusan Linjamsos.", imas)).IsOk);

        await using var db = agency.OpenDb();
        Assert.Equal(("4-disposisi", "kepala-dinas"), ((await db.WorkItems.SingleAsync()).StepId, (await db.WorkItems.SingleAsync()).DeskCode));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task PassOn_LetterSignedAndConveyed_EndsAsReferred(DatabaseProvider provider)
    {
        await using var agency = await TestAgency.StartAsync(provider);
        var complaint = await agency.Data.ComplaintAtAsync(TestData.ComplaintPassingOn);
        var opik = await agency.ActAsync("opik");
        Assert.Equal(["GroundCode", "Body", "Place", "Reason"], (await agency.Data.Complaints.SubmitTransferAsync(complaint.Id, new TransferInput(), opik)).Refusals.Select(r => r.Field));
        Ok(await agency.Data.Complaints.SubmitTransferAsync(complaint.Id, Transfer(), opik));
        Assert.Equal(OutcomeKind.Conflict, (await agency.Data.Complaints.SubmitTransferAsync(complaint.Id, Transfer(), opik)).Kind);
        Assert.Equal(OutcomeKind.Refused, (await agency.Data.Complaints.ConveyTransferAsync(complaint.Id, "telepon", opik)).Kind);
        var letter = await agency.Data.SignBesideAsync(complaint.Id, LetterKinds.ComplaintPassOn, by: "ratna");

        Ok(await agency.Data.Complaints.ConveyTransferAsync(complaint.Id, "telepon", opik));

        await using var db = agency.OpenDb();
        Assert.Equal(WorkStatus.Referred, (await db.WorkItems.SingleAsync()).Status);
        var words = PdfText.Text(await agency.Get<PaperArchive>().ReadAsync(letter.IssuedFileId!.Value));
        foreach (var expected in new[] { "Penerusan pengaduan nomor ADU-2026-0001", "Yth. Kepala Dinas Kesehatan Kabupaten Lebak", "bukan kewenangan dinas kami", "Urusan dinas lain di kabupaten", "Siti Aminah, Kp. Cikulur RT 02/01", "KEPALA DINAS SOSIAL" })
        {
            Assert.Contains(expected, words, StringComparison.Ordinal);
        }

        Assert.Equal((agency.Time.Now, "telepon"), ((await db.ComplaintTransfers.SingleAsync()).ConveyedAt, (await db.ComplaintTransfers.SingleAsync()).ToldWayCode));
    }

    [Fact]
    public async Task PassOn_SecretComplainant_LetterNamesNobody()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        var complaint = await agency.Data.ComplaintAtAsync(TestData.ComplaintPassingOn, agency.Data.SecretComplaint());
        Ok(await agency.Data.Complaints.SubmitTransferAsync(complaint.Id, Transfer(), await agency.ActAsync("opik")));

        var letter = await agency.Data.SignBesideAsync(complaint.Id, LetterKinds.ComplaintPassOn, by: "hendra");

        var words = PdfText.Text(await agency.Get<PaperArchive>().ReadAsync(letter.IssuedFileId!.Value));
        Assert.DoesNotContain(TestData.SecretName, words, StringComparison.Ordinal);
        Assert.Contains("Rahasia", words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task PassOn_GivenUp_ReviewedAgainWithoutItsDraft()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        var complaint = await agency.Data.ComplaintAtAsync(TestData.ComplaintPassingOn);
        var opik = await agency.ActAsync("opik");
        Ok(await agency.Data.Complaints.SubmitTransferAsync(complaint.Id, Transfer(), opik));

        Ok(await agency.Data.Complaints.GiveUpPassOnAsync(complaint.Id, "Ternyata urusan dinas.", opik));

        await using var db = agency.OpenDb();
        Assert.Equal(TestData.ComplaintReviewing, (await db.WorkItems.SingleAsync()).StepId);
        Assert.DoesNotContain(await db.Letters.ToListAsync(), l => l.Status == LetterStatus.Draft);
    }

    [Fact]
    public async Task Review_TwoAtOnce_SecondIsToldWho()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        var complaint = await agency.Data.ComplainAsync();
        var opik = await agency.ActAsync("opik");
        var input = new ReviewInput { ClassCode = "ringan", Way = ReviewWay.Agenda };
        Ok(await agency.Data.Complaints.ReviewAsync(complaint.Id, input, opik));

        var second = await agency.Data.Complaints.ReviewAsync(complaint.Id, input, opik);

        Assert.Equal(OutcomeKind.Conflict, second.Kind);
        Assert.Contains("Opik Taufik", second.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("nani")]
    [InlineData("imas")]
    [InlineData("maman")]
    public async Task Review_NotTheirDesk_Forbidden(string user)
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        var complaint = await agency.Data.ComplainAsync();

        Assert.Equal(OutcomeKind.Forbidden, (await agency.Data.Complaints.ReviewAsync(complaint.Id, new ReviewInput { ClassCode = "ringan", Way = ReviewWay.Agenda }, await agency.ActAsync(user))).Kind);
    }

    private static TransferInput Transfer() => new() { GroundCode = "dinas-lain", Body = "Kepala Dinas Kesehatan Kabupaten Lebak", Place = "Rangkasbitung", Reason = "Puskesmas di bawah Dinas Kesehatan." };

    private static void Ok(Outcome outcome) => Assert.True(outcome.IsOk, outcome.Message);
}
