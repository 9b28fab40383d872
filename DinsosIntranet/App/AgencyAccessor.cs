using DinsosIntranet.Shared.Ui;

namespace DinsosIntranet.App;

/// <summary>What the frame shows of the agency. Asked for at every page, so an implementation answers from memory.</summary>
public abstract class AgencyAccessor
{
    public abstract AgencyLabel Current { get; }

    /// <summary>The IANA name of the zone in which screens and papers show times; null before the set-up.</summary>
    public abstract string? TimeZoneId { get; }

    /// <summary>Today's office hours in UTC, breaks left out; empty on a day off. Clock chips in the browser count only inside them.</summary>
    public abstract IReadOnlyList<(DateTime From, DateTime To)> OfficeHoursToday { get; }
}
