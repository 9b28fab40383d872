using DinsosIntranet.Features.Agency;
using DinsosIntranet.Shared.Text;
using Microsoft.AspNetCore.Components;

namespace DinsosIntranet.Features.Accounts.Pages;

/// <summary>The demonstration's accounts, shown on the sign-in page; empty on a real installation.</summary>
public abstract class DemoAccounts
{
    public abstract IReadOnlyList<DemoAccount> Accounts { get; }

    public abstract string? Password { get; }
}

/// <summary>The sign-in page. Static: a cookie cannot be set from a circuit.</summary>
public sealed partial class SignIn
{
    private AgencySnapshot? _agency;
    private string _today = "";
    private string? _hours;
    private string? _error;

    [Inject]
    public required AccountService Accounts { get; init; }

    [Inject]
    public required AgencyDirectory Agency { get; init; }

    [Inject]
    public required DemoAccounts Demo { get; init; }

    [Inject]
    public required NavigationManager Navigation { get; init; }

    [Inject]
    public required TimeProvider Time { get; init; }

    [CascadingParameter]
    public required HttpContext HttpContext { get; init; }

    [SupplyParameterFromForm(FormName = SignInForm.FormName)]
    public SignInInput? Input { get; set; }

    [SupplyParameterFromQuery(Name = "kembali")]
    public string? ReturnUrl { get; set; }

    protected override async Task OnInitializedAsync()
    {
        _agency = await Agency.FindAsync();
        var now = Time.GetUtcNow().UtcDateTime;
        var today = _agency?.DateOf(now) ?? DateOnly.FromDateTime(now);
        _today = IndonesianDates.Long(today);
        _hours = _agency is null ? null : Hours(_agency, today);
    }

    private static string Hours(AgencySnapshot agency, DateOnly today)
    {
        var open = agency.Calendar.OpenOn(today);
        return open.Count == 0
            ? "Hari ini libur"
            : string.Join(" dan ", open.Select(o => $"{IndonesianDates.Time(o.StartUtc, agency.Zone)}–{IndonesianDates.Time(o.EndUtc, agency.Zone)}")) + " " + IndonesianDates.ZoneName(agency.Zone);
    }

    private async Task SubmitAsync()
    {
        if (string.IsNullOrWhiteSpace(Input?.Nama) || string.IsNullOrEmpty(Input.Sandi))
        {
            _error = "Isi nama pengguna dan kata sandi.";
            return;
        }

        var result = await Accounts.SignInAsync(Input.Nama, Input.Sandi, SignInPlace.Origin(HttpContext), SignInPlace.Browser(HttpContext), HttpContext.RequestAborted);
        switch (result.Kind)
        {
            case SignInResultKind.SignedIn:
                await AccountsFeature.SignInAsync(HttpContext, result.Ticket);
                Navigation.NavigateTo(result.HasNews ? "/akun" : LocalPath(Input.Kembali ?? ReturnUrl), forceLoad: true);
                break;
            case SignInResultKind.NeedsCode or SignInResultKind.NeedsEnrolment:
                await AccountsFeature.StartSecondStepAsync(HttpContext, result.Ticket);
                Navigation.NavigateTo(SecondStepPage.Address + "?kembali=" + Uri.EscapeDataString(LocalPath(Input.Kembali ?? ReturnUrl)), forceLoad: true);
                break;
            case SignInResultKind.LockedOut:
                var until = _agency is null ? "" : $" sampai pukul {IndonesianDates.Time(result.LockedUntil!.Value, _agency.Zone)}";
                _error = $"Akun terkunci{until}. Hubungi administrator bila mendesak.";
                break;
            default:
                _error = "Nama pengguna atau kata sandi salah.";
                break;
        }
    }

    /// <summary>Only a path of this site: "//elsewhere" and "/\elsewhere" are other people's.</summary>
    internal static string LocalPath(string? path) =>
        path is ['/', ..] && !path.StartsWith("//", StringComparison.Ordinal) && !path.Contains('\\', StringComparison.Ordinal) ? path : "/";
}

public sealed class SignInInput
{
    public string? Nama { get; set; }

    public string? Sandi { get; set; }

    public string? Kembali { get; set; }
}
