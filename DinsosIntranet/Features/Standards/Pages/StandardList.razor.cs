using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Live;
using Microsoft.AspNetCore.Components;

namespace DinsosIntranet.Features.Standards.Pages;

/// <summary>The standards in force: what each promises, and whether it takes people in.</summary>
public sealed partial class StandardList : IDisposable
{
    private LiveRefresh? _live;
    private IReadOnlyList<StandardRow>? _rows;
    private bool _isGone;

    [Inject]
    public required StandardQueries Queries { get; init; }

    [Inject]
    public required ChangeFeed Feed { get; init; }

    [Inject]
    public required TimeProvider Time { get; init; }

    [CascadingParameter]
    public Actor? Actor { get; set; }

    private string? Summary => _rows is null ? null
        : $"{_rows.Count(r => !r.IsInternal)} standar berlaku, {_rows.Count(r => r.TakesIn && !r.IsInternal)} menerima permohonan di aplikasi ini"
            + (_rows.Count(r => r.IsInternal) is > 0 and var procedures ? $"; {procedures} prosedur internal" : "");

    protected override async Task OnInitializedAsync()
    {
        _live = new LiveRefresh(Feed, Time, () => InvokeAsync(RefreshAsync), _ => true, Topic.Standards);
        _rows = await Queries.ListAsync();
    }

    public void Dispose()
    {
        _isGone = true;
        _live?.Dispose();
    }

    private async Task RefreshAsync()
    {
        if (!_isGone)
        {
            _rows = await Queries.ListAsync();
            StateHasChanged();
        }
    }
}
