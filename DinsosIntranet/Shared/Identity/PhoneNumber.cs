namespace DinsosIntranet.Shared.Identity;

/// <summary>A phone number as it is stored: "081234564417", or "+60…" where it is a foreign one. Empty is allowed.</summary>
public sealed record PhoneNumberReading(string Digits, IReadOnlyList<Finding> Findings);

/// <summary>
/// Indonesian numbers are stored with their 0, whether typed as 0812…, 62812… or +62 812…; foreign ones keep their +,
/// because relatives of migrants call from abroad.
/// </summary>
public static class PhoneNumber
{
    public const int MaxLength = 16;

    private const string CountryCode = "62";

    public static PhoneNumberReading Read(string? typed)
    {
        var text = string.Concat((typed ?? string.Empty).Where(c => !char.IsWhiteSpace(c) && c is not ('.' or '-' or '(' or ')' or '/')));
        if (text.Length == 0)
        {
            return new PhoneNumberReading(string.Empty, []);
        }

        var digits = text.TrimStart('+');
        if (digits.Length == 0 || !digits.All(char.IsAsciiDigit))
        {
            return Refuse(text, "Nomor telepon hanya berisi angka. Periksa lagi nomornya.");
        }

        if (digits.StartsWith(CountryCode, StringComparison.Ordinal))
        {
            // People also write +62 0812…, with the 0 that should have gone.
            digits = "0" + digits[CountryCode.Length..].TrimStart('0');
        }
        else if (text[0] == '+')
        {
            return digits.Length is >= 8 and <= 15
                ? new PhoneNumberReading("+" + digits, [])
                : Refuse("+" + digits, "Nomor telepon luar negeri harus 8 sampai 15 angka setelah tanda +. Periksa lagi nomornya.");
        }

        if (digits[0] != '0')
        {
            return Refuse(digits, "Nomor telepon harus diawali 0 atau +. Periksa lagi nomornya.");
        }

        if (digits.Length is < 8 or > 14)
        {
            return Refuse(digits, $"Nomor telepon harus 8 sampai 14 angka; ini {digits.Length} angka. Periksa lagi nomornya.");
        }

        return digits.StartsWith("08", StringComparison.Ordinal) && digits.Length < 10
            ? new PhoneNumberReading(digits, [new Finding(FindingLevel.Warning, "Nomor seluler biasanya 10 sampai 13 angka. Periksa lagi nomornya.")])
            : new PhoneNumberReading(digits, []);
    }

    private static PhoneNumberReading Refuse(string digits, string message) => new(digits, [new Finding(FindingLevel.Error, message)]);
}
