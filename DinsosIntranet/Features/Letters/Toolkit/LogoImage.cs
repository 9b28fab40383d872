using PdfSharp.Drawing;

namespace DinsosIntranet.Features.Letters.Toolkit;

internal static class LogoImage
{
    /// <summary>The picture, or null where PDFsharp cannot make one of the bytes.</summary>
    public static XImage? Read(byte[] image)
    {
        try
        {
            return XImage.FromStream(new MemoryStream(image, 0, image.Length, writable: false, publiclyVisible: true));
        }
#pragma warning disable CA1031 // The readers of the picture formats throw whatever they stumble over.
        catch (Exception)
#pragma warning restore CA1031
        {
            return null;
        }
    }
}
