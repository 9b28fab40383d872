using DinsosIntranet.Features.Accounts;
using DinsosIntranet.Features.Dispositions;
using DinsosIntranet.Features.Dispositions.Domain;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Data;
using DinsosIntranet.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace DinsosIntranet.Tests.Features.Dispositions;

public sealed class StandingDispositionServiceTests
{
    private static readonly DateOnly Today = new(2026, 11, 23);

    private static readonly CreateStandingDisposition Valid = new()
    {
        StandardCode = "dtks",
        StepId = TestData.Disposing,
        ToDeskCode = "kabid-linjamsos",
        Instructions = ["proses-lanjut"],
        From = Today,
        Until = Today.AddDays(7),
    };

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Forward_WhileStandingHolds_DisposedInTheGiversNameForReview(DatabaseProvider provider)
    {
        await using var agency = await TestAgency.StartAsync(provider);
        var standing = await CreateAsync(agency);

        var request = await agency.Data.RequestAtAsync(TestData.Disposing);

        await using var db = agency.OpenDb();
        var given = await db.Dispositions.SingleAsync();
        Assert.Equal((standing.Id, agency.UserId("ratna"), "Ratna Kusumawardani, Kepala Dinas"), (given.StandingDispositionId, given.FromUserId, given.FromText));
        Assert.Null(given.ReviewedAt);
        Assert.Equal(TestData.Assigning, (await db.WorkItems.SingleAsync(w => w.Id == request.Id)).StepId);
        Assert.Contains(await db.HistoryEntries.Select(h => h.ActorText).ToListAsync(), t => t == "Ratna Kusumawardani, Kepala Dinas, disposisi tetap sampai 30/11/2026");
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Forward_StandingAtBothSteps_ReachesTheOperatorsAtOnce(DatabaseProvider provider)
    {
        await using var agency = await TestAgency.StartAsync(provider);
        await CreateAsync(agency);
        await CreateAsync(agency, Valid with { StepId = TestData.Assigning, ToDeskCode = "operator-siks-ng" }, "asep");

        await agency.Data.RequestAtAsync(TestData.Disposing);

        await using var db = agency.OpenDb();
        Assert.Equal((TestData.Checking, "operator-siks-ng"), await db.WorkItems.Select(w => new ValueTuple<string, string>(w.StepId, w.DeskCode)).SingleAsync());
        Assert.Equal(1, await db.Dispositions.CountAsync(d => d.ParentId != null));
    }

    [Theory]
    [InlineData(-1, TestData.Disposing)]
    [InlineData(0, TestData.Assigning)]
    [InlineData(7, TestData.Assigning)]
    [InlineData(8, TestData.Disposing)]
    public async Task Forward_OnAndAroundItsDays_AppliedFromFirstToLastDay(int day, string step)
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        await CreateAsync(agency, Valid with { From = Today.AddDays(1), Until = Today.AddDays(8) });
        agency.Time.Advance(TimeSpan.FromDays(day + 1));

        await agency.Data.RequestAtAsync(TestData.Disposing);

        await using var db = agency.OpenDb();
        Assert.Equal(step, (await db.WorkItems.SingleAsync()).StepId);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Forward_Revoked_WaitsForTheHead(DatabaseProvider provider)
    {
        await using var agency = await TestAgency.StartAsync(provider);
        var standing = await CreateAsync(agency);
        Assert.True((await agency.Get<StandingDispositionService>().RevokeAsync(standing.Id, await agency.ActAsync("ratna"))).IsOk);

        await agency.Data.RequestAtAsync(TestData.Disposing);

        await using var db = agency.OpenDb();
        Assert.False(await db.Dispositions.AnyAsync());
    }

    [Fact]
    public async Task Forward_GiverDisabled_WaitsForTheHead()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        await CreateAsync(agency);
        await agency.Get<AccountService>().DisableAsync(agency.UserId("ratna"), await agency.ActAsync("admin"));

        await agency.Data.RequestAtAsync(TestData.Disposing);

        await using var db = agency.OpenDb();
        Assert.False(await db.Dispositions.AnyAsync());
    }

    [Fact]
    public async Task Forward_GivenByStandInWhoseTimeIsOver_WaitsForTheHead()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        await agency.StandInAsync("hendra", "ratna", days: 0);
        var standing = await CreateAsync(agency, by: "hendra");
        agency.Time.SetLocal(2026, 11, 24, 9, 0);

        await agency.Data.RequestAtAsync(TestData.Disposing);

        Assert.Equal("Hendra Gunawan, Plh. Kepala Dinas Sosial", standing.FromText);
        await using var db = agency.OpenDb();
        Assert.False(await db.Dispositions.AnyAsync());
    }

    [Fact]
    public async Task Create_ForSecretStandard_Refused()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        await using var db = agency.OpenDb();
        var secret = await db.StandardVersions.Where(s => s.Json.Contains("\"rahasia\"")).Select(s => s.Code).ToListAsync();
        Assert.NotEmpty(secret);
        foreach (var code in secret)
        {
            foreach (var (step, by) in new[] { ("1-terima", "nani"), ("2-sekretariat", "dedi"), ("2-disposisi", "ratna"), (TestData.Disposing, "ratna") })
            {
                var outcome = await agency.Get<StandingDispositionService>().CreateAsync(Valid with { StandardCode = code, StepId = step, ToDeskCode = "kabid-pppa" }, await agency.ActAsync(by));
                Assert.False(outcome.IsOk);
            }
        }
    }

    [Theory]
    [InlineData("tidak-ada", 0, 7, "proses-lanjut", "ToDeskCode")]
    [InlineData("kepala-dinas", 0, 7, "proses-lanjut", "ToDeskCode")]
    [InlineData("kabid-linjamsos", 0, 7, "lempar-saja", "Instructions")]
    [InlineData("kabid-linjamsos", 5, 4, "proses-lanjut", "Until")]
    [InlineData("kabid-linjamsos", -9, -1, "proses-lanjut", "Until")]
    [InlineData("kabid-linjamsos", 0, 367, "proses-lanjut", "Until")]
    public async Task Create_OneFault_RefusedAtItsField(string desk, int from, int until, string instruction, string field)
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);

        var outcome = await agency.Get<StandingDispositionService>().CreateAsync(
            Valid with { ToDeskCode = desk, From = Today.AddDays(from), Until = Today.AddDays(until), Instructions = [instruction] }, await agency.ActAsync("ratna"));

        Assert.Equal(field, Assert.Single(outcome.Refusals).Field);
    }

    [Theory, DemoStaff(except: ["ratna"])]
    public async Task Create_ByAnotherRole_ForbiddenAndRecorded(string userName)
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);

        var outcome = await agency.Get<StandingDispositionService>().CreateAsync(Valid, await agency.ActAsync(userName));

        Assert.Equal(OutcomeKind.Forbidden, outcome.Kind);
        Assert.Equal("ditolak:disposisi-tetap.buat", (await agency.TrailAsync())[^1].Act);
    }

    [Theory]
    [InlineData("asep", OutcomeKind.Forbidden)]
    [InlineData("dedi", OutcomeKind.Forbidden)]
    public async Task Revoke_BySomebodyElse_Forbidden(string userName, OutcomeKind expected)
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        var standing = await CreateAsync(agency);

        Assert.Equal(expected, (await agency.Get<StandingDispositionService>().RevokeAsync(standing.Id, await agency.ActAsync(userName))).Kind);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Review_ByTheGiver_ListIsEmptyAfterwards(DatabaseProvider provider)
    {
        await using var agency = await TestAgency.StartAsync(provider);
        var standing = await CreateAsync(agency);
        await agency.Data.RequestAtAsync(TestData.Disposing);

        var outcome = await agency.Get<StandingDispositionService>().ReviewAsync(standing.Id, agency.Time.Now, await agency.ActAsync("ratna"));

        Assert.True(outcome.IsOk, outcome.Message);
        await using var db = agency.OpenDb();
        Assert.Equal(agency.Time.Now, (await db.Dispositions.SingleAsync()).ReviewedAt);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Review_AsFarAsShown_WhatCameLaterStays(DatabaseProvider provider)
    {
        await using var agency = await TestAgency.StartAsync(provider);
        var standing = await CreateAsync(agency);
        await agency.Data.RequestAtAsync(TestData.Disposing);
        var shownUntil = agency.Time.Now;
        agency.Time.Advance(TimeSpan.FromMinutes(1));
        var later = await agency.Data.RequestAtAsync(TestData.Disposing);

        await agency.Get<StandingDispositionService>().ReviewAsync(standing.Id, shownUntil, await agency.ActAsync("ratna"));

        var review = Assert.Single(await agency.Get<DispositionQueries>().ReviewsAsync(await agency.ActorAsync("ratna")));
        Assert.Equal((1, later.Number), (review.Count, Assert.Single(review.Latest).Number));
    }

    [Fact]
    public async Task Create_WhileAnotherHolds_RefusedAndNotKept()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        await CreateAsync(agency);

        var outcome = await agency.Get<StandingDispositionService>().CreateAsync(Valid with { From = Valid.Until }, await agency.ActAsync("ratna"));

        await using var db = agency.OpenDb();
        Assert.Equal((nameof(Valid.From), 1), (Assert.Single(outcome.Refusals).Field, await db.StandingDispositions.CountAsync()));
    }

    private static async Task<StandingDisposition> CreateAsync(TestAgency agency, CreateStandingDisposition? command = null, string by = "ratna") =>
        (await agency.Get<StandingDispositionService>().CreateAsync(command ?? Valid, await agency.ActAsync(by))).Value;
}
