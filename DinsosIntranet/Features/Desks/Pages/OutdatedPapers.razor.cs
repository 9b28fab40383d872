using DinsosIntranet.Features.Accounts;
using DinsosIntranet.Features.Intake;
using DinsosIntranet.Features.Intake.Domain;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Ui;
using Microsoft.AspNetCore.Components;

namespace DinsosIntranet.Features.Desks.Pages;

/// <summary>Says which papers carry data corrected since, makes a new receipt, and leads to the letters.</summary>
public sealed partial class OutdatedPapers
{
    private readonly OneAtATime _acts = new();
    private string? _problem;

    [Inject] public required CorrectionService Corrections { get; init; }

    [Inject] public required ActingUser Acting { get; init; }

    [CascadingParameter] public Actor? Actor { get; set; }

    [Parameter, EditorRequired] public required Guid RequestId { get; set; }

    [Parameter, EditorRequired] public required IReadOnlyList<OutdatedPaper> Papers { get; set; }

    [Parameter, EditorRequired] public required EventCallback<string> OnDone { get; set; }

    private bool MayRenew => Actor is not null && CorrectionRules.MayRenewReceipt(Actor);

    private async Task RenewAsync()
    {
        using var turn = _acts.Begin();
        if (turn is null)
        {
            return;
        }

        var outcome = await Corrections.RenewReceiptAsync(RequestId, await Acting.ActAsync());
        _problem = outcome.IsOk ? null : outcome.Message;
        if (outcome.IsOk)
        {
            await OnDone.InvokeAsync($"Tanda terima {outcome.Value.Number} siap dicetak, di bagian Surat dan lembar.");
        }
    }
}
