using DinsosIntranet.Features.Accounts;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Drafts;
using DinsosIntranet.Shared.Ui;
using Microsoft.AspNetCore.Components;

namespace DinsosIntranet.Features.Objections.Pages;

/// <summary>
/// What the forms of an objection's page share: one act at a time, refusals beside their field, the draft of what is typed,
/// and a conflict told to the page, which shows what changed.
/// </summary>
public abstract class ObjectionForm<TInput> : ComponentBase, IAsyncDisposable
    where TInput : class, new()
{
    private readonly OneAtATime _acts = new();
    private FormDraft<TInput>? _draft;

    [Inject]
    public required ObjectionService Service { get; init; }

    [Inject]
    public required DraftStore Drafts { get; init; }

    [Inject]
    public required ActingUser Acting { get; init; }

    [Inject]
    public required TimeProvider Time { get; init; }

    [Inject]
    public required ILoggerFactory Loggers { get; init; }

    [CascadingParameter]
    public Actor? Actor { get; set; }

    [Parameter, EditorRequired]
    public required ObjectionView View { get; set; }

    [Parameter, EditorRequired]
    public required EventCallback<string> OnDone { get; set; }

    [Parameter, EditorRequired]
    public required EventCallback<string> OnConflict { get; set; }

    protected TInput Input { get; private set; } = new();

    protected abstract FormErrors Errors { get; }

    /// <summary>Names this form among those of the objection.</summary>
    protected abstract string DraftName { get; }

    protected override async Task OnInitializedAsync()
    {
        Begin(Input);
        if (Actor is { } actor)
        {
            _draft = new FormDraft<TInput>(Drafts, actor.UserId, $"keberatan:{View.Objection.Id:N}:{DraftName}", () => Input, InvokeAsync, StateHasChanged, Time, Loggers.CreateLogger(GetType()));
            Input = await _draft.FindAsync() ?? Input;
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_draft is not null)
        {
            await _draft.DisposeAsync();
        }

        GC.SuppressFinalize(this);
    }

    /// <summary>Fills the form where nothing was typed before.</summary>
    protected virtual void Begin(TInput input)
    {
    }

    protected void Typed()
    {
        if (!_acts.IsBusy)
        {
            _draft?.Touch();
        }
    }

    protected async Task RunAsync(Func<ActionContext, Task<Outcome>> write, string done)
    {
        using var turn = _acts.Begin();
        if (turn is null)
        {
            return;
        }

        var outcome = await write(await Acting.ActAsync());
        Errors.Set(outcome.Kind == OutcomeKind.Refused ? outcome.Refusals : []);
        if (outcome.IsOk)
        {
            await (_draft?.DiscardAsync() ?? Task.CompletedTask);
            await OnDone.InvokeAsync(done);
        }
        else if (outcome.Kind != OutcomeKind.Refused)
        {
            await OnConflict.InvokeAsync(outcome.Message);
        }
    }
}
