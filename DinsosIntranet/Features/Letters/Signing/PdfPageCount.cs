using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;

namespace DinsosIntranet.Features.Letters.Signing;

/// <summary>
/// Counts the pages of a PDF the way a reader does: trailer, catalogue, root of the page tree, /Count. Objects are found by
/// scanning, the last definition of a number wins (so it does after an update), and packed objects are unpacked within
/// bounds. Deliberately no parser: a parser recurses, and bytes from outside could make it do so without end.
/// </summary>
internal sealed partial class PdfPageCount
{
    private const int HeaderWithin = 1024;
    private const int LargestUnpacked = 16 * 1024 * 1024;
    private const int LargestDictionary = 64 * 1024;
    private const int MostPages = 100_000;

    private readonly string _text;
    private readonly Dictionary<int, string> _objects = [];
    private int _unpackable = 4 * LargestUnpacked;
    private int? _root;

    private PdfPageCount(byte[] bytes) => _text = Encoding.Latin1.GetString(bytes);

    /// <summary>The number of pages, or 0 where the bytes are no readable PDF.</summary>
    public static int Of(byte[] bytes)
    {
        if (bytes.AsSpan(0, Math.Min(HeaderWithin, bytes.Length)).IndexOf("%PDF-"u8) < 0)
        {
            return 0;
        }

        var counter = new PdfPageCount(bytes);
        counter.FindObjects();
        return counter.Count();
    }

    private int Count()
    {
        foreach (var trailer in Trailer().Matches(_text).AsEnumerable())
        {
            NoteRoot(Dictionary(_text, trailer.Index));
        }

        if (_root is not { } root
            || Reference(root, "Pages") is not { } pages
            || !_objects.TryGetValue(pages, out var tree)
            || CountEntry().Match(tree) is not { Success: true } entry)
        {
            return 0;
        }

        return int.TryParse(entry.Groups["number"].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count <= MostPages ? count : 0;
    }

    private void FindObjects()
    {
        foreach (var match in ObjectStart().Matches(_text).AsEnumerable())
        {
            if (!int.TryParse(match.Groups["number"].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            {
                continue;
            }

            var start = match.Index + match.Length;
            var dictionary = Dictionary(_text, start);
            if (dictionary.Contains("/XRef", StringComparison.Ordinal))
            {
                NoteRoot(dictionary);
            }
            else if (dictionary.Contains("/ObjStm", StringComparison.Ordinal))
            {
                Unpack(dictionary, start + dictionary.Length);
            }
            else
            {
                _objects[number] = dictionary;
            }
        }
    }

    /// <summary>The text up to the end of the object or the start of its stream.</summary>
    private static string Dictionary(string text, int start)
    {
        var window = text.AsSpan(start, Math.Min(LargestDictionary, text.Length - start));
        var end = window.IndexOf("endobj");
        var stream = window.IndexOf("stream");
        if (stream >= 0 && (end < 0 || stream < end))
        {
            end = stream;
        }

        return (end < 0 ? window : window[..end]).ToString();
    }

    private void NoteRoot(string dictionary)
    {
        if (RootEntry().Match(dictionary) is { Success: true } root
            && int.TryParse(root.Groups["number"].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            _root = number;
        }
    }

    private int? Reference(int number, string key)
    {
        if (!_objects.TryGetValue(number, out var dictionary))
        {
            return null;
        }

        var match = ReferenceEntry().Matches(dictionary).FirstOrDefault(m => m.Groups["key"].Value == key);
        return match is not null && int.TryParse(match.Groups["number"].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var target) ? target : null;
    }

    private void Unpack(string dictionary, int streamKeyword)
    {
        var start = streamKeyword + "stream".Length;
        while (start < _text.Length && _text[start] is '\r' or '\n')
        {
            start++;
        }

        var end = start < _text.Length ? _text.IndexOf("endstream", start, StringComparison.Ordinal) : -1;
        if (end < 0 || _unpackable <= 0)
        {
            return;
        }

        var content = dictionary.Contains("/FlateDecode", StringComparison.Ordinal) ? Inflate(_text[start..end]) : _text[start..end];
        _unpackable -= content.Length;
        if (FirstEntry().Match(dictionary) is not { Success: true } entry
            || !int.TryParse(entry.Groups["number"].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var first)
            || first > content.Length)
        {
            return;
        }

        var index = Integer().Matches(content[..first]).Select(m => int.TryParse(m.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? n : -1).ToList();
        for (var i = 0; i + 1 < index.Count; i += 2)
        {
            var from = (long)first + index[i + 1];
            var to = i + 3 < index.Count ? (long)first + index[i + 3] : content.Length;
            if (index[i] >= 0 && from >= first && to > from && to <= content.Length && to - from <= LargestDictionary)
            {
                _objects[index[i]] = content[(int)from..(int)to];
            }
        }
    }

    private static string Inflate(string packed)
    {
        try
        {
            using var source = new ZLibStream(new MemoryStream(Encoding.Latin1.GetBytes(packed)), CompressionMode.Decompress);
            var unpacked = new byte[LargestUnpacked];
            var length = source.ReadAtLeast(unpacked, unpacked.Length, throwOnEndOfStream: false);
            return Encoding.Latin1.GetString(unpacked, 0, length);
        }
        catch (InvalidDataException)
        {
            return "";
        }
    }

    [GeneratedRegex(@"\btrailer\b", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Trailer();

    [GeneratedRegex(@"(?<![0-9])(?<number>\d{1,9})\s{1,9}\d{1,5}\s{1,9}obj\b", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 2000)]
    private static partial Regex ObjectStart();

    [GeneratedRegex(@"/Root\s{1,9}(?<number>\d{1,9})\s{1,9}\d{1,5}\s{1,9}R", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 2000)]
    private static partial Regex RootEntry();

    [GeneratedRegex(@"/(?<key>\w{1,30})\s{1,9}(?<number>\d{1,9})\s{1,9}\d{1,5}\s{1,9}R", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 2000)]
    private static partial Regex ReferenceEntry();

    [GeneratedRegex(@"/Count\s{0,9}(?<number>\d{1,9})", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 2000)]
    private static partial Regex CountEntry();

    [GeneratedRegex(@"/First\s{0,9}(?<number>\d{1,9})", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 2000)]
    private static partial Regex FirstEntry();

    [GeneratedRegex(@"\d{1,9}", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Integer();
}
