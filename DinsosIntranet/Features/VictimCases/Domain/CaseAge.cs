namespace DinsosIntranet.Features.VictimCases.Domain;

/// <summary>
/// Age on the day of the event, never today's: who was a child then is a child in this case for good (UU 35/2014 pasal 1:
/// under 18). Known from the birth date, else as stated, else only as a band.
/// </summary>
public static class CaseAge
{
    public const int Majority = 18;

    private static readonly (string Code, int From, int To)[] Bands =
        [("0-5", 0, 5), ("6-12", 6, 12), ("13-17", 13, 17), ("18-24", 18, 24), ("25-44", 25, 44), ("45-59", 45, 59), ("60", 60, int.MaxValue)];

    /// <summary>Whole years; born on 29 February counts up on 1 March in other years. Null where born after the event.</summary>
    public static int? At(DateOnly born, DateOnly on)
    {
        if (born > on)
        {
            return null;
        }

        var years = on.Year - born.Year;
        return (on.Month, on.Day).CompareTo((born.Month, born.Day)) < 0 ? years - 1 : years;
    }

    /// <summary>The age of a victim at the event, from the birth date or as stated; null where neither is known.</summary>
    public static int? Of(BlockValues victim, DateOnly? eventOn) =>
        victim.Date(CaseBlocks.BirthDate) is { } born && eventOn is { } on ? At(born, on) : victim.Number(CaseBlocks.Age);

    /// <summary>Whether the victim was a child at the event; null where nothing says so.</summary>
    public static bool? IsChild(BlockValues victim, DateOnly? eventOn) => Of(victim, eventOn) is { } age
        ? age < Majority
        : Bands.FirstOrDefault(b => b.Code == victim[CaseBlocks.AgeBand]) is { Code: not null } band ? band.To < Majority : null;

    /// <summary>The lowest age of a band; 0 where there is no such band, which keeps longest.</summary>
    public static int LowestOf(string band) => Bands.FirstOrDefault(b => b.Code == band).From;

    /// <summary>The code of the band an age falls into.</summary>
    public static string Band(int age) => Array.Find(Bands, b => age >= b.From && age <= b.To).Code;
}
