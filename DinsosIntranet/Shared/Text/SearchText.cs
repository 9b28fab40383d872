using System.Globalization;
using System.Text;

namespace DinsosIntranet.Shared.Text;

/// <summary>
/// The form a text has in a stored search column, and a query before it is compared with one: capitals, no accents, no
/// apostrophes ("Ma'ruf" is found as MARUF), other signs as spaces, single spaces. Databases differ in how they compare
/// letters; this way none has to.
/// </summary>
public static class SearchText
{
    public static string Normalise(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return string.Empty;
        }

        var result = new StringBuilder(text.Length);
        foreach (var character in text.Normalize(NormalizationForm.FormD))
        {
            if (char.IsLetterOrDigit(character))
            {
                result.Append(char.ToUpperInvariant(character));
            }
            else if (!IsDropped(character) && result.Length > 0 && result[^1] != ' ')
            {
                result.Append(' ');
            }
        }

        return result.ToString().TrimEnd();
    }

    private static bool IsDropped(char character) =>
        character is '\'' or '’' or '‘' or '`' or 'ʼ'
        || CharUnicodeInfo.GetUnicodeCategory(character) is UnicodeCategory.NonSpacingMark;
}
