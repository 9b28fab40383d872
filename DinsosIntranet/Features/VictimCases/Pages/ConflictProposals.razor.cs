using DinsosIntranet.Features.Accounts;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Ui;
using Microsoft.AspNetCore.Components;

namespace DinsosIntranet.Features.VictimCases.Pages;

/// <summary>Proposed conflicts of interest on the desk of the head who decides.</summary>
public sealed partial class ConflictProposals
{
    private readonly Dictionary<Guid, FormErrors> _errors = [];
    private readonly Dictionary<Guid, string> _notes = [];
    private string? _done;
    private bool _isTooLate;

    [Inject]
    public required ConflictService Service { get; init; }

    [Inject]
    public required ActingUser Acting { get; init; }

    [Parameter, EditorRequired]
    public required IReadOnlyList<ConflictRow> Rows { get; set; }

    [Parameter, EditorRequired]
    public required EventCallback OnDone { get; set; }

    private FormErrors ErrorsOf(Guid id)
    {
        if (!_errors.TryGetValue(id, out var errors))
        {
            _errors[id] = errors = new FormErrors($"benturan-{id:N}");
        }

        return errors;
    }

    private async Task DecideAsync(ConflictRow row, bool accept)
    {
        var outcome = await Service.DecideAsync(new DecideConflict { Id = row.Id, Accept = accept, Note = _notes.GetValueOrDefault(row.Id, "") }, await Acting.ActAsync());
        ErrorsOf(row.Id).Set(outcome.Refusals);
        _isTooLate = outcome.Kind is OutcomeKind.Conflict or OutcomeKind.NotFound;
        _done = outcome.IsOk ? string.Join(' ', ["Putusan dicatat.", .. outcome.Value]) : _isTooLate ? outcome.Message : null;
        if (_done is not null)
        {
            await OnDone.InvokeAsync();
        }
    }
}
