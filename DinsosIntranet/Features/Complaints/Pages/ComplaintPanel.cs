using DinsosIntranet.Features.Accounts;
using DinsosIntranet.Features.Desks;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Live;
using DinsosIntranet.Shared.Ui;
using Microsoft.AspNetCore.Components;

namespace DinsosIntranet.Features.Complaints.Pages;

/// <summary>What the panels of complaints share: they read when it changes, keep what is typed, and show a refusal beside its field.</summary>
public abstract class ComplaintPanel : StepPanel
{
    private readonly OneAtATime _acts = new();
    private StepPanelContext? _shown;

    [Inject]
    public required ComplaintService Service { get; init; }

    [Inject]
    public required ComplaintQueries Queries { get; init; }

    [Inject]
    public required ComplaintReference Reference { get; init; }

    [Inject]
    public required ActingUser Acting { get; init; }

    protected ComplaintView? View { get; private set; }

    /// <summary>What was refused of the panel's own form.</summary>
    protected FormErrors Errors { get; } = new("adu");

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
        using var turn = _acts.Begin();
        if (turn is null)
        {
            return false;
        }

        var outcome = await write(await Acting.ActAsync());
        Errors.Set(outcome.Refusals);
        if (outcome.IsOk)
        {
            await ChangedAsync(done);
        }

        return outcome.IsOk;
    }

    /// <summary>Something inside the panel changed the complaint; the page says what.</summary>
    protected async Task ChangedAsync(string done)
    {
        await ReadAsync();
        await OnDone.InvokeAsync(done);
    }

    protected override async Task ReadAsync()
    {
        var context = Context;
        var view = await Queries.FindAsync(context.RequestId, context.Viewer, Gone);
        if (context == _shown)
        {
            View = view;
            await ReadMoreAsync(context);
        }
    }
}
