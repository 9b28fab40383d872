using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace DinsosIntranet.Shared.Ui;

/// <summary>What this device remembers: theme, density, masked names, single-key shortcuts. The browser keeps it, not the server.</summary>
public sealed partial class DeviceSettings
{
    [Inject]
    public required IJSRuntime Js { get; init; }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!firstRender)
        {
            return;
        }

        try
        {
            await Js.InvokeVoidAsync("dinsos.segarkan");
        }
        catch (JSDisconnectedException)
        {
            // The page is gone; there is nothing left to show.
        }
    }
}
