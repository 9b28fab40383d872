using DinsosIntranet.Features.Agency;
using DinsosIntranet.Features.Desks.Domain;
using DinsosIntranet.Features.Intake.Domain;
using DinsosIntranet.Features.Standards.Domain;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Calendar;
using DinsosIntranet.Shared.Text;
using DinsosIntranet.Shared.Ui;

namespace DinsosIntranet.Features.Desks;

/// <summary>Turns the rows of one request into what its page says about place, rights and time.</summary>
internal sealed class RequestReading(
    WorkItem item,
    ServiceStandard standard,
    AgencySnapshot agency,
    IReadOnlyList<WorkClock> clocks,
    IReadOnlyList<DeskStay> stays,
    DateTime now)
{
    public RequestPlace Place() => new(
        item.Status,
        item.IsOpen,
        item.IsPaused,
        item.PauseReason,
        item.DeskCode,
        agency.DeskName(item.DeskCode),
        item.EnteredDeskAt,
        item.HolderId,
        item.HolderName,
        item.ClosedAt);

    public RequestRights Rights(Actor viewer, bool isUnnamed)
    {
        var desk = agency.Desk(item.DeskCode);
        var mayWork = DeskRules.CanWork(item, desk, viewer, TimeText) is null;
        return new RequestRights(
            mayWork ? null : WhyNot(viewer),
            DeskRules.CanClaim(item, desk, viewer, TimeText) is null,
            DeskRules.CanRelease(item, viewer) is null,
            mayWork && item.Status == WorkStatus.Running,
            DeskRules.CanResume(item, desk, viewer) is null,
            DeskRules.CanWithdraw(item, standard.Unit, DeskRules.TakesIn(standard, agency.FindDesk, viewer), viewer) is null,
            !item.IsConfidential && !isUnnamed && CorrectionRules.CanCorrect(item, desk, standard.Unit, viewer) is null);
    }

    public ClockFace? Clock(ClockKind kind) => item.Status == WorkStatus.Withdrawn
        ? kind == ClockKind.Promise ? ClockFace.Withdrawn : null
        : clocks.FirstOrDefault(c => c.Kind == kind) is { } clock ? ClockFace.Of(agency.Calendar, clock.Read(item.PausedSince), now, kind == ClockKind.Promise ? "Janji" : ClockFace.Legal) : null;

    public PromiseUse Promise()
    {
        var clock = clocks.First(c => c.Kind == ClockKind.Promise);
        var reading = clock.Read(item.PausedSince);
        if (item.Status == WorkStatus.Withdrawn || reading is not { StartedUtc: not null, DueUtc: { } due })
        {
            return new PromiseUse(0, null, null, clock.IsCalendarDecided);
        }

        var percent = ClockRules.Percent(agency.Calendar, reading, now);
        var used = clock.Unit is TimeUnit.WorkingMinutes
            ? $"{UsedMinutes(reading, due)} dari {reading.Time.Text} terpakai"
            : $"{percent}% dari {reading.Time.Text} terpakai";
        return new PromiseUse(percent, used, "janji " + MomentText(due), clock.IsCalendarDecided);
    }

    /// <summary>Net time per desk in the order the request came to them; the one where it lies last among equals.</summary>
    public IReadOnlyList<DeskTime> DeskTimes() =>
    [
        .. stays.GroupBy(s => s.DeskCode).Select(visits =>
        {
            var isCurrent = item.IsOpen && visits.Any(v => v.LeftAt is null);
            var text = WorkWords.Minutes(visits.Sum(NetMinutes));
            var state = item.IsPaused ? ", jeda" : ", berjalan";
            return new DeskTime(agency.DeskName(visits.Key), isCurrent ? text + state : text, isCurrent);
        }),
    ];

    public IReadOnlyList<StepView> Strip(string channel)
    {
        var passed = stays.Where(s => s.LeftAt is not null).Select(s => s.StepId).ToHashSet();
        if (item.Status == WorkStatus.Withdrawn)
        {
            // It left the last desk, but not by finishing the step.
            passed.Remove(item.StepId);
        }

        return PassedStrip.Of(standard, channel, item.StepId, passed, item.IsOpen);
    }

    public int NetMinutes(DeskStay stay) => stay.NetMinutes ?? NetMinutes(agency.Calendar, stay.EnteredAt, stay.PausedMinutes, item.PausedSince, now);

    /// <summary>Working minutes of an open stay so far, without its pauses, the present one included.</summary>
    public static int NetMinutes(WorkCalendar calendar, DateTime enteredAt, int pausedMinutes, DateTime? pausedSince, DateTime now) =>
        Math.Max(0, calendar.WorkingMinutesBetween(enteredAt, pausedSince ?? now) - pausedMinutes);

    private string TimeText(DateTime utc) => IndonesianDates.Time(utc, agency.Zone);

    /// <summary>"pukul 09.44" today, with the date on another day.</summary>
    private string MomentText(DateTime utc) => agency.DateOf(utc) == agency.DateOf(now)
        ? "pukul " + TimeText(utc)
        : IndonesianDates.ShortWithTime(utc, agency.Zone);

    private string WhyNot(Actor viewer)
    {
        if (!item.IsOpen)
        {
            return $"Permohonan ini sudah berakhir: {WorkWords.Status(item.Status).ToLowerInvariant()}.";
        }

        if (item.HolderId is not null && !item.IsHeldBy(viewer))
        {
            return $"Sedang di meja {agency.DeskName(item.DeskCode)}, dipegang {item.HolderName} sejak {MomentText(item.HeldSince!.Value)}.";
        }

        return item.IsPaused
            ? $"Jam sedang dijeda: {item.PauseReason}."
            : $"Sedang di meja {agency.DeskName(item.DeskCode)}, belum diambil siapa pun.";
    }

    private int UsedMinutes(ClockReading reading, DateTime due)
    {
        // Measured back from the due time, because pauses have moved it.
        var at = reading.EndedUtc ?? (reading.PausedSinceUtc <= due ? reading.PausedSinceUtc.Value : now);
        return at > due
            ? reading.Time.Most + agency.Calendar.WorkingMinutesBetween(due, at)
            : Math.Max(0, reading.Time.Most - (int)Math.Ceiling(agency.Calendar.OpenTimeBetween(at, due).TotalMinutes));
    }
}
