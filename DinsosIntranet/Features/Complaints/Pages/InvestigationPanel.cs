using DinsosIntranet.Features.Desks;
using Microsoft.AspNetCore.Components;

namespace DinsosIntranet.Features.Complaints.Pages;

/// <summary>What the panels of an examination share: they read it with the complaint.</summary>
public abstract class InvestigationPanel : ComplaintPanel
{
    [Inject]
    public required InvestigationQueries Investigations { get; init; }

    protected InvestigationView? Investigation { get; private set; }

    protected override async Task ReadMoreAsync(StepPanelContext context) => Investigation = await Investigations.FindAsync(context.RequestId, context.Viewer, Gone);
}
