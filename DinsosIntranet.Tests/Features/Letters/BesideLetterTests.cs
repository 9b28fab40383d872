using DinsosIntranet.Features.Agency;
using DinsosIntranet.Features.Desks;
using DinsosIntranet.Features.Letters;
using DinsosIntranet.Features.Letters.Domain;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Data;
using DinsosIntranet.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace DinsosIntranet.Tests.Features.Letters;

/// <summary>Letters that no step signs: the standard's signing desk signs them wherever the request stands, which stays there.</summary>
public sealed class BesideLetterTests
{
    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Waiting_OfTheSigningDesk_SeesAndCountsIt_OthersDoNot(DatabaseProvider provider)
    {
        await using var agency = await TestAgency.StartAsync(provider);
        var letter = await SubmittedAsync(agency);

        foreach (var (user, count) in ((string, int)[])[("ratna", 1), ("hendra", 1), ("asep", 0), ("lilis", 0)])
        {
            var actor = await agency.ActorAsync(user);
            var list = await agency.Get<LetterQueries>().WaitingAsync(actor, await agency.Get<AgencyDirectory>().GetAsync(), agency.Time.Now);
            Assert.Equal((user, count, count), (user, list.ToSign.Count, (await agency.Get<WaitingWork>().CountAsync(actor)).Letters));
            Assert.All(list.ToSign, row => Assert.Equal($"/surat/{letter.Id}", row.Address));
        }
    }

    [Theory]
    [InlineData("asep")]
    [InlineData("lilis")]
    public async Task Approve_NotOfTheSigningDesk_ForbiddenAndRecorded(string user)
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        var letter = await SubmittedAsync(agency);

        var outcome = await agency.Get<LetterService>().ApproveAsync(TestData.Approve(letter.Id, SigningMode.AgencySeal), await agency.ActAsync(user));

        Assert.Equal(OutcomeKind.Forbidden, outcome.Kind);
        Assert.Contains(await agency.TrailAsync(), r => r.Act == "ditolak:surat.setujui");
    }

    [Theory]
    [InlineData(SigningMode.AgencySeal, LetterStatus.Issued)]
    [InlineData(SigningMode.Wet, LetterStatus.AwaitingSignature)]
    [InlineData(SigningMode.External, LetterStatus.AwaitingSignature)]
    public async Task Approve_EachMode_RequestStaysAtItsStepWithItsHolder(SigningMode mode, LetterStatus status)
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        var letter = await SubmittedAsync(agency);

        var outcome = await agency.Get<LetterService>().ApproveAsync(TestData.Approve(letter.Id, mode), await agency.ActAsync("ratna"));

        Assert.Equal(status, outcome.Value.Status);
        await using var db = agency.OpenDb();
        var item = await db.WorkItems.SingleAsync();
        Assert.Equal((TestData.InformationProviding, agency.UserId("lilis")), (item.StepId, item.HolderId));
    }

    [Fact]
    public async Task Return_ToWhoeverPreparedIt_DraftGoneAndTheReasonInTheStory()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        var letter = await SubmittedAsync(agency);

        var outcome = await agency.Get<LetterService>().ReturnAsync(letter.Id, "Tambahkan tahun datanya.", await agency.ActAsync("hendra"));

        Assert.True(outcome.IsOk, outcome.Message);
        await using var db = agency.OpenDb();
        Assert.False(await db.Letters.AnyAsync(l => l.Id == letter.Id));
        var line = await db.HistoryEntries.SingleAsync(h => h.Title == LetterService.ReturnedTitle);
        Assert.Equal("Pemberitahuan tertulis: Tambahkan tahun datanya.", line.Detail);
        var again = await agency.Data.Information.SubmitNoticeAsync(letter.RequestId, new DinsosIntranet.Features.PublicInformation.NoticeInput(), await agency.ActAsync("lilis"));
        Assert.True(again.IsOk, again.Message);
    }

    [Fact]
    public async Task Void_WaitingForInk_ANewDraftWaitsForTheSigner()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        var letter = await SubmittedAsync(agency);
        await agency.Data.SignBesideAsync(letter.RequestId, LetterKinds.InformationNotice, SigningMode.Wet);

        var outcome = await agency.Get<LetterService>().VoidAsync(letter.Id, "salah cetak", await agency.ActAsync("ratna"));

        Assert.True(outcome.IsOk, outcome.Message);
        Assert.Equal(LetterStatus.Draft, (await agency.Data.BesideAsync(letter.RequestId, LetterKinds.InformationNotice)).Status);
    }

    [Fact]
    public async Task Submit_Twice_SecondIsAConflict()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        var letter = await SubmittedAsync(agency);

        var again = await agency.Data.Information.SubmitNoticeAsync(letter.RequestId, new DinsosIntranet.Features.PublicInformation.NoticeInput(), await agency.ActAsync("lilis"));

        Assert.Equal(OutcomeKind.Conflict, again.Kind);
        await using var db = agency.OpenDb();
        Assert.Equal(1, await db.Letters.CountAsync(l => l.Kind == LetterKinds.InformationNotice));
    }

    [Fact]
    public async Task Preview_BeforeSigning_NamesTheOfficeOfPpidAndTheViewersTitle()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        var letter = await SubmittedAsync(agency);

        var paper = await agency.Get<LetterPapers>().PreviewAsync(letter.Id, await agency.ActAsync("hendra"));

        var words = PdfText.Text(paper.Value.Content);
        Assert.Contains("KONSEP", words, StringComparison.Ordinal);
        Assert.Contains("SEKRETARIS DINAS SOSIAL", words, StringComparison.Ordinal);
    }

    private static async Task<Letter> SubmittedAsync(TestAgency agency)
    {
        var request = await agency.Data.InformationAtAsync(TestData.InformationProviding);
        var lilis = await agency.ActAsync("lilis");
        Assert.True((await agency.Data.Information.AddItemAsync(request.Id, TestData.InformationItem(), lilis)).IsOk);
        Assert.True((await agency.Data.Information.SubmitNoticeAsync(request.Id, new DinsosIntranet.Features.PublicInformation.NoticeInput(), lilis)).IsOk);
        return await agency.Data.BesideAsync(request.Id, LetterKinds.InformationNotice);
    }
}
