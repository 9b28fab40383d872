namespace DinsosIntranet.Shared.Identity;

/// <summary>What the long numbers have in common: how they are typed, and the two-digit dates inside them.</summary>
internal static class IdentityDigits
{
    /// <summary>Without the spaces and dots people put between the groups.</summary>
    public static string Strip(string? typed) =>
        string.Concat((typed ?? string.Empty).Where(c => c != '.' && !char.IsWhiteSpace(c)));

    /// <summary>The first fault of the shape of a number, or null: digits only, the right count, not one digit throughout.</summary>
    public static Finding? ShapeFault(string digits, int length, string name, string card)
    {
        var message = digits switch
        {
            "" => $"Isi {name}.",
            _ when !digits.All(char.IsAsciiDigit) => $"{name} hanya berisi angka. Periksa lagi di {card}.",
            _ when digits.Length < length => $"{name} harus {length} angka; baru {digits.Length} angka. Periksa lagi di {card}.",
            _ when digits.Length > length => $"{name} harus {length} angka; ini {digits.Length} angka. Periksa lagi di {card}.",
            _ when digits.All(c => c == digits[0]) => $"{name} tidak mungkin satu angka yang berulang. Periksa lagi di {card}.",
            _ => null,
        };
        return message is null ? null : new Finding(FindingLevel.Error, message);
    }

    public static int Number(string digits, int start, int length)
    {
        var number = 0;
        foreach (var digit in digits.AsSpan(start, length))
        {
            number = (number * 10) + (digit - '0');
        }

        return number;
    }

    public static DateOnly? RealDate(int year, int month, int day) =>
        year >= 1 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month) ? new DateOnly(year, month, day) : null;

    /// <summary>The real dates a two-digit year can mean, in the 1900s and the 2000s.</summary>
    public static IReadOnlyList<DateOnly> DatesOfEitherCentury(int year, int month, int day) =>
        [.. new[] { RealDate(1900 + year, month, day), RealDate(2000 + year, month, day) }.OfType<DateOnly>()];
}
