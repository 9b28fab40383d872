namespace DinsosIntranet.Features.VictimCases;

/// <summary>
/// One figure of the recap: the month, and the running figure of the year with the month it reaches to. Null where it is not
/// said; see <see cref="Domain.CellSuppression"/>.
/// </summary>
public sealed record RecapCell(int? Month, int? UpTo, int? UpToMonth)
{
    /// <summary>Neither in the month nor before it.</summary>
    public bool IsNought(int month) => Month == 0 && UpTo == 0 && UpToMonth == month;
}

public sealed record RecapRow(string Code, string Name, RecapCell Cell);

/// <summary>What the rows of a table count.</summary>
public enum RecapUnit
{
    Victims,
    Cases,
}

public static class RecapUnits
{
    public static string Word(this RecapUnit unit) => unit == RecapUnit.Victims ? "korban" : "kasus";
}

/// <summary>One table; <paramref name="HasSeveral"/>: one victim or case may stand in several rows.</summary>
public sealed record RecapTable(string Code, string Title, RecapUnit Unit, bool HasSeveral, IReadOnlyList<RecapRow> Rows);

public sealed record RecapMonth(int Month, int? Victims, int? Cases);

/// <summary>The recap of one month that has ended, and of its year up to there.</summary>
public sealed record RecapView
{
    /// <summary>First day of the month.</summary>
    public required DateOnly Month { get; init; }

    /// <summary>First day of the last month that has ended: the latest there is a recap of.</summary>
    public required DateOnly Last { get; init; }

    public required RecapCell Victims { get; init; }

    public required RecapCell Cases { get; init; }

    /// <summary>January to <see cref="Month"/>.</summary>
    public required IReadOnlyList<RecapMonth> Months { get; init; }

    public required IReadOnlyList<RecapTable> Tables { get; init; }
}
