using DinsosIntranet.Features.Standards.Domain;
using DinsosIntranet.Shared.Text;

namespace DinsosIntranet.Features.Standards.Pages;

/// <summary>The days of a standard in words.</summary>
internal static class ScheduleWords
{
    /// <summary>The first version of a standard counts "from ever", which nobody wants to read as a date.</summary>
    private static readonly DateOnly Ever = new(2000, 1, 1);

    public static string Since(DateOnly day) => day <= Ever ? "sejak awal" : $"sejak {IndonesianDates.Short(day)}";

    public static string From(DateOnly day) => day <= Ever ? "sejak awal" : $"mulai {IndonesianDates.Short(day)}";

    /// <summary>"Versi 2 mulai 26/11/2026", "Dihentikan mulai 01/12/2026".</summary>
    public static string Of(StandardPlan plan) => $"{(plan.VersionNumber is { } number ? $"Versi {number}" : "Dihentikan")} {From(plan.From)}";

    public static string By(StandardPlan plan, TimeZoneInfo zone) => plan.DecidedBy is { } name
        ? $"Ditetapkan {name}, {IndonesianDates.ShortWithTime(plan.DecidedAt, zone)}"
        : $"Dari berkas saat aplikasi dijalankan, {IndonesianDates.ShortWithTime(plan.DecidedAt, zone)}";

    public static string Imported(VersionLine version, TimeZoneInfo zone) => version.ImportedBy is { } name
        ? $"Diimpor {name}, {IndonesianDates.ShortWithTime(version.ImportedAt, zone)}"
        : $"Dari berkas saat aplikasi dijalankan, {IndonesianDates.ShortWithTime(version.ImportedAt, zone)}";

    /// <summary>What this version is today.</summary>
    public static string State(VersionLine version, StandardHistory history) => version switch
    {
        { IsActive: true } => "Berlaku",
        { Plan: null } => "Belum direncanakan",
        { Plan: { } plan } when !plan.HasBegun(history.Today) => "Direncanakan",
        _ when history.Current?.IsRetirement == true && version.Number == history.Plans.Where(p => p.HasBegun(history.Today)).Max(p => p.VersionNumber) => "Dihentikan",
        _ => "Digantikan",
    };
}
