using DinsosIntranet.Shared.Acting;
using Microsoft.AspNetCore.Components;

namespace DinsosIntranet.Features.Accounts.Pages;

/// <summary>The second step of the own account: set up with a QR code, recovery codes, taken away again.</summary>
public sealed partial class TwoStepPanel
{
    private TwoStepEnrolment? _enrolment;
    private IReadOnlyList<string>? _codes;
    private PageNotice? _notice;
    private Asking? _asking;
    private string _password = "";
    private string _code = "";
    private string? _passwordError;
    private string? _codeError;

    private enum Asking
    {
        Renew,
        Remove,
    }

    [Inject]
    public required AccountService Accounts { get; init; }

    [Inject]
    public required ActingUser Acting { get; init; }

    [Parameter, EditorRequired]
    public required bool HasTwoSteps { get; set; }

    [Parameter, EditorRequired]
    public required int RecoveryCodesLeft { get; set; }

    /// <summary>The account is to be read again.</summary>
    [Parameter]
    public EventCallback OnChanged { get; set; }

    private void Ask(Asking asking)
    {
        Cancel();
        _asking = asking;
    }

    private void Cancel() => (_asking, _enrolment, _password, _code, _passwordError, _codeError, _notice) = (null, null, "", "", null, null, null);

    private async Task StartAsync()
    {
        Cancel();
        var outcome = await Accounts.StartTwoStepsAsync(await Acting.ActAsync());
        if (outcome.IsOk)
        {
            _enrolment = outcome.Value;
        }
        else
        {
            await FailAsync(outcome);
        }
    }

    private async Task ConfirmAsync()
    {
        var outcome = await Accounts.ConfirmTwoStepsAsync(_code, await Acting.ActAsync());
        if (outcome.IsOk)
        {
            await ShowCodesAsync(outcome.Value, "Masuk dua langkah terpasang.");
        }
        else
        {
            await FailAsync(outcome);
        }
    }

    private async Task AnswerAsync()
    {
        (_passwordError, _codeError) = (null, null);
        var act = await Acting.ActAsync();
        if (_asking == Asking.Renew)
        {
            var renewed = await Accounts.RenewRecoveryCodesAsync(_password, act);
            if (renewed.IsOk)
            {
                await ShowCodesAsync(renewed.Value, "Kode cadangan diganti. Yang lama tidak berlaku lagi.");
                return;
            }

            await FailAsync(renewed);
            return;
        }

        var removed = await Accounts.RemoveTwoStepsAsync(_password, _code, act);
        if (removed.IsOk)
        {
            Cancel();
            _notice = PageNotice.Of(removed, "Masuk dua langkah dilepas.");
            await OnChanged.InvokeAsync();
        }
        else
        {
            await FailAsync(removed);
        }
    }

    private async Task ShowCodesAsync(IReadOnlyList<string> codes, string done)
    {
        Cancel();
        _codes = codes;
        _notice = PageNotice.Of(Outcome.Ok(), done);
        await OnChanged.InvokeAsync();
    }

    private async Task FailAsync(Outcome outcome)
    {
        _codeError = outcome.Refusals.FirstOrDefault(r => r.Field == "code")?.Message;
        _passwordError = outcome.Refusals.FirstOrDefault(r => r.Field == "password")?.Message;
        if (_codeError is null && _passwordError is null)
        {
            Cancel();
            _notice = PageNotice.Of(outcome, "");
            await OnChanged.InvokeAsync();
        }
    }
}
