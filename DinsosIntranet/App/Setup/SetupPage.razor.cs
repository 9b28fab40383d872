using System.Globalization;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Regions;
using DinsosIntranet.Shared.Ui;
using Microsoft.AspNetCore.Components;

namespace DinsosIntranet.App.Setup;

/// <summary>
/// The set-up of an empty installation: the code of the console, then agency, administrator, and a last look. Plain forms,
/// because nobody can be signed in yet. <see cref="SetupGate"/> decides whether the page exists at all.
/// </summary>
public sealed partial class SetupPage
{
    public const string Address = "/penyiapan";
    private const string PassCookie = "__Host-dinsos-penyiapan";
    private const int AskCode = 0;
    private const int Done = 4;

    private static readonly (int Number, string Text)[] Steps = [(1, "Instansi"), (2, "Administrator"), (3, "Periksa")];

    private SetupDraft _draft = new(null, null);
    private SetupAgencyInput _agencyInput = new();
    private SetupAdministratorInput _administratorInput = new();
    private IReadOnlyList<FieldError> _errors = [];
    private string? _problem;
    private int _step;

    [Inject]
    public required SetupService Setup { get; init; }

    [Inject]
    public required SetupDoor Door { get; init; }

    [Inject]
    public required RegionCatalog Regions { get; init; }

    [Inject]
    public required NavigationManager Navigation { get; init; }

    [CascadingParameter]
    public required HttpContext HttpContext { get; init; }

    [SupplyParameterFromQuery(Name = "langkah")]
    public string? StepText { get; set; }

    [SupplyParameterFromForm(FormName = "kode")]
    public SetupCodeInput? Code { get; set; }

    [SupplyParameterFromForm(FormName = "instansi")]
    public SetupAgencyInput? AgencyForm { get; set; }

    [SupplyParameterFromForm(FormName = "administrator")]
    public SetupAdministratorInput? AdministratorForm { get; set; }

    private bool IsAdmitted => Door.Admits(HttpContext.Request.Cookies[PassCookie]);

    protected override async Task OnInitializedAsync()
    {
        if (!IsAdmitted)
        {
            _step = AskCode;
            return;
        }

        _draft = await Setup.ReadAsync(HttpContext.RequestAborted);
        _agencyInput = AgencyForm ?? SetupAgencyInput.Of(_draft.Agency);
        _administratorInput = AdministratorForm ?? SetupAdministratorInput.Of(_draft.Administrator);
        var first = _draft.Agency is null ? 1 : _draft.Administrator is null ? 2 : 3;
        _step = int.TryParse(StepText, NumberStyles.None, CultureInfo.InvariantCulture, out var asked) && asked is >= 1 and <= 3 ? Math.Min(asked, first) : first;
    }

    private static string StepAddress(int step) => string.Create(CultureInfo.InvariantCulture, $"{Address}?langkah={step}");

    private string RegencyName(SetupAgency agency) => Regions.Regency(agency.RegencyCode)?.Name ?? agency.RegencyCode;

    private Task EnterAsync()
    {
        if (Door.Try(Code?.Kode ?? "") is { } left)
        {
            _problem = left == 0
                ? "Kode tidak cocok. Karena sudah lima kali salah, kode baru tercetak di konsol."
                : $"Kode tidak cocok. Setelah {left} kali salah lagi, kodenya diganti dan tercetak lagi di konsol.";
            return Task.CompletedTask;
        }

        HttpContext.Response.Cookies.Append(PassCookie, Door.Pass, new CookieOptions { HttpOnly = true, Secure = true, SameSite = SameSiteMode.Strict, Path = "/", IsEssential = true });
        Navigation.NavigateTo(Address, forceLoad: true);
        return Task.CompletedTask;
    }

    private async Task SaveAgencyAsync()
    {
        if (IsAdmitted)
        {
            Go(await Setup.SaveAgencyAsync(_agencyInput.ToAgency(), HttpContext.RequestAborted), 1);
        }
    }

    private async Task SaveAdministratorAsync()
    {
        if (IsAdmitted)
        {
            Go(await Setup.SaveAdministratorAsync(_administratorInput.ToCommand(), HttpContext.RequestAborted), 2);
        }
    }

    private async Task FinishAsync()
    {
        if (!IsAdmitted)
        {
            return;
        }

        var outcome = await Setup.FinishAsync(HttpContext.Connection.RemoteIpAddress?.ToString() ?? "?", HttpContext.RequestAborted);
        if (outcome.Kind == OutcomeKind.Conflict)
        {
            Navigation.NotFound();
            return;
        }

        (_step, _problem) = outcome.IsOk ? (Done, null) : (3, outcome.Message);
        if (outcome.IsOk)
        {
            HttpContext.Response.Cookies.Delete(PassCookie, new CookieOptions { Secure = true, Path = "/" });
        }
    }

    private void Go(Outcome outcome, int step)
    {
        if (outcome.IsOk)
        {
            Navigation.NavigateTo(step == 1 && _draft.Administrator is not null ? StepAddress(3) : StepAddress(step + 1), forceLoad: true);
            return;
        }

        _step = step;
        _errors = FieldError.From(outcome.Refusals);
    }
}

public sealed class SetupCodeInput
{
    public string? Kode { get; set; }
}
