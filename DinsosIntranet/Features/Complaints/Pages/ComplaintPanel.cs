using DinsosIntranet.Features.Accounts;
using DinsosIntranet.Features.Desks;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Live;
using DinsosIntranet.Shared.Ui;
using Microsoft.AspNetCore.Components;

namespace DinsosIntranet.Features.Complaints.Pages;

/// <summary>What the panels of complaints share: they read when it changes, keep what is typed, and show a refusal beside its field.</summary>
public abstract class ComplaintPanel : StepPanel, IDisposable
{
    private readonly CancellationTokenSource _gone = new();
    private LiveRefresh? _live;
    private StepPanelContext? _shown;
    private bool _busy;

    [Inject]
    public required ComplaintService Service { get; init; }

    [Inject]
    public required ComplaintQueries Queries { get; init; }

    [Inject]
    public required ComplaintReference Reference { get; init; }

    [Inject]
    public required ActingUser Acting { get; init; }

    [Inject]
    public required ChangeFeed Feed { get; init; }

    [Inject]
    public required TimeProvider Time { get; init; }

    protected ComplaintView? View { get; private set; }

    /// <summary>What was refused of the panel's own form.</summary>
    protected FormErrors Errors { get; } = new("adu");

    protected CancellationToken Gone => _gone.Token;

    public void Dispose()
    {
        _live?.Dispose();
        _gone.Cancel();
        _gone.Dispose();
        GC.SuppressFinalize(this);
    }

    protected override void OnInitialized() =>
        _live = new LiveRefresh(Feed, Time, () => InvokeAsync(RefreshAsync), id => id == _shown?.RequestId, Topic.Work);

    protected override async Task OnParametersSetAsync()
    {
        if (Context != _shown)
        {
            var isFirst = _shown?.RequestId != Context.RequestId;
            _shown = Context;
            await ReadAsync();
            if (isFirst && View is not null)
            {
                await BeginAsync(View);
            }
        }
    }

    /// <summary>What a panel shows besides the complaint itself.</summary>
    protected virtual Task ReadMoreAsync(StepPanelContext context) => Task.CompletedTask;

    /// <summary>Fills the form the first time the complaint is shown.</summary>
    protected virtual Task BeginAsync(ComplaintView view) => Task.CompletedTask;

    /// <summary>One act of the panel; refusals go to the form, a success is told to the page.</summary>
    protected async Task<bool> RunAsync(Func<ActionContext, Task<Outcome>> write, string done)
    {
        if (_busy)
        {
            return false;
        }

        _busy = true;
        try
        {
            var outcome = await write(await Acting.ActAsync());
            Errors.Set(outcome.Refusals);
            if (outcome.IsOk)
            {
                await ChangedAsync(done);
            }

            return outcome.IsOk;
        }
        finally
        {
            _busy = false;
        }
    }

    /// <summary>Something inside the panel changed the complaint; the page says what.</summary>
    protected async Task ChangedAsync(string done)
    {
        await ReadAsync();
        await OnDone.InvokeAsync(done);
    }

    private async Task RefreshAsync()
    {
        try
        {
            if (!_gone.IsCancellationRequested)
            {
                await ReadAsync();
                StateHasChanged();
            }
        }
        catch (OperationCanceledException)
        {
            // The panel is gone; whoever comes back reads anew.
        }
    }

    private async Task ReadAsync()
    {
        var context = Context;
        var view = await Queries.FindAsync(context.RequestId, context.Viewer, _gone.Token);
        if (context == _shown)
        {
            View = view;
            await ReadMoreAsync(context);
        }
    }
}
