using DinsosIntranet.Features.Accounts;
using DinsosIntranet.Features.Standards.Domain;
using DinsosIntranet.Shared.Ui;
using Microsoft.AspNetCore.Components;

namespace DinsosIntranet.Features.Desks.Pages;

/// <summary>Leaves a step that needs nothing but the decision: one button for each of its outcomes, and a note for the history.</summary>
public sealed partial class OutcomeForm
{
    private const string NoteId = "catatan-langkah";

    private readonly OneAtATime _acts = new();
    private IReadOnlyList<FieldError> _errors = [];
    private string? _problem;
    private string _note = "";

    [Inject]
    public required DeskService Desks { get; init; }

    [Inject]
    public required ActingUser Acting { get; init; }

    [Parameter, EditorRequired]
    public required StepPanelContext Context { get; set; }

    [Parameter, EditorRequired]
    public required EventCallback<string> OnDone { get; set; }

    /// <summary>What is done here, where the step's own short title does not say it.</summary>
    [Parameter]
    public string? Title { get; set; }

    /// <summary>What there is to look at before deciding.</summary>
    [Parameter]
    public RenderFragment? ChildContent { get; set; }

    /// <summary>The main outcome first, the others as the standard lists them.</summary>
    private IEnumerable<StepOutcome> InOrder => Context.Step.Outcomes.OrderByDescending(IsMain);

    private bool IsMain(StepOutcome outcome) => outcome == Context.Step.MainOutcome;

    private ButtonKind KindOf(StepOutcome outcome) => IsMain(outcome) ? ButtonKind.Filled : ButtonKind.Outlined;

    private string? ErrorOf(string field) => _errors.FirstOrDefault(e => e.FieldId == field)?.Message;

    private static string? BranchText(StepOutcome outcome) => outcome.Branch switch
    {
        Branch.Yes => "Jika Ya",
        Branch.No => "Jika Tidak",
        _ => null,
    };

    private string LeadsTo(StepOutcome outcome)
    {
        if (Context.Standard.FindStep(outcome.To) is not { } next)
        {
            return $"Permohonan selesai: {Context.Standard.Ending(outcome.To).Name}";
        }

        return next.Id == Context.Step.Id
            ? "Tetap di langkah ini"
            : $"Ke langkah {next.Number}. {next.ShortTitle}, meja {Context.Agency.DeskName(next.Desk)}";
    }

    private async Task LeaveAsync(StepOutcome outcome)
    {
        using var turn = _acts.Begin();
        if (turn is null)
        {
            return;
        }

        var move = new MoveRequest { RequestId = Context.RequestId, StepId = Context.Step.Id, Outcome = outcome.Code, Note = _note };
        var left = await Desks.MoveAsync(move, await Acting.ActAsync());
        _errors = left.IsOk ? [] : [.. left.Refusals.Where(r => r.Field == nameof(MoveRequest.Note)).Select(r => new FieldError(NoteId, r.Message))];
        _problem = left.IsOk || _errors.Count > 0 ? null : left.Message;
        if (left.IsOk)
        {
            _note = "";
            await OnDone.InvokeAsync($"Langkah {Context.Step.Number} selesai: {outcome.Label}.");
        }
    }
}
