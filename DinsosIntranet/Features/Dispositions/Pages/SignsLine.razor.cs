using DinsosIntranet.Features.Dispositions.Domain;
using Microsoft.AspNetCore.Components;

namespace DinsosIntranet.Features.Dispositions.Pages;

/// <summary>That a disposition's day is near or past, and who reminded of it: in words, with a sign.</summary>
public sealed partial class SignsLine
{
    [Parameter, EditorRequired]
    public required DispositionSigns Signs { get; set; }

    [Parameter]
    public bool IsPaused { get; set; }

    private string State => IsPaused ? "jeda" : Signs.Due == DispositionDue.Late ? "merah" : "kuning";
}
