using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;

namespace DinsosIntranet.Features.Letters.Signing;

/// <summary>
/// The words of a PDF from outside, as far as a bounded scan finds them: the strings its pages draw, read by each of the
/// character maps the file brings. It does not follow which font a string belongs to, so one reading is right and the
/// others are noise: good for asking whether a certain number stands in the file, not for showing the text. No parser, for
/// the reason told at <see cref="PdfPageCount"/>.
/// </summary>
internal static partial class PdfWords
{
    private const int MostStreams = 2000;
    private const int MostMaps = 40;
    private const int LargestStream = 4 * 1024 * 1024;
    private const int LargestTotal = 32 * 1024 * 1024;

    /// <summary>Every reading of the file's strings, without white space; none where the file defeats the scan.</summary>
    public static IReadOnlyList<string> Read(byte[] pdf)
    {
        try
        {
            return Scan(pdf);
        }
#pragma warning disable CA1031 // Last line of defence: whatever a hostile file provokes, it has no words for us.
        catch (Exception)
#pragma warning restore CA1031
        {
            return [];
        }
    }

    /// <summary>Whether one reading of the file holds these words, white space aside.</summary>
    public static bool Contains(byte[] pdf, params ReadOnlySpan<string> words)
    {
        var wanted = words.ToArray().Select(Squeeze).ToList();
        return Read(pdf).Any(text => wanted.TrueForAll(w => text.Contains(w, StringComparison.Ordinal)));
    }

    private static List<string> Scan(byte[] pdf)
    {
        var strings = new List<byte[]>();
        var maps = new List<Dictionary<int, string>>();
        foreach (var stream in Streams(pdf))
        {
            if (stream.Contains("begincmap", StringComparison.Ordinal))
            {
                if (maps.Count < MostMaps)
                {
                    maps.Add(MapOf(stream));
                }
            }
            else if (ShowsText().IsMatch(stream))
            {
                strings.AddRange(StringsOf(stream));
            }
        }

        return [.. maps.Select(map => Squeeze(Decode(strings, map))), Squeeze(string.Concat(strings.Select(Encoding.Latin1.GetString)))];
    }

    private static string Squeeze(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c)));

    private static IEnumerable<string> Streams(byte[] pdf)
    {
        var text = Encoding.Latin1.GetString(pdf);
        var (at, left) = (0, LargestTotal);
        for (var seen = 0; seen < MostStreams && left > 0; seen++)
        {
            var keyword = text.IndexOf("stream", at, StringComparison.Ordinal);
            if (keyword < 0)
            {
                yield break;
            }

            var start = keyword + "stream".Length;
            while (start < text.Length && text[start] is '\r' or '\n')
            {
                start++;
            }

            var end = text.IndexOf("endstream", start, StringComparison.Ordinal);
            if (end < 0)
            {
                yield break;
            }

            at = end + "endstream".Length;
            var content = Unpack(pdf.AsSpan(start, end - start), Math.Min(left, LargestStream));
            left -= content.Length;
            yield return content;
        }
    }

    /// <summary>What the stream holds: packed as most are, or plain.</summary>
    private static string Unpack(ReadOnlySpan<byte> stored, int limit)
    {
        try
        {
            using var source = new ZLibStream(new MemoryStream(stored.ToArray()), CompressionMode.Decompress);
            using var unpacked = new MemoryStream();
            var buffer = new byte[16 * 1024];
            int read;
            while (unpacked.Length < limit && (read = source.Read(buffer)) > 0)
            {
                unpacked.Write(buffer, 0, read);
            }

            return Encoding.Latin1.GetString(unpacked.GetBuffer(), 0, (int)unpacked.Length);
        }
        catch (InvalidDataException)
        {
            return Encoding.Latin1.GetString(stored[..Math.Min(stored.Length, limit)]);
        }
    }

    private static List<byte[]> StringsOf(string content)
    {
        var found = new List<byte[]>();
        foreach (Match match in DrawnString().Matches(content))
        {
            if (match.Groups["hex"] is { Success: true } hex)
            {
                var digits = string.Concat(hex.Value.Where(char.IsAsciiHexDigit));
                found.Add(Convert.FromHexString(digits.Length % 2 == 0 ? digits : digits + "0"));
            }
            else
            {
                found.Add(Literal(match.Groups["literal"].Value));
            }
        }

        return found;
    }

    private static byte[] Literal(string text)
    {
        var bytes = new List<byte>(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] != '\\' || i + 1 == text.Length)
            {
                bytes.Add((byte)text[i]);
                continue;
            }

            i++;
            if (text[i] is >= '0' and <= '7')
            {
                var digits = text.Skip(i).Take(3).TakeWhile(c => c is >= '0' and <= '7').ToArray();
                bytes.Add((byte)Convert.ToInt32(new string(digits), 8));
                i += digits.Length - 1;
            }
            else if (text[i] is not ('\r' or '\n'))
            {
                bytes.Add(text[i] switch { 'n' => (byte)'\n', 'r' => (byte)'\r', 't' => (byte)'\t', 'b' => (byte)'\b', 'f' => (byte)'\f', var other => (byte)other });
            }
        }

        return [.. bytes];
    }

    /// <summary>Character codes of two bytes and what they stand for, from single entries and from ranges.</summary>
    private static Dictionary<int, string> MapOf(string cmap)
    {
        var map = new Dictionary<int, string>();
        foreach (Match range in MapRange().Matches(cmap))
        {
            var (first, last) = (Code(range.Groups["first"]), Code(range.Groups["last"]));
            var to = Code(range.Groups["to"]);
            for (var code = first; code <= last && code - first < 65536 && to + code - first <= char.MaxValue; code++)
            {
                map[code] = ((char)(to + code - first)).ToString();
            }
        }

        foreach (Match single in MapEntry().Matches(RangeBlock().Replace(cmap, "")))
        {
            map[Code(single.Groups["code"])] = ((char)Code(single.Groups["to"])).ToString();
        }

        return map;
    }

    private static int Code(Capture hex) => int.Parse(hex.ValueSpan, NumberStyles.HexNumber, CultureInfo.InvariantCulture);

    private static string Decode(List<byte[]> strings, Dictionary<int, string> map)
    {
        var text = new StringBuilder();
        foreach (var bytes in strings)
        {
            for (var i = 0; i + 1 < bytes.Length; i += 2)
            {
                text.Append(map.GetValueOrDefault((bytes[i] << 8) | bytes[i + 1], "\uFFFD"));
            }
        }

        return text.ToString();
    }

    [GeneratedRegex(@"\b(Tj|TJ)\b", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 2000)]
    private static partial Regex ShowsText();

    [GeneratedRegex(@"<(?<hex>[0-9A-Fa-f\s]{2,20000})>|\((?<literal>(?:[^()\\]|\\.){0,20000})\)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.Singleline, matchTimeoutMilliseconds: 2000)]
    private static partial Regex DrawnString();

    [GeneratedRegex(@"<(?<first>[0-9A-Fa-f]{4})>\s{0,9}<(?<last>[0-9A-Fa-f]{4})>\s{0,9}<(?<to>[0-9A-Fa-f]{4})>", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 2000)]
    private static partial Regex MapRange();

    [GeneratedRegex(@"beginbfrange.*?endbfrange", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.Singleline, matchTimeoutMilliseconds: 2000)]
    private static partial Regex RangeBlock();

    [GeneratedRegex(@"<(?<code>[0-9A-Fa-f]{4})>\s{0,9}<(?<to>[0-9A-Fa-f]{4})>", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 2000)]
    private static partial Regex MapEntry();
}
