using DinsosIntranet.Features.Standards.Domain;
using Microsoft.AspNetCore.Components;

namespace DinsosIntranet.Features.Standards.Pages;

/// <summary>The rows of a drawn standard; a fork holds further rows for each of its branches.</summary>
public partial class StandardFlowRows
{
    [Parameter, EditorRequired] public required IReadOnlyList<FlowRow> Rows { get; set; }

    [Parameter, EditorRequired] public required IReadOnlyList<DeskDefinition> Desks { get; set; }

    private string DeskName(string code) => Desks.FirstOrDefault(d => d.Code == code)?.Name ?? code;

    private static string? BranchText(StepOutcome outcome) => outcome.Branch switch
    {
        Branch.Yes => "Jika Ya",
        Branch.No => "Jika Tidak",
        _ => null,
    };

    private static string ReturnText(StandardStep step, FlowReturn back) => back.To == step
        ? back.Outcome.Label + ": tetap di langkah ini"
        : $"{back.Outcome.Label}: kembali ke langkah {back.To.Number}";

    private static string EndText(StandardEnding ending) => ending.Status switch
    {
        EndStatus.Completed => "Selesai: " + ending.Name,
        EndStatus.Refused => "Ditolak: " + ending.Name,
        _ => ending.Name,
    };
}
