using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Live;
using Microsoft.AspNetCore.Components;

namespace DinsosIntranet.Features.Standards.Pages;

/// <summary>Every standard: which version counts, what comes next, what still waits for a day.</summary>
public sealed partial class StandardVersionsPage : IDisposable
{
    public const string Address = "/pengaturan/standar";

    private LiveRefresh? _live;
    private StandardLines? _view;
    private bool _isGone;

    [Inject]
    public required StandardVersionQueries Queries { get; init; }

    [Inject]
    public required ChangeFeed Feed { get; init; }

    [Inject]
    public required TimeProvider Time { get; init; }

    [CascadingParameter]
    public Actor? Actor { get; set; }

    /// <summary>The index of settings is the administrator's; the head and the secretary come from the standards themselves.</summary>
    private string ParentHref => Actor?.Has(StaffRole.Administrator) == true ? "/pengaturan" : "/standar";

    private string ParentText => Actor?.Has(StaffRole.Administrator) == true ? "Pengaturan" : "Standar layanan";

    protected override async Task OnInitializedAsync()
    {
        _live = new LiveRefresh(Feed, Time, () => InvokeAsync(RefreshAsync), _ => true, Topic.Standards);
        _view = await Queries.ListAsync();
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
            _view = await Queries.ListAsync();
            StateHasChanged();
        }
    }
}
