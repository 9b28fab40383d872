using DinsosIntranet.Shared.Ui;
using Microsoft.AspNetCore.Components;

namespace DinsosIntranet.Features.Accounts.Pages;

/// <summary>
/// Changes the own password. A plain form post: it ends all sessions of the account, and only an ordinary answer can give
/// this browser the new cookie. Passwords are never sent back to the page.
/// </summary>
public sealed partial class ChangePasswordPage
{
    public const string FormName = "kata-sandi";
    public const string ChangedMark = "diganti";

    private IReadOnlyList<FieldError> _errors = [];

    [CascadingParameter]
    public AgencyLabel? Agency { get; set; }

    [Inject]
    public required AccountService Accounts { get; init; }

    [Inject]
    public required ActingUser Acting { get; init; }

    [Inject]
    public required NavigationManager Navigation { get; init; }

    [CascadingParameter]
    public required HttpContext HttpContext { get; init; }

    [SupplyParameterFromForm(FormName = FormName)]
    public PasswordInput? Input { get; set; }

    private AgencyLabel AgencyName => Agency ?? AgencyLabel.Unnamed;

    private string? ErrorOf(string field) => _errors.FirstOrDefault(e => e.FieldId == field)?.Message;

    private async Task SubmitAsync()
    {
        var act = await Acting.ActAsync();
        var command = new ChangePassword { Current = Input?.Current ?? "", New = Input?.New ?? "", Repeated = Input?.Repeated ?? "" };
        var outcome = await Accounts.ChangePasswordAsync(command, StaffClaims.Read(HttpContext.User)?.SessionId ?? Guid.Empty, act, HttpContext.RequestAborted);
        if (!outcome.IsOk)
        {
            _errors = FieldError.From(outcome.Refusals);
            return;
        }

        await AccountsFeature.SignInAsync(HttpContext, outcome.Value);
        Navigation.NavigateTo("/akun?sandi=" + ChangedMark, forceLoad: true);
    }
}

public sealed class PasswordInput
{
    public string? Current { get; set; }

    public string? New { get; set; }

    public string? Repeated { get; set; }
}
