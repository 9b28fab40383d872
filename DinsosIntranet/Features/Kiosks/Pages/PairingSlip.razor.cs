using Microsoft.AspNetCore.Components;

namespace DinsosIntranet.Features.Kiosks.Pages;

/// <summary>The one time a new code is seen, to be typed on the screen.</summary>
public sealed partial class PairingSlip
{
    private ElementReference _panel;

    [Inject]
    public required NavigationManager Navigation { get; init; }

    [Parameter, EditorRequired]
    public required IssuedPairing Issued { get; set; }

    [Parameter, EditorRequired]
    public required TimeZoneInfo Zone { get; set; }

    [Parameter]
    public EventCallback OnClosed { get; set; }

    private string Link => Navigation.BaseUri.TrimEnd('/') + WallBoardPage.Address;

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender)
        {
            await _panel.FocusAsync();
        }
    }
}
