using DinsosIntranet.Features.Desks.Domain;
using DinsosIntranet.Features.Intake;
using DinsosIntranet.Features.Intake.Domain;
using DinsosIntranet.Features.Letters;
using DinsosIntranet.Features.Letters.Domain;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Data;
using DinsosIntranet.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace DinsosIntranet.Tests.Features.Intake;

public sealed class HandOverServiceTests
{
    private static readonly HandOverInput Proxy = new()
    {
        IsProxy = true,
        CollectorName = " Ujang  Suherman ",
        IdentityNumber = "3602 9909 0474 0008",
        ProxyRelation = "penerima kuasa",
        ProxyLetter = "Surat kuasa tanggal 23 November 2026",
    };

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task HandOver_ToTheApplicant_ClosesTheRequestAndWritesTheReceipt(DatabaseProvider provider)
    {
        await using var agency = await TestAgency.StartAsync(provider);
        var command = TestData.Request();
        var request = await agency.Data.RequestAtAsync(TestData.HandingOver, command);

        var outcome = await agency.Get<HandOverService>().HandOverAsync(request.Id, InPerson(command), await agency.ActAsync("nani"));

        Assert.True(outcome.IsOk, outcome.Message);
        await using var db = agency.OpenDb();
        var letter = await agency.Data.LetterOfAsync(request.Id);
        var handOver = await db.HandOvers.AsNoTracking().SingleAsync(h => h.RequestId == request.Id);
        Assert.Equal((letter.Id, "Siti Aminah", "KTP", command.Applicant.Nik, null), (handOver.LetterId, handOver.CollectorName, handOver.IdentityKind, handOver.IdentityNumber, handOver.ProxyRelation));
        Assert.Equal(WorkStatus.Done, (await db.WorkItems.AsNoTracking().SingleAsync(w => w.Id == request.Id)).Status);
        var receipt = await db.Letters.AsNoTracking().SingleAsync(l => l.Id == outcome.Value.ReceiptId);
        Assert.Equal((LetterKinds.HandOverReceipt, LetterStatus.Issued, "TTP/1/2026"), (receipt.Kind, receipt.Status, receipt.Number));
        Assert.Contains("Siti Aminah (pemohon sendiri)", PdfText.Text(await agency.Get<PaperArchive>().ReadAsync(receipt.IssuedFileId!.Value)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task HandOver_ToAProxy_RecordsOnWhosePaper()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        var request = await agency.Data.RequestAtAsync(TestData.HandingOver);

        var outcome = await agency.Get<HandOverService>().HandOverAsync(request.Id, Proxy, await agency.ActAsync("nani"));

        Assert.True(outcome.IsOk, outcome.Message);
        await using var db = agency.OpenDb();
        var handOver = await db.HandOvers.AsNoTracking().SingleAsync();
        Assert.Equal(
            ("Ujang Suherman", "3602990904740008", "penerima kuasa", "Surat kuasa tanggal 23 November 2026"),
            (handOver.CollectorName, handOver.IdentityNumber, handOver.ProxyRelation, handOver.ProxyLetter));
    }

    [Fact]
    public async Task HandOver_Done_HistoryAndTrailNameNobodyServed()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        var request = await agency.Data.RequestAtAsync(TestData.HandingOver);

        await agency.Get<HandOverService>().HandOverAsync(request.Id, Proxy, await agency.ActAsync("nani"));

        await using var db = agency.OpenDb();
        var history = await db.HistoryEntries.AsNoTracking().Where(h => h.WorkItemId == request.Id).OrderByDescending(h => h.Id).FirstAsync();
        Assert.EndsWith("diserahkan kepada wakil pemohon", history.Title, StringComparison.Ordinal);
        Assert.Equal("Tanda terima TTP/1/2026", history.Detail);
        Assert.DoesNotContain("Ujang", string.Concat((await agency.TrailAsync()).Select(r => r.Text)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task HandOver_LetterNotIssued_RefusedAndNothingWritten()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        var command = TestData.Request();
        var request = await agency.Data.RequestAtAsync(TestData.HandingOver, command);
        await agency.SqlAsync($"""UPDATE "Letters" SET "Status" = 'Revoked' WHERE "Kind" = 'sk-dtks'""");

        var outcome = await agency.Get<HandOverService>().HandOverAsync(request.Id, InPerson(command), await agency.ActAsync("nani"));

        Assert.Equal((OutcomeKind.Refused, "Surat belum terbit, jadi belum dapat diserahkan."), (outcome.Kind, outcome.Message));
        await AssertNotHandedOverAsync(agency, request.Id);
    }

    [Fact]
    public async Task HandOver_Fault_RefusedAndNothingWritten()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        var request = await agency.Data.RequestAtAsync(TestData.HandingOver);

        var outcome = await agency.Get<HandOverService>().HandOverAsync(request.Id, new HandOverInput { IdentityNumber = "3602" }, await agency.ActAsync("nani"));

        Assert.Equal([nameof(HandOverInput.IdentityNumber)], outcome.Refusals.Select(r => r.Field));
        await AssertNotHandedOverAsync(agency, request.Id);
    }

    [Fact]
    public async Task HandOver_Twice_SecondIsToldWhoWasFirst()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        var request = await agency.Data.RequestAtAsync(TestData.HandingOver);
        var service = agency.Get<HandOverService>();
        await service.HandOverAsync(request.Id, Proxy, await agency.ActAsync("nani"));

        var second = await service.HandOverAsync(request.Id, Proxy, await agency.ActAsync("tati"));

        Assert.Equal(OutcomeKind.Conflict, second.Kind);
        Assert.Contains("Nani Rohaeni", second.Message, StringComparison.Ordinal);
    }

    [Theory, DemoStaff(except: ["nani", "tati"])]
    public async Task HandOver_OtherRole_Forbidden(string userName)
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        var request = await agency.Data.RequestAtAsync(TestData.HandingOver);

        var outcome = await agency.Get<HandOverService>().HandOverAsync(request.Id, Proxy, await agency.ActAsync(userName));

        Assert.Equal(OutcomeKind.Forbidden, outcome.Kind);
        await AssertNotHandedOverAsync(agency, request.Id);
    }

    private static HandOverInput InPerson(RegisterRequest command) => new() { IdentityNumber = command.Applicant.Nik };

    private static async Task AssertNotHandedOverAsync(TestAgency agency, Guid requestId)
    {
        await using var db = agency.OpenDb();
        Assert.False(await db.HandOvers.AnyAsync());
        Assert.False(await db.Letters.AnyAsync(l => l.Kind == LetterKinds.HandOverReceipt));
        Assert.True((await db.WorkItems.AsNoTracking().SingleAsync(w => w.Id == requestId)).IsOpen);
    }
}
