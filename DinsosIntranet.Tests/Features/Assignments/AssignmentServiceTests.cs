using DinsosIntranet.Features.Agency;
using DinsosIntranet.Features.Assignments;
using DinsosIntranet.Features.Desks;
using DinsosIntranet.Features.Letters;
using DinsosIntranet.Features.Letters.Domain;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Data;
using DinsosIntranet.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace DinsosIntranet.Tests.Features.Assignments;

/// <summary>Letters of assignment: who may be sent, what the paper says, and that it goes out for a rahasia request too.</summary>
public sealed class AssignmentServiceTests
{
    [Fact]
    public async Task Submit_ThenSigned_PaperNamesThemAsTheyAreKnownAndNothingOfTheMatter()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        var complaint = await agency.Data.ComplainAsync();
        var letter = (await agency.Data.SubmitAssignmentAsync(complaint.Id, agency.Data.Assignment(), "opik")).Value;

        var signed = await agency.Get<LetterService>().ApproveAsync(TestData.Approve(letter.Id, SigningMode.AgencySeal), await agency.ActAsync("ratna"));

        Assert.True(signed.IsOk, signed.Message);
        Assert.Equal((LetterStatus.Issued, new DateOnly(2026, 12, 4)), (signed.Value.Status, signed.Value.ValidUntil));
        var words = PdfText.Text(await agency.Get<PaperArchive>().ReadAsync(signed.Value.IssuedFileId!.Value));
        foreach (var expected in new[] { "SURAT TUGAS", "NOMOR 800.1.11.1/001/", "Disposisi Kepala Dinas tanggal 23 November 2026", "MENUGASKAN", "Imas", "Gilang", "Penata (III/c)", "Yuyun Wahyuni", "Auditor Inspektorat", "Kecamatan Cikulur", "24 November 2026 sampai dengan 4 Desember 2026", "Kendaraan dinas", complaint.Number })
        {
            Assert.Contains(expected, words, StringComparison.Ordinal);
        }

        Assert.DoesNotContain("palsukan", words, StringComparison.Ordinal);
        Assert.DoesNotContain("Siti Aminah", words, StringComparison.Ordinal);
        Assert.DoesNotContain("Antrean", words, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Submit_SomebodyWhoIsKeptAwayOrUnknown_RefusedByForgedIdToo(bool isUnknown)
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        var complaint = await agency.Data.ComplainAsync(agency.Data.Complaint() with { Accused = [agency.UserId("imas")] });
        var input = agency.Data.Assignment();
        input.Members[0].StaffId = isUnknown ? Guid.NewGuid() : agency.UserId("imas");

        var outcome = await agency.Data.SubmitAssignmentAsync(complaint.Id, input, "opik");

        Assert.Equal("Members[0].Name", Assert.Single(outcome.Refusals).Field);
        Assert.DoesNotContain(await agency.Get<AssignmentQueries>().StaffAsync(complaint.Id, await agency.ActorAsync("opik")), s => s.StaffId == agency.UserId("imas"));
        await using var db = agency.OpenDb();
        Assert.False(await db.Assignments.AnyAsync());
    }

    [Fact]
    public async Task Submit_Twice_SecondIsToldThatItIsOnItsWay()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        var complaint = await agency.Data.ComplainAsync();
        await agency.Data.SubmitAssignmentAsync(complaint.Id, agency.Data.Assignment(), "opik");

        var again = await agency.Data.SubmitAssignmentAsync(complaint.Id, agency.Data.Assignment(), "opik");

        Assert.Equal((OutcomeKind.Conflict, "Surat tugas sudah diajukan."), (again.Kind, again.Message));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Submit_TwoAtOnce_OneLetter(DatabaseProvider provider)
    {
        await using var agency = await TestAgency.StartAsync(provider);
        var complaint = await agency.Data.ComplainAsync();

        var both = await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => Task.Run(() => agency.Data.SubmitAssignmentAsync(complaint.Id, agency.Data.Assignment(), "opik"))));

        Assert.Single(both, o => o.IsOk);
        Assert.Single(both, o => o.Kind == OutcomeKind.Conflict);
        await using var db = agency.OpenDb();
        Assert.Equal(1, await db.Letters.CountAsync(l => l.Kind == LetterKinds.Assignment));
        Assert.Equal(3, await db.AssignmentMembers.CountAsync());
    }

    [Fact]
    public async Task Submit_AfterItWasSentBack_WritesOverIt()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        var complaint = await agency.Data.ComplainAsync();
        var letter = (await agency.Data.SubmitAssignmentAsync(complaint.Id, agency.Data.Assignment(), "opik")).Value;
        await agency.Get<LetterService>().ReturnAsync(letter.Id, "Kurangi anggotanya.", await agency.ActAsync("ratna"));
        var fewer = agency.Data.Assignment();
        fewer.Members.RemoveAt(2);

        var again = await agency.Data.SubmitAssignmentAsync(complaint.Id, fewer, "opik");

        Assert.True(again.IsOk, again.Message);
        var view = await agency.Get<AssignmentQueries>().FindAsync(complaint.Id, await agency.ActorAsync("opik"));
        Assert.Equal((2, LetterStatus.Draft), (view!.Members.Count, view.Letter!.Status));
    }

    [Fact]
    public async Task Signing_OfARahasiaRequest_ListedAndOpenToSignerAndBearerOnly()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        var opened = await agency.Data.CaseAsync();
        var letter = (await agency.Data.SubmitAssignmentAsync(opened.Id, agency.Data.Assignment(), "lina")).Value;

        var list = await agency.Get<LetterQueries>().WaitingAsync(await agency.ActorAsync("ratna"), await agency.Get<AgencyDirectory>().GetAsync(), agency.Time.Now);

        Assert.Contains(list.ToSign, r => r.LetterId == letter.Id);
        var signed = await agency.Get<LetterService>().ApproveAsync(TestData.Approve(letter.Id, SigningMode.AgencySeal), await agency.ActAsync("ratna"));
        Assert.True(signed.IsOk, signed.Message);
        foreach (var (user, may) in ((string, bool)[])[("ratna", true), ("imas", true), ("gilang", true), ("dedi", true), ("yusup", false), ("nani", false)])
        {
            var paper = await agency.Get<LetterPapers>().OpenAsync(letter.Id, PrintWay.Printed, await agency.ActAsync(user));
            Assert.Equal((user, may), (user, paper.IsOk));
        }
    }

    [Fact]
    public async Task End_Issued_AnotherOneMayBeWritten()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        var complaint = await agency.Data.ComplainAsync();
        var letter = (await agency.Data.SubmitAssignmentAsync(complaint.Id, agency.Data.Assignment(), "opik")).Value;
        await agency.Get<LetterService>().ApproveAsync(TestData.Approve(letter.Id, SigningMode.AgencySeal), await agency.ActAsync("ratna"));
        agency.Time.Advance(TimeSpan.FromMinutes(1));
        var ended = await agency.Get<WriteRunner>().RunAsync(await agency.ActAsync("opik"), async scope =>
            await agency.Get<AssignmentService>().EndAsync(scope, (await agency.Get<WorkFlow>().LoadAsync(scope, complaint.Id, default)).Value, default));

        var next = await agency.Data.SubmitAssignmentAsync(complaint.Id, agency.Data.Assignment(), "opik");

        Assert.True(ended.IsOk && next.IsOk, ended.Message + next.Message);
        await using var db = agency.OpenDb();
        Assert.Equal(2, await db.Letters.CountAsync(l => l.Kind == LetterKinds.Assignment));
        Assert.Equal(LetterStatus.Issued, (await db.Letters.SingleAsync(l => l.Id == letter.Id)).Status);
    }
}
