using DinsosIntranet.Features.Kiosks.Pages;
using Microsoft.AspNetCore.Components;

namespace DinsosIntranet.App;

/// <summary>Leads someone who is not (or no longer) signed in to the sign-in page, and back afterwards; a screen on the wall to its code.</summary>
public sealed class RedirectToSignIn : ComponentBase
{
    [Inject]
    public required NavigationManager Navigation { get; init; }

    protected override void OnInitialized()
    {
        // The path alone: a query may hold what a person was looking at.
        var path = new Uri(Navigation.Uri).AbsolutePath;
        var target = path == WallBoardPage.Address ? PairingPage.Address : path == "/" ? "/masuk" : "/masuk?kembali=" + Uri.EscapeDataString(path);
        Navigation.NavigateTo(target, forceLoad: true);
    }
}
