using DinsosIntranet.Features.Standards.Domain;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace DinsosIntranet.Tests.Support;

/// <summary>A standard takes people in once all its steps have panels. Services are tested whether or not the panels of 004 are there.</summary>
internal static class StandInPanels
{
    private static readonly string[] Actions =
    [
        StepActions.Receive, StepActions.Forward, StepActions.Dispose, StepActions.Assign, StepActions.Sign, StepActions.HandOver, StepActions.Notify,
        "dtks.check", "dtks.print",
    ];

    public static void Add(IServiceCollection services) =>
        services.Replace(ServiceDescriptor.Singleton(p =>
        {
            var built = p.GetServices<ActionPanel>().ToList();
            var missing = Actions.Except(built.Select(b => b.Action)).Select(a => new ActionPanel(a, typeof(StandInPanels)));
            return new ActionRegistry(StepActions.All, built.Concat(missing));
        }));
}
