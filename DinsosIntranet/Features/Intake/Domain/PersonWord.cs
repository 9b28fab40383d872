namespace DinsosIntranet.Features.Intake.Domain;

/// <summary>
/// One word of somebody's name, as <see cref="Person.NameSearch"/> has it. Kept beside the persons so that the beginning of any
/// word is found by an index; written by <see cref="PersonWordKeeping"/> with whatever saves the person.
/// </summary>
public sealed class PersonWord
{
    public required Guid PersonId { get; init; }

    public required string Word { get; init; }

    /// <summary>The words of a name, each once.</summary>
    public static IReadOnlySet<string> Of(string nameSearch) => nameSearch.Split(' ', StringSplitOptions.RemoveEmptyEntries).ToHashSet(StringComparer.Ordinal);

    /// <summary>Behind every word that begins with this one: no letter of a name comes after U+FFFF in the order of the column.</summary>
    public static string After(string beginning) => beginning + '\uFFFF';
}
