namespace DinsosIntranet.Shared.Files;

/// <summary>The kinds of files the agency takes in.</summary>
public enum FileKind
{
    Pdf,
    Jpeg,
    Png,
}

/// <summary>Tells kinds of files by their content. The name and the type a browser claims are never asked.</summary>
public static class FileKinds
{
    /// <summary>Readers accept a PDF header anywhere in this many bytes (ISO 32000-1, implementation note 13 of the older reference).</summary>
    public const int PdfHeaderWithin = 1024;

    private static readonly byte[][] ForeignSignatures =
    [
        "MZ"u8.ToArray(), "PK"u8.ToArray(), "\u007FELF"u8.ToArray(), "GIF8"u8.ToArray(), "Rar!"u8.ToArray(), "#!"u8.ToArray(),
        "{\\rtf"u8.ToArray(), "7z"u8.ToArray(), [0xFF, 0xD8], [0x89, 0x50], [0xD0, 0xCF, 0x11, 0xE0], [0x1F, 0x8B],
    ];

    private static ReadOnlySpan<byte> PngSignature => [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A];

    public static string ContentType(this FileKind kind) => kind switch
    {
        FileKind.Pdf => "application/pdf",
        FileKind.Jpeg => "image/jpeg",
        FileKind.Png => "image/png",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    public static string Extension(this FileKind kind) => kind switch
    {
        FileKind.Pdf => ".pdf",
        FileKind.Jpeg => ".jpg",
        FileKind.Png => ".png",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    /// <summary>The kind that the beginning of a file shows, or null for anything not taken in.</summary>
    public static FileKind? Recognise(ReadOnlySpan<byte> beginning)
    {
        if (beginning.Length >= 4 && beginning[0] == 0xFF && beginning[1] == 0xD8 && beginning[2] == 0xFF && beginning[3] is >= 0xC0 and <= 0xFE)
        {
            return FileKind.Jpeg;
        }

        if (beginning.Length >= 16 && beginning.StartsWith(PngSignature) && beginning[12..16].SequenceEqual("IHDR"u8))
        {
            return FileKind.Png;
        }

        return IsPdf(beginning[..Math.Min(beginning.Length, PdfHeaderWithin)]) ? FileKind.Pdf : null;
    }

    /// <summary>Bytes before the header are tolerated (scanners write them), unless they make the file something else as well.</summary>
    private static bool IsPdf(ReadOnlySpan<byte> beginning)
    {
        var header = beginning.IndexOf("%PDF-"u8);
        if (header < 0)
        {
            return false;
        }

        var before = beginning[..header];
        foreach (var signature in ForeignSignatures)
        {
            if (before.StartsWith(signature))
            {
                return false;
            }
        }

        return !before.Contains((byte)'<');
    }
}
