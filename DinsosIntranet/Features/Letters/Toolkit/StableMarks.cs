using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace DinsosIntranet.Features.Letters.Toolkit;

/// <summary>
/// PDFsharp draws random marks for each file: font tags, identifiers. They are replaced by marks of the same length that
/// follow from the content, so that the same paper printed twice is the same file and its checksum can be compared.
/// </summary>
internal static partial class StableMarks
{
    public static byte[] Set(byte[] pdf)
    {
        var text = Encoding.Latin1.GetString(pdf);
        var tags = new Dictionary<string, string>();
        text = FontTag().Replace(text, match =>
        {
            var tag = match.Groups["tag"].Value;
            if (!tags.TryGetValue(tag, out var stable))
            {
                stable = "NASKA" + (char)('A' + (tags.Count % 26));
                tags.Add(tag, stable);
            }

            return match.Groups["key"].Value + stable + "+";
        });
        var blank = Identifier().Replace(text, match => new string('0', match.Length));
        var hash = SHA256.HashData(Encoding.Latin1.GetBytes(blank));
        var guid = new Guid(hash.AsSpan(0, 16));
        text = Identifier().Replace(text, match => match.Value.Contains('-', StringComparison.Ordinal)
            ? guid.ToString("D", CultureInfo.InvariantCulture)
            : guid.ToString("N", CultureInfo.InvariantCulture).ToUpperInvariant());
        return Encoding.Latin1.GetBytes(text);
    }

    [GeneratedRegex(@"(?<key>/(BaseFont|FontName)/)(?<tag>[A-Z]{6})\+", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 5000)]
    private static partial Regex FontTag();

    [GeneratedRegex(@"(?<=uuid:)[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|(?<=/ID\s?\[\s?(<[0-9A-F]{32}>\s?)?<)[0-9A-F]{32}(?=>)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Identifier();
}
