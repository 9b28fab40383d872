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
    private const int MostObjects = 500_000;
    private const int MostPackedObjects = 10_000;

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
        if (_text.LastIndexOf("trailer", StringComparison.Ordinal) is >= 0 and var trailer)
        {
            NoteRoot(Dictionary(trailer, _text.Length));
        }

        if (_root is not { } root
            || Reference(root, "Pages") is not { } pages
            || !_objects.TryGetValue(pages, out var tree)
            || CountEntry().Match(tree) is not { Success: true } entry)
        {
            return 0;
        }

        var count = Number(entry.Groups["number"]);
        return count <= MostPages ? count : 0;
    }

    private void FindObjects()
    {
        var seen = 0;
        var match = ObjectStart().Match(_text);
        while (match.Success && seen++ < MostObjects)
        {
            var next = match.NextMatch();
            var start = match.Index + match.Length;
            var end = next.Success ? next.Index : _text.Length;
            Note(Number(match.Groups["number"]), Dictionary(start, end), start, end);
            match = next;
        }
    }

    private void Note(int number, string dictionary, int start, int end)
    {
        if (dictionary.Contains("/XRef", StringComparison.Ordinal))
        {
            NoteRoot(dictionary);
        }
        else if (dictionary.Contains("/ObjStm", StringComparison.Ordinal))
        {
            Unpack(dictionary, start + dictionary.Length, end);
        }
        else
        {
            _objects[number] = dictionary;
        }
    }

    private static int Number(Capture digits) => int.Parse(digits.ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);

    /// <summary>The text up to the end of the object or the start of its stream, and never into the next object.</summary>
    private string Dictionary(int start, int limit)
    {
        var window = _text.AsSpan(start, Math.Min(LargestDictionary, limit - start));
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
        if (RootEntry().Match(dictionary) is { Success: true } root)
        {
            _root = Number(root.Groups["number"]);
        }
    }

    private int? Reference(int number, string key)
    {
        if (!_objects.TryGetValue(number, out var dictionary))
        {
            return null;
        }

        var match = ReferenceEntry().Matches(dictionary).FirstOrDefault(m => m.Groups["key"].Value == key);
        return match is null ? null : Number(match.Groups["number"]);
    }

    private void Unpack(string dictionary, int streamKeyword, int limit)
    {
        var start = Math.Min(limit, streamKeyword + "stream".Length);
        while (start < limit && _text[start] is '\r' or '\n')
        {
            start++;
        }

        var packed = _text.AsSpan(start, limit - start);
        var end = packed.IndexOf("endstream");
        if (end < 0 || _unpackable <= 0 || FirstEntry().Match(dictionary) is not { Success: true } entry)
        {
            return;
        }

        var isPacked = dictionary.Contains("/FlateDecode", StringComparison.Ordinal);
        var content = isPacked ? Inflate(packed[..end].ToString(), Math.Min(_unpackable, LargestUnpacked)) : packed[..end].ToString();
        _unpackable -= content.Length;
        NotePacked(content, Number(entry.Groups["number"]));
    }

    /// <summary>
    /// Objects packed into one stream: in front pairs of number and offset in ascending order, then the objects. Offsets
    /// that step back are ignored, or a small stream could be read out many times over.
    /// </summary>
    private void NotePacked(string content, int first)
    {
        if (first > content.Length)
        {
            return;
        }

        var index = Integer().Matches(content[..first]).Take(2 * MostPackedObjects).Select(Number).ToList();
        var reached = (long)first;
        for (var i = 0; i + 1 < index.Count; i += 2)
        {
            var from = (long)first + index[i + 1];
            var to = i + 3 < index.Count ? (long)first + index[i + 3] : content.Length;
            if (from >= reached && to > from && to <= content.Length && to - from <= LargestDictionary)
            {
                _objects[index[i]] = content[(int)from..(int)to];
                reached = to;
            }
        }
    }

    private static string Inflate(string packed, int limit)
    {
        try
        {
            using var source = new ZLibStream(new MemoryStream(Encoding.Latin1.GetBytes(packed)), CompressionMode.Decompress);
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
            return "";
        }
    }

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
