using System.Buffers;

namespace DinsosIntranet.Shared.Files;

/// <summary>
/// Looks at a file while it streams past, passes on what is to be kept and says why it cannot be taken in. One scanner
/// serves one file.
/// </summary>
internal abstract class ContentScanner
{
    /// <summary>Decompression bombs are tiny files with huge dimensions; A4 at 600 dpi has 35 megapixels.</summary>
    public const long MaxPixels = 50_000_000;

    /// <summary>The sentence with which the file is refused, once there is a reason.</summary>
    public string? Problem { get; private set; }

    public static ContentScanner For(FileKind kind) => kind switch
    {
        FileKind.Pdf => new PdfScanner(),
        FileKind.Jpeg => new JpegScanner(),
        FileKind.Png => new PngScanner(),
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    /// <summary>Takes the next bytes and writes those to be stored.</summary>
    public abstract void Push(ReadOnlySpan<byte> block, IBufferWriter<byte> kept);

    /// <summary>Called after the last byte; <paramref name="stored"/> reads what was kept, from any position.</summary>
    public abstract void Finish(Stream stored);

    protected void Refuse(string problem) => Problem ??= problem;

    protected void CheckPixels(long width, long height)
    {
        if (width <= 0 || height <= 0)
        {
            Refuse(FileRefusals.ImageDamaged);
        }
        else if (width * height > MaxPixels)
        {
            Refuse(FileRefusals.ImageTooLarge);
        }
    }
}
