using System.Globalization;

namespace DinsosIntranet.Shared.Text;

/// <summary>Numbers and dates in Indonesian words, as a berita acara and the count of enclosures spell them.</summary>
public static class Terbilang
{
    /// <summary>Largest number that is spelled: just under one trillion (seribu miliar).</summary>
    public const long Largest = 999_999_999_999;

    private static readonly string[] Units =
        ["nol", "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan", "sepuluh", "sebelas"];

    /// <summary>"dua ribu dua puluh enam".</summary>
    public static string Number(long number)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(number);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(number, Largest);
        return number switch
        {
            < 12 => Units[number],
            < 20 => $"{Units[number - 10]} belas",
            < 100 => Join($"{Units[number / 10]} puluh", number % 10),
            < 200 => Join("seratus", number % 100),
            < 1_000 => Join($"{Units[number / 100]} ratus", number % 100),
            < 2_000 => Join("seribu", number % 1_000),
            < 1_000_000 => Join($"{Number(number / 1_000)} ribu", number % 1_000),
            < 1_000_000_000 => Join($"{Number(number / 1_000_000)} juta", number % 1_000_000),
            _ => Join($"{Number(number / 1_000_000_000)} miliar", number % 1_000_000_000),
        };
    }

    /// <summary>"1 (satu)", as in "1 (satu) berkas".</summary>
    public static string WithFigure(int number) => string.Create(CultureInfo.InvariantCulture, $"{number} ({Number(number)})");

    /// <summary>"Minggu tanggal dua puluh dua bulan November tahun dua ribu dua puluh enam".</summary>
    public static string Date(DateOnly date) =>
        $"{IndonesianDates.DayName(date.DayOfWeek)} tanggal {Number(date.Day)} bulan {IndonesianDates.MonthName(date.Month)} tahun {Number(date.Year)}";

    private static string Join(string head, long rest) => rest == 0 ? head : $"{head} {Number(rest)}";
}
