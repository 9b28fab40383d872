using DinsosIntranet.Shared.Live;
using Microsoft.AspNetCore.Components;

namespace DinsosIntranet.Features.Standards.Pages;

/// <summary>One standard as the public reads it.</summary>
public sealed partial class StandardPage : IDisposable
{
    private LiveRefresh? _live;
    private StandardReading? _reading;
    private bool _missing;
    private bool _isGone;

    [Inject]
    public required StandardQueries Queries { get; init; }

    [Inject]
    public required ChangeFeed Feed { get; init; }

    [Inject]
    public required TimeProvider Time { get; init; }

    [Parameter]
    public string Code { get; set; } = "";

    private string Title => _reading?.Standard.ShortTitle ?? (_missing ? "Standar tidak ditemukan" : "Standar layanan");

    protected override void OnInitialized() => _live = new LiveRefresh(Feed, Time, () => InvokeAsync(RefreshAsync), _ => true, Topic.Standards);

    protected override Task OnParametersSetAsync() => ReadAsync();

    public void Dispose()
    {
        _isGone = true;
        _live?.Dispose();
    }

    private async Task RefreshAsync()
    {
        if (!_isGone)
        {
            await ReadAsync();
            StateHasChanged();
        }
    }

    private async Task ReadAsync()
    {
        var asked = Code;
        var reading = await Queries.FindAsync(asked);
        if (asked == Code)
        {
            (_reading, _missing) = (reading, reading is null);
        }
    }
}
