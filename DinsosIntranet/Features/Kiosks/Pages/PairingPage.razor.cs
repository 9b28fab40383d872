using DinsosIntranet.Shared.Ui;
using Microsoft.AspNetCore.Components;

namespace DinsosIntranet.Features.Kiosks.Pages;

/// <summary>Where a screen types its code. Static: a cookie cannot be set from a circuit. Open to everybody, and says nothing about which screens there are.</summary>
public sealed partial class PairingPage
{
    public const string Address = "/papan/tv/kode";
    public const string FormName = "papan-tv";

    private IReadOnlyList<FieldError> _errors = [];

    [CascadingParameter]
    public AgencyLabel? Agency { get; set; }

    [Inject]
    public required KioskPairing Pairing { get; init; }

    [Inject]
    public required KioskCookie Cookie { get; init; }

    [Inject]
    public required NavigationManager Navigation { get; init; }

    [CascadingParameter]
    public required HttpContext HttpContext { get; init; }

    [SupplyParameterFromForm(FormName = FormName)]
    public PairingInput? Input { get; set; }

    private AgencyLabel AgencyName => Agency ?? AgencyLabel.Unnamed;

    private async Task SubmitAsync()
    {
        if (string.IsNullOrWhiteSpace(Input?.Code))
        {
            _errors = [new FieldError("Code", "Isi kodenya.")];
            return;
        }

        var outcome = await Pairing.PairAsync(Input.Code, HttpContext.Connection.RemoteIpAddress?.ToString() ?? "?", HttpContext.RequestAborted);
        if (outcome.IsOk)
        {
            Cookie.Write(HttpContext, outcome.Value);
            Navigation.NavigateTo(WallBoardPage.Address, forceLoad: true);
        }
        else
        {
            _errors = [new FieldError("Code", outcome.Message)];
        }
    }
}

public sealed class PairingInput
{
    public string? Code { get; set; }
}
