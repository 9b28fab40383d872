using DinsosIntranet.Shared.Live;
using Microsoft.AspNetCore.Components;

namespace DinsosIntranet.Features.Agency.Pages;

/// <summary>What the agency has still to set, each with the way there; nothing where nothing is missing.</summary>
public sealed partial class FirstSteps : IDisposable
{
    private IReadOnlyList<SettingsGap> _gaps = [];
    private LiveRefresh? _live;

    [Inject]
    public required IEnumerable<SettingsGaps> Sources { get; init; }

    [Inject]
    public required ChangeFeed Feed { get; init; }

    [Inject]
    public required TimeProvider Time { get; init; }

    public void Dispose() => _live?.Dispose();

    protected override Task OnInitializedAsync()
    {
        _live = new LiveRefresh(Feed, Time, () => InvokeAsync(RefreshAsync), _ => true, Topic.Agency, Topic.Accounts);
        return ReadAsync();
    }

    private async Task RefreshAsync()
    {
        await ReadAsync();
        StateHasChanged();
    }

    private async Task ReadAsync()
    {
        List<SettingsGap> gaps = [];
        foreach (var source in Sources)
        {
            gaps.AddRange(await source.ReadAsync(CancellationToken.None));
        }

        _gaps = [.. gaps.OrderBy(g => g.Order)];
    }
}
