using DinsosIntranet.Features.Accounts;
using Microsoft.AspNetCore.Components;
using Radzen;

namespace DinsosIntranet.Features.Desks.Pages;

/// <summary>Asks why before a request is ended at the applicant's wish; it closes with true only when it was ended.</summary>
public sealed partial class WithdrawDialog
{
    private string _reason = "";
    private string? _problem;
    private bool _busy;

    [Inject] public required DeskService Desks { get; init; }

    [Inject] public required ActingUser Acting { get; init; }

    [Inject] public required DialogService Dialogs { get; init; }

    [Parameter, EditorRequired] public required Guid RequestId { get; set; }

    private void Keep() => Dialogs.Close(false);

    private async Task WithdrawAsync()
    {
        if (_busy)
        {
            return;
        }

        _busy = true;
        try
        {
            var outcome = await Desks.WithdrawAsync(RequestId, _reason, await Acting.ActAsync());
            _problem = outcome.IsOk ? null : outcome.Message;
            if (outcome.IsOk)
            {
                Dialogs.Close(true);
            }
        }
        finally
        {
            _busy = false;
        }
    }
}
