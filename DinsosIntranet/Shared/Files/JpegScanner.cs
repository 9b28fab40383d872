using System.Buffers;
using System.Buffers.Binary;

namespace DinsosIntranet.Shared.Files;

/// <summary>
/// Walks the segments of a JPEG (ITU T.81 annex B) and keeps only what the picture needs. Photos from phones carry the
/// place they were taken in; for somebody in hiding that is the address. Of EXIF only the orientation stays, without which
/// phone photos lie on their side. Whatever follows the end marker is left out.
/// </summary>
internal sealed class JpegScanner : ContentScanner
{
    private const byte Soi = 0xD8;
    private const byte Eoi = 0xD9;
    private const byte Sos = 0xDA;
    private const byte App0 = 0xE0;
    private const byte App1 = 0xE1;
    private const byte App2 = 0xE2;
    private const byte App14 = 0xEE;
    private const byte App15 = 0xEF;
    private const byte Comment = 0xFE;

    private readonly ArrayBufferWriter<byte> _segment = new();
    private State _state = State.First;
    private byte _code;
    private int _left;
    private bool _hasFrame;
    private bool _hasScan;

    private enum State
    {
        First,
        Second,
        Marker,
        Code,
        LengthHigh,
        LengthLow,
        Payload,
        Entropy,
        EntropyMarker,
        Done,
    }

    public override void Push(ReadOnlySpan<byte> block, IBufferWriter<byte> kept)
    {
        while (!block.IsEmpty && Problem is null && _state != State.Done)
        {
            block = _state switch
            {
                State.Payload => Payload(block, kept),
                State.Entropy => Entropy(block, kept),
                _ => Single(block, kept),
            };
        }
    }

    public override void Finish(Stream stored)
    {
        if (_state != State.Done || !_hasScan)
        {
            Refuse(FileRefusals.ImageDamaged);
        }
    }

    private ReadOnlySpan<byte> Single(ReadOnlySpan<byte> block, IBufferWriter<byte> kept)
    {
        var value = block[0];
        switch (_state)
        {
            case State.First:
                Expect(value == 0xFF, State.Second);
                break;
            case State.Second:
                Expect(value == Soi, State.Marker);
                Marker(kept, Soi);
                break;
            case State.Marker:
                Expect(value == 0xFF, State.Code);
                break;
            case State.Code:
                Code(value, kept);
                break;
            case State.LengthHigh:
                _left = value << 8;
                _state = State.LengthLow;
                break;
            case State.LengthLow:
                _left = (_left | value) - 2;
                Expect(_left >= 0, State.Payload);
                if (_left == 0)
                {
                    EndSegment(kept);
                }

                break;
            default:
                AfterEntropy(value, kept);
                break;
        }

        return block[1..];
    }

    private void Expect(bool condition, State next)
    {
        if (!condition)
        {
            Refuse(FileRefusals.ImageDamaged);
        }

        _state = next;
    }

    private void Code(byte code, IBufferWriter<byte> kept)
    {
        if (code == 0xFF)
        {
            // Any number of fill bytes may stand before a marker.
            return;
        }

        if (code == Eoi)
        {
            Marker(kept, Eoi);
            _state = State.Done;
            return;
        }

        _code = code;
        _segment.ResetWrittenCount();
        Expect(code is (>= 0xC0 and <= 0xCF) or (>= Sos and <= App15) or Comment, State.LengthHigh);
    }

    private ReadOnlySpan<byte> Payload(ReadOnlySpan<byte> block, IBufferWriter<byte> kept)
    {
        var take = Math.Min(_left, block.Length);
        _segment.Write(block[..take]);
        _left -= take;
        if (_left == 0)
        {
            EndSegment(kept);
        }

        return block[take..];
    }

    private ReadOnlySpan<byte> Entropy(ReadOnlySpan<byte> block, IBufferWriter<byte> kept)
    {
        var marker = block.IndexOf((byte)0xFF);
        if (marker < 0)
        {
            kept.Write(block);
            return [];
        }

        kept.Write(block[..marker]);
        _state = State.EntropyMarker;
        return block[(marker + 1)..];
    }

    private void AfterEntropy(byte value, IBufferWriter<byte> kept)
    {
        if (value is 0x00 or (>= 0xD0 and <= 0xD7))
        {
            // A stuffed byte or a restart marker: still inside the scan.
            Marker(kept, value);
            _state = State.Entropy;
        }
        else if (value != 0xFF)
        {
            Code(value, kept);
        }
    }

    private void EndSegment(IBufferWriter<byte> kept)
    {
        var payload = _segment.WrittenSpan;
        _state = State.Marker;
        if (_code is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC))
        {
            Frame(payload);
        }

        if (_code == Sos)
        {
            _hasScan = true;
            Expect(_hasFrame, State.Entropy);
        }

        if (_code == App1)
        {
            var orientation = ExifOrientation.Read(payload);
            if (orientation > 1)
            {
                ExifOrientation.Write(orientation, kept);
            }
        }
        else if (IsNeeded(payload))
        {
            Marker(kept, _code);
            BinaryPrimitives.WriteUInt16BigEndian(kept.GetSpan(2), (ushort)(payload.Length + 2));
            kept.Advance(2);
            kept.Write(payload);
        }
    }

    private static void Marker(IBufferWriter<byte> kept, byte code)
    {
        ReadOnlySpan<byte> marker = [0xFF, code];
        kept.Write(marker);
    }

    private void Frame(ReadOnlySpan<byte> payload)
    {
        if (payload.Length < 6)
        {
            Refuse(FileRefusals.ImageDamaged);
            return;
        }

        _hasFrame = true;
        CheckPixels(BinaryPrimitives.ReadUInt16BigEndian(payload[3..]), BinaryPrimitives.ReadUInt16BigEndian(payload[1..]));
    }

    /// <summary>Colours depend on JFIF, ICC and Adobe segments; every other application segment and comment is baggage.</summary>
    private bool IsNeeded(ReadOnlySpan<byte> payload) => _code switch
    {
        App0 => payload.StartsWith("JFIF\0"u8),
        App2 => payload.StartsWith("ICC_PROFILE\0"u8),
        App14 => payload.StartsWith("Adobe"u8),
        >= App0 and <= App15 or Comment => false,
        _ => true,
    };
}
