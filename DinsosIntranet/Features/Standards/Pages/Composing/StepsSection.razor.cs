using DinsosIntranet.Features.Standards.Domain;
using Microsoft.AspNetCore.Components;

namespace DinsosIntranet.Features.Standards.Pages.Composing;

/// <summary>The steps with their desks, buttons and branches, and the ways a request may end.</summary>
public sealed partial class StepsSection
{
    /// <summary>What the check of the whole found, shown at the step it speaks of.</summary>
    [Parameter, EditorRequired]
    public required IReadOnlyList<StandardProblem> Problems { get; set; }

    private string FirstEnding => Draft.Endings.FirstOrDefault()?.Code ?? "";

    private Task AddAsync()
    {
        var id = StandardDraft.FreeCode("langkah", Draft.Steps.Select(s => s.Id));
        var desk = Draft.Steps.LastOrDefault()?.Desk ?? (Choices.Desks.Count > 0 ? Choices.Desks[0].Code : "");
        Draft.Steps.Add(StepDraft.New(id, Draft.Steps.Count + 1, desk, StepActions.Verify, FirstEnding));
        return ChangedAsync();
    }

    private Task AddAsync(StepDraft step)
    {
        step.Outcomes.Add(new OutcomeDraft { Code = StandardDraft.FreeCode("hasil", step.Outcomes.Select(o => o.Code)), To = FirstEnding });
        return ChangedAsync();
    }

    private Task AddEndingAsync()
    {
        Draft.Endings.Add(new EndingDraft { Code = StandardDraft.FreeCode("akhir", Draft.Endings.Select(e => e.Code)) });
        return ChangedAsync();
    }

    private Task RemoveAsync(StepDraft step)
    {
        Draft.Remove(step);
        return ChangedAsync();
    }

    private Task RemoveAsync(StepDraft step, OutcomeDraft outcome)
    {
        step.Outcomes.Remove(outcome);
        return ChangedAsync();
    }

    private Task RemoveAsync(EndingDraft ending)
    {
        Draft.Endings.Remove(ending);
        foreach (var outcome in Draft.Steps.SelectMany(s => s.Outcomes).Where(o => o.To == ending.Code))
        {
            outcome.To = FirstEnding;
        }

        return ChangedAsync();
    }

    private Task MoveAsync(int at, int by)
    {
        Move(Draft.Steps, at, by);
        return ChangedAsync();
    }

    private Task ActAsync(StepDraft step, ChangeEventArgs change)
    {
        step.Act(change.Value?.ToString() ?? "", step.Outcomes.FirstOrDefault()?.To ?? FirstEnding);
        return ChangedAsync();
    }

    private Task InstructAsync(ProposalDraft proposal, string code, ChangeEventArgs change)
    {
        proposal.Instructions.Remove(code);
        if (change.Value is true)
        {
            proposal.Instructions.Add(code);
        }

        return ChangedAsync();
    }
}
