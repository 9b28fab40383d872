using System.Buffers;
using System.Buffers.Binary;
using System.Text;

namespace DinsosIntranet.Shared.Files;

/// <summary>
/// Walks the chunks of a PNG and keeps those the picture needs: no text, time, EXIF or private chunks, and nothing after
/// the end chunk.
/// </summary>
internal sealed class PngScanner : ContentScanner
{
    private const int SignatureLength = 8;
    private const int HeadLength = 8;
    private const int CrcLength = 4;
    private const int HeaderDataLength = 13;

    private static readonly HashSet<string> Kept = new(StringComparer.Ordinal)
    {
        "IHDR", "PLTE", "IDAT", "IEND", "tRNS", "cHRM", "gAMA", "iCCP", "sBIT", "sRGB", "cICP", "bKGD", "pHYs", "hIST",
    };

    private readonly byte[] _head = new byte[HeadLength];
    private readonly byte[] _dimensions = new byte[HeadLength];
    private int _signatureLeft = SignatureLength;
    private int _headFilled;
    private long _position;
    private long _left;
    private string _type = "";
    private bool _hasHeader;
    private bool _hasData;
    private bool _done;

    public override void Push(ReadOnlySpan<byte> block, IBufferWriter<byte> kept)
    {
        if (_signatureLeft > 0)
        {
            // The signature was checked when the kind was recognised.
            var take = Math.Min(_signatureLeft, block.Length);
            kept.Write(block[..take]);
            _signatureLeft -= take;
            block = block[take..];
        }

        while (!block.IsEmpty && Problem is null && !_done)
        {
            block = _headFilled < HeadLength ? Head(block, kept) : Body(block, kept);
        }
    }

    public override void Finish(Stream stored)
    {
        if (!_done || !_hasData)
        {
            Refuse(FileRefusals.ImageDamaged);
        }
    }

    private ReadOnlySpan<byte> Head(ReadOnlySpan<byte> block, IBufferWriter<byte> kept)
    {
        var take = Math.Min(HeadLength - _headFilled, block.Length);
        block[..take].CopyTo(_head.AsSpan(_headFilled));
        _headFilled += take;
        if (_headFilled == HeadLength)
        {
            BeginChunk(kept);
        }

        return block[take..];
    }

    private void BeginChunk(IBufferWriter<byte> kept)
    {
        var length = BinaryPrimitives.ReadUInt32BigEndian(_head);
        _type = Encoding.Latin1.GetString(_head.AsSpan(4));
        _left = length + (long)CrcLength;
        _position = 0;
        var isHeader = _type == "IHDR";
        // A capital first letter marks a chunk that a reader must understand.
        var unknownCritical = char.IsAsciiLetterUpper(_type[0]) && !Kept.Contains(_type);
        if (length > int.MaxValue || isHeader == _hasHeader || (isHeader && length != HeaderDataLength) || !_type.All(char.IsAsciiLetter) || unknownCritical)
        {
            Refuse(FileRefusals.ImageDamaged);
        }

        _hasHeader = true;
        _hasData |= _type == "IDAT" && length > 0;
        if (Kept.Contains(_type))
        {
            kept.Write(_head);
        }
    }

    private ReadOnlySpan<byte> Body(ReadOnlySpan<byte> block, IBufferWriter<byte> kept)
    {
        var take = (int)Math.Min(_left, block.Length);
        if (Kept.Contains(_type))
        {
            kept.Write(block[..take]);
        }

        if (_type == "IHDR" && _position < HeadLength)
        {
            block[..(int)Math.Min(take, HeadLength - _position)].CopyTo(_dimensions.AsSpan((int)_position));
        }

        _position += take;
        _left -= take;
        if (_left == 0)
        {
            EndChunk();
        }

        return block[take..];
    }

    private void EndChunk()
    {
        _headFilled = 0;
        _done = _type == "IEND";
        if (_type == "IHDR")
        {
            CheckPixels(BinaryPrimitives.ReadUInt32BigEndian(_dimensions), BinaryPrimitives.ReadUInt32BigEndian(_dimensions.AsSpan(4)));
        }
    }
}
