using Microsoft.AspNetCore.Components;

namespace DinsosIntranet.Features.Standards.Pages;

/// <summary>The standards in force: what each promises, and whether it takes people in.</summary>
public sealed partial class StandardList
{
    private IReadOnlyList<StandardRow>? _rows;

    [Inject]
    public required StandardQueries Queries { get; init; }

    private string? Summary => _rows is null ? null : $"{_rows.Count} standar berlaku, {_rows.Count(r => r.TakesIn)} menerima permohonan di aplikasi ini";

    protected override async Task OnInitializedAsync() => _rows = await Queries.ListAsync();
}
