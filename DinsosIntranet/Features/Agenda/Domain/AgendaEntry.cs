namespace DinsosIntranet.Features.Agenda.Domain;

/// <summary>
/// One line of the secretariat's agenda book: either of a request of a service standard, or of an incoming letter that is
/// none. Its number is the book's next one of the year and never changes.
/// </summary>
public sealed class AgendaEntry
{
    public const int NoteMaxLength = 300;

    public required Guid Id { get; init; }

    /// <summary>The request it stands for; null where <see cref="Letter"/> is set, and the other way round.</summary>
    public Guid? RequestId { get; init; }

    public IncomingLetter? Letter { get; init; }

    public required int Number { get; init; }

    public required int Year { get; init; }

    public required DateTime At { get; init; }

    public required Urgency Urgency { get; set; }

    public required Guid ByUserId { get; init; }

    /// <summary>When a letter was done with; requests end by their own steps.</summary>
    public DateTime? ClosedAt { get; private set; }

    public string? ClosedByText { get; private set; }

    /// <summary>"Selesai", "Diarsipkan", with what was written to it.</summary>
    public string? ClosedNote { get; private set; }

    public Guid Version { get; set; }

    public string Label => $"{Number}/{Year}";

    public void Close(string by, string note, DateTime now)
    {
        if (Letter is null || ClosedAt is not null)
        {
            throw new InvalidOperationException($"Agenda entry {Label} was closed twice, or stands for a request.");
        }

        (ClosedAt, ClosedByText, ClosedNote) = (now, by, note);
    }
}

/// <summary>Sifat: how fast a letter is to be dealt with.</summary>
public enum Urgency
{
    Normal,
    Urgent,
    VeryUrgent,
}

public static class Urgencies
{
    /// <summary>In the order of the paper sheet.</summary>
    public static IReadOnlyList<Urgency> All { get; } = [Urgency.VeryUrgent, Urgency.Urgent, Urgency.Normal];

    public static string Name(this Urgency urgency) => urgency switch
    {
        Urgency.VeryUrgent => "Sangat segera",
        Urgency.Urgent => "Segera",
        _ => "Biasa",
    };
}
