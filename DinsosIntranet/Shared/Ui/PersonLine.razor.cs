using Microsoft.AspNetCore.Components;

namespace DinsosIntranet.Shared.Ui;

/// <summary>A person on a list: name and masked NIK, or for confidential matters the code and nothing else.</summary>
public sealed partial class PersonLine
{
    [Parameter]
    public string? Name { get; set; }

    /// <summary>What "Samarkan nama" shows; taken from the name where not given.</summary>
    [Parameter]
    public string? Initials { get; set; }

    /// <summary>The NIK as it may be shown, already masked: 3602********0001.</summary>
    [Parameter]
    public string? MaskedNik { get; set; }

    /// <summary>Where this is set, name and NIK are not rendered at all.</summary>
    [Parameter]
    public string? ConfidentialCode { get; set; }

    /// <summary>NIK below the name, as in a table cell.</summary>
    [Parameter]
    public bool Stacked { get; set; }

    /// <summary>The opened request keeps its name even while names are masked.</summary>
    [Parameter]
    public bool AlwaysShown { get; set; }

    private string? ShownInitials => AlwaysShown || string.IsNullOrWhiteSpace(Name) ? null : Initials ?? Ui.Initials.Of(Name);
}
