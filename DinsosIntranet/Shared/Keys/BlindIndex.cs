using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace DinsosIntranet.Shared.Keys;

/// <summary>
/// Lets an encrypted value be found by equality. A NIK has so few possible values that a plain hash can be reversed by
/// trying them all; the secret key is what prevents that. The name of the field is part of the input, so equal values in
/// two fields do not show as equal.
/// </summary>
public sealed class BlindIndex(KeyRing ring)
{
    /// <summary>The length of an index value, for the column.</summary>
    public const int Length = 64;

    /// <summary>The index to store with a value; null when nothing of the value is left after normalising.</summary>
    public string? Compute(string field, string value)
    {
        var normalised = Normalise(value);
        return normalised.Length == 0 ? null : Compute(ring.Current(KeyPurpose.BlindIndex), field, normalised);
    }

    /// <summary>The indexes under every key there is, to search while rows of older keys have not been written again.</summary>
    public IReadOnlyList<string> ComputeForSearch(string field, string value)
    {
        var normalised = Normalise(value);
        return normalised.Length == 0 ? [] : [.. ring.All(KeyPurpose.BlindIndex).Select(k => Compute(k, field, normalised))];
    }

    /// <summary>Letters and digits only, in capitals, without marks: "3602 99-01" equals "36029901", "Rénā" equals "RENA".</summary>
    public static string Normalise(string value)
    {
        var text = new StringBuilder(value.Length);
        foreach (var rune in value.EnumerateRunes())
        {
            // Invalid surrogates come out as U+FFFD here and are dropped, since Normalize throws on them.
            if (Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.OtherNotAssigned or UnicodeCategory.OtherSymbol or UnicodeCategory.Control))
            {
                text.Append(rune.ToString());
            }
        }

        var result = new StringBuilder(text.Length);
        foreach (var rune in text.ToString().Normalize(NormalizationForm.FormKD).EnumerateRunes())
        {
            if (Rune.IsLetterOrDigit(rune))
            {
                result.Append(Rune.ToUpperInvariant(rune).ToString());
            }
        }

        return result.ToString();
    }

    private static string Compute(RingKey key, string field, string normalised) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(key.Material.Span, Encoding.UTF8.GetBytes(field + "\0" + normalised)));
}
