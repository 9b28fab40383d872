using System.Buffers;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace DinsosIntranet.Features.Letters.Toolkit;

/// <summary>
/// PDFsharp draws random marks for each file: font tags, identifiers. They are replaced, in place, by marks of the same
/// length that follow from the content, so that the same paper printed twice is the same file and its checksum can be
/// compared. Marks: <c>/BaseFont/ABCDEF+Arial</c>, <c>/FontName/ABCDEF+Arial</c>, <c>uuid:</c> and a GUID in the metadata,
/// <c>/ID[&lt;32 digits&gt;&lt;32 digits&gt;]</c> in the trailer.
/// </summary>
internal static class StableMarks
{
    private const int TagLength = 6;
    private const int IdLength = 32;
    private const int GuidLength = 36;

    private static readonly SearchValues<byte> IdDigits = SearchValues.Create("0123456789ABCDEF"u8);

    public static byte[] Set(byte[] pdf)
    {
        var tags = new Dictionary<string, byte>();
        foreach (var key in new[] { "/BaseFont/"u8.ToArray(), "/FontName/"u8.ToArray() })
        {
            foreach (var at in After(pdf, key))
            {
                SetFontTag(pdf.AsSpan(at), tags);
            }
        }

        var identifiers = Identifiers(pdf).ToList();
        foreach (var (at, length) in identifiers)
        {
            pdf.AsSpan(at, length).Fill((byte)'0');
        }

        var guid = new Guid(SHA256.HashData(pdf).AsSpan(0, 16));
        var dashed = Encoding.ASCII.GetBytes(guid.ToString("D", CultureInfo.InvariantCulture));
        var plain = Encoding.ASCII.GetBytes(guid.ToString("N", CultureInfo.InvariantCulture).ToUpperInvariant());
        foreach (var (at, length) in identifiers)
        {
            (length == GuidLength ? dashed : plain).CopyTo(pdf.AsSpan(at));
        }

        return pdf;
    }

    private static void SetFontTag(Span<byte> name, Dictionary<string, byte> tags)
    {
        if (name.Length <= TagLength || name[TagLength] != (byte)'+' || name[..TagLength].ContainsAnyExceptInRange((byte)'A', (byte)'Z'))
        {
            return;
        }

        var tag = Encoding.ASCII.GetString(name[..TagLength]);
        if (!tags.TryGetValue(tag, out var letter))
        {
            letter = (byte)('A' + (tags.Count % 26));
            tags.Add(tag, letter);
        }

        "NASKA"u8.CopyTo(name);
        name[TagLength - 1] = letter;
    }

    /// <summary>Where identifiers stand, and how long each is.</summary>
    private static IEnumerable<(int At, int Length)> Identifiers(byte[] pdf)
    {
        foreach (var at in After(pdf, "uuid:"u8.ToArray()))
        {
            if (at + GuidLength <= pdf.Length && Guid.TryParseExact(Encoding.Latin1.GetString(pdf, at, GuidLength), "D", out _))
            {
                yield return (at, GuidLength);
            }
        }

        foreach (var at in After(pdf, "/ID"u8.ToArray()))
        {
            // Both identifiers of the trailer, if this is it: digits between angle brackets, at most a space around them.
            var end = pdf.AsSpan(at).IndexOf((byte)']');
            for (var from = at; end >= 0 && pdf.AsSpan(from, at + end - from).IndexOf((byte)'<') is var open and >= 0;)
            {
                from += open + 1;
                if (from + IdLength < pdf.Length && pdf[from + IdLength] == (byte)'>' && !pdf.AsSpan(from, IdLength).ContainsAnyExcept(IdDigits))
                {
                    yield return (from, IdLength);
                }
            }
        }
    }

    /// <summary>The places just behind each occurrence of <paramref name="mark"/>.</summary>
    private static IEnumerable<int> After(byte[] pdf, byte[] mark)
    {
        for (var from = 0; pdf.AsSpan(from).IndexOf(mark) is var found and >= 0;)
        {
            from += found + mark.Length;
            yield return from;
        }
    }
}
