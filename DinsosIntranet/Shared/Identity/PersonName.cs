using DinsosIntranet.Shared.Text;

namespace DinsosIntranet.Shared.Identity;

/// <summary>A name as it is stored (as typed, without stray spaces) and as it is searched.</summary>
public sealed record PersonNameReading(string Stored, string Search, IReadOnlyList<Finding> Findings);

/// <summary>
/// One full name in one field: many people have a single name, so there is no first and last. Titles before and after the
/// name are kept in fields of their own. "bin/binti" and "Alm." are parts of a name as people give it.
/// </summary>
public static class PersonName
{
    public const int MaxLength = 100;

    /// <summary>Signs that names on identity cards do carry.</summary>
    private const string Signs = " '’`.,-/()";

    public static PersonNameReading Read(string? typed)
    {
        var stored = string.Join(' ', (typed ?? string.Empty).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        var findings = new List<Finding>();
        if (stored.Length == 0)
        {
            findings.Add(new Finding(FindingLevel.Error, "Isi nama lengkap."));
        }
        else if (!stored.Any(char.IsLetter))
        {
            findings.Add(new Finding(FindingLevel.Error, "Nama harus memuat huruf. Tulis seperti di KTP."));
        }
        else if (stored.Length > MaxLength)
        {
            findings.Add(new Finding(FindingLevel.Error, $"Nama paling panjang {MaxLength} huruf; ini {stored.Length}. Singkat gelarnya atau pindahkan ke isian gelar."));
        }

        var unusual = string.Concat(stored.Where(c => !IsUsual(c)).Distinct());
        if (unusual.Length > 0)
        {
            findings.Add(new Finding(FindingLevel.Warning, $"Nama memuat tanda yang tidak biasa: {unusual}. Periksa lagi di KTP."));
        }

        return new PersonNameReading(stored, SearchText.Normalise(stored), findings);
    }

    private static bool IsUsual(char character) =>
        char.IsLetter(character)
        || char.GetUnicodeCategory(character) == System.Globalization.UnicodeCategory.NonSpacingMark
        || Signs.Contains(character, StringComparison.Ordinal);
}
