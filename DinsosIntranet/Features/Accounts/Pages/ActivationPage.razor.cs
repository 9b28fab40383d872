using DinsosIntranet.Shared.Ui;
using Microsoft.AspNetCore.Components;

namespace DinsosIntranet.Features.Accounts.Pages;

/// <summary>Where the owner of a new or reset account chooses the password. Open to everybody, and says nothing about who exists.</summary>
public sealed partial class ActivationPage
{
    public const string Address = "/masuk/aktivasi";
    public const string FormName = "aktivasi";

    private IReadOnlyList<FieldError> _errors = [];
    private string? _problem;
    private bool _isDone;

    [CascadingParameter]
    public AgencyLabel? Agency { get; set; }

    [Inject]
    public required ActivationService Activation { get; init; }

    [CascadingParameter]
    public required HttpContext HttpContext { get; init; }

    [SupplyParameterFromForm(FormName = FormName)]
    public ActivationInput? Input { get; set; }

    private AgencyLabel AgencyName => Agency ?? AgencyLabel.Unnamed;

    private string? ErrorOf(string field) => _errors.FirstOrDefault(e => e.FieldId == field)?.Message;

    private async Task SubmitAsync()
    {
        var command = new ActivateAccount
        {
            UserName = Input?.UserName ?? "",
            Code = Input?.Code ?? "",
            Password = Input?.Password ?? "",
            Repeated = Input?.Repeated ?? "",
        };
        var outcome = await Activation.ActivateAsync(command, SignInPlace.Origin(HttpContext), HttpContext.RequestAborted);
        _isDone = outcome.IsOk;
        if (outcome.Refusals.Any(r => r.Field is not null))
        {
            _errors = [.. outcome.Refusals.Select(r => new FieldError(r.Field == nameof(ChangePassword.New) ? nameof(ActivateAccount.Password) : r.Field, r.Message))];
        }
        else if (!outcome.IsOk)
        {
            _problem = outcome.Message;
        }
    }
}

public sealed class ActivationInput
{
    public string? UserName { get; set; }

    public string? Code { get; set; }

    public string? Password { get; set; }

    public string? Repeated { get; set; }
}
