using Microsoft.AspNetCore.Components;

namespace DinsosIntranet.Features.Desks.Pages;

/// <summary>Whom the request concerns and who asks, under the number.</summary>
public sealed partial class RequestPeopleLine
{
    [Parameter, EditorRequired] public required RequestView View { get; set; }
}
