using DinsosIntranet.Features.Desks;
using DinsosIntranet.Features.Dtks;
using DinsosIntranet.Features.Intake;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Data;
using DinsosIntranet.Shared.Files;
using DinsosIntranet.Tests.Shared.Files;
using DinsosIntranet.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace DinsosIntranet.Tests.Features.Intake;

public sealed class AttachmentServiceTests
{
    private const string Card = "kartu-identitas";

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Add_ToADraft_IsListedForItsUploaderAndRecorded(DatabaseProvider provider)
    {
        await using var agency = await TestAgency.StartAsync(provider);
        var draft = Guid.CreateVersion7();

        var added = await AddAsync(agency, draft, "nani");

        Assert.True(added.IsOk, added.Message);
        var listed = await agency.Get<AttachmentService>().ListAsync(draft, await agency.ActorAsync("nani"));
        Assert.Equal([(added.Value.Id, Card, "kk aminah.pdf", FileKind.Pdf)], listed.Select(a => (a.Id, a.Purpose, a.Name, a.Kind)));
        Assert.Contains((await agency.TrailAsync()), r => r.Act == "berkas.unggah" && r.RecordId == added.Value.Id.ToString());
    }

    [Fact]
    public async Task List_SomebodyElsesDraft_IsEmpty()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        var draft = Guid.CreateVersion7();
        await AddAsync(agency, draft, "nani");

        Assert.Empty(await agency.Get<AttachmentService>().ListAsync(draft, await agency.ActorAsync("tati")));
    }

    [Fact]
    public async Task Add_ToSomebodyElsesDraft_IsForbidden()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        var draft = Guid.CreateVersion7();
        await AddAsync(agency, draft, "nani");

        Assert.Equal(OutcomeKind.Forbidden, (await AddAsync(agency, draft, "tati")).Kind);
    }

    [Theory, DemoStaff("nani", "dedi", "opik")]
    public async Task Add_ToADraftAwayFromTheCounter_IsForbiddenAndStoresNothing(string userName)
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        var files = agency.VaultFiles();

        Assert.Equal(OutcomeKind.Forbidden, (await AddAsync(agency, Guid.CreateVersion7(), userName)).Kind);
        Assert.Equal(files, agency.VaultFiles());
    }

    [Fact]
    public async Task Add_NoPdfNorPicture_IsRefusedAndStoresNothing()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        var files = agency.VaultFiles();
        using var content = new MemoryStream("hanya teks"u8.ToArray());

        var outcome = await agency.Get<AttachmentService>().AddAsync(Guid.CreateVersion7(), Card, "ktp.pdf", content, await agency.ActAsync("nani"));

        Assert.Equal([FileRefusals.WrongKind], outcome.Refusals.Select(r => r.Message));
        Assert.Equal(files, agency.VaultFiles());
    }

    [Fact]
    public async Task Add_Again_TakesThePlaceOfTheEarlier()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        var draft = Guid.CreateVersion7();
        var first = (await AddAsync(agency, draft, "nani")).Value;

        var second = (await AddAsync(agency, draft, "nani")).Value;

        var listed = await agency.Get<AttachmentService>().ListAsync(draft, await agency.ActorAsync("nani"));
        Assert.Equal([second.Id], listed.Select(a => a.Id));
        await using var db = agency.OpenDb();
        Assert.NotNull((await db.Attachments.AsNoTracking().SingleAsync(a => a.Id == first.Id)).RemovedAt);
    }

    [Fact]
    public async Task Remove_ThenOpen_IsNotFound()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        var file = (await AddAsync(agency, Guid.CreateVersion7(), "nani")).Value;

        Assert.True((await agency.Get<AttachmentService>().RemoveAsync(file.Id, await agency.ActAsync("nani"))).IsOk);

        Assert.Equal(OutcomeKind.NotFound, (await agency.Get<AttachmentService>().OpenAsync(file.Id, await agency.ActAsync("nani"))).Kind);
    }

    [Fact]
    public async Task Open_OfARequest_IsWholeAndRecorded()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        var request = await agency.Data.RequestAtAsync(TestData.Checking);
        var file = (await AddAsync(agency, request.Id, "nani")).Value;

        var opened = await agency.Get<AttachmentService>().OpenAsync(file.Id, await agency.ActAsync("yusup"));

        Assert.True(opened.IsOk, opened.Message);
        await using var content = opened.Value.Content;
        Assert.Equal(SampleFiles.Pdf().Length, content.Length);
        Assert.Contains(await agency.TrailAsync(), r => r.Act == "berkas.buka" && r.ActorId == agency.UserId("yusup"));
    }

    [Fact]
    public async Task Open_ByTheAdministrator_IsForbiddenAndRecorded()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        var request = await agency.Data.RequestAtAsync(TestData.Checking);
        var file = (await AddAsync(agency, request.Id, "nani")).Value;

        var opened = await agency.Get<AttachmentService>().OpenAsync(file.Id, await agency.ActAsync("admin"));

        Assert.Equal(OutcomeKind.Forbidden, opened.Kind);
        Assert.Contains(await agency.TrailAsync(), r => r.Act == "ditolak:berkas.buka");
    }

    [Theory]
    [InlineData("nani", Card, OutcomeKind.Ok)]
    [InlineData("nani", DtksService.ScreenshotPurpose, OutcomeKind.Forbidden)]
    [InlineData("yusup", DtksService.ScreenshotPurpose, OutcomeKind.Ok)]
    [InlineData("euis", DtksService.ScreenshotPurpose, OutcomeKind.Refused)]
    [InlineData("dedi", Card, OutcomeKind.Forbidden)]
    public async Task Add_ToARequestAtTheOperator_DependsOnWhoAndWhat(string userName, string purpose, OutcomeKind expected)
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        var request = await agency.Data.RequestAtAsync(TestData.Checking);
        await agency.Get<DeskService>().ClaimAsync(request.Id, await agency.ActAsync("yusup"));

        Assert.Equal(expected, (await AddAsync(agency, request.Id, userName, purpose)).Kind);
    }

    private static async Task<Outcome<AttachmentRow>> AddAsync(TestAgency agency, Guid owner, string userName, string purpose = Card)
    {
        using var content = new MemoryStream(SampleFiles.Pdf());
        return await agency.Get<AttachmentService>().AddAsync(owner, purpose, "C:\\pindaian\\kk aminah.pdf", content, await agency.ActAsync(userName));
    }
}
