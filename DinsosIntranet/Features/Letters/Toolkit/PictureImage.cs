using System.Buffers.Binary;
using System.IO.Compression;
using PdfSharp.Pdf;

namespace DinsosIntranet.Features.Letters.Toolkit;

/// <summary>A picture inside a paper (the agency's emblem) as a browser can show it: JPEG as it is, anything else as PNG.</summary>
internal static class PictureImage
{
    private const int Opaque = 255;

    /// <summary>The picture as a data address; null for a kind the toolkit does not write.</summary>
    public static string? DataUri(PdfDictionary image)
    {
        if (image.Stream is not { } stream)
        {
            return null;
        }

        var filter = image.Elements["/Filter"]?.ToString() ?? "";
        if (filter.Contains("DCTDecode", StringComparison.Ordinal))
        {
            var jpeg = filter.Contains("FlateDecode", StringComparison.Ordinal) ? Inflate(stream.Value) : stream.Value;
            return "data:image/jpeg;base64," + Convert.ToBase64String(jpeg);
        }

        var (width, height) = (image.Elements.GetInteger("/Width"), image.Elements.GetInteger("/Height"));
        var channels = image.Elements["/ColorSpace"]?.ToString() switch
        {
            "/DeviceRGB" => 3,
            "/DeviceGray" => 1,
            _ => 0,
        };
        var colours = stream.UnfilteredValue;
        if (channels == 0 || image.Elements.GetInteger("/BitsPerComponent") != 8 || colours.Length < (long)width * height * channels)
        {
            return null;
        }

        var mask = image.Elements.GetDictionary("/SMask")?.Stream?.UnfilteredValue;
        return "data:image/png;base64," + Convert.ToBase64String(Png(width, height, channels, colours, mask?.Length >= width * height ? mask : null));
    }

    private static byte[] Inflate(byte[] packed)
    {
        using var source = new ZLibStream(new MemoryStream(packed), CompressionMode.Decompress);
        using var unpacked = new MemoryStream();
        source.CopyTo(unpacked);
        return unpacked.ToArray();
    }

    private static byte[] Png(int width, int height, int channels, byte[] colours, byte[]? mask)
    {
        using var rows = new MemoryStream();
        using (var zip = new ZLibStream(rows, CompressionLevel.Fastest, leaveOpen: true))
        {
            for (var y = 0; y < height; y++)
            {
                zip.WriteByte(0);
                for (var x = 0; x < width; x++)
                {
                    var pixel = (y * width) + x;
                    for (var channel = 0; channel < 3; channel++)
                    {
                        zip.WriteByte(colours[(pixel * channels) + (channels == 3 ? channel : 0)]);
                    }

                    zip.WriteByte(mask is null ? (byte)Opaque : mask[pixel]);
                }
            }
        }

        using var png = new MemoryStream();
        png.Write([0x89, .. "PNG\r\n\u001a\n"u8]);
        Span<byte> header = stackalloc byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, width);
        BinaryPrimitives.WriteInt32BigEndian(header[4..], height);

        // Eight bits a channel, colour with transparency.
        (header[8], header[9]) = (8, 6);
        Chunk(png, "IHDR"u8, header);
        Chunk(png, "IDAT"u8, rows.ToArray());
        Chunk(png, "IEND"u8, []);
        return png.ToArray();
    }

    private static void Chunk(MemoryStream png, ReadOnlySpan<byte> type, ReadOnlySpan<byte> data)
    {
        byte[] content = [.. type, .. data];
        Span<byte> number = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(number, data.Length);
        png.Write(number);
        png.Write(content);
        BinaryPrimitives.WriteUInt32BigEndian(number, Checksum(content));
        png.Write(number);
    }

    /// <summary>CRC-32 as PNG asks for it.</summary>
    private static uint Checksum(byte[] content)
    {
        var sum = uint.MaxValue;
        foreach (var value in content)
        {
            sum ^= value;
            for (var bit = 0; bit < 8; bit++)
            {
                sum = (sum & 1) == 0 ? sum >> 1 : (sum >> 1) ^ 0xEDB88320;
            }
        }

        return ~sum;
    }
}
