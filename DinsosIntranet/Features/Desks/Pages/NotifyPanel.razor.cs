using Microsoft.AspNetCore.Components;

namespace DinsosIntranet.Features.Desks.Pages;

/// <summary>The panel of a step at which the applicant is told the result: the papers to give along, then the step's outcome.</summary>
public sealed partial class NotifyPanel
{
    private IReadOnlyList<ApplicantPaper>? _papers;
    private int _reading;

    [Inject]
    public required ApplicantPapers Papers { get; init; }

    /// <summary>The page renders again when the request changes, and the papers may be what changed.</summary>
    protected override async Task OnParametersSetAsync()
    {
        var reading = ++_reading;
        var papers = await Papers.ListAsync(Context.RequestId, Context.Viewer);
        if (reading == _reading)
        {
            _papers = papers;
        }
    }

    private static string Printed(ApplicantPaper paper) => paper.TimesPrinted == 0 ? "belum dicetak" : $"dicetak {paper.TimesPrinted} kali";
}
