using Microsoft.AspNetCore.Components;

namespace DinsosIntranet.Features.Letters.Pages;

/// <summary>Letters of the signing list, least time left first.</summary>
public sealed partial class SigningTable
{
    private Guid? _open;

    [Parameter, EditorRequired]
    public required IReadOnlyList<SigningRow> Rows { get; set; }

    [Parameter, EditorRequired]
    public required string Label { get; set; }

    /// <summary>What the button of a row says.</summary>
    [Parameter, EditorRequired]
    public required string Act { get; set; }

    [Parameter, EditorRequired]
    public required TimeZoneInfo Zone { get; set; }

    /// <summary>The letters selected for signing together; without it nothing can be selected.</summary>
    [Parameter]
    public IReadOnlySet<Guid>? Selected { get; set; }

    [Parameter]
    public EventCallback<(Guid LetterId, bool IsSelected)> OnSelected { get; set; }

    private bool Selects => Selected is not null;

    private void Toggle(Guid letterId) => _open = _open == letterId ? null : letterId;
}
