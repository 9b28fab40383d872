using DinsosIntranet.Features.Agency;
using DinsosIntranet.Features.Letters;
using DinsosIntranet.Features.Letters.Domain;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Data;
using DinsosIntranet.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace DinsosIntranet.Tests.Features.Letters;

public sealed class LetterPapersTests
{
    [Fact]
    public async Task Open_Issued_StoredFileNamedByItsNumberAndCounted()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        var letter = await SignedAsync(agency, SigningMode.AgencySeal);

        await agency.Get<LetterPapers>().OpenAsync(letter.Id, PrintWay.Printed, await agency.ActAsync("nani"));
        var paper = (await agency.Get<LetterPapers>().OpenAsync(letter.Id, PrintWay.Printed, await agency.ActAsync("nani"))).Value;

        Assert.Equal(("application/pdf", "400.9.14.1-001-Dinsos-XI-2026.pdf"), (paper.ContentType, paper.FileName));
        Assert.Equal(await agency.Get<PaperArchive>().ReadAsync(letter.IssuedFileId!.Value), paper.Content);
        await using var db = agency.OpenDb();
        Assert.Equal([1, 2], await db.PrintRecords.Where(p => p.RecordId == letter.Id).OrderBy(p => p.Copy).Select(p => p.Copy).ToListAsync());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task OpenOrPreview_Draft_KonsepNotedButNotCounted(bool open)
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        var request = await agency.Data.RequestAtAsync(TestData.Printing);
        var letter = await agency.Data.LetterOfAsync(request.Id);
        var (papers, act) = (agency.Get<LetterPapers>(), await agency.ActAsync("yusup"));

        var paper = (open ? await papers.OpenAsync(letter.Id, PrintWay.Printed, act) : await papers.PreviewAsync(letter.Id, act)).Value;

        Assert.Equal("konsep-sk-dtks.pdf", paper.FileName);
        Assert.Contains("belum diberikan", PdfText.Text(paper.Content), StringComparison.Ordinal);
        Assert.Equal(("surat.pratinjau", letter.Id.ToString()), ((await agency.TrailAsync())[^1].Act, (await agency.TrailAsync())[^1].RecordId));
        await using var db = agency.OpenDb();
        Assert.Null((await db.PrintRecords.SingleAsync(p => p.RecordId == letter.Id)).Copy);
    }

    [Fact]
    public async Task Preview_AtTheSigningDesk_BearsTheViewersBlock()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        var request = await agency.Data.RequestAtAsync(TestData.Signing);
        var letter = await agency.Data.LetterOfAsync(request.Id);

        var byDivision = await TextAsync("asep");
        var byOperator = await TextAsync("yusup");
        var byOtherDivision = await TextAsync("wahyu");

        Assert.Contains("Asep Mulyadi, S.Sos.", byDivision, StringComparison.Ordinal);
        Assert.Contains("Ratna Kusumawardani", byOperator, StringComparison.Ordinal);
        Assert.Contains("Ratna Kusumawardani", byOtherDivision, StringComparison.Ordinal);

        async Task<string> TextAsync(string viewer) =>
            PdfText.Text((await agency.Get<LetterPapers>().PreviewAsync(letter.Id, await agency.ActAsync(viewer))).Value.Content);
    }

    [Fact]
    public async Task Open_Administrator_ForbiddenAndRecorded()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        var letter = await SignedAsync(agency, SigningMode.AgencySeal);

        var outcome = await agency.Get<LetterPapers>().OpenAsync(letter.Id, PrintWay.Printed, await agency.ActAsync("admin"));

        Assert.Equal(OutcomeKind.Forbidden, outcome.Kind);
        Assert.Equal("ditolak:surat.cetak", (await agency.TrailAsync())[^1].Act);
    }

    [Fact]
    public async Task Open_Voided_NotFound()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        var letter = await SignedAsync(agency, SigningMode.Wet);
        await agency.Get<LetterService>().VoidAsync(letter.Id, "Salah alamat", await agency.ActAsync("asep"));

        Assert.Equal(OutcomeKind.NotFound, (await agency.Get<LetterPapers>().OpenAsync(letter.Id, PrintWay.Printed, await agency.ActAsync("nani"))).Kind);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Waiting_Signers_SeeWhatTheirDesksMaySign(DatabaseProvider provider)
    {
        await using var agency = await TestAgency.StartAsync(provider);
        var draft = await agency.Data.RequestAtAsync(TestData.Signing);
        await agency.Data.RequestAtAsync(TestData.Printing);
        var inked = await SignedAsync(agency, SigningMode.Wet);

        var list = await WaitingAsync("asep");

        Assert.Equal(draft.Id, Assert.Single(list.ToSign).RequestId);
        Assert.Equal((inked.RequestId, inked.Number), (Assert.Single(list.AwaitingInk).RequestId, list.AwaitingInk[0].LetterNumber));
        Assert.Equal(0, (await WaitingAsync("wahyu")).Count);

        async Task<SigningList> WaitingAsync(string who) =>
            await agency.Get<LetterQueries>().WaitingAsync(await agency.ActorAsync(who), await agency.Get<AgencyDirectory>().GetAsync(), agency.Time.Now);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Book_Filters_VoidedNumberStaysWithItsReason(DatabaseProvider provider)
    {
        await using var agency = await TestAgency.StartAsync(provider);
        var voided = await SignedAsync(agency, SigningMode.Wet);
        await agency.Get<LetterService>().VoidAsync(voided.Id, "Salah alamat", await agency.ActAsync("asep"));
        await SignedAsync(agency, SigningMode.AgencySeal);
        var queries = agency.Get<LetterQueries>();
        var today = new DateOnly(2026, 11, 23);

        var all = await queries.BookAsync(new LetterFilter(null, LetterKinds.DtksCertificate, null, 2026), 1, today, await agency.ActorAsync("dedi"));
        var gone = await queries.BookAsync(new LetterFilter("001/dinsos", null, LetterStanding.Voided, null), 1, today, await agency.ActorAsync("dedi"));

        Assert.Equal(["400.9.14.1/002/Dinsos/XI/2026", "400.9.14.1/001/Dinsos/XI/2026"], all.Rows.Select(r => r.Number));
        Assert.Equal([LetterStanding.Valid, LetterStanding.Voided], all.Rows.Select(r => r.Standing));
        Assert.Equal("Salah alamat", Assert.Single(gone.Rows).EndedReason);
        Assert.Equal(0, (await queries.BookAsync(new LetterFilter(null, null, null, 2025), 1, today, await agency.ActorAsync("dedi"))).Total);
    }

    private static async Task<Letter> SignedAsync(TestAgency agency, SigningMode mode)
    {
        var request = await agency.Data.RequestAtAsync(TestData.Signing);
        var draft = await agency.Data.LetterOfAsync(request.Id);
        return (await agency.Get<LetterService>().ApproveAsync(TestData.Approve(draft.Id, mode), await agency.ActAsync("asep"))).Value;
    }
}
