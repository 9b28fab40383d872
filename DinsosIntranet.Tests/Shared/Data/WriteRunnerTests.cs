using DinsosIntranet.Features.Audit.Domain;
using DinsosIntranet.Features.Letters;
using DinsosIntranet.Features.Letters.Domain;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Data;
using DinsosIntranet.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace DinsosIntranet.Tests.Shared.Data;

public sealed class WriteRunnerTests
{
    [Fact]
    public async Task Run_DeadlockOnPostgres_LaterWriteRunsAgain()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Postgres);
        await using (var db = agency.OpenDb())
        {
            db.NumberBooks.AddRange(new NumberBook { Code = "a", Year = 2026, Last = 0 }, new NumberBook { Code = "b", Year = 2026, Last = 0 });
            await db.SaveChangesAsync();
        }

        var (one, two) = (new TaskCompletionSource(), new TaskCompletionSource());
        var outcomes = await Task.WhenAll(CountAsync(agency, "a", "b", one, two.Task), CountAsync(agency, "b", "a", two, one.Task));

        Assert.All(outcomes, o => Assert.True(o.IsOk, o.Message));
        await using var after = agency.OpenDb();
        Assert.Equal([2, 2], await after.NumberBooks.Select(b => b.Last).ToListAsync());
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Run_Refused_NothingSavedAndNothingRecorded(DatabaseProvider provider)
    {
        await using var agency = await TestAgency.StartAsync(provider);

        var outcome = await agency.Get<WriteRunner>().RunAsync(await agency.ActAsync("nani"), async scope =>
        {
            scope.Audit("coba", "coba", Guid.Empty);
            await agency.Get<NumberService>().NextAsync(scope, "coba", 2026, default);
            return Outcome.Refused("tidak");
        });

        Assert.Equal(OutcomeKind.Refused, outcome.Kind);
        Assert.Empty(await agency.TrailAsync());
        await using var db = agency.OpenDb();
        Assert.False(await db.NumberBooks.AnyAsync());
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Run_ForbiddenWithFacts_RecordedWithoutThem(DatabaseProvider provider)
    {
        await using var agency = await TestAgency.StartAsync(provider);

        await agency.Get<WriteRunner>().RunAsync(await agency.ActAsync("nani"), scope =>
        {
            scope.Audit("coba", "coba", Guid.Empty, new AuditText().Fact("nama", "Siti Aminah"));
            return Task.FromResult<Outcome>(Outcome.Forbidden());
        });

        var record = Assert.Single(await agency.TrailAsync());
        Assert.Equal("ditolak:coba", record.Act);
        Assert.DoesNotContain("Siti", record.Text, StringComparison.Ordinal);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Run_RightsLostSincePageOpened_JudgedByRightsNow(DatabaseProvider provider)
    {
        await using var agency = await TestAgency.StartAsync(provider);
        var act = await agency.ActAsync("nani");
        await using (var db = agency.OpenDb())
        {
            var id = agency.UserId("nani");
            await db.RoleAssignments.Where(r => r.UserId == id).ExecuteDeleteAsync();
        }

        agency.Time.Advance(TimeSpan.FromSeconds(2));
        Actor? seen = null;
        await agency.Get<WriteRunner>().RunAsync(act, scope =>
        {
            seen = scope.Actor;
            return Task.FromResult(Outcome.Ok());
        });

        Assert.Empty(seen!.Roles);
    }

    private static Task<Outcome> CountAsync(TestAgency agency, string first, string second, TaskCompletionSource reached, Task other) =>
        Task.Run(() => agency.Get<WriteRunner>().RunAsync(ActionContext.For(Actor.System, agency.Time, "tes"), async scope =>
        {
            await agency.Get<NumberService>().NextAsync(scope, first, 2026, default);
            reached.TrySetResult();
            await other.WaitAsync(TimeSpan.FromSeconds(30));
            await agency.Get<NumberService>().NextAsync(scope, second, 2026, default);
            return Outcome.Ok();
        }));
}
