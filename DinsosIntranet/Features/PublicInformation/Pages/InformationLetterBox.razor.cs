using DinsosIntranet.Shared.Acting;
using Microsoft.AspNetCore.Components;

namespace DinsosIntranet.Features.PublicInformation.Pages;

/// <summary>A letter of the request on its way: before its signer, waiting for ink, or out.</summary>
public sealed partial class InformationLetterBox
{
    private readonly string _id = "s" + Guid.NewGuid().ToString("N")[..8];

    [Parameter, EditorRequired]
    public required InformationLetterState Letter { get; set; }

    [Parameter, EditorRequired]
    public required Actor Viewer { get; set; }

    [Parameter, EditorRequired]
    public required bool CanWork { get; set; }

    [Parameter, EditorRequired]
    public required EventCallback OnRecall { get; set; }

    [Parameter, EditorRequired]
    public required EventCallback<string> OnIssued { get; set; }

    private string HeadingId => _id;
}
