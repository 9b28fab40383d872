using System.Globalization;

namespace DinsosIntranet.Shared.Text;

/// <summary>Sizes of files as the screen shows them, counted in steps of 1024.</summary>
public static class FileSizes
{
    private const double Step = 1024;

    private static readonly NumberFormatInfo Figures = new() { NumberDecimalSeparator = "," };

    /// <summary>"812 B", "640 KB", "1,1 MB"; a tenth only from megabytes on.</summary>
    public static string Text(long bytes)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(bytes);
        if (bytes < Step)
        {
            return string.Create(Figures, $"{bytes} B");
        }

        var kilobytes = Math.Round(bytes / Step);
        if (kilobytes < Step)
        {
            return string.Create(Figures, $"{kilobytes:0} KB");
        }

        var megabytes = Math.Round(bytes / (Step * Step), 1);
        return megabytes < Step
            ? string.Create(Figures, $"{megabytes:0.#} MB")
            : string.Create(Figures, $"{bytes / (Step * Step * Step):0.#} GB");
    }
}
