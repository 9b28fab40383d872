using Microsoft.AspNetCore.Components;

namespace DinsosIntranet.Shared.Ui;

public enum StepState
{
    Upcoming,
    Current,
    Done,
}

/// <summary>One step as its standard numbers it; branches share a place: "6/7".</summary>
public sealed record StepView(string Number, string Title, StepState State);

/// <summary>Where a request is on the way its standard prescribes.</summary>
public sealed partial class StepStrip
{
    [Parameter, EditorRequired]
    public required IReadOnlyList<StepView> Steps { get; set; }

    [Parameter]
    public string Label { get; set; } = "Langkah layanan";

    private static string ClassOf(StepState state) => state switch
    {
        StepState.Done => "sudah",
        StepState.Current => "kini",
        _ => "nanti",
    };
}
