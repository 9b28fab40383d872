using DinsosIntranet.Features.Accounts;
using DinsosIntranet.Shared.Ui;
using Microsoft.AspNetCore.Components;

namespace DinsosIntranet.Features.VictimCases.Pages;

/// <summary>The door to the content of a case: says what will be recorded, asks for a reason and the password.</summary>
public sealed partial class CaseGate
{
    private readonly FormErrors _errors = new("buka");
    private OpenCase _input = new();

    [Inject]
    public required CaseService Service { get; init; }

    [Inject]
    public required CaseReference Reference { get; init; }

    [Inject]
    public required ActingUser Acting { get; init; }

    [Parameter, EditorRequired]
    public required Guid CaseId { get; set; }

    /// <summary>The content was open a moment ago.</summary>
    [Parameter]
    public bool IsAgain { get; set; }

    [Parameter, EditorRequired]
    public required EventCallback OnOpened { get; set; }

    private async Task OpenAsync()
    {
        var outcome = await Service.OpenAsync(CaseId, _input, await Acting.ActAsync());
        _input = _input with { Password = "" };
        _errors.Set(outcome.Refusals);
        if (outcome.IsOk)
        {
            await OnOpened.InvokeAsync();
        }
    }
}
