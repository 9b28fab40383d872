using DinsosIntranet.Features.Desks;
using Microsoft.AspNetCore.Components;

namespace DinsosIntranet.Features.Dispositions.Pages;

/// <summary>The step "Agenda sekretariat" on the request's own page.</summary>
public sealed partial class ForwardPanel
{
    private DispositionCase? _case;
    private StepPanelContext? _shown;

    [Inject]
    public required DispositionQueries Queries { get; init; }

    protected override async Task OnParametersSetAsync()
    {
        if (Context != _shown)
        {
            _shown = Context;
            _case = await Queries.FindAsync(Context.RequestId, Context.Viewer);
        }
    }
}
