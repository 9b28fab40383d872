using DinsosIntranet.Features.Accounts;
using DinsosIntranet.Features.Agency;
using DinsosIntranet.Features.Dispositions;
using Microsoft.AspNetCore.Components;

namespace DinsosIntranet.Features.Agenda.Pages;

/// <summary>What the viewer was asked to do with a letter, and how they say that it is done.</summary>
public sealed partial class FinishLetter
{
    private LetterEnd _end;
    private string? _note;
    private string? _error;
    private string? _problem;

    [Inject]
    public required DispositionService Dispositions { get; init; }

    [Inject]
    public required ActingUser Acting { get; init; }

    [Parameter, EditorRequired]
    public required LetterDisposition Disposition { get; set; }

    [Parameter, EditorRequired]
    public required AgencySnapshot Agency { get; set; }

    [Parameter]
    public EventCallback<string> OnDone { get; set; }

    private async Task FinishAsync()
    {
        var outcome = await Dispositions.FinishAsync(Disposition.Id, _end, _note, await Acting.ActAsync());
        _error = outcome.Refusals.Any(r => r.Field is not null) ? outcome.Message : null;
        _problem = outcome.IsOk || _error is not null ? null : outcome.Message;
        if (outcome.IsOk)
        {
            await OnDone.InvokeAsync(_end == LetterEnd.Done ? "Disposisi dinyatakan selesai." : "Surat diarsipkan.");
        }
    }
}
