using DinsosIntranet.Features.Accounts;
using DinsosIntranet.Features.Intake.Domain;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Ui;
using Microsoft.AspNetCore.Components;

namespace DinsosIntranet.Features.Intake.Pages;

/// <summary>
/// Corrects what was typed wrongly of a request and its people. Where somebody else wrote meanwhile, everything typed stays
/// and is put on top of what they wrote at a press of a button.
/// </summary>
public sealed partial class CorrectionPage : IDisposable
{
    private readonly OneAtATime _acts = new();
    private readonly CancellationTokenSource _gone = new();
    private CorrectionForm? _form;
    private CorrectionData _data = new();
    private string _reason = "";
    private string? _problem;
    private string? _conflict;
    private IReadOnlyList<Refusal> _refusals = [];
    private IReadOnlyList<FieldError> _errors = [];
    private Guid _opened;
    private bool _rebased;
    private bool _attempted;
    private bool _saved;

    [Inject]
    public required CorrectionService Service { get; init; }

    [Inject]
    public required PersonQueries Persons { get; init; }

    [Inject]
    public required ActingUser Acting { get; init; }

    [Inject]
    public required NavigationManager Navigation { get; init; }

    [CascadingParameter]
    public Actor? Actor { get; set; }

    [Parameter]
    public Guid Id { get; set; }

    private bool IsDirty => !_saved && _form is not null && Corrections.Summary(_form.Data, _data) is not null;

    /// <summary>A relation written before the list was made stays to choose.</summary>
    private IEnumerable<string> Relations => IntakeForm.Relations.Concat([_form!.Data.Relation]).Where(r => r.Length > 0).Distinct();

    public void Dispose()
    {
        _gone.Cancel();
        _gone.Dispose();
    }

    protected override async Task OnParametersSetAsync()
    {
        if (_opened == Id || Actor is null)
        {
            return;
        }

        _opened = Id;
        (_form, _reason, _conflict, _refusals, _errors, _attempted, _rebased) = (null, "", null, [], [], false, false);
        if (await OpenAsync() is { } form)
        {
            (_form, _data) = (form, form.Data.Copy());
        }
    }

    /// <summary>Whose new NIK another record has already.</summary>
    private Guid? TakenPersonId => _refusals.First(r => r.Message == CorrectionService.TakenNik).Field!.StartsWith(nameof(CorrectionData.Applicant), StringComparison.Ordinal)
        ? _data.Applicant.PersonId
        : _data.Subject.PersonId;

    private string? ErrorOf(string field) => _refusals.Of(field);

    private async Task<CorrectionForm?> OpenAsync()
    {
        var opened = await Service.OpenAsync(Id, await Acting.ActAsync(), _gone.Token);
        _problem = opened.IsOk ? null : opened.Kind == OutcomeKind.NotFound ? "Permohonan ini tidak ada, atau tidak untuk Anda." : opened.Message;
        return opened.IsOk ? opened.Value : null;
    }

    private void Changed() => _rebased = false;

    private void ChooseForOther(bool isForOther)
    {
        _data.IsForOther = isForOther;
        Changed();
    }

    private void ChooseGuest(ChangeEventArgs change)
    {
        _data.GuestId = Guid.TryParse(change.Value as string, out var id) ? id : null;
        Changed();
    }

    private void Tick(string code, bool isPresent)
    {
        _ = isPresent ? _data.Present.Add(code) : _data.Present.Remove(code);
        Changed();
    }

    private async Task UseKnownAsync(PersonHit hit) => _data.Applicant = await PersonAsync(hit) ?? _data.Applicant;

    private async Task UseKnownSubjectAsync(PersonHit hit) => _data.Subject = await PersonAsync(hit) ?? _data.Subject;

    private async Task<PersonInput?> PersonAsync(PersonHit hit)
    {
        var opened = await Persons.OpenAsync(hit.Id, await Acting.ActAsync(), _gone.Token);
        _errors = [.. opened.Refusals.Select(FieldNames.ErrorOf)];
        return opened.IsOk ? opened.Value : null;
    }

    /// <summary>Takes what was written meanwhile and puts what was typed here on top of it.</summary>
    private async Task RebaseAsync()
    {
        if (_form is { } before && await OpenAsync() is { } now)
        {
            (_form, _data) = (now, Corrections.Rebase(before.Data, _data, now.Data));
            (_conflict, _rebased) = (null, true);
        }
    }

    private async Task SaveAsync()
    {
        using var turn = _acts.Begin();
        if (turn is null || _form is not { } form)
        {
            return;
        }

        _attempted = true;
        var outcome = await Service.CorrectAsync(
            new CorrectRequest { RequestId = Id, Opened = form.Data, Corrected = _data, Reason = _reason },
            await Acting.ActAsync());
        _conflict = outcome.Kind == OutcomeKind.Conflict ? outcome.Message : null;
        _refusals = outcome.Kind == OutcomeKind.Conflict ? [] : outcome.Refusals;
        _errors = [.. _refusals.Select(FieldNames.ErrorOf)];
        if (outcome.IsOk)
        {
            _saved = true;

            // The page asks before it is left with changes; it must be drawn first without any.
            StateHasChanged();
            await Task.Yield();
            Navigation.NavigateTo($"/permohonan/{Id}");
        }
    }
}
