using DinsosIntranet.Features.Complaints;
using DinsosIntranet.Features.Complaints.Domain;
using DinsosIntranet.Features.Desks.Domain;
using DinsosIntranet.Features.Intake;
using DinsosIntranet.Features.Letters;
using DinsosIntranet.Features.Letters.Domain;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Data;
using DinsosIntranet.Tests.Shared.Files;
using DinsosIntranet.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace DinsosIntranet.Tests.Features.Complaints;

/// <summary>A heavy complaint: the team, its work, the result, the answer and the response; and what stands in the way.</summary>
public sealed class ComplaintTeamTests
{
    [Theory, ClassData(typeof(BothDatabases))]
    public async Task WholeWay_HeavyComplaint_EndsAnsweredWithItsStory(DatabaseProvider provider)
    {
        await using var agency = await TestAgency.StartAsync(provider);
        var complaint = await agency.Data.HeavyAtAsync(TestData.Responding, agency.Data.SecretComplaint());

        Ok(await agency.Data.Complaints.RespondAsync(complaint.Id, new ResponseInput { Reaction = Reaction.Accepted, Words = "Terima kasih." }, await agency.ActAsync("opik")));

        await using var db = agency.OpenDb();
        var item = await db.WorkItems.SingleAsync();
        Assert.Equal((WorkStatus.Done, Reaction.Accepted), (item.Status, (await db.ComplaintAnswers.SingleAsync()).Reaction));
        Assert.NotNull((await db.WorkClocks.SingleAsync()).EndedAt);
        var story = await db.HistoryEntries.OrderBy(h => h.Id).Select(h => h.Title + " " + h.Detail).ToListAsync();
        foreach (var expected in new[] { "perlu tim", "Surat tugas diajukan", "Tim dibentuk", "Kegiatan tim dicatat: tinjauan lapangan", "Hasil pemeriksaan diajukan", "Hasil pemeriksaan disahkan", "Jawaban disampaikan", "Tanggapan pengadu: menerima jawaban" })
        {
            Assert.Contains(story, line => line.Contains(expected, StringComparison.Ordinal));
        }

        Assert.DoesNotContain(story, line => line.Contains(TestData.SecretName, StringComparison.Ordinal) || line.Contains("uang rokok", StringComparison.Ordinal));
        Assert.DoesNotContain(await agency.TrailAsync(), r => (r.Text + "").Contains("uang rokok", StringComparison.Ordinal));
        Assert.True((await agency.CheckTrailAsync()).IsIntact);
    }

    [Fact]
    public async Task Review_TeamForALightClass_Refused()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        var complaint = await agency.Data.ComplainAsync();

        var outcome = await agency.Data.Complaints.ReviewAsync(complaint.Id, new ReviewInput { ClassCode = "ringan", Way = ReviewWay.Team }, await agency.ActAsync("opik"));

        Assert.Equal("Way", Assert.Single(outcome.Refusals).Field);
    }

    [Fact]
    public async Task AskForTeam_ByTheDivision_LiesBeforeTheHead()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        var complaint = await agency.Data.ComplaintAtAsync(TestData.ComplaintHandling);
        Assert.Equal("whyTeam", Assert.Single((await agency.Data.Complaints.AskForTeamAsync(complaint.Id, " ", await agency.ActAsync("imas"))).Refusals).Field);

        Ok(await agency.Data.Complaints.AskForTeamAsync(complaint.Id, "Menyangkut dua bidang.", await agency.ActAsync("imas")));

        await AtAsync(agency, complaint.Id, TestData.TeamForming, "kepala-dinas");
    }

    [Fact]
    public async Task FormTeam_AloneOrLedFromOutside_Refused()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        var complaint = await agency.Data.HeavyAtAsync(TestData.TeamForming);
        var alone = agency.Data.Team();
        alone.Members.RemoveRange(1, 2);
        var outside = agency.Data.Team();
        (outside.Members[0].IsLead, outside.Members[2].IsLead) = (false, true);

        foreach (var team in new[] { alone, outside })
        {
            Assert.Equal("Members", Assert.Single((await agency.Data.Complaints.FormTeamAsync(complaint.Id, team, await agency.ActAsync("ratna"))).Refusals).Field);
        }
    }

    [Fact]
    public async Task FormTeam_WithTheAccusedByForgedId_Refused()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        var complaint = await agency.Data.HeavyAtAsync(TestData.TeamForming, agency.Data.Complaint() with { Accused = [agency.UserId("gilang")] });

        var outcome = await agency.Data.Complaints.FormTeamAsync(complaint.Id, agency.Data.Team(), await agency.ActAsync("ratna"));

        Assert.Equal("Members[1].Name", Assert.Single(outcome.Refusals).Field);
    }

    [Fact]
    public async Task BeginTeamWork_BeforeTheLetterIsOut_Refused_AfterIt_HeldByWhoLeads()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        var complaint = await agency.Data.HeavyAtAsync(TestData.TeamForming);
        var ratna = await agency.ActAsync("ratna");
        Ok(await agency.Data.Complaints.FormTeamAsync(complaint.Id, agency.Data.Team(), ratna));

        Assert.Equal(OutcomeKind.Refused, (await agency.Data.Complaints.BeginTeamWorkAsync(complaint.Id, ratna)).Kind);
        await agency.Data.SignAsync(complaint.Id, LetterKinds.Assignment);
        Ok(await agency.Data.Complaints.BeginTeamWorkAsync(complaint.Id, ratna));

        await AtAsync(agency, complaint.Id, TestData.TeamInvestigating, "kabid-rehsos");
        await using var db = agency.OpenDb();
        Assert.Equal(agency.UserId("imas"), (await db.WorkItems.SingleAsync()).HolderId);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task FormTeam_TwoAtOnce_OneTeam(DatabaseProvider provider)
    {
        await using var agency = await TestAgency.StartAsync(provider);
        var complaint = await agency.Data.HeavyAtAsync(TestData.TeamForming);
        await agency.StandInAsync("hendra", "ratna");

        var both = await Task.WhenAll(((string[])["ratna", "hendra"]).Select(user => Task.Run(async () => await agency.Data.Complaints.FormTeamAsync(complaint.Id, agency.Data.Team(), await agency.ActAsync(user)))));

        Assert.Single(both, o => o.IsOk);
        Assert.Single(both, o => o.Kind == OutcomeKind.Conflict);
        await using var db = agency.OpenDb();
        Assert.Equal(1, await db.Assignments.CountAsync());
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Approve_TwoAtOnce_OneIsToldWhoWasFirst(DatabaseProvider provider)
    {
        await using var agency = await TestAgency.StartAsync(provider);
        var complaint = await agency.Data.HeavyAtAsync(TestData.TeamApproving);
        await agency.StandInAsync("hendra", "ratna");

        var both = await Task.WhenAll(((string[])["ratna", "hendra"]).Select(user => Task.Run(async () => await agency.Data.Complaints.ApproveFindingsAsync(complaint.Id, "", await agency.ActAsync(user)))));

        Assert.Single(both, o => o.IsOk);
        Assert.Contains("sudah dikerjakan", Assert.Single(both, o => o.Kind == OutcomeKind.Conflict).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("gilang", OutcomeKind.Ok)]
    [InlineData("imas", OutcomeKind.Ok)]
    [InlineData("opik", OutcomeKind.Forbidden)]
    [InlineData("ratna", OutcomeKind.Forbidden)]
    public async Task AddLog_EachPerson_OnlyTheTeam(string user, OutcomeKind kind)
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        var complaint = await agency.Data.HeavyAtAsync(TestData.TeamInvestigating);

        Assert.Equal(kind, (await agency.Data.Complaints.AddLogAsync(complaint.Id, TestData.Log(), await agency.ActAsync(user))).Kind);
    }

    [Fact]
    public async Task Log_Stored_ReadableByTheTeamAndNobodyElse_EncryptedAtRest()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        var complaint = await agency.Data.HeavyAtAsync(TestData.TeamApproving);

        await using var db = agency.OpenDb();
        Assert.DoesNotContain("uang rokok", (await db.ComplaintLog.SingleAsync()).TextCipher + (await db.ComplaintFindings.SingleAsync()).TextCipher, StringComparison.Ordinal);
        foreach (var (user, sees) in ((string, bool)[])[("gilang", true), ("imas", true), ("ratna", true), ("opik", true), ("nani", false), ("yusup", false), ("maman", false)])
        {
            var view = await agency.Get<InvestigationQueries>().FindAsync(complaint.Id, await agency.ActorAsync(user));
            Assert.Equal((user, sees), (user, view is not null));
            Assert.All(view?.Log ?? [], row => Assert.Equal(TestData.FoundText, row.Text.Found));
        }
    }

    [Fact]
    public async Task Log_File_ByWhoWroteTheEntryOnly_ReadByTheTeam()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        var complaint = await agency.Data.HeavyAtAsync(TestData.TeamInvestigating);
        var entry = (await agency.Data.Complaints.AddLogAsync(complaint.Id, TestData.Log(), await agency.ActAsync("gilang"))).Value;
        var files = agency.Get<AttachmentService>();

        Assert.Equal(OutcomeKind.Forbidden, (await files.AddAsync(entry, "lampiran-1", "foto.pdf", new MemoryStream(SampleFiles.Pdf()), await agency.ActAsync("imas"))).Kind);
        Ok(await files.AddAsync(entry, "lampiran-1", "foto.pdf", new MemoryStream(SampleFiles.Pdf()), await agency.ActAsync("gilang")));

        foreach (var (user, count) in ((string, int)[])[("imas", 1), ("opik", 1), ("nani", 0), ("euis", 0)])
        {
            Assert.Equal((user, count), (user, (await files.ListAsync(entry, await agency.ActorAsync(user))).Count));
        }
    }

    [Fact]
    public async Task SubmitFindings_ByAMemberOrWithoutALog_Refused()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        var complaint = await agency.Data.HeavyAtAsync(TestData.TeamInvestigating);

        Assert.Equal(OutcomeKind.Forbidden, (await agency.Data.Complaints.SubmitFindingsAsync(complaint.Id, TestData.Finding(), await agency.ActAsync("gilang"))).Kind);
        Assert.Equal("Facts", Assert.Single((await agency.Data.Complaints.SubmitFindingsAsync(complaint.Id, TestData.Finding(), await agency.ActAsync("imas"))).Refusals).Field);
    }

    [Fact]
    public async Task Revise_WithANote_BackInTheHandsOfWhoLeads_AndNotInTheStory()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        var complaint = await agency.Data.HeavyAtAsync(TestData.TeamApproving);
        Assert.Equal("whatToRevise", Assert.Single((await agency.Data.Complaints.ReviseFindingsAsync(complaint.Id, "", await agency.ActAsync("ratna"))).Refusals).Field);

        Ok(await agency.Data.Complaints.ReviseFindingsAsync(complaint.Id, "Tanyai saksi kedua.", await agency.ActAsync("ratna")));

        await AtAsync(agency, complaint.Id, TestData.TeamInvestigating, "kabid-rehsos");
        await using var db = agency.OpenDb();
        Assert.DoesNotContain(await db.HistoryEntries.ToListAsync(), h => (h.Title + h.Detail).Contains("saksi kedua", StringComparison.Ordinal));
        Assert.Equal("Tanyai saksi kedua.", (await db.ComplaintFindings.SingleAsync()).RevisionNote);
        Ok(await agency.Data.Complaints.SubmitFindingsAsync(complaint.Id, TestData.Finding(), await agency.ActAsync("imas")));
        await AtAsync(agency, complaint.Id, TestData.TeamApproving, "kepala-dinas");
    }

    [Fact]
    public async Task ChangeTeam_ByTheOfficer_AnotherTeamAndTheLogStays()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        var complaint = await agency.Data.HeavyAtAsync(TestData.TeamInvestigating);
        Ok(await agency.Data.Complaints.AddLogAsync(complaint.Id, TestData.Log(), await agency.ActAsync("gilang")));
        agency.Time.Advance(TimeSpan.FromMinutes(1));

        Ok(await agency.Data.Complaints.ChangeTeamAsync(complaint.Id, "Anggota cuti.", await agency.ActAsync("opik")));

        await AtAsync(agency, complaint.Id, TestData.TeamForming, "kepala-dinas");
        Assert.Null(await agency.Get<InvestigationQueries>().FindAsync(complaint.Id, await agency.ActorAsync("gilang")));
        Ok(await agency.Data.Complaints.FormTeamAsync(complaint.Id, agency.Data.Team(), await agency.ActAsync("ratna")));
        var view = await agency.Get<InvestigationQueries>().FindAsync(complaint.Id, await agency.ActorAsync("opik"));
        Assert.Equal((1, 3), (view!.Log.Count, view.Team!.Members.Count));
    }

    [Theory]
    [InlineData(Anonymity.Open, true)]
    [InlineData(Anonymity.Secret, false)]
    [InlineData(Anonymity.Anonymous, false)]
    public async Task ReplyLetter_EachNaming_NamesOnlyWhoGaveTheirNameOpenly(Anonymity naming, bool isNamed)
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        var complaint = await agency.Data.HeavyAtAsync(TestData.Replying, agency.Data.Complaint() with { Anonymity = naming, AnswerWay = "langsung" });
        var opik = await agency.ActAsync("opik");
        Ok(await agency.Data.Complaints.PrepareReplyAsync(complaint.Id, TestData.Reply("langsung"), opik));
        Assert.Equal(OutcomeKind.Refused, (await agency.Data.Complaints.ConveyReplyAsync(complaint.Id, TestData.Convey(), opik)).Kind);

        var letter = await agency.Data.SignAsync(complaint.Id, LetterKinds.ComplaintReply);

        var words = PdfText.Text(await agency.Get<PaperArchive>().ReadAsync(letter.IssuedFileId!.Value));
        Assert.Equal(isNamed, words.Contains("Siti Aminah", StringComparison.Ordinal));
        foreach (var expected in new[] { $"Tanggapan atas pengaduan nomor {complaint.Number}", "sebagian aduan terbukti", "10 hari kerja", "Ombudsman RI", isNamed ? "Yth. Sdr. Siti Aminah" : $"Yth. Pengadu nomor {complaint.Number}" })
        {
            Assert.Contains(expected, words, StringComparison.Ordinal);
        }

        Ok(await agency.Data.Complaints.ConveyReplyAsync(complaint.Id, TestData.Convey(), opik));
        await using var db = agency.OpenDb();
        Assert.Equal((letter.Number, "Diterima sendiri"), ((await db.ComplaintAnswers.SingleAsync()).Reference, (await db.ComplaintAnswers.SingleAsync()).Proof));
    }

    [Fact]
    public async Task Respond_NotSatisfied_AnsweredOnceMore_ThenOnlyClosedWithAReason()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        var complaint = await agency.Data.HeavyAtAsync(TestData.Responding);
        var opik = await agency.ActAsync("opik");
        var again = new ResponseInput { Reaction = Reaction.Unsatisfied, Words = "Belum ada kepastian.", AnswerAgain = true };
        Ok(await agency.Data.Complaints.RespondAsync(complaint.Id, again, opik));
        await AtAsync(agency, complaint.Id, TestData.Replying, "pengelola-pengaduan");
        Ok(await agency.Data.Complaints.PrepareReplyAsync(complaint.Id, TestData.Reply(), opik));
        Ok(await agency.Data.Complaints.ConveyReplyAsync(complaint.Id, TestData.Convey(), opik));

        Assert.Equal("AnswerAgain", Assert.Single((await agency.Data.Complaints.RespondAsync(complaint.Id, again, opik)).Refusals).Field);
        Ok(await agency.Data.Complaints.RespondAsync(complaint.Id, again with { AnswerAgain = false, ClosingReason = "Sudah dijawab dua kali." }, opik));

        await using var db = agency.OpenDb();
        Assert.Equal((WorkStatus.Done, "Sudah dijawab dua kali."), ((await db.WorkItems.SingleAsync()).Status, (await db.Complaints.SingleAsync()).ClosingNote));
        Assert.Equal(2, await db.ComplaintAnswers.CountAsync(a => a.Reaction == Reaction.Unsatisfied));
    }

    [Fact]
    public async Task Respond_Silence_OnlyAfterTenWorkingDays()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        var complaint = await agency.Data.HeavyAtAsync(TestData.Responding);
        var silent = new ResponseInput { Reaction = Reaction.None };
        agency.Time.SetLocal(2026, 12, 7, 10, 0);
        Assert.Equal("Pengadu masih dapat menanggapi sampai 07/12/2026.", Assert.Single((await agency.Data.Complaints.RespondAsync(complaint.Id, silent, await agency.ActAsync("opik"))).Refusals).Message);

        agency.Time.SetLocal(2026, 12, 8, 10, 0);

        Ok(await agency.Data.Complaints.RespondAsync(complaint.Id, silent, await agency.ActAsync("opik")));
    }

    [Fact]
    public async Task Withdraw_WhileTheTeamWorks_EndsItAndTheLetterNoLongerHolds()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        var complaint = await agency.Data.HeavyAtAsync(TestData.TeamInvestigating);
        var form = await agency.Get<WithdrawalService>().FindAsync(complaint.Id, await agency.ActorAsync("ratna"));

        var outcome = await agency.Data.WithdrawAsync(complaint.Id, TestData.Withdrawal() with { Password = DinsosIntranet.App.Demo.DemoAgency.Password }, "ratna");

        Ok(outcome);
        Assert.NotNull(form);
        await using var db = agency.OpenDb();
        Assert.Equal(WorkStatus.Withdrawn, (await db.WorkItems.SingleAsync()).Status);
        Assert.Equal(LetterStatus.Revoked, (await db.Letters.SingleAsync(l => l.Kind == LetterKinds.Assignment)).Status);
        Assert.Empty(await agency.Get<InvestigationQueries>().WaitingAsync(await agency.ActorAsync("gilang")));
    }

    private static async Task AtAsync(TestAgency agency, Guid id, string step, string desk)
    {
        await using var db = agency.OpenDb();
        var item = await db.WorkItems.SingleAsync(w => w.Id == id);
        Assert.Equal((step, desk), (item.StepId, item.DeskCode));
    }

    private static void Ok(Outcome outcome) => Assert.True(outcome.IsOk, outcome.Message);
}
