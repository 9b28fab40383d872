using DinsosIntranet.Features.Desks;
using DinsosIntranet.Features.Standards.Domain;
using Microsoft.AspNetCore.Components;

namespace DinsosIntranet.Features.Dispositions.Pages;

/// <summary>The steps that dispose and assign, on the request's own page.</summary>
public sealed partial class DisposePanel
{
    private DispositionCase? _case;
    private StepPanelContext? _shown;
    private IReadOnlyList<InstructionChoice> _instructions = [];

    [Inject]
    public required DispositionQueries Queries { get; init; }

    private string Heading => Context.Step.Action == StepActions.Assign ? "tugaskan" : "disposisikan";

    private string Proposed => DispositionQueries.Content(_instructions, _case!.ProposedInstructions, null);

    protected override async Task OnInitializedAsync() => _instructions = await Queries.InstructionsAsync();

    protected override async Task OnParametersSetAsync()
    {
        if (Context != _shown)
        {
            _shown = Context;
            _case = await Queries.FindAsync(Context.RequestId, Context.Viewer);
        }
    }
}
