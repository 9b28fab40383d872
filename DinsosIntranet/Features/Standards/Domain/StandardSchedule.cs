namespace DinsosIntranet.Features.Standards.Domain;

/// <summary>
/// From when which version of one standard counts: every day that was decided for it, past and coming. A day begins at
/// 00.00 in the agency's zone. What has begun stays as it was; only what is still to come can be moved or called off.
/// </summary>
public sealed class StandardSchedule
{
    public required string Code { get; init; }

    public List<StandardPlan> Plans { get; } = [];

    public required DateTime ChangedAt { get; set; }

    /// <summary>The name of who changed it last; null for the program itself at start.</summary>
    public string? ChangedBy { get; set; }

    public required Guid Version { get; set; }
}

/// <summary>From one day on one version counts, or none any more.</summary>
public sealed class StandardPlan
{
    public const int BasisMaxLength = 300;

    public required Guid Id { get; init; }

    public required string Code { get; init; }

    /// <summary>Null: from this day on the standard takes nobody in and is no longer shown.</summary>
    public Guid? VersionId { get; init; }

    /// <summary>The number of the version; null with <see cref="VersionId"/>.</summary>
    public int? VersionNumber { get; init; }

    public required DateOnly From { get; set; }

    /// <summary>The decree or order it rests on, as typed; null for one the program made at start.</summary>
    public string? Basis { get; set; }

    /// <summary>When its day was last decided; of two for the same day the later one counts.</summary>
    public required DateTime DecidedAt { get; set; }

    public Guid? DecidedById { get; set; }

    /// <summary>Null for the program itself at start.</summary>
    public string? DecidedBy { get; set; }

    public bool IsRetirement => VersionId is null;

    public bool HasBegun(DateOnly today) => From <= today;
}

/// <summary>What a schedule may look like; pure.</summary>
public static class ScheduleRules
{
    /// <summary>Nobody plans further ahead; a year mistyped is noticed.</summary>
    private const int MostDaysAhead = 731;

    /// <summary>The plans in the order in which they count.</summary>
    public static IReadOnlyList<StandardPlan> InOrder(IEnumerable<StandardPlan> plans) => [.. plans.OrderBy(p => p.From).ThenBy(p => p.DecidedAt).ThenBy(p => p.Id)];

    /// <summary>The plan that counts on this day; null where none has begun.</summary>
    public static StandardPlan? On(IEnumerable<StandardPlan> plans, DateOnly day) => InOrder(plans.Where(p => p.HasBegun(day))) is [.., var last] ? last : null;

    /// <summary>What is wrong with the day; null where it may be planned.</summary>
    public static string? CheckDay(DateOnly? from, DateOnly today) => from switch
    {
        null => "Isi tanggal mulai.",
        { } day when day == Shared.Text.IndonesianDates.Unreadable => "Tanggal mulai belum terbaca.",
        { } day when day < today => "Tanggal mulai paling awal hari ini; yang sudah lewat tidak dapat diubah.",
        { } day when day > today.AddDays(MostDaysAhead) => "Tanggal mulai paling jauh dua tahun lagi.",
        _ => null,
    };

    /// <summary>
    /// What is wrong with these plans together: versions count in the order of their numbers, nothing counts twice in a
    /// row, only what counts can end, and a coming day holds one decision. Null where all is well.
    /// </summary>
    public static string? Check(IReadOnlyCollection<StandardPlan> plans, DateOnly today)
    {
        if (plans.Where(p => !p.HasBegun(today)).GroupBy(p => p.From).FirstOrDefault(g => g.Count() > 1) is { } twice)
        {
            return $"Untuk tanggal {Day(twice.Key)} sudah ada rencana. Ubah atau batalkan rencana itu dulu.";
        }

        StandardPlan? current = null;
        var highest = 0;
        StandardPlan? highestPlan = null;
        foreach (var plan in InOrder(plans))
        {
            if (plan.VersionNumber is { } number)
            {
                if (current?.VersionNumber == number)
                {
                    return $"Versi {number} sudah berlaku atau direncanakan mulai {Day(current.From)}.";
                }

                if (number < highest || (number == highest && current?.IsRetirement == false))
                {
                    return $"Versi {highest} mulai {Day(highestPlan!.From)}; versi {number} tidak dapat menyusul sesudahnya. Untuk kembali ke isi lama, impor isi itu dengan nomor versi yang lebih tinggi.";
                }

                (highest, highestPlan) = (number, plan);
            }
            else if (current is null || current.IsRetirement)
            {
                return $"Standar ini tidak berlaku pada {Day(plan.From)}, jadi tidak dapat dihentikan.";
            }

            current = plan;
        }

        return null;
    }

    private static string Day(DateOnly day) => Shared.Text.IndonesianDates.Short(day);
}
