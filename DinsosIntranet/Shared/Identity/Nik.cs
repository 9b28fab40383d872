using DinsosIntranet.Shared.Regions;
using DinsosIntranet.Shared.Text;

namespace DinsosIntranet.Shared.Identity;

/// <summary>
/// A NIK as it was understood. <paramref name="Digits"/> has no spaces or dots; <paramref name="Sex"/> and
/// <paramref name="BirthDate"/> are what the number says, null where it does not. Where two birth dates are possible
/// <paramref name="BirthDate"/> is null and <paramref name="PossibleBirthDates"/> holds both, to ask.
/// </summary>
public sealed record NikReading(
    string Digits,
    Sex? Sex,
    DateOnly? BirthDate,
    IReadOnlyList<DateOnly> PossibleBirthDates,
    IReadOnlyList<Finding> Findings);

/// <summary>
/// The national identity number: <c>PPKKCC DDMMYY SSSS</c>, 16 digits, day + 40 for women, serial from 0001, no check digit.
/// The area is where the person was first registered and never changes when they move, so another regency is no fault.
/// A NIK proves nothing: only its structure blocks, the rest warns.
/// </summary>
public static class Nik
{
    public const int Length = 16;

    private const int FemaleDays = 40;

    /// <summary>
    /// Up to this age a two-digit year can just as well mean a living person over a hundred; above it the older reading
    /// would be older than anyone.
    /// </summary>
    private const int AskUpToAge = 16;

    /// <summary>Understands and checks a number; duplicates are the caller's to look for.</summary>
    /// <param name="typed">As entered, with or without spaces and dots.</param>
    /// <param name="today">The agency's date; nobody is born after it.</param>
    /// <param name="regions">Known provinces and regencies.</param>
    /// <param name="agencyRegencyCode">The agency's own regency, such as 36.02.</param>
    public static NikReading Read(string? typed, DateOnly today, RegionCatalog regions, string agencyRegencyCode)
    {
        var digits = IdentityDigits.Strip(typed);
        if (IdentityDigits.ShapeFault(digits, Length, "NIK", "KTP") is { } fault)
        {
            return new NikReading(digits, null, null, [], [fault]);
        }

        var findings = new List<Finding>();
        var day = IdentityDigits.Number(digits, 6, 2);
        Sex? sex = day switch
        {
            >= 1 and <= 31 => Identity.Sex.Male,
            >= 1 + FemaleDays and <= 31 + FemaleDays => Identity.Sex.Female,
            _ => null,
        };
        var dates = BirthDates(digits, sex == Identity.Sex.Female ? day - FemaleDays : day, today);
        if (dates.Count == 0)
        {
            findings.Add(new Finding(FindingLevel.OverridableError, "Tanggal lahir di NIK tidak ada di kalender. Bila KTP memang begitu, isi alasan."));
        }

        if (digits.EndsWith("0000", StringComparison.Ordinal))
        {
            findings.Add(new Finding(FindingLevel.Error, "Empat angka terakhir NIK tidak mungkin 0000. Periksa lagi di KTP."));
        }

        if (dates.Count > 1)
        {
            findings.Add(new Finding(FindingLevel.Warning, $"Tahun lahir di NIK bisa {dates[0].Year} atau {dates[1].Year}. Pilih yang sesuai KTP."));
        }

        AddRegionFindings(findings, digits, regions, agencyRegencyCode);
        return new NikReading(digits, sex, dates.Count == 1 ? dates[0] : null, dates, findings);
    }

    /// <summary>Warnings where the number says something else than what was entered; both are shown.</summary>
    public static IReadOnlyList<Finding> Compare(NikReading nik, DateOnly? enteredBirthDate, Sex? enteredSex)
    {
        var findings = new List<Finding>();
        if (enteredBirthDate is { } entered && nik.PossibleBirthDates.Count > 0 && !nik.PossibleBirthDates.Contains(entered))
        {
            var said = string.Join(" atau ", nik.PossibleBirthDates.Select(IndonesianDates.Short));
            findings.Add(new Finding(FindingLevel.Warning, $"Tanggal lahir di NIK {said}, di isian {IndonesianDates.Short(entered)}. Periksa lagi di KTP."));
        }

        if (enteredSex is { } chosen && nik.Sex is { } sex && chosen != sex)
        {
            findings.Add(new Finding(FindingLevel.Warning, $"Jenis kelamin di NIK {Lower(sex)}, di isian {Lower(chosen)}. Periksa lagi di KTP."));
        }

        return findings;
    }

    private static string Lower(Sex sex) => sex.Title().ToLowerInvariant();

    private static List<DateOnly> BirthDates(string digits, int day, DateOnly today)
    {
        var month = IdentityDigits.Number(digits, 8, 2);
        var year = IdentityDigits.Number(digits, 10, 2);
        var dates = IdentityDigits.DatesOfEitherCentury(year, month, day).Where(d => d <= today).ToList();
        if (dates.Count == 2 && Age(dates[1], today) > AskUpToAge)
        {
            dates.RemoveAt(0);
        }

        return dates;
    }

    private static int Age(DateOnly born, DateOnly today) =>
        today.Year - born.Year - ((today.Month, today.Day).CompareTo((born.Month, born.Day)) < 0 ? 1 : 0);

    private static void AddRegionFindings(List<Finding> findings, string digits, RegionCatalog regions, string agencyRegencyCode)
    {
        if (regions.Province(digits[..2]) is null)
        {
            findings.Add(new Finding(FindingLevel.Warning, $"Kode provinsi {digits[..2]} di NIK tidak dikenal. Periksa lagi di KTP."));
        }

        if (regions.Regency(digits[..4])?.Code != regions.Regency(agencyRegencyCode)?.Code)
        {
            var agency = regions.Regency(agencyRegencyCode)?.ShortName ?? "daerah ini";
            findings.Add(new Finding(FindingLevel.Info, $"NIK terdaftar di luar {agency}. Tidak apa-apa, lanjutkan."));
        }
    }
}
