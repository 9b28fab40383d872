using System.Globalization;
using System.Text;
using QRCoder;

namespace DinsosIntranet.Features.Accounts;

/// <summary>A QR code as one SVG path on a grid of <paramref name="Size"/> modules, quiet zone included: sharp at every size, and no picture to load.</summary>
public sealed record QrPath(int Size, string Data)
{
    public static QrPath Of(string text)
    {
        using var code = QRCodeGenerator.GenerateQrCode(text, QRCodeGenerator.ECCLevel.M);
        var matrix = code.ModuleMatrix;
        var data = new StringBuilder();
        for (var row = 0; row < matrix.Count; row++)
        {
            for (var column = 0; column < matrix.Count; column++)
            {
                if (matrix[row][column])
                {
                    data.Append(CultureInfo.InvariantCulture, $"M{column} {row}h1v1h-1z");
                }
            }
        }

        return new QrPath(matrix.Count, data.ToString());
    }
}
