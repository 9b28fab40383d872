using PdfSharp.Drawing;
using QRCoder;

namespace DinsosIntranet.Features.Letters.Toolkit;

/// <summary>
/// Draws a QR code as the outlines of its black areas: sharp at every size, no picture to embed, and half the points of
/// rectangles. The points are whole modules, which are short to write; the scale does the rest.
/// </summary>
internal static class QrDrawing
{
    private const int QuietZone = 4;

    /// <summary>Right, down, left, up: turning right is the next one.</summary>
    private static readonly (int X, int Y)[] Steps = [(1, 0), (0, 1), (-1, 0), (0, -1)];

    /// <summary>The module ahead on the right of somebody who stands on a corner and looks that way; on the left it is that of the direction before.</summary>
    private static readonly (int X, int Y)[] AheadRight = [(0, 0), (-1, 0), (-1, -1), (0, -1)];

    public static void Draw(XGraphics graphics, string text, double x, double y, double side)
    {
        using var code = QRCodeGenerator.GenerateQrCode(text, QRCodeGenerator.ECCLevel.M);
        var matrix = code.ModuleMatrix;
        var count = matrix.Count - (2 * QuietZone);
        var path = new XGraphicsPath { FillMode = XFillMode.Winding };
        foreach (var outline in Outlines(count, (column, row) => matrix[row + QuietZone][column + QuietZone]))
        {
            path.AddPolygon(outline);
        }

        var state = graphics.Save();
        graphics.TranslateTransform(x, y);
        graphics.ScaleTransform(side / count, side / count);
        graphics.DrawPath(XBrushes.Black, path);
        graphics.Restore(state);
    }

    /// <summary>
    /// The corners around each black area, black always on the right, so that holes run the other way round and stay white.
    /// <paramref name="isBlack"/> is asked by column and row, of the white around the code too.
    /// </summary>
    internal static IEnumerable<XPoint[]> Outlines(int count, Func<int, int, bool> isBlack)
    {
        var walked = new bool[count, count];
        for (var row = 0; row < count; row++)
        {
            for (var column = 0; column < count; column++)
            {
                // Every outline has an upper edge; it begins at the first one met.
                if (!walked[column, row] && isBlack(column, row) && !isBlack(column, row - 1))
                {
                    yield return Outline(column, row, walked, isBlack);
                }
            }
        }
    }

    private static XPoint[] Outline(int column, int row, bool[,] walked, Func<int, int, bool> isBlack)
    {
        var corners = new List<XPoint>();
        var (x, y, direction) = (column, row, 0);
        do
        {
            if (direction == 0)
            {
                walked[x, y] = true;
            }

            (x, y) = (x + Steps[direction].X, y + Steps[direction].Y);
            var turn = !IsBlack(direction) ? 1 : IsBlack((direction + 3) % 4) ? 3 : 0;
            if (turn != 0)
            {
                corners.Add(new XPoint(x, y));
                direction = (direction + turn) % 4;
            }
        }
        while ((x, y, direction) != (column, row, 0));

        return [.. corners];

        bool IsBlack(int ahead) => isBlack(x + AheadRight[ahead].X, y + AheadRight[ahead].Y);
    }
}
