using DinsosIntranet.Features.Agenda.Domain;
using DinsosIntranet.Features.Dispositions;
using DinsosIntranet.Features.Dispositions.Domain;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Data;
using DinsosIntranet.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace DinsosIntranet.Tests.Features.Dispositions;

public sealed class DispositionServiceTests
{
    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Forward_TwentyAtOnce_AgendaNumbersFollowWithoutGap(DatabaseProvider provider)
    {
        await using var agency = await TestAgency.StartAsync(provider);
        var requests = new List<Guid>();
        for (var n = 0; n < 20; n++)
        {
            requests.Add((await agency.Data.RegisterAsync()).Id);
        }

        var act = await agency.ActAsync("dedi");
        var outcomes = await Task.WhenAll(requests.Select(id => Task.Run(() => agency.Get<DispositionService>().ForwardAsync(Forward(id), act))));

        Assert.Equal(Enumerable.Range(1, 20), outcomes.Select(o => o.Value.Number).Order());
        Assert.True((await agency.CheckTrailAsync()).IsIntact);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Forward_Urgent_RecordedAndAtTheHead(DatabaseProvider provider)
    {
        await using var agency = await TestAgency.StartAsync(provider);
        var request = await agency.Data.RegisterAsync();

        var outcome = await agency.Get<DispositionService>().ForwardAsync(Forward(request.Id) with { Urgency = Urgency.Urgent, Note = "mohon hari ini" }, await agency.ActAsync("dedi"));

        Assert.Equal("1/2026", outcome.Value.Label);
        await using var db = agency.OpenDb();
        Assert.Equal((Urgency.Urgent, agency.UserId("dedi")), await db.AgendaEntries.Select(a => new ValueTuple<Urgency, Guid>(a.Urgency, a.ByUserId)).SingleAsync());
        Assert.Equal((TestData.Disposing, "kepala-dinas"), await PlaceAsync(agency, request.Id));
    }

    [Fact]
    public async Task Forward_NoteTooLong_RefusedAndNoNumberUsed()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        var request = await agency.Data.RegisterAsync();
        var service = agency.Get<DispositionService>();

        var refused = await service.ForwardAsync(Forward(request.Id) with { Note = new string('x', Disposition.NoteMaxLength + 1) }, await agency.ActAsync("dedi"));
        var next = await service.ForwardAsync(Forward(request.Id), await agency.ActAsync("dedi"));

        Assert.Equal("Note", Assert.Single(refused.Refusals).Field);
        Assert.Equal(1, next.Value.Number);
    }

    [Theory, DemoStaff(except: ["dedi"])]
    public async Task Forward_ByAnotherRole_ForbiddenAndRecorded(string userName)
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        var request = await agency.Data.RegisterAsync();

        var outcome = await agency.Get<DispositionService>().ForwardAsync(Forward(request.Id), await agency.ActAsync(userName));

        Assert.Equal(OutcomeKind.Forbidden, outcome.Kind);
        Assert.Equal("ditolak:disposisi.agenda", (await agency.TrailAsync())[^1].Act);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Give_ToADesk_RequestMovesThereUnheld(DatabaseProvider provider)
    {
        await using var agency = await TestAgency.StartAsync(provider);
        var request = await agency.Data.RequestAtAsync(TestData.Disposing);

        var outcome = await agency.Get<DispositionService>().GiveAsync(
            TestData.ToDivision(request.Id) with { Note = "selesaikan hari ini", DueOn = new DateOnly(2026, 11, 23) }, await agency.ActAsync("ratna"));

        Assert.Equal(("Ratna Kusumawardani, Kepala Dinas", "Kabid Linjamsos"), (outcome.Value.FromText, outcome.Value.ToText));
        Assert.Equal((TestData.Assigning, "kabid-linjamsos"), await PlaceAsync(agency, request.Id));
        await using var db = agency.OpenDb();
        Assert.Null((await db.WorkItems.SingleAsync()).HolderId);
        var told = await db.HistoryEntries.OrderByDescending(h => h.Id).FirstAsync();
        Assert.Equal("Didisposisikan ke Kabid Linjamsos", told.Title);
        Assert.EndsWith("“selesaikan hari ini”", told.Detail, StringComparison.Ordinal);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Give_OnwardToAPerson_HeldByThatPersonAndChained(DatabaseProvider provider)
    {
        await using var agency = await TestAgency.StartAsync(provider);
        var request = await agency.Data.RequestAtAsync(TestData.Assigning);

        var outcome = await agency.Get<DispositionService>().GiveAsync(TestData.ToOperators(request.Id) with { ToUserId = agency.UserId("euis") }, await agency.ActAsync("asep"));

        Assert.Equal("Euis Nurhayati, Operator SIKS-NG", outcome.Value.ToText);
        await using var db = agency.OpenDb();
        Assert.Equal(agency.UserId("euis"), (await db.WorkItems.SingleAsync()).HolderId);
        var first = await db.Dispositions.SingleAsync(d => d.ParentId == null);
        Assert.Equal(first.Id, outcome.Value.ParentId);
    }

    [Theory]
    [InlineData("tidak-ada", null, "proses-lanjut", null, 0, "ToDeskCode")]
    [InlineData("kepala-dinas", null, "proses-lanjut", null, 0, "ToDeskCode")]
    [InlineData("kabid-linjamsos", "nani", "proses-lanjut", null, 0, "ToDeskCode")]
    [InlineData("kabid-linjamsos", null, "lempar-saja", null, 0, "Instructions")]
    [InlineData("kabid-linjamsos", null, null, " ", 0, "Instructions")]
    [InlineData("kabid-linjamsos", null, "proses-lanjut", null, -1, "DueOn")]
    public async Task Give_OneFault_RefusedAtItsFieldAndNothingWritten(string desk, string? person, string? instruction, string? note, int days, string field)
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        var request = await agency.Data.RequestAtAsync(TestData.Disposing);
        var records = (await agency.TrailAsync()).Count;
        var command = new GiveDisposition
        {
            RequestId = request.Id,
            ToDeskCode = desk,
            ToUserId = person is null ? null : agency.UserId(person),
            Instructions = instruction is null ? [] : [instruction],
            Note = note,
            DueOn = new DateOnly(2026, 11, 23).AddDays(days),
        };

        var outcome = await agency.Get<DispositionService>().GiveAsync(command, await agency.ActAsync("ratna"));

        Assert.Equal(field, Assert.Single(outcome.Refusals).Field);
        Assert.Equal(records, (await agency.TrailAsync()).Count);
        await using var db = agency.OpenDb();
        Assert.False(await db.Dispositions.AnyAsync());
    }

    [Fact]
    public async Task Give_ToDisabledPerson_Refused()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        var request = await agency.Data.RequestAtAsync(TestData.Assigning);
        await agency.Get<DinsosIntranet.Features.Accounts.AccountService>().DisableAsync(agency.UserId("euis"), await agency.ActAsync("admin"));

        var outcome = await agency.Get<DispositionService>().GiveAsync(TestData.ToOperators(request.Id) with { ToUserId = agency.UserId("euis") }, await agency.ActAsync("asep"));

        Assert.Equal(OutcomeKind.Refused, outcome.Kind);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Give_ByStandIn_TextsSayPlh(DatabaseProvider provider)
    {
        await using var agency = await TestAgency.StartAsync(provider);
        var request = await agency.Data.RequestAtAsync(TestData.Disposing);
        await agency.StandInAsync("hendra", "ratna");

        var outcome = await agency.Get<DispositionService>().GiveAsync(TestData.ToDivision(request.Id), await agency.ActAsync("hendra"));

        Assert.Equal("Hendra Gunawan, Plh. Kepala Dinas Sosial", outcome.Value.FromText);
        await using var db = agency.OpenDb();
        Assert.Equal("Hendra Gunawan, Plh. Kepala Dinas Sosial", (await db.HistoryEntries.OrderByDescending(h => h.Id).FirstAsync()).ActorText);
    }

    [Fact]
    public async Task Give_StandInTimeOver_Forbidden()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        var request = await agency.Data.RequestAtAsync(TestData.Disposing);
        await agency.StandInAsync("hendra", "ratna", days: 0);
        agency.Time.SetLocal(2026, 11, 24, 8, 0);

        var outcome = await agency.Get<DispositionService>().GiveAsync(TestData.ToDivision(request.Id), await agency.ActAsync("hendra"));

        Assert.Equal(OutcomeKind.Forbidden, outcome.Kind);
    }

    [Theory, DemoStaff(except: ["ratna"])]
    public async Task Give_ByAnotherRole_ForbiddenAndRecorded(string userName)
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        var request = await agency.Data.RequestAtAsync(TestData.Disposing);

        var outcome = await agency.Get<DispositionService>().GiveAsync(TestData.ToDivision(request.Id), await agency.ActAsync(userName));

        Assert.Equal(OutcomeKind.Forbidden, outcome.Kind);
        Assert.Equal("ditolak:disposisi.beri", (await agency.TrailAsync())[^1].Act);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task MarkRead_ByTheRecipient_FirstTimeCounts(DatabaseProvider provider)
    {
        await using var agency = await TestAgency.StartAsync(provider);
        var request = await agency.Data.RequestAtAsync(TestData.Assigning);
        var service = agency.Get<DispositionService>();
        var given = (await service.GiveAsync(TestData.ToOperators(request.Id) with { ToUserId = agency.UserId("euis") }, await agency.ActAsync("asep"))).Value;
        var readAt = agency.Time.Now;

        Assert.True((await service.MarkReadAsync(given.Id, await agency.ActAsync("euis"))).IsOk);
        agency.Time.Advance(TimeSpan.FromMinutes(5));
        Assert.True((await service.MarkReadAsync(given.Id, await agency.ActAsync("euis"))).IsOk);

        await using var db = agency.OpenDb();
        Assert.Equal(readAt, (await db.Dispositions.SingleAsync(d => d.Id == given.Id)).ReadAt);
    }

    [Fact]
    public async Task MarkRead_BySomebodyElse_Forbidden()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        var request = await agency.Data.RequestAtAsync(TestData.Assigning);
        var service = agency.Get<DispositionService>();
        var given = (await service.GiveAsync(TestData.ToOperators(request.Id) with { ToUserId = agency.UserId("euis") }, await agency.ActAsync("asep"))).Value;

        Assert.Equal(OutcomeKind.Forbidden, (await service.MarkReadAsync(given.Id, await agency.ActAsync("yusup"))).Kind);
    }

    private static ForwardToHead Forward(Guid id) => new() { RequestId = id, Urgency = Urgency.Normal };

    private static async Task<(string Step, string Desk)> PlaceAsync(TestAgency agency, Guid id)
    {
        await using var db = agency.OpenDb();
        var item = await db.WorkItems.AsNoTracking().SingleAsync(w => w.Id == id);
        return (item.StepId, item.DeskCode);
    }
}
