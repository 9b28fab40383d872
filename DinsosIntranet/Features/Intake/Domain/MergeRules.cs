using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Identity;
using DinsosIntranet.Shared.Text;

namespace DinsosIntranet.Features.Intake.Domain;

/// <summary>Why two records look like one person, the strongest first.</summary>
public enum PersonLikeness
{
    SameNik,
    SameNameAndBirthDate,
    SimilarNameSameVillage,
}

/// <summary>Who may make one record of two, and what is needed for it.</summary>
public static class MergeRules
{
    /// <summary>Two slips of the pen in a name of this length are a slip; in a shorter one they are another name.</summary>
    private const int LongName = 8;

    /// <summary>Those who keep the register of people: the counter and the secretariat.</summary>
    public static bool MayMerge(Actor actor) => actor.HasAny(StaffRole.FrontOffice, StaffRole.Secretariat);

    /// <summary>Not whoever merges, and not who administers accounts: the head of agency or the agency's secretary.</summary>
    public static bool MayUndo(Actor actor) => actor.HasAny(StaffRole.HeadOfAgency, StaffRole.AgencySecretary);

    /// <summary>Two cards with two numbers are two people, unless somebody has looked at the cards.</summary>
    public static bool HaveDifferentNiks(PersonInput one, PersonInput other) =>
        IdentityDigits.Strip(one.Nik) is { Length: Nik.Length } first && IdentityDigits.Strip(other.Nik) is { Length: Nik.Length } second && first != second;

    /// <summary>Null where nothing suggests that the two are one person.</summary>
    public static PersonLikeness? Likeness(PersonInput one, PersonInput other)
    {
        if (one.Nik.Length > 0 && one.Nik == other.Nik)
        {
            return PersonLikeness.SameNik;
        }

        var (first, second) = (SearchText.Normalise(one.Name), SearchText.Normalise(other.Name));
        if (first == second && one.BirthDate is not null && one.BirthDate == other.BirthDate)
        {
            return PersonLikeness.SameNameAndBirthDate;
        }

        return one.VillageCode.Length > 0 && one.VillageCode == other.VillageCode && AreSimilar(first, second) ? PersonLikeness.SimilarNameSameVillage : null;
    }

    public static string Text(this PersonLikeness likeness) => likeness switch
    {
        PersonLikeness.SameNik => "NIK sama",
        PersonLikeness.SameNameAndBirthDate => "nama dan tanggal lahir sama",
        PersonLikeness.SimilarNameSameVillage => "nama mirip, desa sama",
        _ => throw new ArgumentOutOfRangeException(nameof(likeness)),
    };

    /// <summary>The same words in another order, or all but one or two letters the same.</summary>
    private static bool AreSimilar(string one, string other)
    {
        if (one.Split(' ').Order(StringComparer.Ordinal).SequenceEqual(other.Split(' ').Order(StringComparer.Ordinal)))
        {
            return true;
        }

        return Distance(one, other) <= (Math.Min(one.Length, other.Length) >= LongName ? 2 : 1);
    }

    /// <summary>How many letters must be put in, left out or changed (Levenshtein).</summary>
    private static int Distance(string one, string other)
    {
        var row = Enumerable.Range(0, other.Length + 1).ToArray();
        for (var i = 1; i <= one.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= other.Length; j++)
            {
                var above = row[j];
                row[j] = Math.Min(Math.Min(row[j] + 1, row[j - 1] + 1), diagonal + (one[i - 1] == other[j - 1] ? 0 : 1));
                diagonal = above;
            }
        }

        return row[other.Length];
    }
}
