using DinsosIntranet.Features.Letters.Toolkit;

namespace DinsosIntranet.Tests.Features.Letters.Toolkit;

public sealed class QrDrawingTests
{
    private const int Count = 57;

    [Fact]
    public void Outlines_AnyPattern_SurroundExactlyTheBlackModules()
    {
        var random = new Random(20261130);
        var black = new bool[Count, Count];
        for (var i = 0; i < Count * Count; i++)
        {
            black[i % Count, i / Count] = random.Next(2) == 1;
        }

        // The eye of a code: white within black within white within black.
        for (var i = 0; i < 49; i++)
        {
            var (x, y) = (i % 7, i / 7);
            black[x, y] = Math.Max(Math.Abs(x - 3), Math.Abs(y - 3)) != 2;
        }

        var outlines = QrDrawing.Outlines(Count, (x, y) => x is >= 0 and < Count && y is >= 0 and < Count && black[x, y]).ToList();

        for (var y = 0; y < Count; y++)
        {
            for (var x = 0; x < Count; x++)
            {
                Assert.Equal(black[x, y] ? 1 : 0, outlines.Sum(o => Turns(o, x + 0.5, y + 0.5)));
            }
        }
    }

    /// <summary>How often the outline goes round the point: upward edges to its right one way, downward ones the other.</summary>
    private static int Turns(PdfSharp.Drawing.XPoint[] outline, double x, double y)
    {
        var turns = 0;
        for (var i = 0; i < outline.Length; i++)
        {
            var (from, to) = (outline[i], outline[(i + 1) % outline.Length]);
            turns += from.X <= x || (from.Y > y) == (to.Y > y) ? 0 : to.Y > from.Y ? 1 : -1;
        }

        return turns;
    }
}
