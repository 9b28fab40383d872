using Microsoft.AspNetCore.Components;

namespace DinsosIntranet.Features.Agency.Pages;

/// <summary>What a page of settings says above its forms: that others changed what is being typed, and what was saved.</summary>
public sealed partial class SettingsNews
{
    /// <summary>Whether leaving the page would lose something.</summary>
    [Parameter, EditorRequired]
    public required bool IsDirty { get; set; }

    [Parameter, EditorRequired]
    public required bool IsStale { get; set; }

    [Parameter, EditorRequired]
    public required string? Done { get; set; }

    /// <summary>What others changed, as the sentence begins.</summary>
    [Parameter]
    public string What { get; set; } = "Pengaturan ini";

    [Parameter, EditorRequired]
    public required EventCallback OnReload { get; set; }
}
