using DinsosIntranet.Features.VictimCases.Domain;
using Microsoft.AspNetCore.Components;

namespace DinsosIntranet.Features.VictimCases.Pages;

/// <summary>One part of a case beside its forms: the blocks it rests on, and what is done with them.</summary>
public sealed partial class CasePartView
{
    [Parameter, EditorRequired]
    public required CasePart Part { get; set; }

    [Parameter, EditorRequired]
    public required Guid CaseId { get; set; }

    [Parameter, EditorRequired]
    public required CaseContent Content { get; set; }

    [Parameter, EditorRequired]
    public required IReadOnlyList<TeamLine> Team { get; set; }

    [Parameter, EditorRequired]
    public required TimeZoneInfo Zone { get; set; }

    [Parameter, EditorRequired]
    public required bool IsOpen { get; set; }

    [Parameter, EditorRequired]
    public required BlockAccess Access { get; set; }

    [Parameter, EditorRequired]
    public required EventCallback<string> OnDone { get; set; }

    [Parameter, EditorRequired]
    public required EventCallback OnReread { get; set; }

    private static BlockDefinition Block(string code) => CaseBlocks.Find(code)!;
}
