using DinsosIntranet.Features.Accounts;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Ui;
using Microsoft.AspNetCore.Components;
using Radzen;

namespace DinsosIntranet.Features.Letters.Pages;

/// <summary>Asks why and for the password before a letter is taken back; it closes with true only when it was.</summary>
public sealed partial class RevokeDialog
{
    private readonly OneAtATime _acts = new();
    private string _reason = "";
    private string _password = "";
    private IReadOnlyList<Refusal> _refusals = [];

    [Inject]
    public required LetterService Service { get; init; }

    [Inject]
    public required ActingUser Acting { get; init; }

    [Inject]
    public required DialogService Dialogs { get; init; }

    [Parameter, EditorRequired]
    public required Guid LetterId { get; set; }

    /// <summary>Whether the letter was not handed over yet, so that its request goes back to be prepared anew.</summary>
    [Parameter]
    public bool ReturnsToDesk { get; set; }

    private string? General => _refusals.FirstOrDefault(r => r.Field is null)?.Message;

    private string? ErrorOf(string field) => _refusals.FirstOrDefault(r => r.Field == field)?.Message;

    private void Keep() => Dialogs.Close(false);

    private async Task RevokeAsync()
    {
        using var turn = _acts.Begin();
        if (turn is null)
        {
            return;
        }

        var outcome = await Service.RevokeAsync(new RevokeLetter { LetterId = LetterId, Reason = _reason, Password = _password }, await Acting.ActAsync());
        (_password, _refusals) = ("", outcome.Refusals);
        if (outcome.IsOk)
        {
            Dialogs.Close(true);
        }
    }
}
