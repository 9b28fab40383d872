namespace DinsosIntranet.Features.Agency.Domain;

/// <summary>A day that is not an ordinary day: holiday, joint leave, or a working day by exception. Kind is a code of the calendar files.</summary>
public sealed class CalendarDate
{
    public required DateOnly Date { get; init; }

    public required string Name { get; set; }

    public required string Kind { get; set; }

    /// <summary>The decree it rests on.</summary>
    public required string Source { get; set; }

    /// <summary>Dates of the Islamic calendar may still move by decree.</summary>
    public bool IsProvisional { get; set; }
}

/// <summary>Office hours that hold from one date to another; Hours is the text the calendar files use, one line per weekday group.</summary>
public sealed class OfficeHours
{
    public required string Code { get; init; }

    public required string Name { get; set; }

    public required DateOnly From { get; set; }

    public DateOnly? Until { get; set; }

    public required string HoursJson { get; set; }
}
