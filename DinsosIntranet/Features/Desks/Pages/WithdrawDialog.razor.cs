using DinsosIntranet.Features.Accounts;
using DinsosIntranet.Features.Intake;
using DinsosIntranet.Features.Intake.Domain;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Ui;
using Microsoft.AspNetCore.Components;
using Radzen;

namespace DinsosIntranet.Features.Desks.Pages;

/// <summary>Asks who wants it and why before a request is ended, and says which letters end with it; it closes with true only when it was.</summary>
public sealed partial class WithdrawDialog
{
    private readonly OneAtATime _acts = new();
    private WithdrawalInput _input = new();
    private WithdrawalView? _view;
    private IReadOnlyList<Refusal> _refusals = [];
    private bool _missing;

    [Inject] public required WithdrawalService Withdrawals { get; init; }

    [Inject] public required ActingUser Acting { get; init; }

    [Inject] public required DialogService Dialogs { get; init; }

    [Parameter, EditorRequired] public required Guid RequestId { get; set; }

    protected override async Task OnInitializedAsync()
    {
        _view = await Withdrawals.FindAsync(RequestId, (await Acting.ActAsync()).Actor);
        _missing = _view is null;
    }

    private string? ErrorOf(string? field) => _refusals.FirstOrDefault(r => r.Field == field)?.Message;

    private void Keep() => Dialogs.Close(false);

    private async Task WithdrawAsync()
    {
        using var turn = _acts.Begin();
        if (turn is null)
        {
            return;
        }

        var act = await Acting.ActAsync();
        var outcome = await Withdrawals.WithdrawAsync(RequestId, _input, act);
        (_refusals, _input) = (outcome.Refusals, _input with { Password = "" });
        if (outcome.IsOk)
        {
            Dialogs.Close(true);
            return;
        }

        // A letter may have been approved or issued while the dialog stood open.
        _view = await Withdrawals.FindAsync(RequestId, act.Actor);
    }
}
