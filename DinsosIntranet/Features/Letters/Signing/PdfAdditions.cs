using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace DinsosIntranet.Features.Letters.Signing;

/// <summary>
/// What stands in a PDF behind its last signature. Signing services put there what proves the signature in later years
/// (PAdES, /DSS): new objects, and the catalogue once more to name them. Anything else could change what a page shows.
/// </summary>
internal static partial class PdfAdditions
{
    public static bool AreProofsOnly(byte[] pdf, long covered)
    {
        var signed = Encoding.Latin1.GetString(pdf, 0, (int)covered);
        var addition = Encoding.Latin1.GetString(pdf, (int)covered, pdf.Length - (int)covered);
        if (!addition.Contains("/DSS", StringComparison.Ordinal) || addition.Contains("/ObjStm", StringComparison.Ordinal))
        {
            return false;
        }

        // Every number below /Size is taken by the signed part, whether its object is packed or not.
        var firstFree = Size().Matches(signed).Select(m => Number(m.Groups["number"])).DefaultIfEmpty(int.MaxValue).Max();
        var pages = PagesEntry().Matches(signed).Select(m => m.Groups["number"].Value).ToHashSet();
        var objects = ObjectStart().Matches(addition).ToList();
        for (var i = 0; i < objects.Count; i++)
        {
            var end = i + 1 < objects.Count ? objects[i + 1].Index : addition.Length;
            if (Number(objects[i].Groups["number"]) < firstFree && !IsCatalogueOver(addition[objects[i].Index..end], pages))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsCatalogueOver(string text, HashSet<string> pages) =>
        Catalogue().IsMatch(text) && PagesEntry().Matches(text) is { Count: > 0 } named && named.All(m => pages.Contains(m.Groups["number"].Value));

    private static int Number(Capture digits) => int.Parse(digits.ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"(?<![0-9])(?<number>\d{1,9})\s{1,9}\d{1,5}\s{1,9}obj\b", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 2000)]
    private static partial Regex ObjectStart();

    [GeneratedRegex(@"/Size\s{1,9}(?<number>\d{1,9})", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Size();

    [GeneratedRegex(@"/Type\s{0,9}/Catalog\b", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Catalogue();

    [GeneratedRegex(@"/Pages\s{1,9}(?<number>\d{1,9})\s{1,9}\d{1,5}\s{1,9}R", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 2000)]
    private static partial Regex PagesEntry();
}
