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
    private List<ReadyRow>? _rows;
    private string? _text;
    private string? _asked;
    private int _reading;

    [Inject] public required HandOverQueries Queries { get; init; }

    [Inject] public required NavigationManager Navigation { get; init; }

    [CascadingParameter] public Actor? Actor { get; set; }

    [SupplyParameterFromQuery] public string? Hal { get; set; }

    private int Pages => Math.Max(1, ((_rows?.Count ?? 0) + PageSize - 1) / PageSize);

    private int CurrentPage => Math.Min(AddressValues.Page(Hal), Pages);

    private IEnumerable<ReadyRow> Shown => _rows!.Skip((CurrentPage - 1) * PageSize).Take(PageSize);

    private string? Summary => _rows is null ? null : (_rows.Count - _left.Count) switch
    {
        0 => "Tidak ada surat yang menunggu",
        var count when _asked is null => $"{count} surat menunggu diambil, yang paling lama di atas",
        var count => $"{count} surat cocok",
    };

    protected override async Task OnInitializedAsync()
    {
        Follow(Topic.Work, Topic.Letters);
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

    protected override async Task ReadAsync()
    {
        var reading = ++_reading;
        var rows = await Queries.WaitingAsync(_asked, Actor!);
        if (reading == _reading)
        {
            _left.Clear();
            _rows = [.. rows];
        }
    }

    protected override async Task RefreshAsync()
    {
        if (_rows is null)
        {
            return;
        }

        var reading = _reading;
        var now = (await Queries.WaitingAsync(_asked, Actor!)).ToDictionary(r => r.RequestId);
        if (reading == _reading)
        {
            BringUpToDate(now);
        }
    }

    /// <summary>Known rows are brought up to date where they stand; new ones join at the end, where the youngest belong.</summary>
    private void BringUpToDate(Dictionary<Guid, ReadyRow> now)
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
