using DinsosIntranet.Features.Agency;
using DinsosIntranet.Shared.Text;
using DinsosIntranet.Shared.Ui;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Components;

namespace DinsosIntranet.Features.Accounts.Pages;

/// <summary>
/// After the right password: the code of the authenticator app, or setting it up where the role demands it. Who is meant
/// stands in a cookie of its own that holds for minutes and opens nothing else.
/// </summary>
public sealed partial class SecondStepPage
{
    public const string Address = "/masuk/dua-langkah";
    public const string FormName = "langkah-kedua";

    private StaffTicket? _ticket;
    private SecondStep? _step;
    private IReadOnlyList<string>? _codes;
    private string _next = "/";
    private string? _problem;

    [CascadingParameter]
    public AgencyLabel? Agency { get; set; }

    [Inject]
    public required AccountService Accounts { get; init; }

    [Inject]
    public required AgencyDirectory Agencies { get; init; }

    [Inject]
    public required NavigationManager Navigation { get; init; }

    [CascadingParameter]
    public required HttpContext HttpContext { get; init; }

    [SupplyParameterFromForm(FormName = FormName)]
    public SecondStepInput? Input { get; set; }

    [SupplyParameterFromQuery(Name = "kembali")]
    public string? ReturnUrl { get; set; }

    private AgencyLabel AgencyName => Agency ?? AgencyLabel.Unnamed;

    protected override async Task OnInitializedAsync()
    {
        _ticket = StaffClaims.Read((await HttpContext.AuthenticateAsync(StaffClaims.StepScheme)).Principal);
        _step = _ticket is null ? null : await Accounts.FindSecondStepAsync(_ticket, HttpContext.RequestAborted);
        if (_step is null)
        {
            Navigation.NavigateTo("/masuk", forceLoad: true);
        }
    }

    private async Task SubmitAsync()
    {
        if (_step is null || _ticket is null)
        {
            return;
        }

        var origin = SignInPlace.Origin(HttpContext);
        var browser = SignInPlace.Browser(HttpContext);
        var code = Input?.Kode ?? "";
        var result = _step.Enrolment is null
            ? await Accounts.ContinueAsync(_ticket, code, origin, browser, HttpContext.RequestAborted)
            : await Accounts.EnrolAsync(_ticket, code, origin, browser, HttpContext.RequestAborted);
        if (result.Kind != SignInResultKind.SignedIn)
        {
            var agency = await Agencies.FindAsync();
            _problem = result.Kind == SignInResultKind.LockedOut
                ? $"Akun terkunci{(agency is null ? "" : $" sampai pukul {IndonesianDates.Time(result.LockedUntil!.Value, agency.Zone)}")}. Hubungi administrator bila mendesak."
                : "Kode tidak cocok, atau sudah dipakai. Tunggu kode berikutnya di aplikasi, lalu coba lagi.";
            return;
        }

        await HttpContext.SignOutAsync(StaffClaims.StepScheme);
        await AccountsFeature.SignInAsync(HttpContext, result.Ticket);
        _next = result.HasNews ? "/akun" : SignIn.LocalPath(Input?.Kembali ?? ReturnUrl);
        if (result.RecoveryCodes.Count > 0)
        {
            _codes = result.RecoveryCodes;
            return;
        }

        Navigation.NavigateTo(_next, forceLoad: true);
    }
}

public sealed class SecondStepInput
{
    public string? Kode { get; set; }

    public string? Kembali { get; set; }
}
