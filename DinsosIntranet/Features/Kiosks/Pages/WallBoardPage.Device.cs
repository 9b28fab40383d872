using DinsosIntranet.Features.Accounts;
using DinsosIntranet.Shared.Live;

namespace DinsosIntranet.Features.Kiosks.Pages;

/// <summary>For which screen the page stands there, and that it ends with it.</summary>
public sealed partial class WallBoardPage
{
    private async Task TakeDeviceAsync()
    {
        var user = SignInState is null ? null : (await SignInState).User;
        _claims = KioskClaims.Read(user);
        if (_claims is { } claims)
        {
            // Listening first: a revocation in between must not be missed.
            _changes = Changes.Subscribe(Topic.Kiosks, id => _ = id == claims.DeviceId ? InvokeAsync(LookAsync) : Task.CompletedTask);
            _kiosk = await Kiosks.FindAsync(claims.DeviceId, claims.TokenHash);
            if (_kiosk is not null)
            {
                await Connection.ShowAsync(claims.DeviceId);
            }
            else if (StaffClaims.Read(user) is null)
            {
                Leave();
            }
            else
            {
                _changes.Dispose();
                _claims = null;
            }
        }
    }

    /// <summary>Looks whether the screen is still paired, and how it is to look now. Once it is not, it shows nothing more.</summary>
    private async Task LookAsync()
    {
        if (_isGone || _claims is not { } claims)
        {
            return;
        }

        _kiosk = await Kiosks.FindAsync(claims.DeviceId, claims.TokenHash);
        if (_kiosk is null)
        {
            Leave();
        }
        else
        {
            Take(_snapshot);
        }

        StateHasChanged();
    }

    /// <summary>Shows nothing from here on; what follows (the code, or the board of whoever is signed in) a new page decides.</summary>
    private void Leave()
    {
        Dispose();
        (_snapshot, _view) = (null, null);
        Navigation.NavigateTo(Address, forceLoad: true);
    }
}
