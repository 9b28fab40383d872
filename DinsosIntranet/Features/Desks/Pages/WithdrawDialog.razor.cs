using DinsosIntranet.Features.Accounts;
using DinsosIntranet.Shared.Acting;
using Microsoft.AspNetCore.Components;
using Radzen;

namespace DinsosIntranet.Features.Desks.Pages;

/// <summary>Asks who wants it and why before a request is ended; it closes with true only when it was ended.</summary>
public sealed partial class WithdrawDialog
{
    private string _reason = "";
    private string _askedBy = "";
    private IReadOnlyList<Refusal> _refusals = [];
    private bool _busy;

    [Inject] public required DeskService Desks { get; init; }

    [Inject] public required ActingUser Acting { get; init; }

    [Inject] public required DialogService Dialogs { get; init; }

    [Parameter, EditorRequired] public required Guid RequestId { get; set; }

    private string? ErrorOf(string? field) => _refusals.FirstOrDefault(r => r.Field == field)?.Message;

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
            var outcome = await Desks.WithdrawAsync(new WithdrawRequest { RequestId = RequestId, AskedBy = _askedBy, Reason = _reason }, await Acting.ActAsync());
            _refusals = outcome.Refusals;
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
