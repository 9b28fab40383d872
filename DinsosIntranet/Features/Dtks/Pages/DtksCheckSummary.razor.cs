using Microsoft.AspNetCore.Components;

namespace DinsosIntranet.Features.Dtks.Pages;

/// <summary>The recorded check, for reading.</summary>
public sealed partial class DtksCheckSummary
{
    [Parameter, EditorRequired]
    public required Guid RequestId { get; set; }

    [Parameter, EditorRequired]
    public required RecordedCheck Check { get; set; }

    [Parameter, EditorRequired]
    public required DtksPanelView View { get; set; }

    [Parameter, EditorRequired]
    public required TimeZoneInfo Zone { get; set; }
}
