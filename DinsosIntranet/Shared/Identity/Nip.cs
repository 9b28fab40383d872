namespace DinsosIntranet.Shared.Identity;

/// <summary>Number of a civil servant as it was understood; <paramref name="BirthDate"/> is null where it is no real date.</summary>
public sealed record NipReading(string Digits, Sex? Sex, DateOnly? BirthDate, IReadOnlyList<Finding> Findings);

/// <summary>
/// The number of a civil servant (NIP), 18 digits: birth date YYYYMMDD, appointment YYYYMM, sex 1 or 2, serial NNN.
/// Contract staff (PPPK) carry 21 in the place of the month. A date that does not exist only warns: the number is copied
/// from a decree and not ours to refuse.
/// </summary>
public static class Nip
{
    public const int Length = 18;

    private const int ContractStaffMonth = 21;

    public static NipReading Read(string? typed)
    {
        var digits = IdentityDigits.Strip(typed);
        if (IdentityDigits.ShapeFault(digits, Length, "NIP", "SK pengangkatan") is { } fault)
        {
            return new NipReading(digits, null, null, [fault]);
        }

        var findings = new List<Finding>();
        var born = IdentityDigits.RealDate(
            IdentityDigits.Number(digits, 0, 4), IdentityDigits.Number(digits, 4, 2), IdentityDigits.Number(digits, 6, 2));
        if (born is null)
        {
            findings.Add(new Finding(FindingLevel.Warning, "Tanggal lahir di NIP tidak ada di kalender. Periksa lagi di SK pengangkatan."));
        }

        if (IdentityDigits.Number(digits, 12, 2) is not ((>= 1 and <= 12) or ContractStaffMonth))
        {
            findings.Add(new Finding(FindingLevel.Warning, "Bulan pengangkatan di NIP tidak ada di kalender. Periksa lagi di SK pengangkatan."));
        }

        Sex? sex = digits[14] switch
        {
            '1' => Identity.Sex.Male,
            '2' => Identity.Sex.Female,
            _ => null,
        };
        if (sex is null)
        {
            findings.Add(new Finding(FindingLevel.Error, "Angka ke-15 NIP harus 1 (laki-laki) atau 2 (perempuan). Periksa lagi di SK pengangkatan."));
        }

        return new NipReading(digits, sex, born, findings);
    }

    /// <summary>As a signature block groups it: "19880230 201403 2 011". Another text is left as it is.</summary>
    public static string Format(string nip)
    {
        var digits = IdentityDigits.Strip(nip);
        return digits.Length == Length ? $"{digits[..8]} {digits[8..14]} {digits[14]} {digits[15..]}" : nip;
    }
}
