using DinsosIntranet.Features.VictimCases;
using DinsosIntranet.Features.VictimCases.Domain;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Data;
using DinsosIntranet.Shared.Keys;
using DinsosIntranet.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace DinsosIntranet.Tests.Features.VictimCases;

/// <summary>Who is close to a party is proposed to be kept out, whichever came first: the tie or the case.</summary>
public sealed class ConflictServiceTests
{
    private const string Card = "3602990101110003";

    [Fact]
    public async Task Tie_MetByALaterBlock_AcceptedByTheHead_CaseIsGoneForThem()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        var service = agency.Get<ConflictService>();
        Assert.True((await service.DeclareAsync(new DeclareTie { Kind = TieKind.FamilyCard, Digits = Card }, await agency.ActAsync("gilang"))).IsOk);
        var registered = await agency.Data.OpenedCaseAsync();
        Assert.True((await agency.Data.Cases.AddMemberAsync(registered.Id, agency.UserId("gilang"), await agency.ActAsync("sari"))).IsOk);

        Assert.True((await agency.Data.SaveAsync(registered.Id, CaseBlocks.Victim, new Dictionary<string, string>(TestData.VictimValues()) { [CaseBlocks.FamilyCard] = Card })).IsOk);

        var queries = agency.Get<ConflictQueries>();
        Assert.Empty(await queries.WaitingAsync(await agency.ActorAsync("gilang")));
        Assert.Empty(await queries.WaitingAsync(await agency.ActorAsync("imas")));
        var row = Assert.Single(await queries.WaitingAsync(await agency.ActorAsync("lina")));
        Assert.Equal((registered.Number, "Satu kartu keluarga dengan pihak"), (row.Number, row.Ground));
        Assert.Equal(nameof(DecideConflict.Note), Assert.Single((await service.DecideAsync(new DecideConflict { Id = row.Id, Accept = true }, await agency.ActAsync("lina"))).Refusals).Field);
        Assert.True((await service.DecideAsync(new DecideConflict { Id = row.Id, Accept = true, Note = "sepupu korban" }, await agency.ActAsync("lina"))).IsOk);

        Assert.Null(await agency.Get<CaseQueries>().FindAsync(registered.Id, await agency.ActorAsync("gilang")));
        Assert.StartsWith("Sudah diputus Lina", (await service.DecideAsync(new DecideConflict { Id = row.Id, Accept = false, Note = "x" }, await agency.ActAsync("ratna"))).Message, StringComparison.Ordinal);
        await using var db = agency.OpenDb();
        Assert.NotNull((await db.CaseMembers.SingleAsync(m => m.UserId == agency.UserId("gilang"))).RemovedAt);
        Assert.DoesNotContain(Card, (await db.StaffTies.SingleAsync()).Index, StringComparison.Ordinal);
        Assert.All(await agency.TrailAsync(), r => Assert.All([Card, "sepupu korban"], word => Assert.DoesNotContain(word, r.Text, StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Tie_DeclaredAfterTheCase_DeclinedOnce_NotProposedAgain()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        var service = agency.Get<ConflictService>();
        var registered = await agency.Data.FilledCaseAsync();
        var tie = new DeclareTie { Kind = TieKind.Nik, Digits = TestData.VictimNik };
        Assert.True((await service.DeclareAsync(tie, await agency.ActAsync("gilang"))).IsOk);
        Assert.Equal(nameof(DeclareTie.Digits), Assert.Single((await service.DeclareAsync(tie, await agency.ActAsync("gilang"))).Refusals).Field);
        var row = Assert.Single(await agency.Get<ConflictQueries>().WaitingAsync(await agency.ActorAsync("ratna")));
        Assert.True((await service.DecideAsync(new DecideConflict { Id = row.Id, Accept = false, Note = "salah ketik" }, await agency.ActAsync("ratna"))).IsOk);

        var own = Assert.Single(await agency.Get<ConflictQueries>().OwnAsync(await agency.ActorAsync("gilang")));
        Assert.True((await service.WithdrawAsync(own.Id, await agency.ActAsync("gilang"))).IsOk);
        Assert.True((await service.DeclareAsync(tie, await agency.ActAsync("gilang"))).IsOk);

        Assert.Empty(await agency.Get<ConflictQueries>().WaitingAsync(await agency.ActorAsync("ratna")));
        Assert.True((await service.DeclareCaseAsync(registered.Number.ToLowerInvariant(), await agency.ActAsync("gilang"))).IsOk);
        Assert.Equal("Menyatakan sendiri hubungannya", Assert.Single(await agency.Get<ConflictQueries>().WaitingAsync(await agency.ActorAsync("ratna"))).Ground);
        Assert.Equal(OutcomeKind.Refused, (await service.DeclareCaseAsync("KBGA-2026-0999", await agency.ActAsync("gilang"))).Kind);
    }

    [Fact]
    public async Task Accepted_OfTheLastOfTheTeam_OnlyAfterSomebodyElseJoined_WhoLeadsOn()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        var service = agency.Get<ConflictService>();
        var registered = await agency.Data.OpenedCaseAsync();
        Assert.True((await service.DeclareCaseAsync(registered.Number, await agency.ActAsync("sari"))).IsOk);
        var row = Assert.Single(await agency.Get<ConflictQueries>().WaitingAsync(await agency.ActorAsync("lina")));
        var accept = new DecideConflict { Id = row.Id, Accept = true, Note = "keponakan" };

        Assert.StartsWith("Kasus tidak boleh tanpa tim", (await service.DecideAsync(accept, await agency.ActAsync("lina"))).Message, StringComparison.Ordinal);
        Assert.Equal(OutcomeKind.Forbidden, (await service.DecideAsync(accept, await agency.ActAsync("sari"))).Kind);
        Assert.True((await agency.Data.Cases.AddMemberAsync(registered.Id, agency.UserId("gilang"), await agency.ActAsync("lina"))).IsOk);
        Assert.True((await service.DecideAsync(accept, await agency.ActAsync("lina"))).IsOk);

        await using var db = agency.OpenDb();
        Assert.Equal((agency.UserId("gilang"), true), await db.CaseMembers.Where(m => m.RemovedAt == null).Select(m => ValueTuple.Create(m.UserId, m.IsLead)).SingleAsync());
        Assert.Null(await agency.Get<CaseQueries>().FindAsync(registered.Id, await agency.ActorAsync("sari")));
    }

    [Fact]
    public async Task LockedCase_NoHeadOutsideLearnsOfIt_ItsLeadDecides()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        var (service, queries) = (agency.Get<ConflictService>(), agency.Get<ConflictQueries>());
        var registered = await agency.Data.OpenedCaseAsync();
        foreach (var user in (string[])["gilang", "imas"])
        {
            Assert.True((await agency.Data.Cases.AddMemberAsync(registered.Id, agency.UserId(user), await agency.ActAsync("sari"))).IsOk);
        }

        Assert.True((await service.DeclareCaseAsync(registered.Number, await agency.ActAsync("gilang"))).IsOk);
        Assert.True((await agency.Data.Cases.LockAsync(registered.Id, await agency.ActAsync("sari"))).IsOk);

        foreach (var user in (string[])["ratna", "lina", "gilang"])
        {
            Assert.Empty(await queries.WaitingAsync(await agency.ActorAsync(user)));
        }

        var row = Assert.Single(await queries.WaitingAsync(await agency.ActorAsync("sari")));
        var accept = new DecideConflict { Id = row.Id, Accept = true, Note = "tetangga" };
        Assert.Equal(OutcomeKind.NotFound, (await service.DecideAsync(accept, await agency.ActAsync("ratna"))).Kind);
        Assert.True((await service.DecideAsync(accept, await agency.ActAsync("sari"))).IsOk);
        Assert.Equal(OutcomeKind.Refused, (await service.DeclareCaseAsync(registered.Number, await agency.ActAsync("gilang"))).Kind);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Decide_TwoAtOnce_OneIsToldWhoWasFirst(DatabaseProvider provider)
    {
        await using var agency = await TestAgency.StartAsync(provider);
        var service = agency.Get<ConflictService>();
        var registered = await agency.Data.OpenedCaseAsync();
        Assert.True((await service.DeclareCaseAsync(registered.Number, await agency.ActAsync("gilang"))).IsOk);
        var row = Assert.Single(await agency.Get<ConflictQueries>().WaitingAsync(await agency.ActorAsync("lina")));

        var both = await Task.WhenAll(((string[])["lina", "ratna"]).Select(user => Task.Run(async () =>
            await service.DecideAsync(new DecideConflict { Id = row.Id, Accept = user == "lina", Note = "alasan" }, await agency.ActAsync(user)))));

        Assert.Single(both, o => o.IsOk);
        Assert.StartsWith("Sudah diputus", Assert.Single(both, o => o.Kind == OutcomeKind.Conflict).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Tie_FromBeforeTheKeysWereChanged_IsStillMet()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        var service = agency.Get<ConflictService>();
        Assert.True((await service.DeclareAsync(new DeclareTie { Kind = TieKind.Nik, Digits = TestData.VictimNik }, await agency.ActAsync("gilang"))).IsOk);
        agency.Get<KeyRing>().Rotate(KeyPurpose.BlindIndex);

        await agency.Data.FilledCaseAsync();

        Assert.Single(await agency.Get<ConflictQueries>().WaitingAsync(await agency.ActorAsync("lina")));
        Assert.False((await service.DeclareAsync(new DeclareTie { Kind = TieKind.Nik, Digits = TestData.VictimNik }, await agency.ActAsync("gilang"))).IsOk);
    }
}
