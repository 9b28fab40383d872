using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Calendar;
using DinsosIntranet.Shared.Text;

namespace DinsosIntranet.Features.Dispositions.Domain;

/// <summary>What somebody did with a request after it was disposed.</summary>
public sealed record LaterAct(string By, DateTime At, string What);

/// <summary>
/// Where the request of a disposition stands now, as far as taking it back needs to know. <paramref name="IsWhereSent"/>:
/// still at the desk the disposition brought it to, in the same visit.
/// </summary>
public sealed record DispositionPlace(bool IsWhereSent, bool IsPaused, Guid? HolderId, string? HolderName, DateTime? HeldSince, LaterAct? Later = null);

/// <summary>What may still be done with a disposition. Null means yes; times in the sentences come ready formatted.</summary>
public static class DispositionRules
{
    /// <summary>
    /// A disposition may be taken back while the person it names has not read it, or, where it went to a desk, while nobody
    /// there has taken the request or worked on it. Afterwards the answer says who was first and when.
    /// </summary>
    public static Refusal? CanRecall(Disposition disposition, DispositionPlace place, Func<DateTime, string> moment)
    {
        if (disposition.RecalledAt is { } recalled)
        {
            return new Refusal($"Disposisi ini sudah ditarik {disposition.RecalledByText} {moment(recalled)}.");
        }

        if (disposition.ReadAt is { } read)
        {
            return new Refusal($"Sudah dibaca {RecipientName(disposition)} {moment(read)}. Disposisi tidak dapat ditarik lagi.");
        }

        if (place is { HolderId: { } holder, HeldSince: { } since } && holder != disposition.ToUserId)
        {
            return new Refusal($"Sudah diambil {place.HolderName} {moment(since)}. Disposisi tidak dapat ditarik lagi.");
        }

        if (place.Later is { } later)
        {
            return new Refusal($"Sudah dikerjakan {later.By} {moment(later.At)}: {later.What}. Disposisi tidak dapat ditarik lagi.");
        }

        if (disposition.DoneAt is { } done)
        {
            return new Refusal($"Sudah selesai dikerjakan {moment(done)}. Disposisi tidak dapat ditarik lagi.");
        }

        return !place.IsWhereSent || place.IsPaused
            ? new Refusal("Permohonan ini sudah dikerjakan atau berpindah langkah. Disposisi tidak dapat ditarik lagi.")
            : null;
    }

    /// <summary>The name of the person it was given to, without the desk.</summary>
    public static string RecipientName(Disposition disposition) =>
        disposition.ToUserId is not null && disposition.ToText.IndexOf(", ", StringComparison.Ordinal) is var comma and > 0
            ? disposition.ToText[..comma]
            : disposition.ToText;

    /// <summary>
    /// The receiver may be reminded of what is neither done nor taken back, once per working day: on free days the reminder of
    /// the working day before still counts.
    /// </summary>
    public static Refusal? CanRemind(Disposition disposition, WorkCalendar calendar, DateTime now, Func<DateTime, string> moment)
    {
        if (disposition.RecalledAt is { } recalled)
        {
            return new Refusal($"Disposisi ini sudah ditarik {disposition.RecalledByText} {moment(recalled)}.");
        }

        if (disposition.DoneAt is { } done)
        {
            return new Refusal($"Sudah selesai dikerjakan {moment(done)}. Tidak perlu diingatkan.");
        }

        if (disposition.RemindedAt is not { } reminded)
        {
            return null;
        }

        var next = calendar.AddWorkingDays(calendar.DateOf(reminded), 1);
        return calendar.DateOf(now) < next
            ? new Refusal($"Sudah diingatkan {disposition.RemindedByText} {moment(reminded)}. Dapat diingatkan lagi mulai {IndonesianDates.Short(next)}.")
            : null;
    }
}
