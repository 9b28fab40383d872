using DinsosIntranet.Features.Agenda.Domain;
using DinsosIntranet.Features.Desks;
using DinsosIntranet.Features.Desks.Domain;
using DinsosIntranet.Features.Dispositions;
using DinsosIntranet.Features.Intake;
using DinsosIntranet.Features.Intake.Domain;
using DinsosIntranet.Features.Letters;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Data;
using DinsosIntranet.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace DinsosIntranet.Tests.Features.Standards;

/// <summary>A standard nobody wrote code for, brought in by hand and walked to its end while the program runs.</summary>
public sealed class SixthStandardTests
{
    private static readonly IReadOnlyList<RequirementInput> All = [new("permohonan", true), new("akta", true), new("pengurus", true), new("foto", true)];

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Imported_Activated_WalksToHandOverWithoutRestart(DatabaseProvider provider)
    {
        await using var agency = await ActivatedAsync(provider);
        var nani = await agency.ActorAsync("nani");
        Assert.Contains((await agency.Get<IntakeQueries>().ChoicesAsync(null, nani)).Services, s => s.Standard.Code == StandardFixtures.Sixth && !s.AsksPurpose);

        var request = await RegisterAsync(agency);
        Assert.Equal("LKS-2026-0001", request.Number);
        await WalkToVerificationAsync(agency, request.Id);
        await ChooseAsync(agency, request.Id, "layak", "gilang");
        await ChooseAsync(agency, request.Id, "setuju", "ratna");
        Assert.Contains(await agency.Get<HandOverQueries>().WaitingAsync(null, nani), r => r.RequestId == request.Id && r.Service == "Rekomendasi LKS");
        var view = await agency.Get<HandOverQueries>().FindAsync(request.Id, nani);
        Assert.Equal((true, true, false), (view!.AsksDocument, view.CanHandOver, view.IsIssued));

        var done = await agency.Get<HandOverService>().HandOverAsync(request.Id, Collected() with { DocumentTitle = "Surat Rekomendasi", DocumentNumber = "460/88/Dayasos/2026" }, await agency.ActAsync("nani"));

        Assert.True(done.IsOk, done.Message);
        await using var db = agency.OpenDb();
        var item = await db.WorkItems.AsNoTracking().SingleAsync(w => w.Id == request.Id);
        Assert.Equal((WorkStatus.Done, true), (item.Status, item.ClosedAt is not null));
        var handOver = await db.HandOvers.AsNoTracking().SingleAsync();
        Assert.Equal((null, "Surat Rekomendasi", "460/88/Dayasos/2026"), (handOver.LetterId, handOver.DocumentTitle, handOver.DocumentNumber));
        Assert.Contains(await db.HistoryEntries.AsNoTracking().Where(h => h.WorkItemId == request.Id).Select(h => h.Title).ToListAsync(), t => t == "Surat Rekomendasi diserahkan kepada pemohon");
        var receipt = await db.Letters.AsNoTracking().SingleAsync(l => l.Id == done.Value.ReceiptId);
        Assert.Contains("460/88/Dayasos/2026", PdfText.Text(await agency.Get<PaperArchive>().ReadAsync(receipt.IssuedFileId!.Value)), StringComparison.Ordinal);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Imported_BranchNo_ClosedByTheCounter(DatabaseProvider provider)
    {
        await using var agency = await ActivatedAsync(provider);
        var request = await RegisterAsync(agency);
        await WalkToVerificationAsync(agency, request.Id);
        await ChooseAsync(agency, request.Id, "belum", "gilang");
        await ChooseAsync(agency, request.Id, "tutup", "nani");

        await using var db = agency.OpenDb();
        Assert.Equal(WorkStatus.Declined, (await db.WorkItems.AsNoTracking().SingleAsync(w => w.Id == request.Id)).Status);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Imported_OnTheBoard_WithItsClock(DatabaseProvider provider)
    {
        await using var agency = await ActivatedAsync(provider);
        var request = await RegisterAsync(agency);

        var reader = agency.Get<BoardReader>();
        var board = await reader.MakeAsync(await reader.ReadAsync(default), null, agency.Time.Now, null, default);

        Assert.Contains(board.Services, s => s.Code == StandardFixtures.Sixth);
        var tile = Assert.Single(board.Tiles);
        Assert.Equal((request.Id, "LKS 0001"), (tile.Id, tile.Label));
        Assert.NotNull(tile.DueUtc);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task HandOver_DocumentNotNamed_RefusedAndNothingWritten(DatabaseProvider provider)
    {
        await using var agency = await ActivatedAsync(provider);
        var request = await RegisterAsync(agency);
        await WalkToVerificationAsync(agency, request.Id);
        await ChooseAsync(agency, request.Id, "layak", "gilang");
        await ChooseAsync(agency, request.Id, "setuju", "ratna");

        var empty = await agency.Get<HandOverService>().HandOverAsync(request.Id, Collected(), await agency.ActAsync("nani"));
        var tooLong = await agency.Get<HandOverService>().HandOverAsync(request.Id, Collected() with { DocumentTitle = "Surat", DocumentNumber = new string('1', 101) }, await agency.ActAsync("nani"));

        Assert.Equal(nameof(HandOverInput.DocumentTitle), Assert.Single(empty.Refusals).Field);
        Assert.Equal(nameof(HandOverInput.DocumentNumber), Assert.Single(tooLong.Refusals).Field);
        await using var db = agency.OpenDb();
        Assert.False(await db.HandOvers.AnyAsync());
    }

    private static async Task<TestAgency> ActivatedAsync(DatabaseProvider provider)
    {
        var agency = await TestAgency.StartAsync(provider);
        var imported = await StandardImportServiceTests.ImportAsync(agency, StandardFixtures.SixthJson, null);
        Assert.True(imported.IsOk, imported.Message);
        var planned = await StandardScheduleServiceTests.PlanAsync(agency, 1, new DateOnly(2026, 11, 23), code: StandardFixtures.Sixth);
        Assert.True(planned.IsOk, planned.Message);
        return agency;
    }

    private static Task<RegisteredRequest> RegisterAsync(TestAgency agency) => agency.Data.RegisterAsync(new RegisterRequest
    {
        RequestId = Guid.CreateVersion7(),
        StandardCode = StandardFixtures.Sixth,
        ChannelCode = "tatap-muka",
        Applicant = TestData.Person(),
        Requirements = All,
    });

    private static async Task WalkToVerificationAsync(TestAgency agency, Guid id)
    {
        var service = agency.Get<DispositionService>();
        Ok(await service.ForwardAsync(new ForwardToHead { RequestId = id, Urgency = Urgency.Normal }, await agency.ActAsync("dedi")));
        Ok(await service.GiveAsync(new GiveDisposition { RequestId = id, ToDeskCode = "kabid-dayasos", Instructions = ["proses-lanjut"] }, await agency.ActAsync("ratna")));
        Ok(await service.GiveAsync(new GiveDisposition { RequestId = id, ToDeskCode = "pekerja-sosial", Instructions = ["proses-lanjut"] }, await agency.ActAsync("wahyu")));
    }

    private static async Task ChooseAsync(TestAgency agency, Guid id, string outcome, string by)
    {
        await using var db = agency.OpenDb();
        var step = (await db.WorkItems.AsNoTracking().SingleAsync(w => w.Id == id)).StepId;
        Ok(await agency.Get<DeskService>().MoveAsync(new MoveRequest { RequestId = id, StepId = step, Outcome = outcome }, await agency.ActAsync(by)));
    }

    private static HandOverInput Collected() => new() { IdentityKind = "SIM", IdentityNumber = "850612990001" };

    private static void Ok(Outcome outcome) => Assert.True(outcome.IsOk, $"{outcome.Kind}: {outcome.Message}");
}
