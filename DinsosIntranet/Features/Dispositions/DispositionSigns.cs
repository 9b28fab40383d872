using DinsosIntranet.Features.Agency;
using DinsosIntranet.Features.Dispositions.Domain;
using DinsosIntranet.Shared.Text;

namespace DinsosIntranet.Features.Dispositions;

/// <summary>What a list says of a disposition beside its text: that its day is near or has passed, and who reminded last.</summary>
public sealed record DispositionSigns(DispositionDue Due, string? DueText, string? Reminder)
{
    public static DispositionSigns None { get; } = new(DispositionDue.None, null, null);

    public bool IsEmpty => DueText is null && Reminder is null;

    /// <summary>The signs of one disposition; none once it is done or taken back.</summary>
    public static DispositionSigns Of(Disposition disposition, AgencySnapshot agency, DueDays days) =>
        disposition is { DoneAt: null, RecalledAt: null }
            ? new DispositionSigns(days.Of(disposition), days.Words(disposition), ReminderText(disposition, agency, days.Today))
            : None;

    /// <summary>
    /// The signs of several that ask for the same work: the earliest day, and the latest reminder of those sent to
    /// <paramref name="deskCode"/>, where the work lies now.
    /// </summary>
    public static DispositionSigns Of(IEnumerable<Disposition> open, string deskCode, AgencySnapshot agency, DueDays days)
    {
        var all = open.Where(d => d is { DoneAt: null, RecalledAt: null }).ToList();
        var first = all.Where(d => d.DueOn is not null).MinBy(d => d.DueOn);
        var reminded = all.Where(d => d.RemindedAt is not null && d.ToDeskCode == deskCode).MaxBy(d => d.RemindedAt);
        return new DispositionSigns(
            first is null ? DispositionDue.None : days.Of(first),
            first is null ? null : days.Words(first),
            reminded is null ? null : ReminderText(reminded, agency, days.Today));
    }

    private static string? ReminderText(Disposition disposition, AgencySnapshot agency, DateOnly today) => disposition.RemindedAt is not { } at
        ? null
        : $"Diingatkan oleh {disposition.RemindedByText} pada {(agency.DateOf(at) == today ? "pukul " + IndonesianDates.Time(at, agency.Zone) : IndonesianDates.ShortWithTime(at, agency.Zone))}";
}
