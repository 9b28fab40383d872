using DinsosIntranet.Shared.Drafts;
using DinsosIntranet.Shared.Ui;

namespace DinsosIntranet.Features.Intake.Pages;

/// <summary>Saving: the draft while typing, the request at the end.</summary>
public sealed partial class NewRequest
{
    private async Task SaveAsync(bool asComplete)
    {
        using var turn = _acts.Begin();
        if (turn is null || _form is null)
        {
            return;
        }

        // Typing is safe before anything is tried; the write that succeeds removes the draft.
        await _timer!.FlushAsync();

        // What the form itself finds is asked again at every change; only the service's word stays until the next attempt.
        (_attempted, _asComplete, _refused) = (true, asComplete, []);
        var problems = _form.Check(asComplete);
        if (problems.Count == 0)
        {
            var outcome = await Intake.RegisterAsync(_form.ToCommand(), await Acting.ActAsync());
            problems = _refused = outcome.Refusals;
            _registered = outcome.IsOk ? outcome.Value : null;
            if (problems.Any(p => p.Field == nameof(RegisterRequest.StandardCode)))
            {
                await FollowStandardsAsync();
            }
        }

        _errors = [.. problems.Select(Named)];
        if (_registered is not null)
        {
            await _timer.DropAsync();
        }
    }

    /// <summary>A version began or ended meanwhile: the form offers what counts now and keeps what was typed.</summary>
    private async Task FollowStandardsAsync()
    {
        if (_form is not null && _registered is null)
        {
            _form = new IntakeForm(_form.Draft, await Queries.ChoicesAsync(_form.Draft.GuestId, Actor!, _gone.Token));
        }
    }

    /// <summary>Where two persons stand on the page the summary says whose field it is.</summary>
    private FieldError Named(Shared.Acting.Refusal refusal)
    {
        var error = FieldNames.ErrorOf(refusal);
        if (_form?.Draft.IsForOther != true || refusal.Field is not { } field)
        {
            return error;
        }

        if (field.StartsWith(nameof(RegisterRequest.Applicant) + ".", StringComparison.Ordinal))
        {
            return error with { Message = "Pemohon: " + error.Message };
        }

        return field.StartsWith(nameof(RegisterRequest.Subject) + ".", StringComparison.Ordinal)
            ? error with { Message = "Yang bersangkutan: " + error.Message }
            : error;
    }

    private Task SaveDraftNowAsync()
    {
        Changed();
        return _timer!.FlushAsync();
    }

    private async Task SaveDraftAsync()
    {
        if (Actor is null || _form is null || _registered is not null)
        {
            return;
        }

        try
        {
            _savedAt = await Drafts.SaveAsync(Actor.UserId, DraftKeys.NewRequest, _form.Draft);
            _draftFailed = false;
        }
        catch (Exception exception)
        {
            // The form goes on; the header says so, and the next key tries again.
            Logger.LogError(exception, "A draft could not be saved.");
            _draftFailed = true;
        }

        if (!_gone.IsCancellationRequested)
        {
            StateHasChanged();
        }
    }

    private async Task DiscardAsync()
    {
        if (_form is null || !await Dialogs.AskAsync("Buang draf ini?", "Buang draf", "Isian dan berkas yang sudah diunggah untuk draf ini dihapus."))
        {
            return;
        }

        await _timer!.DropAsync();
        foreach (var file in await Attachments.ListAsync(_form.Draft.RequestId, Actor!, _gone.Token))
        {
            await Attachments.RemoveAsync(file.Id, await Acting.ActAsync(), _gone.Token);
        }

        await Drafts.DiscardAsync(Actor!.UserId, DraftKeys.NewRequest, _gone.Token);
        await OpenAsync();
    }

    private async Task NextAsync()
    {
        if (GuestId is null)
        {
            await OpenAsync();
        }
        else
        {
            Navigation.NavigateTo("/permohonan/baru");
        }
    }
}
