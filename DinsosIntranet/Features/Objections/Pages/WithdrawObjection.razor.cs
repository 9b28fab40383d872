using DinsosIntranet.Features.Accounts;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Ui;
using Microsoft.AspNetCore.Components;

namespace DinsosIntranet.Features.Objections.Pages;

/// <summary>The applicant takes the objection back.</summary>
public sealed partial class WithdrawObjection
{
    private readonly FormErrors _errors = new("tarik");
    private string _reason = "";

    [Inject]
    public required ObjectionService Service { get; init; }

    [Inject]
    public required ActingUser Acting { get; init; }

    [Parameter, EditorRequired]
    public required Guid ObjectionId { get; set; }

    [Parameter, EditorRequired]
    public required EventCallback<string> OnDone { get; set; }

    [Parameter, EditorRequired]
    public required EventCallback<string> OnConflict { get; set; }

    private async Task WithdrawAsync()
    {
        var outcome = await Service.WithdrawAsync(ObjectionId, _reason, await Acting.ActAsync());
        _errors.Set(outcome.Kind == OutcomeKind.Refused ? outcome.Refusals : []);
        if (outcome.IsOk)
        {
            await OnDone.InvokeAsync("Penarikan keberatan dicatat.");
        }
        else if (outcome.Kind != OutcomeKind.Refused)
        {
            await OnConflict.InvokeAsync(outcome.Message);
        }
    }
}
