using DinsosIntranet.Features.Accounts;
using DinsosIntranet.Features.Intake;
using DinsosIntranet.Features.Letters.Domain;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Ui;
using Microsoft.AspNetCore.Components;

namespace DinsosIntranet.Features.Letters.Pages;

/// <summary>Opens the request for a corrected or renewed letter.</summary>
public sealed partial class ReplaceForm
{
    private readonly OneAtATime _acts = new();
    private bool _isOpen;
    private ReplacementKind? _kind;
    private string _reason = "";
    private IReadOnlyList<Refusal> _refusals = [];
    private IReadOnlyList<FieldError> _errors = [];

    [Inject]
    public required ReplacementService Service { get; init; }

    [Inject]
    public required ActingUser Acting { get; init; }

    [Parameter, EditorRequired]
    public required Guid LetterId { get; set; }

    [Parameter, EditorRequired]
    public required LetterStanding Standing { get; set; }

    [Parameter, EditorRequired]
    public required EventCallback<OpenedReplacement> OnOpened { get; set; }

    private string? ErrorOf(string field) => _refusals.FirstOrDefault(r => r.Field == field)?.Message;

    private async Task OpenAsync()
    {
        using var turn = _acts.Begin();
        if (turn is null)
        {
            return;
        }

        var outcome = await Service.OpenAsync(new OpenReplacement { LetterId = LetterId, Kind = _kind, Reason = _reason }, await Acting.ActAsync());
        (_refusals, _errors) = (outcome.Refusals, FieldError.From(outcome.Refusals));
        if (outcome.IsOk)
        {
            _isOpen = false;
            await OnOpened.InvokeAsync(outcome.Value);
        }
    }
}
