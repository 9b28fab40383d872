using DinsosIntranet.Features.Desks.Domain;
using DinsosIntranet.Features.PublicInformation;
using DinsosIntranet.Features.Repatriation.Domain;

namespace DinsosIntranet.Features.Repatriation;

/// <summary>One journey as far as its viewer may know it.</summary>
public sealed record RepatriationView
{
    public required RepatriationFile File { get; init; }

    public required RepatriationSight Sight { get; init; }

    /// <summary>Who the people are, as far as the viewer needs to know; null while it is not open to them.</summary>
    public required RepatriationContent? Content { get; init; }

    public required DateTime? OpenUntil { get; init; }

    /// <summary>The letter to another organisation on its way.</summary>
    public required InformationLetterState? Referral { get; init; }

    public required IReadOnlyList<StopLine> Stops { get; init; }

    public required IReadOnlyList<PaperLine> Papers { get; init; }

    public required IReadOnlyList<VisitLine> Visits { get; init; }

    /// <summary>Cases named by code, as far as the viewer may know of them.</summary>
    public required IReadOnlyDictionary<string, Guid> Cases { get; init; }

    /// <summary>Who looked, for those who work on it; empty for others.</summary>
    public required IReadOnlyList<SightLine> Sightings { get; init; }

    /// <summary>Whether the viewer is of the team, and may tick stops on a phone.</summary>
    public required bool MayTick { get; init; }

    public required TimeZoneInfo Zone { get; init; }

    public required DateOnly Today { get; init; }

    public int Settled => Content?.Migrants.Count(m => m.IsSettled) ?? 0;
}

/// <summary>A stop with what the phone said of it.</summary>
public sealed record StopLine(Guid Id, int Order, string? Ticked)
{
    public string Name => Order == 0 ? "Titik debarkasi" : $"Orang ke-{Order}";
}

public sealed record PaperLine(Guid Id, Guid MigrantId, RepatriationPaperKind Kind, string Added)
{
    public string Name => Kind == RepatriationPaperKind.SignedSheet ? "Berita acara bertanda tangan" : "Foto";
}

/// <summary>A visit; <paramref name="Values"/> what it found, null while it was not made.</summary>
public sealed record VisitLine(Guid Id, int PersonNumber, DateOnly DueOn, DateOnly? DoneOn, string? DoneBy, IReadOnlyDictionary<string, string>? Values);

public sealed record SightLine(Guid Id, string UserText, string What, string Reason, DateTime At);

/// <summary>A row of the list: code, step, clock and the days of the journey.</summary>
public sealed record RepatriationRow(
    Guid Id, string Number, string Step, string Place, int People, string? Point, DateOnly? MeetOn, DateOnly? DepartedOn, DateOnly? ArrivedOn, ClockFace Promise, bool IsMine);

public sealed record RepatriationList(IReadOnlyList<RepatriationRow> Rows, int Total);

/// <summary>A visit that is due; <paramref name="DaysLeft"/> is negative once it is late.</summary>
public sealed record VisitDue(Guid Id, Guid RequestId, string Number, int PersonNumber, DateOnly DueOn, int DaysLeft)
{
    public string Css => DaysLeft < 0 ? "merah" : DaysLeft <= 3 ? "kuning" : "hijau";

    public string When => DaysLeft switch
    {
        < 0 => $"lewat {-DaysLeft} hari",
        0 => "hari ini",
        1 => "besok",
        _ => $"{DaysLeft} hari lagi",
    };
}

/// <summary>One journey on one day of the calendar, with its people of the staff and its vehicle.</summary>
public sealed record CalendarEntry(DateOnly Day, Guid RequestId, string Number, IReadOnlyList<string> People, IReadOnlyList<string> Vehicles);
