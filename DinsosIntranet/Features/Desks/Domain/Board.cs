using System.Collections.Concurrent;
using DinsosIntranet.Shared.Calendar;

namespace DinsosIntranet.Features.Desks.Domain;

/// <summary>How a tile is drawn: the colour and shape of its clock, or neither where no clock counts.</summary>
public enum BoardTone
{
    Late,
    Soon,
    Fine,
    Paused,
    Plain,
}

/// <summary>
/// One open request on the board: a number and a clock, never a name. Made once per change and shared by all viewers, so
/// a viewer may compare tiles by reference.
/// </summary>
/// <remarks>
/// <paramref name="Label"/>: the number without its year, "DTKS 0412".
/// <paramref name="IsMoved"/>: came to its desk a moment ago.
/// </remarks>
public sealed record BoardTile(
    Guid Id,
    string Label,
    string ServiceCode,
    string UnitCode,
    string DeskCode,
    string StepId,
    string StepTitle,
    DateTime EnteredDeskAt,
    int NetMinutes,
    BoardTone Tone,
    bool IsWaiting,
    string Text,
    string Spoken,
    bool IsConfidential,
    bool IsMoved)
{
    /// <summary>When its clock runs out, UTC; null where none runs.</summary>
    public DateTime? DueUtc { get; init; }

    /// <summary>Where its request is. Kept with the tile, which all viewers share: made anew for each it was a fifth of their time.</summary>
    public string Address { get; } = "/permohonan/" + Id;

    public static BoardTone ToneOf(ClockView clock) => clock.State switch
    {
        _ when clock.IsLate => BoardTone.Late,
        ClockState.Yellow => BoardTone.Soon,
        ClockState.Green => BoardTone.Fine,
        ClockState.Paused => BoardTone.Paused,
        _ => BoardTone.Plain,
    };
}

/// <summary>What a viewer wants to see; null means all.</summary>
public sealed record BoardFilter(string? ServiceCode, string? UnitCode)
{
    public static BoardFilter All { get; } = new(null, null);

    public bool Admits(string serviceCode, string unitCode) =>
        (ServiceCode is null || ServiceCode == serviceCode) && (UnitCode is null || UnitCode == unitCode);
}

/// <summary>
/// The counts above the board. <paramref name="Running"/> are all but those still waiting for documents, so the four
/// states and what has no clock add up to it.
/// </summary>
public sealed record BoardCounts(int Running, int Late, int Soon, int Fine, int Paused, int Waiting)
{
    public static BoardCounts Of(IReadOnlyCollection<BoardTile> tiles) => new(
        tiles.Count(t => !t.IsWaiting),
        tiles.Count(t => t.Tone == BoardTone.Late),
        tiles.Count(t => t.Tone == BoardTone.Soon),
        tiles.Count(t => t.Tone == BoardTone.Fine || (t.Tone == BoardTone.Plain && !t.IsWaiting)),
        tiles.Count(t => t.Tone == BoardTone.Paused),
        tiles.Count(t => t.IsWaiting));

    /// <summary>As a sentence for those who listen.</summary>
    public string Spoken =>
        $"{Running} berjalan: {Late} lewat, {Soon} segera, {Fine} aman, {Paused} jeda" + (Waiting > 0 ? $"; {Waiting} menunggu berkas." : ".");
}

/// <summary>One desk of the board: as many tiles as there is room for, longest waiting first, and how many more there are.</summary>
public sealed record BoardRow(string DeskCode, string DeskName, int Count, string Longest, IReadOnlyList<BoardTile> Tiles)
{
    /// <summary>More than this nobody reads, and a row of hundreds would slow every viewer.</summary>
    public const int MaxTiles = 40;

    public int More => Count - Tiles.Count;

    /// <summary>Whether both rows look the same on screen.</summary>
    public bool LooksLike(BoardRow other) =>
        ReferenceEquals(this, other)
        || (DeskName == other.DeskName && Count == other.Count && Longest == other.Longest && Tiles.SequenceEqual(other.Tiles));

    public static BoardRow Of(BoardDesk desk, IReadOnlyList<BoardTile> tiles) => new(
        desk.Code,
        desk.Name,
        tiles.Count,
        tiles.Count == 0 ? "–" : NetTime.Text(tiles.Max(t => t.NetMinutes)),
        tiles.Count > MaxTiles ? [.. tiles.Take(MaxTiles)] : tiles);
}

public sealed record BoardView(BoardCounts Counts, IReadOnlyList<BoardRow> Rows);

/// <summary>A service that can be chosen in the filter, with the unit that answers for it and the desks its requests pass.</summary>
public sealed record BoardService(string Code, string Title, string UnitCode, IReadOnlySet<string> Desks);

public sealed record BoardDesk(string Code, string Name);

public sealed record BoardUnit(string Code, string Name);

/// <summary>All open work at one moment. Viewers with the same filter share one view of it.</summary>
public sealed class BoardSnapshot(
    DateTime at,
    TimeZoneInfo zone,
    IReadOnlyList<BoardDesk> desks,
    IReadOnlyList<BoardService> services,
    IReadOnlyList<BoardUnit> units,
    IReadOnlyList<BoardTile> tiles,
    IReadOnlyDictionary<string, int>? finishedToday)
{
    private readonly ConcurrentDictionary<BoardFilter, BoardView> _views = new();
    private readonly ConcurrentDictionary<BoardFilter, WallView> _walls = new();

    /// <summary>When it was made, UTC.</summary>
    public DateTime At { get; } = at;

    public TimeZoneInfo Zone { get; } = zone;

    public IReadOnlyList<BoardService> Services { get; } = services;

    /// <summary>Units that answer for one of the services.</summary>
    public IReadOnlyList<BoardUnit> Units { get; } = units;

    /// <summary>Longest at their desk first, paused ones last.</summary>
    public IReadOnlyList<BoardTile> Tiles { get; } = tiles;

    /// <summary>What a viewer with this filter sees. A value the filter offers no more counts as not chosen.</summary>
    public BoardView View(BoardFilter filter) => _views.GetOrAdd(Known(filter), MakeView);

    /// <summary>As above, without the tiles of requests the viewer must not know of; made for that viewer alone where there are any.</summary>
    public BoardView View(BoardFilter filter, IReadOnlySet<Guid> hidden) =>
        hidden.Count > 0 && Tiles.Any(t => hidden.Contains(t.Id)) ? MakeView(Known(filter), [.. Shown(Known(filter)).Where(t => !hidden.Contains(t.Id))]) : View(filter);

    /// <summary>As <see cref="View(BoardFilter)"/>, for a screen on the wall.</summary>
    public WallView Wall(BoardFilter filter) => _walls.GetOrAdd(Known(filter), MakeWall);

    private BoardFilter Known(BoardFilter filter) => new(
        Services.Any(s => s.Code == filter.ServiceCode) ? filter.ServiceCode : null,
        Units.Any(u => u.Code == filter.UnitCode) ? filter.UnitCode : null);

    private BoardView MakeView(BoardFilter filter) => MakeView(filter, Shown(filter));

    private BoardView MakeView(BoardFilter filter, IReadOnlyList<BoardTile> shown)
    {
        return new BoardView(BoardCounts.Of(shown), [.. ByDesk(filter, shown).Select(d => BoardRow.Of(d.Desk, d.Tiles))]);
    }

    private WallView MakeWall(BoardFilter filter)
    {
        var shown = Shown(filter);
        var names = desks.ToDictionary(d => d.Code, d => d.Name);
        return new WallView(
            BoardCounts.Of(shown),
            filter == BoardFilter.All ? finishedToday?.Values.Sum() : finishedToday is null ? null : Services.Where(s => filter.Admits(s.Code, s.UnitCode)).Sum(s => finishedToday.GetValueOrDefault(s.Code)),
            [.. ByDesk(filter, shown).Select(d => WallDesk.Of(d.Desk, d.Tiles))],
            WallView.MostUrgent(shown, code => names.GetValueOrDefault(code, code)),
            string.Join(" · ", new[] { Services.FirstOrDefault(s => s.Code == filter.ServiceCode)?.Title, Units.FirstOrDefault(u => u.Code == filter.UnitCode)?.Name }.OfType<string>()) is { Length: > 0 } chosen
                ? chosen
                : "semua layanan");
    }

    private IReadOnlyList<BoardTile> Shown(BoardFilter filter) => filter == BoardFilter.All ? Tiles : [.. Tiles.Where(t => filter.Admits(t.ServiceCode, t.UnitCode))];

    /// <summary>The desks the chosen services pass, and those where something stands all the same.</summary>
    private IEnumerable<(BoardDesk Desk, IReadOnlyList<BoardTile> Tiles)> ByDesk(BoardFilter filter, IReadOnlyList<BoardTile> shown)
    {
        var byDesk = shown.GroupBy(t => t.DeskCode).ToDictionary(g => g.Key, IReadOnlyList<BoardTile> (g) => [.. g]);
        var onTheWay = Services.Where(s => filter.Admits(s.Code, s.UnitCode)).SelectMany(s => s.Desks).ToHashSet();
        return desks.Where(d => onTheWay.Contains(d.Code) || byDesk.ContainsKey(d.Code)).Select(d => (d, byDesk.GetValueOrDefault(d.Code, [])));
    }
}
