using DinsosIntranet.Features.Accounts;
using DinsosIntranet.Features.Desks;
using DinsosIntranet.Features.Repatriation.Domain;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Ui;
using Microsoft.AspNetCore.Components;

namespace DinsosIntranet.Features.Repatriation.Pages;

/// <summary>
/// What the panels of a journey share: they read it again when the request changes, and show who the people are only after
/// they were asked to. What is typed about people is kept nowhere but here until it is saved.
/// </summary>
public abstract class RepatriationPanel : StepPanel
{
    private StepPanelContext? _shown;
    private bool _busy;

    [Inject]
    public required RepatriationService Service { get; init; }

    [Inject]
    public required RepatriationQueries Queries { get; init; }

    [Inject]
    public required ActingUser Acting { get; init; }

    protected RepatriationView? View { get; private set; }

    /// <summary>Who the people are; null until somebody asked to see it.</summary>
    protected OpenedRepatriation? Opened { get; private set; }

    protected FormErrors Errors { get; } = new("pulang");

    protected override async Task OnParametersSetAsync()
    {
        if (Context != _shown)
        {
            _shown = Context;
            await ReadAsync();
        }
    }

    protected virtual async Task ReadAsync() => View = await Queries.FindAsync(Context.RequestId, Context.Viewer);

    protected async Task RevealAsync()
    {
        var opened = await Service.RevealAsync(Context.RequestId, await Acting.ActAsync());
        Errors.Set(opened.Refusals);
        Opened = opened.IsOk ? opened.Value : null;
    }

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
                await OnDone.InvokeAsync(done);
            }

            return outcome.IsOk;
        }
        finally
        {
            _busy = false;
        }
    }

    protected static List<Migrant> Copy(RepatriationContent content) => [.. content.Migrants.Select(m => m with { Values = new Dictionary<string, string>(m.Values) })];
}
