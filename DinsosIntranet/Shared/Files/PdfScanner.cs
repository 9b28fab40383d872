using System.Buffers;
using System.IO.Compression;

namespace DinsosIntranet.Shared.Files;

/// <summary>
/// Searches a PDF for what runs, starts or carries something, and for encryption that would hide it. Names are compared
/// after undoing their escapes (<c>/Java#53cript</c>), and object streams, where newer PDFs keep most of their objects, are
/// unpacked and searched too.
/// </summary>
internal sealed class PdfScanner : ContentScanner
{
    /// <summary>Longest name with every character escaped, and a little more.</summary>
    private const int Overlap = 64;

    /// <summary>How far before its data the dictionary of an object stream may begin.</summary>
    private const int DictionaryReach = 2048;
    private const int EndWithin = 1024;
    private const int MaxObjectStreams = 20_000;
    private const long MaxUnpacked = 64L * 1024 * 1024;

    private static readonly SearchValues<byte> LineEnds = SearchValues.Create("\r\n"u8);

    private readonly List<long> _objectStreams = [];
    private byte[] _window = [];
    private long _windowStart;
    private int _searched;

    public override void Push(ReadOnlySpan<byte> block, IBufferWriter<byte> kept)
    {
        kept.Write(block);
        _window = [.. _window, .. block];
        SearchNames(_window.AsSpan(Math.Max(0, _searched - Overlap)));
        CollectObjectStreams();
        var drop = Math.Max(0, _window.Length - DictionaryReach);
        _window = _window[drop..];
        _windowStart += drop;
        _searched = _window.Length;
    }

    public override void Finish(Stream stored)
    {
        if (_window.AsSpan(Math.Max(0, _window.Length - EndWithin)).IndexOf("%%EOF"u8) < 0)
        {
            Refuse(FileRefusals.PdfIncomplete);
        }

        var budget = MaxUnpacked;
        foreach (var position in _objectStreams)
        {
            if (Problem is not null)
            {
                return;
            }

            stored.Position = position;
            SearchUnpacked(stored, ref budget);
        }
    }

    private void SearchNames(ReadOnlySpan<byte> bytes)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(bytes.Length);
        var names = buffer.AsSpan(0, Unescape(bytes, buffer));
        if (names.IndexOf("/JavaScript"u8) >= 0 || names.IndexOf("/Launch"u8) >= 0 || names.IndexOf("/EmbeddedFile"u8) >= 0 || names.IndexOf("/RichMedia"u8) >= 0)
        {
            Refuse(FileRefusals.PdfActive);
        }
        else if (names.IndexOf("/Encrypt"u8) >= 0)
        {
            Refuse(FileRefusals.PdfLocked);
        }

        ArrayPool<byte>.Shared.Return(buffer);
    }

    /// <summary>
    /// Every "stream" keyword counts whose dictionary speaks of object streams, wherever it stands: a reader that follows
    /// the structure could be led past one by a forged length.
    /// </summary>
    private void CollectObjectStreams()
    {
        var from = Math.Max(0, _searched - Overlap);
        while (true)
        {
            var found = _window.AsSpan(from).IndexOf("stream"u8);
            if (found < 0)
            {
                return;
            }

            var keyword = from + found;
            from = keyword + 6;
            var rest = _window.AsSpan(from);
            var blanks = Math.Max(0, rest.IndexOfAnyExcept((byte)' ', (byte)'\t'));
            if (rest.Length < blanks + 2)
            {
                // Its line end is not here yet; the overlap brings the keyword again with the next block.
                return;
            }

            if (!_window.AsSpan(0, keyword).EndsWith("end"u8))
            {
                CollectObjectStream(keyword, from + blanks);
            }
        }
    }

    private void CollectObjectStream(int keyword, int end)
    {
        if (!LineEnds.Contains(_window[end]))
        {
            return;
        }

        var data = end + (_window[end] == '\r' && _window[end + 1] == '\n' ? 2 : 1);
        var position = _windowStart + data;
        if (_objectStreams.Count > 0 && position <= _objectStreams[^1])
        {
            return;
        }

        var dictionary = _window.AsSpan(Math.Max(0, keyword - DictionaryReach)..keyword);
        var begin = dictionary.LastIndexOf("obj"u8);
        dictionary = begin < 0 ? dictionary : dictionary[begin..];
        var buffer = new byte[dictionary.Length];
        var names = buffer.AsSpan(0, Unescape(dictionary, buffer));
        if (names.IndexOf("/ObjStm"u8) < 0 || names.IndexOf("/Filter"u8) < 0)
        {
            // An object stream without a filter is plain text and was searched with the rest.
            return;
        }

        var isPlainDeflate = names.IndexOf("/FlateDecode"u8) >= 0 && names.IndexOf("/Predictor"u8) < 0 && CountDecoders(names) == 1;
        if (!isPlainDeflate || _objectStreams.Count == MaxObjectStreams)
        {
            Refuse(FileRefusals.PdfUnreadable);
            return;
        }

        _objectStreams.Add(position);
    }

    private static int CountDecoders(ReadOnlySpan<byte> names) => names.Count("Decode"u8) - names.Count("/DecodeParms"u8);

    private void SearchUnpacked(Stream stored, ref long budget)
    {
        var block = new byte[64 * 1024];
        var carried = 0;
        try
        {
            using var unpacked = new ZLibStream(stored, CompressionMode.Decompress, leaveOpen: true);
            int read;
            while ((read = unpacked.Read(block, carried, block.Length - carried)) > 0 && Problem is null)
            {
                var filled = carried + read;
                SearchNames(block.AsSpan(0, filled));
                carried = Math.Min(Overlap, filled);
                block.AsSpan(filled - carried, carried).CopyTo(block);
                budget -= read;
                if (budget < 0)
                {
                    Refuse(FileRefusals.PdfUnreadable);
                }
            }
        }
        catch (InvalidDataException)
        {
            Refuse(FileRefusals.PdfUnreadable);
        }
    }

    private static int Unescape(ReadOnlySpan<byte> source, Span<byte> target)
    {
        var length = 0;
        while (true)
        {
            var mark = source.IndexOf((byte)'#');
            var plain = mark < 0 ? source : source[..mark];
            plain.CopyTo(target[length..]);
            length += plain.Length;
            if (mark < 0)
            {
                return length;
            }

            var isEscape = mark + 2 < source.Length && char.IsAsciiHexDigit((char)source[mark + 1]) && char.IsAsciiHexDigit((char)source[mark + 2]);
            target[length++] = isEscape
                ? (byte)((HexValue(source[mark + 1]) << 4) | HexValue(source[mark + 2]))
                : source[mark];
            source = source[(mark + (isEscape ? 3 : 1))..];
        }
    }

    private static int HexValue(byte digit) => digit <= '9' ? digit - '0' : (digit | 0x20) - 'a' + 10;
}
