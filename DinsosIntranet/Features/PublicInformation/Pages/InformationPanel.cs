using DinsosIntranet.Features.Accounts;
using DinsosIntranet.Features.Desks;
using DinsosIntranet.Features.Letters;
using DinsosIntranet.Features.PublicInformation.Domain;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Drafts;
using DinsosIntranet.Shared.Live;
using DinsosIntranet.Shared.Ui;
using Microsoft.AspNetCore.Components;

namespace DinsosIntranet.Features.PublicInformation.Pages;

/// <summary>
/// What the four panels of the information desk share: they read the request when it changes, keep what is typed, and show
/// a refusal beside its field.
/// </summary>
public abstract class InformationPanel : StepPanel, IAsyncDisposable
{
    private readonly OneAtATime _acts = new();
    private StepPanelContext? _shown;

    [Inject]
    public required InformationService Service { get; init; }

    [Inject]
    public required InformationQueries Queries { get; init; }

    [Inject]
    public required ActingUser Acting { get; init; }

    [Inject]
    public required DraftStore Drafts { get; init; }

    [Inject]
    public required ILoggerFactory Loggers { get; init; }

    protected InformationPanelView? View { get; private set; }

    /// <summary>What is typed in the panel's own form; null where the panel is only to be read.</summary>
    protected IFormDraft? Draft { get; private set; }

    protected bool IsMissing { get; private set; }

    /// <summary>What was refused of the panel's own form.</summary>
    protected FormErrors Errors { get; } = new("informasi");

    public async ValueTask DisposeAsync()
    {
        Dispose();
        if (Draft is not null)
        {
            await Draft.DisposeAsync();
        }

        GC.SuppressFinalize(this);
    }

    protected override void OnInitialized() => Follow(id => id == _shown?.RequestId, Topic.Work);

    protected override async Task OnParametersSetAsync()
    {
        if (Context != _shown)
        {
            var isFirst = _shown?.RequestId != Context.RequestId;
            _shown = Context;
            await ReadAsync();
            if (isFirst && View is not null)
            {
                Begin(View);
                if (Context.CanWork && Draft is null)
                {
                    await RestoreAsync();
                }
            }
        }
    }

    /// <summary>Fills the form the first time the request is shown.</summary>
    protected virtual void Begin(InformationPanelView view)
    {
    }

    /// <summary>Keeps what is typed in the panel as a draft, and brings back what was typed before.</summary>
    protected virtual Task RestoreAsync() => Task.CompletedTask;

    /// <summary>For <see cref="RestoreAsync"/>: what the draft holds, and where it goes back to.</summary>
    protected async Task KeepAsync<T>(Func<T> content, Action<T> restore)
        where T : class
    {
        var draft = new FormDraft<T>(
            Drafts, Context.Viewer.UserId, DraftKeys.Step(Context.RequestId, Context.Step.Id), content, InvokeAsync, StateHasChanged, Time, Loggers.CreateLogger(GetType()));
        Draft = draft;
        if (await draft.FindAsync(Gone) is { } kept)
        {
            restore(kept);
        }
    }

    /// <summary>Something was typed or chosen.</summary>
    protected void Typed()
    {
        if (!_acts.IsBusy)
        {
            Draft?.Touch();
        }
    }

    /// <summary>One act of the panel; refusals go to <paramref name="errors"/>, a success is told to the page.</summary>
    protected async Task<bool> RunAsync(FormErrors errors, Func<ActionContext, Task<Outcome>> write, string done)
    {
        using var turn = _acts.Begin();
        if (turn is null)
        {
            return false;
        }

        var outcome = await write(await Acting.ActAsync());
        errors.Set(outcome.Refusals);
        if (outcome.IsOk)
        {
            if (errors == Errors && Draft is not null)
            {
                await Draft.DiscardAsync();
            }

            await ReadAsync();
            await OnDone.InvokeAsync(done);
        }

        return outcome.IsOk;
    }

    /// <summary>Something inside the panel changed the request; the page says what.</summary>
    protected async Task ChangedAsync(string done)
    {
        await ReadAsync();
        await OnDone.InvokeAsync(done);
    }

    protected async Task<Outcome> AddTestAsync(ExclusionTestInput input)
    {
        Outcome? kept = null;
        await RunAsync(new FormErrors(""), async act => kept = await Service.AddTestAsync(Context.RequestId, input, act), "Uji konsekuensi dicatat.");
        return kept ?? Outcome.Refused([]);
    }

    protected Task RemoveTestAsync(Guid id) => RunAsync(Errors, act => Service.RemoveTestAsync(Context.RequestId, id, act), "Uji konsekuensi dihapus.");

    protected async Task<Outcome> ExtendAsync(string reason, string explanation)
    {
        Outcome? kept = null;
        await RunAsync(new FormErrors(""), async act => kept = await Service.SubmitExtensionAsync(Context.RequestId, reason, explanation, act), "Perpanjangan diajukan untuk ditandatangani.");
        return kept ?? Outcome.Refused([]);
    }

    protected Task RecallExtensionAsync() => RunAsync(Errors, act => Service.RecallAsync(Context.RequestId, LetterKinds.InformationExtension, act), "Konsep perpanjangan ditarik kembali.");

    protected override async Task ReadAsync()
    {
        var context = Context;
        var view = await Queries.PanelAsync(context.RequestId, context.Agency, context.Viewer, Gone);
        if (context == _shown)
        {
            (View, IsMissing) = (view, view is null);
        }
    }
}
