using DinsosIntranet.Features.Desks.Domain;
using DinsosIntranet.Features.Standards.Domain;
using DinsosIntranet.Shared.Calendar;

namespace DinsosIntranet.Features.PublicInformation.Domain;

/// <summary>
/// The law lets the limit be lengthened once, with written reasons, and only while the first limit has not passed
/// (UU 14/2008 pasal 22 ayat 8). A day ends at midnight, whenever the office closes.
/// </summary>
public static class ExtensionRules
{
    /// <summary>Why it cannot be extended on this day; null where it can.</summary>
    public static string? WhyNot(LegalLimit? limit, WorkClock? clock, DateOnly day, WorkCalendar calendar)
    {
        if (limit?.Extension is not { Amount: { } more } || clock?.DueAt is not { } due)
        {
            return "Standar layanan ini tidak mengenal perpanjangan waktu.";
        }

        if (clock.EndedAt is not null)
        {
            return "Pemberitahuan tertulis sudah diberikan, jadi waktunya tidak perlu diperpanjang.";
        }

        if (clock.Most > limit.Amount)
        {
            return $"Waktu sudah diperpanjang {more} hari kerja. Undang-undang hanya mengizinkan satu kali.";
        }

        return day > calendar.DateOf(due)
            ? $"Hari kerja ke-{limit.Amount} sudah lewat. Waktu hanya dapat diperpanjang sebelum hari itu berakhir."
            : null;
    }

    /// <summary>The last day of the limit as it would be with the extension.</summary>
    public static DateOnly LastDay(LegalLimit limit, WorkClock clock, WorkCalendar calendar) =>
        calendar.AddWorkingDays(calendar.DateOf(clock.StartedAt!.Value), limit.Amount + limit.Extension!.Amount!.Value);
}
