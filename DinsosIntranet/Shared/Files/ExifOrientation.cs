using System.Buffers;
using System.Buffers.Binary;

namespace DinsosIntranet.Shared.Files;

/// <summary>Reads the one EXIF tag worth keeping and writes an EXIF segment with that tag only.</summary>
internal static class ExifOrientation
{
    private const ushort Tag = 0x0112;
    private const ushort ShortType = 3;
    private const int EntryLength = 12;

    private static ReadOnlySpan<byte> Prefix => "Exif\0\0"u8;

    /// <summary>1 to 8, or 0 where there is none; a malformed segment counts as none.</summary>
    public static byte Read(ReadOnlySpan<byte> payload)
    {
        if (!payload.StartsWith(Prefix) || payload.Length < 14)
        {
            return 0;
        }

        var tiff = payload[Prefix.Length..];
        var little = tiff[0] == (byte)'I';
        var offset = Long(tiff[4..], little);
        if (offset > (uint)tiff.Length - 2)
        {
            return 0;
        }

        var directory = tiff[(int)offset..];
        var count = Short(directory, little);
        directory = directory[2..];
        for (var i = 0; i < count && directory.Length >= EntryLength; i++, directory = directory[EntryLength..])
        {
            if (Short(directory, little) == Tag && Short(directory[2..], little) == ShortType)
            {
                var value = Short(directory[8..], little);
                return value is >= 1 and <= 8 ? (byte)value : (byte)0;
            }
        }

        return 0;
    }

    public static void Write(byte orientation, IBufferWriter<byte> target)
    {
        // APP1, length 34: Exif prefix; big-endian TIFF; one directory entry (orientation, SHORT, 1 value); no next directory.
        ReadOnlySpan<byte> segment =
        [
            0xFF, 0xE1, 0x00, 0x22, .. Prefix,
            0x4D, 0x4D, 0x00, 0x2A, 0x00, 0x00, 0x00, 0x08,
            0x00, 0x01, 0x01, 0x12, 0x00, 0x03, 0x00, 0x00, 0x00, 0x01, 0x00, orientation, 0x00, 0x00,
            0x00, 0x00, 0x00, 0x00,
        ];
        target.Write(segment);
    }

    private static ushort Short(ReadOnlySpan<byte> bytes, bool little) =>
        little ? BinaryPrimitives.ReadUInt16LittleEndian(bytes) : BinaryPrimitives.ReadUInt16BigEndian(bytes);

    private static uint Long(ReadOnlySpan<byte> bytes, bool little) =>
        little ? BinaryPrimitives.ReadUInt32LittleEndian(bytes) : BinaryPrimitives.ReadUInt32BigEndian(bytes);
}
