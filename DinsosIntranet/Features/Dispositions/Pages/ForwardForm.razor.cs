using DinsosIntranet.Features.Accounts;
using DinsosIntranet.Features.Agenda.Domain;
using DinsosIntranet.Shared.Ui;
using Microsoft.AspNetCore.Components;

namespace DinsosIntranet.Features.Dispositions.Pages;

/// <summary>The secretariat's line in the agenda: how urgent, a note, and on to the head.</summary>
public sealed partial class ForwardForm
{
    private static readonly (Urgency Urgency, string Text)[] Urgencies =
    [
        (Urgency.VeryUrgent, "Sangat segera"),
        (Urgency.Urgent, "Segera"),
        (Urgency.Normal, "Biasa"),
    ];

    private (Guid Request, string Step)? _shown;
    private IReadOnlyList<FieldError> _errors = [];
    private string? _notice;
    private Urgency _urgency;
    private string? _note;

    [Inject]
    public required DispositionService Dispositions { get; init; }

    [Inject]
    public required ActingUser Acting { get; init; }

    [Parameter, EditorRequired]
    public required DispositionCase Case { get; set; }

    [Parameter]
    public string? WhyNot { get; set; }

    /// <summary>Raised once it is in the agenda, with a sentence that names its number.</summary>
    [Parameter]
    public EventCallback<string> OnDone { get; set; }

    protected override void OnParametersSet()
    {
        if (_shown == (Case.RequestId, Case.Step.Id))
        {
            return;
        }

        _shown = (Case.RequestId, Case.Step.Id);
        (_errors, _notice, _note) = ([], null, null);
        _urgency = UrgencyRules.ProposedFor(Case.Standard.Promise.Most.Unit);
    }

    private string? ErrorOf(string field) => _errors.FirstOrDefault(e => e.FieldId == field)?.Message;

    private async Task ForwardAsync()
    {
        _notice = null;
        var outcome = await Dispositions.ForwardAsync(
            new ForwardToHead { RequestId = Case.RequestId, Urgency = _urgency, Note = _note },
            await Acting.ActAsync());
        if (outcome.IsOk)
        {
            _errors = [];
            await OnDone.InvokeAsync($"{Case.Number} dicatat agenda nomor {outcome.Value.Label} dan diteruskan.");
        }
        else if (outcome.Refusals.Any(r => r.Field is not null))
        {
            _errors = [.. outcome.Refusals.Select(r => new FieldError("agenda-catatan", r.Message))];
        }
        else
        {
            (_errors, _notice) = ([], outcome.Message);
        }
    }
}
