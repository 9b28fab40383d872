using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Live;
using Microsoft.AspNetCore.Components;

namespace DinsosIntranet.Features.Standards.Pages;

/// <summary>The standards in force: what each promises, and whether it takes people in.</summary>
public sealed partial class StandardList
{
    private IReadOnlyList<StandardRow>? _rows;

    [Inject]
    public required StandardQueries Queries { get; init; }

    [CascadingParameter]
    public Actor? Actor { get; set; }

    private string? Summary => _rows is null ? null
        : $"{_rows.Count(r => !r.IsInternal)} standar berlaku, {_rows.Count(r => r.TakesIn && !r.IsInternal)} menerima permohonan di aplikasi ini"
            + (_rows.Count(r => r.IsInternal) is > 0 and var procedures ? $"; {procedures} prosedur internal" : "");

    protected override async Task OnInitializedAsync()
    {
        Follow(Topic.Standards);
        await ReadAsync();
    }

    protected override async Task ReadAsync() => _rows = await Queries.ListAsync();
}
