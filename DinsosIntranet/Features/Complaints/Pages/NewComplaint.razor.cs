using DinsosIntranet.Features.Accounts;
using DinsosIntranet.Features.Complaints.Domain;
using DinsosIntranet.Features.Intake;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Drafts;
using DinsosIntranet.Shared.Text;
using DinsosIntranet.Shared.Ui;
using Microsoft.AspNetCore.Components;
using Radzen;

namespace DinsosIntranet.Features.Complaints.Pages;

/// <summary>
/// Writes a complaint down, from top to bottom by keyboard alone. What is typed is saved as a draft, encrypted, a second
/// after the last key; evidence uploaded before saving belongs to the complaint's id.
/// </summary>
public sealed partial class NewComplaint : IAsyncDisposable
{
    private readonly OneAtATime _acts = new();
    private readonly FormErrors _errors = new("adu");
    private readonly CancellationTokenSource _gone = new();
    private DraftTimer? _timer;
    private ComplaintChoices? _choices;
    private ComplaintInput _input = new();
    private RegisteredComplaint? _registered;
    private DateTime? _savedAt;
    private int _evidence = 1;
    private bool _draftFailed;
    private Func<ValueTask>? _focus;
    private ElementReference _channel;
    private ElementReference _receipt;

    [Inject]
    public required ComplaintQueries Queries { get; init; }

    [Inject]
    public required ComplaintService Service { get; init; }

    [Inject]
    public required ComplaintReference Reference { get; init; }

    [Inject]
    public required AttachmentService Attachments { get; init; }

    [Inject]
    public required DraftStore Drafts { get; init; }

    [Inject]
    public required ActingUser Acting { get; init; }

    [Inject]
    public required DialogService Dialogs { get; init; }

    [Inject]
    public required TimeProvider Time { get; init; }

    [Inject]
    public required ILogger<NewComplaint> Logger { get; init; }

    [CascadingParameter]
    public Actor? Actor { get; set; }

    private ComplaintChannelKind? Channel => Reference.Channels.FirstOrDefault(c => c.Code == _input.Channel);

    private string AccusedText => _input.Accused.Count switch
    {
        0 => _input.OtherAccused.Trim().Length > 0 ? "orang lain" : "tidak disebutkan",
        1 => "1 pegawai",
        var count => $"{count} pegawai",
    };

    private string NextText => _input is { IsAnswered: true, Answer.Reaction: Reaction.Accepted } && Channel is { AnswersAtOnce: true }
        ? "ditutup, sudah dijawab"
        : "ditelaah pengelola pengaduan";

    private string DraftText => this switch
    {
        { _draftFailed: true } => "Draf belum tersimpan",
        { _savedAt: { } at } => $"Draf tersimpan pukul {IndonesianDates.Time(at, _choices!.Agency.Zone)}",
        _ => "",
    };

    public async ValueTask DisposeAsync()
    {
        if (_timer is not null)
        {
            await _timer.FlushAsync();
            _timer.Dispose();
        }

        await _gone.CancelAsync();
        _gone.Dispose();
    }

    protected override void OnInitialized() => _timer = new DraftTimer(() => InvokeAsync(SaveDraftAsync), Time);

    protected override async Task OnParametersSetAsync()
    {
        if (Actor is not null && _choices is null)
        {
            await OpenAsync();
        }
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (_focus is { } focus)
        {
            _focus = null;
            await focus();
        }
    }

    private async Task OpenAsync()
    {
        var choices = await Queries.ChoicesAsync(_gone.Token);
        var saved = await Drafts.FindAsync<ComplaintInput>(Actor!.UserId, ComplaintService.DraftKey, _gone.Token);
        _input = saved?.Content ?? new ComplaintInput { ReceivedOn = choices.Today };
        (_savedAt, _registered, _draftFailed) = (saved?.SavedAt, null, false);
        _errors.Clear();
        _evidence = Math.Clamp((await Attachments.ListAsync(_input.Id, Actor!, _gone.Token)).Count + 1, 1, Complaint.MostEvidence);
        _choices = choices;
        if (choices.IsOpen)
        {
            _focus = () => _channel.FocusAsync();
        }
    }

    private void Changed() => _timer!.Touch();

    private void Choose(Anonymity anonymity)
    {
        _input.Anonymity = anonymity;
        Changed();
    }

    private void Accuse(ChangeEventArgs change)
    {
        if (Guid.TryParse(change.Value as string, out var id))
        {
            _input.Accused.Add(id);
            Changed();
        }
    }

    private void Pardon(Guid id)
    {
        _input.Accused.Remove(id);
        Changed();
    }

    /// <summary>After a file there is room for the next.</summary>
    private void Uploaded(AttachmentRow? file)
    {
        if (file is not null)
        {
            _evidence = Math.Min(_evidence + 1, Complaint.MostEvidence);
        }
    }

    private async Task SaveAsync()
    {
        using var turn = _acts.Begin();
        if (turn is null)
        {
            return;
        }

        // Typing is safe before anything is tried; the write that succeeds removes the draft.
        await _timer!.FlushAsync();
        var input = Channel is { AnswersAtOnce: true } ? _input : _input with { IsAnswered = false };
        var outcome = await Service.RegisterAsync(input, await Acting.ActAsync());
        _errors.Set(outcome.Refusals);
        if (outcome.IsOk)
        {
            await _timer.DropAsync();
            _registered = outcome.Value;
            _focus = () => _receipt.FocusAsync();
        }
    }

    private async Task SaveDraftAsync()
    {
        if (Actor is null || _registered is not null)
        {
            return;
        }

        try
        {
            _savedAt = await Drafts.SaveAsync(Actor.UserId, ComplaintService.DraftKey, _input);
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
        if (!await Dialogs.AskAsync("Buang draf ini?", "Buang draf", "Isian dan bukti yang sudah diunggah untuk draf ini dihapus."))
        {
            return;
        }

        await _timer!.DropAsync();
        foreach (var file in await Attachments.ListAsync(_input.Id, Actor!, _gone.Token))
        {
            await Attachments.RemoveAsync(file.Id, await Acting.ActAsync(), _gone.Token);
        }

        await Drafts.DiscardAsync(Actor!.UserId, ComplaintService.DraftKey, _gone.Token);
        await OpenAsync();
    }

    private Task NextAsync() => OpenAsync();
}
