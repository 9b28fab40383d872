using System.Globalization;
using DinsosIntranet.Shared.Text;

namespace DinsosIntranet.Features.Intake;

/// <summary>How far an upload is: "Mengunggah 62% · 0,7 dari 1,1 MB". Both figures are in the unit of the whole.</summary>
public sealed record UploadProgress(long Read, long Total)
{
    private const double Kilobyte = 1024;
    private const double Megabyte = 1024 * 1024;

    private static readonly NumberFormatInfo Figures = new() { NumberDecimalSeparator = "," };

    public int Percent => Total == 0 ? 0 : (int)Math.Min(100, Read * 100 / Total);

    public string Text
    {
        get
        {
            var total = FileSizes.Text(Total);
            var read = Math.Min(Read, Total);
            var shown = total.EndsWith("MB", StringComparison.Ordinal)
                ? (read / Megabyte).ToString("0.0", Figures)
                : total.EndsWith("KB", StringComparison.Ordinal) ? (read / Kilobyte).ToString("0", Figures) : read.ToString(Figures);
            return $"Mengunggah {Percent}% · {shown} dari {total}";
        }
    }
}
