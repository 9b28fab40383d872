using DinsosIntranet.Features.Dispositions.Domain;

namespace DinsosIntranet.Features.Dispositions;

/// <summary>Which dispositions count as waiting, the same in the menu, on the desk and on the page of dispositions.</summary>
internal static class DispositionFilters
{
    /// <summary>
    /// What was given to this person in person and is unread, or not done and near its day, past it, or reminded of.
    /// </summary>
    public static IQueryable<Disposition> Pressing(this IQueryable<Disposition> all, Guid userId, DueDays days) => all.Where(d =>
        d.ToUserId == userId && d.RecalledAt == null
        && (d.ReadAt == null || (d.DoneAt == null && (d.RemindedAt != null || d.DueOn <= days.NearUntil))));
}
