using DinsosIntranet.Shared.Acting;
using Microsoft.AspNetCore.Components;

namespace DinsosIntranet.Features.Desks.Pages;

/// <summary>Beside the step: time used, requirements with their scans, papers, the applicant.</summary>
public sealed partial class RequestRail
{
    [Inject] public required IEnumerable<RequestWords> RegisteredWords { get; init; }

    [Parameter, EditorRequired] public required RequestView View { get; set; }

    [CascadingParameter] public Actor? Actor { get; set; }

    private RequestWords Words => RequestWords.Of(RegisteredWords, View.Standard.Code);

    private static string RequirementDetail(RequirementLine line)
    {
        var state = line.IsPresent ? "ada" : line.IsMandatory ? "belum ada" : "tidak wajib, belum ada";
        return line.Note is null ? state : $"{state} · {line.Note}";
    }
}
