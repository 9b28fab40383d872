using DinsosIntranet.Features.Complaints;
using DinsosIntranet.Features.Complaints.Domain;
using DinsosIntranet.Features.Desks;
using DinsosIntranet.Features.Desks.Domain;
using DinsosIntranet.Features.Letters;
using DinsosIntranet.Features.Letters.Domain;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Data;
using DinsosIntranet.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace DinsosIntranet.Tests.Features.Complaints;

/// <summary>A complaint never reaches the desk of whoever it is about; one about the head goes above them.</summary>
public sealed class ComplaintExclusionTests
{
    [Theory, ClassData(typeof(BothDatabases))]
    public async Task AboutTheOnlyReviewer_LiesWithTheSecretary(DatabaseProvider provider)
    {
        await using var agency = await TestAgency.StartAsync(provider);

        var complaint = await agency.Data.ComplainAsync(agency.Data.Complaint() with { Accused = [agency.UserId("opik")] });

        await using var db = agency.OpenDb();
        var item = await db.WorkItems.SingleAsync();
        Assert.Equal((TestData.ComplaintReviewing, "sekretaris-dinas"), (item.StepId, item.DeskCode));
        Assert.Null(await agency.Get<ComplaintQueries>().FindAsync(complaint.Id, await agency.ActorAsync("opik")));
        Assert.Empty((await agency.Get<ComplaintBook>().PageAsync(new BookFilter(), 1, await agency.ActorAsync("opik"))).Rows);
        Assert.Null(await agency.Get<RequestQueries>().FindAsync(complaint.Id, await agency.ActorAsync("opik")));
        Assert.NotNull(await agency.Get<ComplaintQueries>().FindAsync(complaint.Id, await agency.ActorAsync("hendra")));
        Assert.Equal(OutcomeKind.NotFound, (await agency.Data.Complaints.RevealAsync(complaint.Id, await agency.ActAsync("opik"))).Kind);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task AboutTheHead_SecretaryHandsItUp_HeadSeesNothing(DatabaseProvider provider)
    {
        await using var agency = await TestAgency.StartAsync(provider);
        var complaint = await agency.Data.ComplainAsync(agency.Data.Complaint() with { Accused = [agency.UserId("ratna")] });
        var opik = await agency.ActAsync("opik");
        Assert.Equal("Way", Assert.Single((await agency.Data.Complaints.ReviewAsync(complaint.Id, new ReviewInput { ClassCode = "berkadar-pengawasan", Way = ReviewWay.Agenda }, opik)).Refusals).Field);
        Ok(await agency.Data.Complaints.ReviewAsync(complaint.Id, new ReviewInput { ClassCode = "berkadar-pengawasan", Way = ReviewWay.HandUp }, opik));
        var hendra = await agency.ActAsync("hendra");
        var input = new TransferInput { Reason = "Dugaan pungutan oleh Kepala Dinas." };
        Assert.Equal("Body", Assert.Single((await agency.Data.Complaints.SubmitTransferAsync(complaint.Id, input, hendra)).Refusals).Field);
        Ok(await agency.Data.SetSuperiorAsync());
        Ok(await agency.Data.Complaints.SubmitTransferAsync(complaint.Id, input, hendra));

        var letter = await agency.Data.SignBesideAsync(complaint.Id, LetterKinds.ComplaintHandUp, by: "hendra");
        Ok(await agency.Data.Complaints.ConveyTransferAsync(complaint.Id, "telepon", hendra));

        var words = PdfText.Text(await agency.Get<PaperArchive>().ReadAsync(letter.IssuedFileId!.Value));
        Assert.Contains("Yth. Sekretaris Daerah Kabupaten Lebak", words, StringComparison.Ordinal);
        Assert.Contains("SEKRETARIS DINAS SOSIAL", words, StringComparison.Ordinal);
        Assert.DoesNotContain("a.n.", words, StringComparison.Ordinal);
        await using var db = agency.OpenDb();
        Assert.Equal(WorkStatus.Referred, (await db.WorkItems.SingleAsync()).Status);
        var ratna = await agency.ActorAsync("ratna");
        Assert.Null(await agency.Get<RequestQueries>().FindAsync(complaint.Id, ratna));
        Assert.Empty((await agency.Get<ComplaintBook>().PageAsync(new BookFilter(), 1, ratna)).Rows);
        Assert.Null(await agency.Get<ComplaintQueries>().FindAsync(complaint.Id, ratna));
    }

    [Fact]
    public async Task AddAccused_DuringTheReview_KeptOutFromNowOn()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        var complaint = await agency.Data.ComplainAsync();
        var opik = await agency.ActAsync("opik");

        Ok(await agency.Data.Complaints.AddAccusedAsync(complaint.Id, agency.UserId("dedi"), opik));

        Assert.Null(await agency.Get<ComplaintQueries>().FindAsync(complaint.Id, await agency.ActorAsync("dedi")));
        Assert.Equal(OutcomeKind.Conflict, (await agency.Data.Complaints.AddAccusedAsync(complaint.Id, agency.UserId("dedi"), opik)).Kind);
        Assert.Equal(OutcomeKind.Refused, (await agency.Data.Complaints.AddAccusedAsync(complaint.Id, opik.Actor.UserId, opik)).Kind);

        // dedi is the whole secretariat: the agenda is kept by the secretary of the agency for this one.
        Ok(await agency.Data.Complaints.ReviewAsync(complaint.Id, new ReviewInput { ClassCode = "ringan", Way = ReviewWay.Agenda }, opik));
        await using var db = agency.OpenDb();
        Assert.Equal(("3-agenda", "sekretaris-dinas"), ((await db.WorkItems.SingleAsync()).StepId, (await db.WorkItems.SingleAsync()).DeskCode));
    }

    [Theory]
    [InlineData("opik", true)]
    [InlineData("dedi", true)]
    [InlineData("ratna", true)]
    [InlineData("maman", false)]
    [InlineData("imas", false)]
    [InlineData("yusup", false)]
    [InlineData("nani", false)]
    public async Task Content_EachRole_ReadsWhatItsWorkNeeds(string user, bool mayRead)
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        var complaint = await agency.Data.ComplainAsync(by: "tati");
        var actor = await agency.ActorAsync(user);

        Assert.Equal(mayRead, await agency.Get<ComplaintQueries>().FindAsync(complaint.Id, actor) is not null);
        Assert.Equal(mayRead, await agency.Get<RequestQueries>().FindAsync(complaint.Id, actor) is not null);
        Assert.Equal(mayRead, (await agency.Get<LetterPapers>().OpenAsync(complaint.ReceiptId, PrintWay.Printed, await agency.ActAsync(user))).IsOk);
    }

    [Fact]
    public async Task Receipt_WhoeverWroteIt_MayPrintIt()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        var complaint = await agency.Data.ComplainAsync(by: "nani");

        Assert.True((await agency.Get<LetterPapers>().OpenAsync(complaint.ReceiptId, PrintWay.Printed, await agency.ActAsync("nani"))).IsOk);
    }

    [Fact]
    public async Task Desk_WhereItLies_ReadsItAsLongAsItLiesThere()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        var complaint = await agency.Data.ComplaintAtAsync(TestData.ComplaintHandling);
        var imas = await agency.ActorAsync("imas");
        Assert.NotNull(await agency.Get<ComplaintQueries>().FindAsync(complaint.Id, imas));
        Assert.Single((await agency.Get<ComplaintBook>().PageAsync(new BookFilter(), 1, imas)).Rows);
        Assert.Empty((await agency.Get<ComplaintBook>().PageAsync(new BookFilter(), 1, await agency.ActorAsync("asep"))).Rows);

        Ok(await agency.Data.Complaints.AnswerAsync(complaint.Id, new AnswerInput { Text = "Sudah.", Way = "telepon", Reaction = Reaction.Accepted }, await agency.ActAsync("imas")));

        Assert.Null(await agency.Get<ComplaintQueries>().FindAsync(complaint.Id, imas));
    }

    private static void Ok(Outcome outcome) => Assert.True(outcome.IsOk, outcome.Message);
}
