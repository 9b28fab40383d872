using DinsosIntranet.Features.Agency;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Live;
using Microsoft.AspNetCore.Components;

namespace DinsosIntranet.Features.Letters.Pages;

/// <summary>What waits for the viewer's signature; each line leads to its request, where it is examined and signed.</summary>
public sealed partial class SigningPage : IDisposable
{
    private readonly CancellationTokenSource _gone = new();
    private LiveRefresh? _live;
    private SigningList? _list;
    private TimeZoneInfo? _zone;
    private int _reading;

    [Inject]
    public required LetterQueries Queries { get; init; }

    [Inject]
    public required AgencyDirectory Agencies { get; init; }

    [Inject]
    public required ChangeFeed Feed { get; init; }

    [Inject]
    public required TimeProvider Time { get; init; }

    [CascadingParameter]
    public Actor? Actor { get; set; }

    private string? Summary => _list switch
    {
        null => null,
        { Count: 0 } => "Tidak ada yang menunggu",
        { AwaitingInk.Count: 0 } => $"{_list.ToSign.Count} surat untuk diperiksa",
        _ => $"{_list.ToSign.Count} surat untuk diperiksa, {_list.AwaitingInk.Count} menunggu tanda tangan basah",
    };

    protected override void OnInitialized() =>
        _live = new LiveRefresh(Feed, Time, () => InvokeAsync(RefreshAsync), _ => true, Topic.Work, Topic.Letters);

    protected override Task OnParametersSetAsync() => _list is null ? ReadAsync() : Task.CompletedTask;

    public void Dispose()
    {
        _live?.Dispose();
        _gone.Cancel();
        _gone.Dispose();
    }

    private async Task RefreshAsync()
    {
        try
        {
            if (!_gone.IsCancellationRequested)
            {
                await ReadAsync();
                StateHasChanged();
            }
        }
        catch (OperationCanceledException)
        {
            // The page was left.
        }
    }

    private async Task ReadAsync()
    {
        if (Actor is null)
        {
            return;
        }

        var reading = ++_reading;
        var agency = await Agencies.GetAsync(_gone.Token);
        var list = await Queries.WaitingAsync(Actor, agency, Time.GetUtcNow().UtcDateTime, _gone.Token);
        if (reading == _reading)
        {
            (_list, _zone) = (list, agency.Zone);
        }
    }
}
