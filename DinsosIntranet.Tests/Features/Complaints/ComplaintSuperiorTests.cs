using DinsosIntranet.Features.Complaints;
using DinsosIntranet.Features.Complaints.Domain;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Data;
using DinsosIntranet.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace DinsosIntranet.Tests.Features.Complaints;

/// <summary>Complaints about the head: the superior decides, also where nobody of the agency may sign, and the head sees none of it.</summary>
public sealed class ComplaintSuperiorTests
{
    private static readonly SuperiorDecision Decided = new() { Number = "700/15/Setda", DatedOn = new DateOnly(2026, 11, 23), Finding = TestData.Finding() };

    [Theory]
    [InlineData(false, "hendra")]
    [InlineData(true, "dedi")]
    public async Task RecordSuperior_SecretaryAccusedOrNot_AnsweredWithoutALetterSignedHere(bool alsoSecretary, string by)
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        await agency.Data.SetSuperiorAsync();
        HashSet<Guid> accused = alsoSecretary ? [agency.UserId("ratna"), agency.UserId("hendra")] : [agency.UserId("ratna")];
        var complaint = await agency.Data.ComplaintAtAsync(TestData.ComplaintHandingUp, agency.Data.Complaint() with { Accused = accused });
        var act = await agency.ActAsync(by);
        Assert.Equal(["Number", "DatedOn", "Facts", "Verdict", "Recommendation"], (await agency.Data.Complaints.RecordSuperiorAsync(complaint.Id, new SuperiorDecision(), act)).Refusals.Select(r => r.Field));

        var outcome = await agency.Data.Complaints.RecordSuperiorAsync(complaint.Id, Decided, act);

        Assert.True(outcome.IsOk, outcome.Message);
        await using var db = agency.OpenDb();
        var finding = await db.ComplaintFindings.SingleAsync();
        Assert.Equal(("Sekretaris Daerah Kabupaten Lebak", "700/15/Setda, 23/11/2026"), (finding.ApprovedByText, finding.SuperiorReference));
        Assert.Equal(TestData.Replying, (await db.WorkItems.SingleAsync()).StepId);
        Assert.Null(await agency.Get<InvestigationQueries>().FindAsync(complaint.Id, await agency.ActorAsync("ratna")));
        Assert.DoesNotContain((await agency.Get<ComplaintBook>().PageAsync(new BookFilter(), 1, await agency.ActorAsync("ratna"))).Rows, r => r.Id == complaint.Id);
    }

    [Fact]
    public async Task RecordSuperior_NobodyAboveSet_Refused()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        var complaint = await agency.Data.ComplaintAtAsync(TestData.ComplaintHandingUp, agency.Data.Complaint() with { Accused = [agency.UserId("ratna")] });

        Assert.Equal("Number", Assert.Single((await agency.Data.Complaints.RecordSuperiorAsync(complaint.Id, Decided, await agency.ActAsync("hendra"))).Refusals).Field);
    }

    [Fact]
    public async Task Approve_TurnedOutToBeAboutTheHead_SecretaryRecordsTheSuperiorsLetter()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        await agency.Data.SetSuperiorAsync();
        var complaint = await agency.Data.HeavyAtAsync(TestData.TeamInvestigating);
        Ok(await agency.Data.Complaints.AddLogAsync(complaint.Id, TestData.Log(), await agency.ActAsync("imas")));
        Ok(await agency.Data.Complaints.AddAccusedAsync(complaint.Id, agency.UserId("ratna"), await agency.ActAsync("imas")));
        Ok(await agency.Data.Complaints.SubmitFindingsAsync(complaint.Id, TestData.Finding(), await agency.ActAsync("imas")));

        var hendra = await agency.ActAsync("hendra");
        Assert.Equal(OutcomeKind.NotFound, (await agency.Data.Complaints.ApproveFindingsAsync(complaint.Id, "", await agency.ActAsync("ratna"))).Kind);
        Assert.Equal("Number", Assert.Single((await agency.Data.Complaints.ApproveFindingsAsync(complaint.Id, "", hendra)).Refusals).Field);
        Ok(await agency.Data.Complaints.ApproveFindingsAsync(complaint.Id, "700/16/Setda", hendra));

        await using var db = agency.OpenDb();
        Assert.Equal("Sekretaris Daerah Kabupaten Lebak", (await db.ComplaintFindings.SingleAsync()).ApprovedByText);
    }

    [Fact]
    public async Task FormTeam_AboutTheHead_OnlyTheWayAbove()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        var complaint = await agency.Data.ComplaintAtAsync(TestData.ComplaintHandling);
        Assert.Equal(OutcomeKind.Refused, (await agency.Data.Complaints.ToSuperiorAsync(complaint.Id, await agency.ActAsync("imas"))).Kind);
        Ok(await agency.Data.Complaints.AddAccusedAsync(complaint.Id, agency.UserId("ratna"), await agency.ActAsync("imas")));

        Ok(await agency.Data.Complaints.ToSuperiorAsync(complaint.Id, await agency.ActAsync("imas")));

        await using var db = agency.OpenDb();
        var item = await db.WorkItems.SingleAsync();
        Assert.Equal((TestData.ComplaintHandingUp, "sekretaris-dinas"), (item.StepId, item.DeskCode));
    }

    private static void Ok(Outcome outcome) => Assert.True(outcome.IsOk, outcome.Message);
}
