using DinsosIntranet.Features.Standards.Domain;
using Microsoft.AspNetCore.Components;

namespace DinsosIntranet.Features.Standards.Pages;

/// <summary>Draws the steps of one standard, once for each entry step; channels that begin at the same step share a drawing.</summary>
public partial class StandardDiagram
{
    private IReadOnlyList<Way> _ways = [];

    [Parameter, EditorRequired] public required ServiceStandard Standard { get; set; }

    [Parameter, EditorRequired] public required IReadOnlyList<DeskDefinition> Desks { get; set; }

    protected override void OnParametersSet() =>
        _ways = [.. Standard.Channels.GroupBy(c => c.EntryStep).Select(channels => new Way(
            channels.Key,
            channels.First().Heading,
            "Langkah untuk saluran " + string.Join(", ", channels.Select(c => c.Name)),
            StandardFlow.From(Standard, channels.Key)))];

    private sealed record Way(string EntryStep, string? Heading, string Label, IReadOnlyList<FlowRow> Rows);
}
