using DinsosIntranet.Features.Agency.Domain;
using DinsosIntranet.Shared.Acting;
using Microsoft.AspNetCore.Components;

namespace DinsosIntranet.Features.Agency.Pages;

/// <summary>The signature block as letters will print it, from the same lines.</summary>
public sealed partial class SignaturePreview
{
    [Parameter, EditorRequired]
    public required AgencyProfile Agency { get; set; }

    [Parameter, EditorRequired]
    public required StaffRole Role { get; set; }

    [Parameter, EditorRequired]
    public required string PositionTitle { get; set; }

    /// <summary>"Plh. " or "Plt. " where somebody stands in.</summary>
    [Parameter]
    public string Prefix { get; set; } = "";

    /// <summary>Null where whoever signs has no particulars to print.</summary>
    [Parameter]
    public SignerParticulars? Signer { get; set; }

    private IReadOnlyList<string> Titles => SignatureTitle.Lines(Agency, Role, PositionTitle.Length > 0 ? PositionTitle : "…", Prefix);
}
