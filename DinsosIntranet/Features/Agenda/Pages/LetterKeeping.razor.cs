using DinsosIntranet.Features.Accounts;
using DinsosIntranet.Features.Agenda.Domain;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Ui;
using Microsoft.AspNetCore.Components;

namespace DinsosIntranet.Features.Agenda.Pages;

/// <summary>Correcting what was typed of a letter, and putting one away that nobody has to deal with.</summary>
public sealed partial class LetterKeeping
{
    private enum Part
    {
        None,
        Correct,
        Archive,
    }

    private readonly FormErrors _errors = new("perbaiki");
    private LetterInput _input = new();
    private Part _open;
    private string? _reason;
    private string? _problem;

    [Inject]
    public required AgendaService Agenda { get; init; }

    [Inject]
    public required ActingUser Acting { get; init; }

    [Parameter, EditorRequired]
    public required LetterView View { get; set; }

    /// <summary>The letter as it stands now; what is typed here is a copy until it is saved.</summary>
    [Parameter, EditorRequired]
    public required LetterInput Letter { get; set; }

    [Parameter]
    public EventCallback<string> OnDone { get; set; }

    private void Open(Part part)
    {
        _errors.Clear();
        (_open, _reason, _problem) = (part, null, null);
        _input = Letter.Copy();
    }

    private void Close() => _open = Part.None;

    private async Task CorrectAsync() =>
        await EndAsync(await Agenda.CorrectAsync(View.Id, _input, _reason, await Acting.ActAsync()), "Catatan agenda diperbaiki.");

    private async Task ArchiveAsync() =>
        await EndAsync(await Agenda.ArchiveAsync(View.Id, _reason, await Acting.ActAsync()), "Surat diarsipkan.");

    private async Task EndAsync(Outcome outcome, string sentence)
    {
        var isOfFields = outcome.Kind == OutcomeKind.Refused && outcome.Refusals.All(r => r.Field is not null);
        _errors.Set(isOfFields ? outcome.Refusals : []);
        _problem = outcome.IsOk || isOfFields ? null : outcome.Message;
        if (outcome.IsOk)
        {
            _open = Part.None;
            await OnDone.InvokeAsync(sentence);
        }
    }
}
