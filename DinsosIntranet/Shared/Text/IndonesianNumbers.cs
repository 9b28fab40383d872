using System.Globalization;

namespace DinsosIntranet.Shared.Text;

/// <summary>Numbers as Indonesian writes them: a point between thousands, a comma before decimals.</summary>
public static class IndonesianNumbers
{
    public static CultureInfo Culture { get; } = CultureInfo.GetCultureInfo("id-ID");

    public static string Whole(long number) => number.ToString("N0", Culture);

    /// <summary>"Tidak ada pengaduan", "1.204 pengaduan"; nothing while the count is not known.</summary>
    public static string Counted(int? count, string what) => count switch
    {
        null => "",
        0 => "Tidak ada " + what,
        { } some => $"{Whole(some)} {what}",
    };
}
