using DinsosIntranet.Features.Standards;
using DinsosIntranet.Features.Standards.Domain;
using DinsosIntranet.Shared.Data;
using DinsosIntranet.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace DinsosIntranet.Tests.Features.Standards;

public sealed class StandardQueriesTests
{
    [Fact]
    public async Task List_RealStandards_AllFiveAndComplaints_TheOpenOnesTakePeopleIn()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);

        var rows = await agency.Get<StandardQueries>().ListAsync();

        Assert.Equal(6, rows.Count);
        Assert.Equal(["dtks", "informasi", "korban-kbga", "pemulangan", "pengaduan", "rehabilitasi-ktk"], rows.Where(r => r.TakesIn).Select(r => r.Code));
    }

    [Fact]
    public async Task Find_DesksOfTheAgency_NameEveryStep()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);

        var reading = await agency.Get<StandardQueries>().FindAsync("informasi");

        Assert.All(reading!.Standard.Steps, step => Assert.Contains(reading.Desks, d => d.Code == step.Desk));
    }

    [Fact]
    public async Task Find_PanelNotBuilt_ReadAsNotOpenWhateverItsFileSays()
    {
        await using var agency = await TestAgency.StartAsync(
            DatabaseProvider.Sqlite,
            configure: services => services.Replace(ServiceDescriptor.Singleton(new ActionRegistry(StepActions.All, []))));

        Assert.False((await agency.Get<StandardQueries>().FindAsync("dtks"))!.Standard.IntakeOpen);
    }

    [Fact]
    public async Task Find_UnknownCode_Null()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);

        Assert.Null(await agency.Get<StandardQueries>().FindAsync("tidak-ada"));
    }
}
