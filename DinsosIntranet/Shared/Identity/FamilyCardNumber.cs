namespace DinsosIntranet.Shared.Identity;

/// <summary>Number of a family card (KK) as it was understood.</summary>
public sealed record FamilyCardReading(string Digits, IReadOnlyList<Finding> Findings);

/// <summary>
/// The number of a family card: area 6, date of issue DDMMYY (never + 40), serial 4. Length and digits are checked; the
/// date only warns.
/// </summary>
public static class FamilyCardNumber
{
    public const int Length = 16;

    public static FamilyCardReading Read(string? typed)
    {
        var digits = IdentityDigits.Strip(typed);
        if (IdentityDigits.ShapeFault(digits, Length, "Nomor KK", "KK") is { } fault)
        {
            return new FamilyCardReading(digits, [fault]);
        }

        var issued = IdentityDigits.DatesOfEitherCentury(
            IdentityDigits.Number(digits, 10, 2), IdentityDigits.Number(digits, 8, 2), IdentityDigits.Number(digits, 6, 2));
        return issued.Count > 0
            ? new FamilyCardReading(digits, [])
            : new FamilyCardReading(digits, [new Finding(FindingLevel.Warning, "Tanggal terbit di nomor KK tidak ada di kalender. Periksa lagi di KK.")]);
    }
}
