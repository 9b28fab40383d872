using DinsosIntranet.Features.Accounts;
using DinsosIntranet.Features.VictimCases.Domain;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Live;
using Microsoft.AspNetCore.Components;

namespace DinsosIntranet.Features.VictimCases.Pages;

/// <summary>
/// The file of one case. What may be seen is read anew with every change; what somebody is typing stays while their opening
/// ends and begins again, and goes the moment the case is no longer theirs.
/// </summary>
public sealed partial class CasePage
{
    private CaseView? _view;
    private CaseContent? _shown;
    private IReadOnlyList<Candidate> _candidates = [];
    private IReadOnlyList<FormTemplate> _forms = [];
    private string _form = "";
    private CasePart? _part;
    private Guid _opened;
    private int _reading;
    private int _gate;
    private bool _missing;
    private string? _done;
    private string? _notDone;

    [Inject] public required CaseQueries Cases { get; init; }

    [Inject] public required CaseService Service { get; init; }

    [Inject] public required CaseForms Forms { get; init; }

    [Inject] public required ActingUser Acting { get; init; }

    [CascadingParameter] public Actor? Actor { get; set; }

    [Parameter] public Guid Id { get; set; }

    /// <summary>The form whose blocks are shown.</summary>
    private FormTemplate Form => _forms.FirstOrDefault(f => f.Code == _form) ?? _forms[0];

    private string Title => _view?.Number ?? (_missing ? "Kasus tidak ditemukan" : "Kasus");

    protected override void OnInitialized()
    {
        Follow(id => id == Id, Topic.Cases, Topic.Work);
        FollowTheClock();
    }

    protected override async Task OnParametersSetAsync()
    {
        if (_opened == Id || Actor is null)
        {
            return;
        }

        (_opened, _view, _shown, _missing, _done, _notDone) = (Id, null, null, false, null, null);
        _forms = (await Forms.CurrentAsync()).Forms;
        await ReadAsync();
    }

    /// <summary>What was done in the part that is left needs no telling any more.</summary>
    private void Show(string form, CasePart? part) => (_form, _part, _done, _notDone) = (form, part, null, null);

    private async Task OpenedAsync()
    {
        _gate++;
        (_done, _notDone) = (null, null);
        await ReadAsync();
    }

    /// <summary>A part of the page did something itself.</summary>
    private async Task DoneAsync(string done)
    {
        (_done, _notDone) = (done, null);
        await ReadAsync();
    }

    private Task LeaveAsync(string outcome) => ActAsync(
        act => Service.LeaveStepAsync(new LeaveStep(Id, _view!.Step.Id, outcome), act), "Langkah selesai.");

    private Task ReviewAsync((Guid EmergencyId, bool WasJustified) review) => ActAsync(
        act => Service.ReviewEmergencyAsync(Id, review.EmergencyId, review.WasJustified, act), "Tinjauan dicatat.");

    private Task ActAsync(CaseAct asked) => ActAsync(asked.Act, asked.Done);

    private async Task ActAsync(Func<ActionContext, Task<Outcome>> act, string done)
    {
        var outcome = await act(await Acting.ActAsync());
        _done = outcome.IsOk ? done : null;
        _notDone = outcome.IsOk ? null : outcome.Message;
        await ReadAsync();
    }

    protected override async Task ReadAsync()
    {
        var reading = ++_reading;
        var view = await Cases.FindAsync(Id, Actor!);
        var candidates = view?.MayChangeTeam == true ? await Cases.CandidatesAsync(Id, Actor!) : [];
        if (reading == _reading)
        {
            (_view, _candidates, _missing) = (view, candidates, view is null);

            // An opening that ended leaves on screen what is being typed, under the gate; a case that is no longer theirs leaves nothing.
            _shown = view switch
            {
                { Content: { } content } => content,
                { Sight: CaseSight.Content, IsErased: false } => _shown,
                _ => null,
            };
        }
    }
}

/// <summary>Something a part of the page asks it to do, and what to say when it was done.</summary>
public sealed record CaseAct(Func<ActionContext, Task<Outcome>> Act, string Done);
