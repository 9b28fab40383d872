using DinsosIntranet.Shared.Acting;

namespace DinsosIntranet.Features.Standards.Domain;

/// <summary>What is known of one version that is already there.</summary>
public sealed record KnownVersion(string Code, int Number, string NumberPrefix, Confidentiality Confidentiality, DateTime ImportedAt, string? ImportedBy, bool IsInternal = false);

/// <summary>Who may bring in a version and set its day, and what a new one must respect of those that are there; pure.</summary>
public static class VersionRules
{
    /// <summary>Some forty times the largest of the published ones.</summary>
    public const int MostBytes = 256 * 1024;

    public const int MostVersions = 200;

    /// <summary>The names pages have in an address, where standards stand by their codes.</summary>
    private static readonly string[] ReservedCodes = ["impor", "susun"];

    /// <summary>Versions are read by those who look after the settings and those who answer for the service.</summary>
    public static bool MaySee(Actor actor) => actor.HasAny(StaffRole.Administrator, StaffRole.HeadOfAgency, StaffRole.AgencySecretary);

    public static bool MayImport(Actor actor) => actor.Has(StaffRole.Administrator);

    /// <summary>
    /// An open standard's day is the administrator's work, on the strength of the decree they name. A version also says which
    /// desks read the files: for rahasia standards that is the head's or the secretary's to decide, as with the roles.
    /// </summary>
    public static bool MaySchedule(Actor actor, Confidentiality confidentiality) => confidentiality == Confidentiality.Secret
        ? actor.HasAny(StaffRole.HeadOfAgency, StaffRole.AgencySecretary)
        : actor.Has(StaffRole.Administrator);

    /// <summary>
    /// What stands against taking this version in beside those that are there. <paramref name="expected"/>: the standard the
    /// file was meant for; null for one that is new.
    /// </summary>
    /// <returns>Each problem with the property of the file it is about.</returns>
    public static IReadOnlyList<(string Property, string Message)> Check(ServiceStandard standard, string? expected, IReadOnlyCollection<KnownVersion> known, Func<DateTime, string> time)
    {
        var own = known.Where(k => k.Code == standard.Code).OrderByDescending(k => k.Number).ToList();
        if (expected is not null && standard.Code != expected)
        {
            return [("code", $"kode di berkas '{standard.Code}', padahal Anda memilih standar '{expected}'")];
        }

        if (expected is null && own.Count > 0)
        {
            return [("code", $"kode '{standard.Code}' sudah dipakai standar yang ada; pilih standar itu, atau ganti kodenya bila ini layanan lain")];
        }

        var problems = new List<(string Property, string Message)>();
        if (ReservedCodes.Contains(standard.Code))
        {
            problems.Add(("code", $"kode '{standard.Code}' tidak dapat dipakai"));
        }

        if (own.Find(k => k.Number == standard.Version) is { } same)
        {
            problems.Add(("version", $"versi {same.Number} sudah diimpor {same.ImportedBy ?? "saat aplikasi dijalankan"} pada {time(same.ImportedAt)}; berikutnya versi {own[0].Number + 1}"));
        }
        else if (own.Count > 0 && standard.Version < own[0].Number)
        {
            problems.Add(("version", $"nomor versi {standard.Version} harus lebih tinggi daripada {own[0].Number}, versi terakhir yang ada"));
        }

        if (own.Count >= MostVersions)
        {
            problems.Add(("version", $"standar ini sudah mempunyai {MostVersions} versi"));
        }

        if (known.FirstOrDefault(k => k.Code != standard.Code && k.NumberPrefix == standard.NumberPrefix) is { } other)
        {
            problems.Add(("numberPrefix", $"awalan nomor '{standard.NumberPrefix}' sudah dipakai standar '{other.Code}'"));
        }

        if (standard.Confidentiality == Confidentiality.Open && own.Exists(k => k.Confidentiality == Confidentiality.Secret))
        {
            problems.Add(("confidentiality", "standar ini rahasia; versi baru tidak dapat membuatnya terbuka"));
        }

        if (own.Count > 0 && standard.IsInternal != own[0].IsInternal)
        {
            problems.Add(("isInternal", own[0].IsInternal
                ? "standar ini prosedur internal; versi baru tidak dapat membuatnya layanan loket"
                : "standar ini layanan publik; versi baru tidak dapat membuatnya prosedur internal"));
        }

        return problems;
    }

    /// <summary>What keeps a version from counting: it would take people in, but nobody could carry them through. Empty where it may.</summary>
    public static IReadOnlyList<string> CheckPanels(ServiceStandard standard, ActionRegistry actions)
    {
        if (!standard.IntakeOpen)
        {
            return [];
        }

        var problems = actions.Unbuilt(standard).Select(a => $"Tindakan \"{a.Name}\" belum mempunyai layar kerja di aplikasi ini.").ToList();
        if (standard.Steps.FirstOrDefault(s => s.Action == StepActions.Sign) is { } signing && !actions.PreparesLetter(standard))
        {
            problems.Add($"Langkah {signing.Number} menandatangani surat, tetapi tidak ada langkah yang menyiapkan surat di aplikasi. Untuk surat yang ditandatangani di atas kertas, pakai tindakan \"{actions.Action(StepActions.Decide).Name}\" (decide).");
        }

        if (standard.Steps.All(s => s.Action != StepActions.Sign) && standard.Steps.FirstOrDefault(s => actions.Action(s.Action).PreparesLetter) is { } preparing)
        {
            problems.Add($"Langkah {preparing.Number} menyiapkan surat, tetapi tidak ada langkah yang menandatanganinya di aplikasi (sign).");
        }

        return problems;
    }
}
