using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Calendar;

namespace DinsosIntranet.Features.Objections.Domain;

/// <summary>What the law says of the times of an objection, in working days.</summary>
public sealed record ObjectionTimes(int LodgeWithin, int AnswerWithin, int DisputeWithin);

/// <summary>Who may do what with an objection, and the clock of its answer.</summary>
public static class ObjectionRules
{
    /// <summary>The counter, the information desk, and the secretariat take objections in and hand the answers out.</summary>
    public static bool MayHandle(Actor actor) => actor.HasAny(StaffRole.FrontOffice, StaffRole.PpidOfficer, StaffRole.Secretariat, StaffRole.AgencySecretary);

    /// <summary>Those who record what a superior outside the agency decided.</summary>
    public static bool MayRecordOutside(Actor actor) => actor.HasAny(StaffRole.PpidOfficer, StaffRole.Secretariat, StaffRole.AgencySecretary);

    /// <summary>
    /// Nobody decides an objection against what they decided or signed themselves. <paramref name="deciders"/>: who decided the
    /// request and who signed its letters.
    /// </summary>
    public static string? WhyNotDecide(IReadOnlyCollection<Guid> deciders, Actor actor) => deciders.Contains(actor.UserId)
        ? "Anda memutus atau menandatangani jawaban permohonan ini, jadi tidak dapat memutus keberatannya. Keberatan ini diputus atasan lain."
        : null;

    /// <summary>The time of the answer as the clocks read it; withdrawn, it has none.</summary>
    public static ClockReading Clock(Objection objection, ObjectionTimes times, WorkCalendar calendar)
    {
        var time = new ServiceTime(0, times.AnswerWithin, TimeUnit.WorkingDays);
        return new ClockReading(time, objection.ReceivedAt, calendar.Due(time, objection.ReceivedAt).Utc, EndedUtc: objection.ConveyedAt);
    }

    /// <summary>The last day of the answer.</summary>
    public static DateOnly AnswerBy(DateOnly receivedOn, ObjectionTimes times, WorkCalendar calendar) => calendar.AddWorkingDays(receivedOn, times.AnswerWithin);
}
