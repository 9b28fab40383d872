using DinsosIntranet.Features.Standards.Domain;
using Microsoft.AspNetCore.Components;

namespace DinsosIntranet.Features.Standards.Pages;

/// <summary>What a version changes, side by side: each line says in a word what became of it, then how it was and how it will be.</summary>
public sealed partial class StandardDifferences
{
    [Parameter, EditorRequired]
    public required IReadOnlyList<DifferenceGroup> Groups { get; set; }

    /// <summary>The version it is compared with.</summary>
    [Parameter, EditorRequired]
    public required int ComparedWith { get; set; }

    [Parameter, EditorRequired]
    public required int Number { get; set; }

    private int Count(DifferenceKind kind) => Groups.Sum(g => g.Differences.Count(d => d.Kind == kind));

    private static string Sign(DifferenceKind kind) => kind switch
    {
        DifferenceKind.Added => "+",
        DifferenceKind.Removed => "−",
        _ => "≠",
    };

    private static string SignClass(DifferenceKind kind) => kind switch
    {
        DifferenceKind.Added => "tambah",
        DifferenceKind.Removed => "hapus",
        _ => "ubah",
    };
}
