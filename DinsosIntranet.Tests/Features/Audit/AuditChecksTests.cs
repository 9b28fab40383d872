using DinsosIntranet.Features.Audit;
using DinsosIntranet.Features.Audit.Domain;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Data;
using DinsosIntranet.Tests.Support;

namespace DinsosIntranet.Tests.Features.Audit;

public sealed class AuditChecksTests
{
    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Start_IntactTrail_EndsWithItsRowsAndIsRecorded(DatabaseProvider provider)
    {
        await using var agency = await TestAgency.StartAsync(provider, configure: StandInPanels.Add);
        await agency.Data.RegisterAsync();
        var rows = (await agency.TrailAsync()).Count;

        Assert.True(agency.Get<AuditChecks>().Start(await agency.ActAsync("maman")).IsOk);
        var state = await EndOfAsync(agency.Get<AuditChecks>());

        Assert.True(state.Last is { IsIntact: true } last && last.Checked == rows);
        Assert.Equal(AuditActs.Checked, (await agency.TrailAsync())[^1].Act);
    }

    [Fact]
    public async Task Start_HeadOfDivision_Forbidden()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);

        Assert.Equal(OutcomeKind.Forbidden, agency.Get<AuditChecks>().Start(await agency.ActAsync("asep")).Kind);
    }

    [Fact]
    public async Task Start_ChangedRow_IsNamed()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite, configure: StandInPanels.Add);
        await agency.Data.RegisterAsync();
        await agency.SqlAsync($"""DROP TRIGGER "AuditRecords_NoUpdate" """);
        await agency.SqlAsync($"""UPDATE "AuditRecords" SET "ActorName" = 'Bukan Dia' WHERE "Sequence" = 2""");

        agency.Get<AuditChecks>().Start(await agency.ActAsync("ratna"));

        Assert.Equal(2, (await EndOfAsync(agency.Get<AuditChecks>())).Last?.FirstBadSequence);
    }

    private static async Task<AuditCheckState> EndOfAsync(AuditChecks checks)
    {
        for (var i = 0; i < 400 && checks.State.IsRunning; i++)
        {
            await Task.Delay(25);
        }

        return checks.State;
    }
}
