namespace DinsosIntranet.Shared.Text;

/// <summary>What lists show of a person's numbers and name. Too short a text is hidden whole rather than shown.</summary>
public static class Masking
{
    private const int Shown = 4;

    /// <summary>Words between names that are no names of their own.</summary>
    private static readonly string[] Particles = ["BIN", "BINTI", "ALM", "ALMH"];

    /// <summary>NIK or number of a family card: "3602********0001".</summary>
    public static string Nik(string nik) => Middle(nik);

    /// <summary>"0812****4417".</summary>
    public static string Phone(string phone) => Middle(phone);

    /// <summary>"S. A." for Siti Aminah.</summary>
    public static string Initials(string name)
    {
        var words = SearchText.Normalise(name).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return string.Join(' ', words.Where(w => !Particles.Contains(w)).Select(w => $"{w[0]}."));
    }

    private static string Middle(string text) => text.Length <= 2 * Shown
        ? new string('*', text.Length)
        : string.Concat(text.AsSpan(0, Shown), new string('*', text.Length - (2 * Shown)), text.AsSpan(text.Length - Shown));
}
