using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Live;
using DinsosIntranet.Shared.Text;
using Microsoft.AspNetCore.Components;

namespace DinsosIntranet.Features.Intake.Pages;

/// <summary>
/// The drawer of letters waiting to be collected, the longest waiting first. It follows the work of others; a row that
/// leaves stays in its place, and says so, until the list is asked for again: nothing jumps under the pointer.
/// </summary>
public sealed partial class ReadyForHandOver
{
    private const int PageSize = 25;

    private readonly HashSet<Guid> _left = [];
    private LiveRefresh? _live;
    private List<ReadyRow>? _rows;
    private string? _text;
    private string? _asked;
    private int _reading;
    private bool _gone;

    [Inject] public required HandOverQueries Queries { get; init; }

    [Inject] public required ChangeFeed Feed { get; init; }

    [Inject] public required TimeProvider Time { get; init; }

    [CascadingParameter] public Actor? Actor { get; set; }

    [SupplyParameterFromQuery(Name = "halaman")] public string? Halaman { get; set; }

    private int Pages => Math.Max(1, ((_rows?.Count ?? 0) + PageSize - 1) / PageSize);

    private int CurrentPage => Math.Min(AddressValues.Page(Halaman), Pages);

    private IEnumerable<ReadyRow> Shown => _rows!.Skip((CurrentPage - 1) * PageSize).Take(PageSize);

    private string? Summary => _rows is null ? null : (_rows.Count - _left.Count) switch
    {
        0 => "Tidak ada surat yang menunggu",
        var count when _asked is null => $"{count} surat menunggu diambil, yang paling lama di atas",
        var count => $"{count} surat cocok",
    };

    public void Dispose()
    {
        _gone = true;
        _live?.Dispose();
    }

    protected override async Task OnInitializedAsync()
    {
        _live = new LiveRefresh(Feed, Time, RefreshAsync, _ => true, Topic.Work, Topic.Letters);
        await ReadAsync();
    }

    private Task SearchAsync()
    {
        _asked = string.IsNullOrWhiteSpace(_text) ? null : _text.Trim();
        return ReadAsync();
    }

    private Task ShowAllAsync()
    {
        (_text, _asked) = (null, null);
        return ReadAsync();
    }

    private async Task ReadAsync()
    {
        var reading = ++_reading;
        var rows = await Queries.WaitingAsync(_asked, Actor!);
        if (reading == _reading)
        {
            _left.Clear();
            _rows = [.. rows];
        }
    }

    private Task RefreshAsync() => InvokeAsync(async () =>
    {
        if (_gone || _rows is null)
        {
            return;
        }

        try
        {
            var reading = _reading;
            var now = (await Queries.WaitingAsync(_asked, Actor!)).ToDictionary(r => r.RequestId);
            if (reading == _reading && !_gone)
            {
                Follow(now);
                StateHasChanged();
            }
        }
        catch (Exception exception)
        {
            await DispatchExceptionAsync(exception);
        }
    });

    /// <summary>Known rows are brought up to date where they stand; new ones join at the end, where the youngest belong.</summary>
    private void Follow(Dictionary<Guid, ReadyRow> now)
    {
        for (var i = 0; i < _rows!.Count; i++)
        {
            var id = _rows[i].RequestId;
            if (now.Remove(id, out var row))
            {
                _rows[i] = row;
                _left.Remove(id);
            }
            else
            {
                _left.Add(id);
            }
        }

        _rows.AddRange(now.Values);
    }
}
