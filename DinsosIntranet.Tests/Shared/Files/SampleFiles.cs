using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace DinsosIntranet.Tests.Shared.Files;

/// <summary>Small files, correct in structure, built byte by byte.</summary>
internal static class SampleFiles
{
    public static readonly byte[] Scan = [0x11, 0x22, 0xFF, 0x00, 0x33, 0xFF, 0xD0, 0x44];

    /// <summary>A PDF of exactly this many bytes, or of its natural size.</summary>
    public static byte[] Pdf(string body = "1 0 obj\n<</Type/Catalog>>\nendobj\n", int length = 0)
    {
        const string head = "%PDF-1.7\n";
        const string tail = "\ntrailer\n<</Root 1 0 R>>\nstartxref\n0\n%%EOF\n";
        var natural = head.Length + body.Length + tail.Length;
        var filler = length > natural ? "%" + new string('x', length - natural - 1) : "";
        return Encoding.Latin1.GetBytes(head + body + filler + tail);
    }

    public static string ObjectStream(string content, string dictionary = "/Type/ObjStm/N 1/First 4/Filter/FlateDecode")
    {
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Optimal, leaveOpen: true))
        {
            zlib.Write(Encoding.Latin1.GetBytes(content));
        }

        return $"7 0 obj\n<<{dictionary}/Length {packed.Length}>>\nstream\r\n{Encoding.Latin1.GetString(packed.ToArray())}\nendstream\nendobj\n";
    }

    public static byte[] Jpeg(int width = 640, int height = 480, byte orientation = 6, bool metadata = true, byte[]? scan = null)
    {
        var bytes = new List<byte> { 0xFF, 0xD8 };
        bytes.AddRange(Segment(0xE0, [.. "JFIF\0"u8, 1, 1, 0, 0, 72, 0, 72, 0, 0]));
        if (metadata)
        {
            bytes.AddRange(Segment(0xE1, Exif(orientation)));
            bytes.AddRange(Segment(0xE1, [.. "http://ns.adobe.com/xap/1.0/\0<exif:GPSLatitude>6,23.5S</exif:GPSLatitude>"u8]));
            bytes.AddRange(Segment(0xED, "Photoshop 3.0\0GPS"u8));
            bytes.AddRange(Segment(0xFE, "GPS comment"u8));
        }

        bytes.AddRange(Segment(0xE2, [.. "ICC_PROFILE\0"u8, 1, 1, 5, 6, 7]));
        bytes.AddRange(Segment(0xDB, new byte[65]));
        bytes.AddRange(Segment(0xC0, [8, (byte)(height >> 8), (byte)height, (byte)(width >> 8), (byte)width, 1, 1, 0x11, 0]));
        bytes.AddRange(Segment(0xC4, new byte[20]));
        bytes.AddRange(Segment(0xDA, [1, 1, 0, 0, 63, 0]));
        bytes.AddRange(scan ?? Scan);
        bytes.AddRange([0xFF, 0xD9]);
        return [.. bytes];
    }

    /// <summary>The segments of a JPEG up to its scan, with their payload, and the scan data last under code 0.</summary>
    public static List<(byte Code, byte[] Payload)> ReadJpeg(byte[] jpeg)
    {
        Assert.Equal([0xFF, 0xD8], jpeg[..2]);
        Assert.Equal([0xFF, 0xD9], jpeg[^2..]);
        var segments = new List<(byte, byte[])>();
        var at = 2;
        while (true)
        {
            Assert.Equal(0xFF, jpeg[at]);
            var code = jpeg[at + 1];
            var length = BinaryPrimitives.ReadUInt16BigEndian(jpeg.AsSpan(at + 2));
            segments.Add((code, jpeg[(at + 4)..(at + 2 + length)]));
            at += 2 + length;
            if (code == 0xDA)
            {
                segments.Add((0, jpeg[at..^2]));
                return segments;
            }
        }
    }

    public static byte[] Png(uint width = 640, uint height = 480, bool metadata = true)
    {
        var header = new byte[13];
        BinaryPrimitives.WriteUInt32BigEndian(header, width);
        BinaryPrimitives.WriteUInt32BigEndian(header.AsSpan(4), height);
        header[8] = 8;
        byte[] text = metadata ? [.. Chunk("tEXt", "Comment\0GPS -6.4"u8), .. Chunk("eXIf", "MM GPS"u8)] : [];
        return [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, .. Chunk("IHDR", header), .. text, .. Chunk("IDAT", new byte[100]), .. Chunk("IEND", [])];
    }

    public static byte[] Chunk(string type, ReadOnlySpan<byte> data)
    {
        var chunk = new byte[12 + data.Length];
        BinaryPrimitives.WriteInt32BigEndian(chunk, data.Length);
        Encoding.ASCII.GetBytes(type, chunk.AsSpan(4));
        data.CopyTo(chunk.AsSpan(8));
        return chunk;
    }

    public static byte[] Segment(byte code, ReadOnlySpan<byte> payload)
    {
        var segment = new byte[4 + payload.Length];
        segment[0] = 0xFF;
        segment[1] = code;
        BinaryPrimitives.WriteUInt16BigEndian(segment.AsSpan(2), (ushort)(payload.Length + 2));
        payload.CopyTo(segment.AsSpan(4));
        return segment;
    }

    /// <summary>Little-endian EXIF with orientation and a GPS directory, as a phone writes it.</summary>
    private static byte[] Exif(byte orientation) =>
    [
        .. "Exif\0\0"u8, 0x49, 0x49, 0x2A, 0, 8, 0, 0, 0,
        2, 0,
        0x12, 0x01, 3, 0, 1, 0, 0, 0, orientation, 0, 0, 0,
        0x25, 0x88, 4, 0, 1, 0, 0, 0, 38, 0, 0, 0,
        0, 0, 0, 0,
        .. "GPS 6 23 5 S 106 15 0 E"u8,
    ];
}
