namespace DinsosIntranet.Features.Desks.Domain;

/// <summary>One desk as a screen on the wall shows it: how many run there, how they stand, how long the oldest of them has been there.</summary>
public sealed record WallDesk(string Code, string Name, BoardCounts Counts, string Longest)
{
    public static WallDesk Of(BoardDesk desk, IReadOnlyList<BoardTile> tiles)
    {
        var running = tiles.Where(t => !t.IsWaiting).Select(t => t.NetMinutes).DefaultIfEmpty(-1).Max();
        return new WallDesk(desk.Code, desk.Name, BoardCounts.Of(tiles), running < 0 ? "–" : NetTime.Text(running));
    }
}

/// <summary>One request among the most urgent: a number, a desk and a clock.</summary>
public sealed record WallTile(Guid Id, string Label, string DeskName, BoardTone Tone, string Text);

/// <summary>
/// The board for a screen on the wall: counts, desks, the most urgent. <paramref name="FinishedToday"/> are those that ended
/// since midnight, withdrawn ones left out, null until it is read for the first screen; <paramref name="Shows"/> says in words what the filter lets through.
/// </summary>
public sealed record WallView(BoardCounts Counts, int? FinishedToday, IReadOnlyList<WallDesk> Desks, IReadOnlyList<WallTile> Urgent, string Shows)
{
    /// <summary>As many as can be read from across the room.</summary>
    public const int MaxUrgent = 8;

    /// <summary>Late before soon before fine, each by when its clock runs out; what is paused or has no clock is not urgent.</summary>
    public static IReadOnlyList<WallTile> MostUrgent(IEnumerable<BoardTile> tiles, Func<string, string> deskName) =>
    [
        .. tiles.Where(t => t.Tone is BoardTone.Late or BoardTone.Soon or BoardTone.Fine)
            .OrderBy(t => t.Tone)
            .ThenBy(t => t.DueUtc ?? DateTime.MaxValue)
            .ThenBy(t => t.Label, StringComparer.Ordinal)
            .Take(MaxUrgent)
            .Select(t => new WallTile(t.Id, t.Label, deskName(t.DeskCode), t.Tone, char.ToUpperInvariant(t.Text[0]) + t.Text[1..])),
    ];
}
