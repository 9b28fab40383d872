using Microsoft.AspNetCore.Components;

namespace DinsosIntranet.Features.Accounts.Pages;

/// <summary>
/// The one time a new code is seen: to be handed over, read out, or printed as a slip. It names no password, because there
/// is none yet.
/// </summary>
public sealed partial class ActivationSlip
{
    private ElementReference _panel;

    [Inject]
    public required NavigationManager Navigation { get; init; }

    [Parameter, EditorRequired]
    public required IssuedCode Issued { get; set; }

    [Parameter, EditorRequired]
    public required string Person { get; set; }

    [Parameter, EditorRequired]
    public required string UserName { get; set; }

    [Parameter, EditorRequired]
    public required TimeZoneInfo Zone { get; set; }

    [Parameter]
    public EventCallback OnClosed { get; set; }

    private string Link => Navigation.BaseUri.TrimEnd('/') + ActivationPage.Address;

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender)
        {
            await _panel.FocusAsync();
        }
    }
}
