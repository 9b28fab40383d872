using DinsosIntranet.Features.Accounts;
using DinsosIntranet.Features.Desks;
using DinsosIntranet.Features.Standards.Domain;
using DinsosIntranet.Features.TemplateLetters.Domain;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Drafts;
using DinsosIntranet.Shared.Text;
using DinsosIntranet.Shared.Ui;
using Microsoft.AspNetCore.Components;

namespace DinsosIntranet.Features.TemplateLetters.Pages;

/// <summary>
/// The step that prepares a letter in the agency's own words: first the fields of the template, then the draft to look at.
/// What is typed is kept as a draft until it is saved.
/// </summary>
public sealed partial class ComposeLetterPanel : IAsyncDisposable
{
    private readonly CancellationTokenSource _gone = new();
    private readonly FormErrors _errors = new("susun");
    private StepPanelContext? _shown;
    private ComposeView? _view;
    private TypedLetter? _typed;
    private DraftTimer? _draft;
    private bool _draftFailed;
    private DateTime? _savedAt;
    private bool _busy;

    [Inject]
    public required TemplateLetterService Service { get; init; }

    [Inject]
    public required TemplateLetterQueries Queries { get; init; }

    [Inject]
    public required DraftStore Drafts { get; init; }

    [Inject]
    public required ActingUser Acting { get; init; }

    [Inject]
    public required TimeProvider Time { get; init; }

    [Inject]
    public required ILogger<ComposeLetterPanel> Logger { get; init; }

    private LetterTemplate Template => Context.Standard.Letter!;

    private string? DraftText => _draftFailed ? "draf belum tersimpan"
        : _savedAt is { } at ? $"draf tersimpan pukul {IndonesianDates.Time(at, Context.Agency.Zone)}"
        : null;

    protected override void OnInitialized() => _draft = new DraftTimer(() => InvokeAsync(SaveDraftAsync), Time);

    protected override async Task OnParametersSetAsync()
    {
        if (Context == _shown)
        {
            return;
        }

        // What is being typed stays while the page reads again for another reason.
        var keeps = _shown?.RequestId == Context.RequestId && _shown.Step.Id == Context.Step.Id && _shown.CanWork == Context.CanWork && _typed is not null;
        _shown = Context;
        if (!keeps)
        {
            await LoadAsync(Context);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _gone.CancelAsync();
        _gone.Dispose();
        await _draft!.FlushAsync();
        _draft.Dispose();
    }

    private static string KeyOf(StepPanelContext context) => DraftKeys.Step(context.RequestId, context.Step.Id);

    private string ValueOf(LetterField field) => _typed!.Values.GetValueOrDefault(field.Code, "");

    private void Type(LetterField field, ChangeEventArgs change)
    {
        _typed!.Values[field.Code] = change.Value?.ToString() ?? "";
        if (!_busy)
        {
            _draft!.Touch();
        }
    }

    private async Task LoadAsync(StepPanelContext context)
    {
        var view = await Queries.PanelAsync(context.RequestId, _gone.Token);
        var kept = context.CanWork ? await Drafts.FindAsync<TypedLetter>(context.Viewer.UserId, KeyOf(context), _gone.Token) : null;
        if (context != _shown)
        {
            return;
        }

        // A draft begun on answers that somebody has replaced meanwhile must not come back over them.
        var isKept = kept is { } found && found.Content.Seen == view.Version;
        _view = view;
        _typed = isKept ? kept!.Value.Content : view.DraftLetterId is null && context.CanWork ? TypedOf(view) : null;
        _savedAt = isKept ? kept!.Value.SavedAt : null;
        _errors.Clear();
    }

    private TypedLetter TypedOf(ComposeView view) => new()
    {
        Seen = view.Version,
        Values = view.Answers is { } answers
            ? Template.Fields.Where(f => answers.ContainsKey(f.Code)).ToDictionary(f => f.Code, f => TemplateRules.Typed(f, answers[f.Code]))
            : [],
    };

    private void Revise()
    {
        _errors.Clear();
        _typed = TypedOf(_view!);
    }

    private async Task KeepAsync()
    {
        await _draft!.DropAsync();
        await Drafts.DiscardAsync(Context.Viewer.UserId, KeyOf(Context));
        (_typed, _savedAt) = (null, null);
        _errors.Clear();
    }

    private async Task SaveDraftAsync()
    {
        if (_typed is null || _shown is not { CanWork: true } context)
        {
            return;
        }

        try
        {
            _savedAt = await Drafts.SaveAsync(context.Viewer.UserId, KeyOf(context), _typed);
            _draftFailed = false;
        }
        catch (Exception exception)
        {
            // A draft that cannot be kept must not take the form away; the header says so.
            _draftFailed = true;
            Logger.LogError(exception, "A draft could not be saved.");
        }

        StateHasChanged();
    }

    private Task SaveAsync() => RunAsync(async act =>
    {
        await _draft!.DropAsync();
        var outcome = await Service.SaveAsync(new ComposeLetter { RequestId = Context.RequestId, Typed = _typed!.Values, Seen = _typed.Seen }, act);
        if (outcome.IsOk)
        {
            await LoadAsync(_shown!);
            await OnDone.InvokeAsync("Isian tersimpan. Periksa konsep surat, lalu ajukan.");
        }
        else
        {
            _draft.Touch();
        }

        return outcome;
    });

    private Task SubmitAsync() => RunAsync(async act =>
    {
        var outcome = await Service.SubmitAsync(Context.RequestId, act);
        if (outcome.IsOk)
        {
            await OnDone.InvokeAsync("Surat diajukan untuk ditandatangani.");
        }

        return outcome;
    });

    private async Task RunAsync(Func<ActionContext, Task<Outcome>> write)
    {
        if (_busy)
        {
            return;
        }

        _busy = true;
        try
        {
            var outcome = await write(await Acting.ActAsync());
            _errors.Set(outcome.Refusals);
        }
        finally
        {
            _busy = false;
        }
    }

    /// <summary>What is typed, with the version of the answers it began on.</summary>
    internal sealed record TypedLetter
    {
        public Guid? Seen { get; init; }

        public Dictionary<string, string> Values { get; init; } = [];
    }
}
