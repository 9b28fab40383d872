using Microsoft.AspNetCore.Components;

namespace DinsosIntranet.Shared.Ui;

/// <summary>How a <see cref="StatusBadge"/> looks; never in the colours of the clock.</summary>
public enum BadgeKind
{
    Plain,
    /// <summary>Somebody holds it.</summary>
    Held,
    Confidential,
}

/// <summary>The status of a request in one word or two.</summary>
public sealed partial class StatusBadge
{
    [Parameter, EditorRequired]
    public required string Text { get; set; }

    [Parameter]
    public BadgeKind Kind { get; set; }

    private string? KindClass => Kind switch
    {
        BadgeKind.Held => "jalan",
        BadgeKind.Confidential => "rahasia",
        _ => null,
    };
}
