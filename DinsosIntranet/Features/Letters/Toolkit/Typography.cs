using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace DinsosIntranet.Features.Letters.Toolkit;

/// <summary>The small rules of setting Indonesian official text.</summary>
public static partial class Typography
{
    internal const char HardSpace = '\u00A0';
    private const int NikLength = 16;
    private const string Months = "Januari|Februari|Maret|April|Mei|Juni|Juli|Agustus|September|Oktober|November|Desember";

    /// <summary>A name or number that must not be broken over lines.</summary>
    public static string Unbroken(string text) => text.Replace(' ', HardSpace);

    /// <summary>The beginning of a text, at most <paramref name="most"/> letters of it; what is left out shows as an ellipsis.</summary>
    public static string Shorten(string text, int most) => text.Length <= most ? text : text[..most].TrimEnd() + "…";

    /// <summary>A name of something as it reads in the middle of a sentence: "Pengajuan PIP" becomes "pengajuan PIP", "PIP" stays.</summary>
    public static string MidSentence(string text) =>
        text.Length > 1 && char.IsUpper(text[0]) && char.IsLower(text[1]) ? char.ToLowerInvariant(text[0]) + text[1..] : text;

    /// <summary>
    /// A NIK as it may stand on a receipt: four digits, stars, four digits. What is masked already passes unchanged, so
    /// that a caller who forgets the mask does not print the number in full.
    /// </summary>
    public static string MaskNik(string nik) => nik.Length == NikLength && nik.All(char.IsAsciiDigit)
        ? string.Concat(nik.AsSpan(0, 4), "********", nik.AsSpan(12))
        : nik;

    /// <summary>
    /// The text as it is set: control and direction-changing characters are gone (they would reorder what a reader sees),
    /// and the parts of a date, an hour, a number or a place are tied together.
    /// </summary>
    internal static string Prepare(string text)
    {
        var clean = new StringBuilder(text.Length);
        foreach (var character in text.ReplaceLineEndings("\n"))
        {
            if (character is '\n' or '\u00AD' || !IsInvisible(character))
            {
                clean.Append(character);
            }
            else if (character == '\t')
            {
                clean.Append(' ');
            }
        }

        return TiedSpace().Replace(clean.ToString(), HardSpace.ToString());
    }

    private static bool IsInvisible(char character) =>
        char.GetUnicodeCategory(character) is UnicodeCategory.Control or UnicodeCategory.Format;

    [GeneratedRegex(
        $@"(?<=\b\d\d?) (?=(?:{Months})\b)|(?<=\b(?:{Months})) (?=\d{{4}}\b)"
        + @"|(?<=\d) (?=\d)|(?<=\b(?:pukul|RT|RW|NIP|NIK|Rp|No\.|Km|desil|Desil|Triwulan|Pasal|huruf)) (?=[\dIVX])"
        + @"|(?<=\b(?:Kec|Kab|Kel|Kp)\.) (?=\p{L})"
        + @"|(?<=\d) (?=(?:WIB|WITA|WIT|menit|jam|hari|lembar|berkas|rangkap)\b)|(?<=\b[IVX]{1,4}) (?=\d{4}\b)",
        RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex TiedSpace();
}
