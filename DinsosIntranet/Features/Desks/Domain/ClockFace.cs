using DinsosIntranet.Shared.Calendar;
using DinsosIntranet.Shared.Text;

namespace DinsosIntranet.Features.Desks.Domain;

/// <summary>
/// What a page needs to draw one clock. <paramref name="DueUtc"/> is given only while the clock counts, because the browser
/// counts on from it; <paramref name="WarnUtc"/> is when a green one turns yellow.
/// </summary>
public sealed record ClockFace(ClockState State, string Text, string? Title, DateTime? DueUtc, DateTime? WarnUtc)
{
    /// <summary>What begins the words of the clock of the law.</summary>
    public const string Legal = "Batas hukum";

    /// <summary>The class of the chip.</summary>
    public string Css => State switch
    {
        ClockState.Green => "hijau",
        ClockState.Yellow => "kuning",
        ClockState.Red => "merah",
        ClockState.Paused => "jeda",
        _ => "none",
    };

    /// <summary>In place of the clock of a request its applicant took back: neither kept nor broken.</summary>
    public static ClockFace Withdrawn { get; } = new(ClockState.None, WorkWords.Status(WorkStatus.Withdrawn), null, null, null);

    /// <summary><paramref name="what"/> begins the words that say until when: "Janji", or "Batas hukum".</summary>
    public static ClockFace Of(WorkCalendar calendar, ClockReading reading, DateTime now, string what = "Janji")
    {
        var view = ClockRules.View(calendar, reading, now);
        var counts = view.State is ClockState.Green or ClockState.Yellow or ClockState.Red;
        return new ClockFace(
            view.State,
            view.Text,
            reading.DueUtc is { } due ? what + " " + IndonesianDates.LongWithTime(due, calendar.Zone) : null,
            counts ? reading.DueUtc : null,
            view.State == ClockState.Green ? WarnAt(calendar, reading, now) : null);
    }

    /// <summary>The last quarter of the promise is yellow; a pause moves it together with the due time.</summary>
    private static DateTime? WarnAt(WorkCalendar calendar, ClockReading reading, DateTime now)
    {
        if (reading is not { StartedUtc: { } started, DueUtc: { } due } || calendar.Due(reading.Time, started).Utc is not { } promised)
        {
            return null;
        }

        if (!reading.Time.Unit.IsWorkingTime())
        {
            return due - ((promised - started) / 4);
        }

        var untilWarning = calendar.OpenTimeBetween(now, due) - (calendar.OpenTimeBetween(started, promised) / 4);
        return untilWarning > TimeSpan.Zero ? calendar.AddOpenTime(now, untilWarning) : null;
    }
}
