using PdfSharp.Drawing;
using QRCoder;

namespace DinsosIntranet.Features.Letters.Toolkit;

/// <summary>Draws a QR code as black rectangles: sharp at every size, and no picture to embed.</summary>
internal static class QrDrawing
{
    private const int QuietZone = 4;

    public static void Draw(XGraphics graphics, string text, double x, double y, double side)
    {
        using var code = QRCodeGenerator.GenerateQrCode(text, QRCodeGenerator.ECCLevel.M);
        var matrix = code.ModuleMatrix;
        var count = matrix.Count - (2 * QuietZone);
        var module = side / count;
        var path = new XGraphicsPath { FillMode = XFillMode.Winding };
        for (var row = 0; row < count; row++)
        {
            var column = 0;
            while (column < count)
            {
                var start = column;
                while (column < count && matrix[row + QuietZone][column + QuietZone])
                {
                    column++;
                }

                if (column > start)
                {
                    path.AddRectangle(x + (start * module), y + (row * module), (column - start) * module, module);
                }
                else
                {
                    column++;
                }
            }
        }

        graphics.DrawPath(XBrushes.Black, path);
    }
}
