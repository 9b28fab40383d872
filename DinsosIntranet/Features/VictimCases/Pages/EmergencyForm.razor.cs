using DinsosIntranet.Features.Accounts;
using DinsosIntranet.Shared.Ui;
using Microsoft.AspNetCore.Components;

namespace DinsosIntranet.Features.VictimCases.Pages;

/// <summary>Opening a case of others in an emergency.</summary>
public sealed partial class EmergencyForm
{
    private readonly FormErrors _errors = new("darurat");
    private BreakGlass _input = new();
    private bool _asked;

    [Inject]
    public required CaseService Service { get; init; }

    [Inject]
    public required ActingUser Acting { get; init; }

    [Parameter, EditorRequired]
    public required Guid CaseId { get; set; }

    [Parameter, EditorRequired]
    public required EventCallback OnOpened { get; set; }

    private async Task OpenAsync()
    {
        var outcome = await Service.BreakGlassAsync(CaseId, _input, await Acting.ActAsync());
        _input = _input with { Password = "" };
        _errors.Set(outcome.Refusals);
        if (outcome.IsOk)
        {
            await OnOpened.InvokeAsync();
        }
    }

    private void Close()
    {
        (_asked, _input) = (false, new BreakGlass());
        _errors.Clear();
    }
}
