using DinsosIntranet.Features.Accounts;
using DinsosIntranet.Features.Desks;
using DinsosIntranet.Features.Standards.Domain;
using DinsosIntranet.Features.TemplateLetters.Domain;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Drafts;
using DinsosIntranet.Shared.Ui;
using Microsoft.AspNetCore.Components;

namespace DinsosIntranet.Features.TemplateLetters.Pages;

/// <summary>
/// The step that prepares a letter in the agency's own words: first the fields of the template, then the draft to look at.
/// What is typed is kept as a draft until it is saved.
/// </summary>
public sealed partial class ComposeLetterPanel : IAsyncDisposable
{
    private readonly OneAtATime _acts = new();
    private readonly FormErrors _errors = new("susun");
    private StepPanelContext? _shown;
    private ComposeView? _view;
    private TypedLetter? _typed;
    private FormDraft<TypedLetter>? _draft;

    [Inject]
    public required TemplateLetterService Service { get; init; }

    [Inject]
    public required TemplateLetterQueries Queries { get; init; }

    [Inject]
    public required DraftStore Drafts { get; init; }

    [Inject]
    public required ActingUser Acting { get; init; }

    [Inject]
    public required ILogger<ComposeLetterPanel> Logger { get; init; }

    private LetterTemplate Template => Context.Standard.Letter!;

    private string? DraftText => _draft?.Text(Context.Agency.Zone);

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
        Dispose();
        await (_draft?.DisposeAsync() ?? ValueTask.CompletedTask);
    }

    private string ValueOf(LetterField field) => _typed!.Values.GetValueOrDefault(field.Code, "");

    private void Type(LetterField field, ChangeEventArgs change)
    {
        _typed!.Values[field.Code] = change.Value?.ToString() ?? "";
        if (!_acts.IsBusy)
        {
            _draft!.Touch();
        }
    }

    private async Task LoadAsync(StepPanelContext context)
    {
        var view = await Queries.PanelAsync(context.RequestId, Gone);
        await (_draft?.DisposeAsync() ?? ValueTask.CompletedTask);
        var draft = context.CanWork
            ? new FormDraft<TypedLetter>(Drafts, context.Viewer.UserId, DraftKeys.Step(context.RequestId, context.Step.Id), () => _typed!, InvokeAsync, StateHasChanged, Time, Logger)
            : null;
        var kept = draft is null ? null : await draft.FindAsync(Gone);
        if (context != _shown)
        {
            return;
        }

        if (kept is not null && kept.Seen != view.Version)
        {
            // Begun on answers that somebody has replaced meanwhile, it must not come back over them.
            await draft!.DiscardAsync();
            kept = null;
        }

        (_view, _draft) = (view, draft);
        _typed = kept ?? (view.DraftLetterId is null && context.CanWork ? TypedOf(view) : null);
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
        await _draft!.DiscardAsync();
        _typed = null;
        _errors.Clear();
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
            _draft!.Touch();
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
        using var turn = _acts.Begin();
        if (turn is null)
        {
            return;
        }

        var outcome = await write(await Acting.ActAsync());
        _errors.Set(outcome.Refusals);
    }

    /// <summary>What is typed, with the version of the answers it began on.</summary>
    internal sealed record TypedLetter
    {
        public Guid? Seen { get; init; }

        public Dictionary<string, string> Values { get; init; } = [];
    }
}
