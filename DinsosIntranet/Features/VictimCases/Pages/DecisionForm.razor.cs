using DinsosIntranet.Features.VictimCases.Domain;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Ui;
using Microsoft.AspNetCore.Components;

namespace DinsosIntranet.Features.VictimCases.Pages;

/// <summary>The supervisor's word on something put before them.</summary>
public sealed partial class DecisionForm
{
    private FormErrors _errors = null!;
    private ReviewState _state = ReviewState.Waiting;
    private string _note = "";

    [Parameter, EditorRequired]
    public required string Label { get; set; }

    /// <summary>The review or closure.</summary>
    [Parameter, EditorRequired]
    public required Guid Id { get; set; }

    [Parameter, EditorRequired]
    public required IReadOnlyList<(ReviewState State, string Text)> Choices { get; set; }

    [Parameter, EditorRequired]
    public required Func<Decision, ActionContext, Task<Outcome>> Decide { get; set; }

    protected override void OnInitialized() => _errors = new FormErrors($"putus-{Id:N}");

    private Task<bool> DecideAsync() => RunAsync(_errors, act => Decide(new Decision { CaseId = CaseId, Id = Id, State = _state, Note = _note }, act), "Putusan disimpan.");
}
