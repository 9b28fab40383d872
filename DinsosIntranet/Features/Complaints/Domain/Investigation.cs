namespace DinsosIntranet.Features.Complaints.Domain;

/// <summary>What a team did on a day.</summary>
public enum LogKind
{
    Meeting,
    Investigation,
    FieldVisit,
}

/// <summary>What an examination came to.</summary>
public enum Verdict
{
    Proven,
    Partly,
    NotProven,
}

/// <summary>One line of the team's work log. Whom they met and what they found may name people, and is kept encrypted.</summary>
public sealed class ComplaintLogEntry
{
    public const int PlaceMaxLength = 150;
    public const int PeopleMaxLength = 500;
    public const int FoundMaxLength = 4000;
    public const int MostFiles = 3;

    public required Guid Id { get; init; }

    public required Guid ComplaintId { get; init; }

    public required LogKind Kind { get; init; }

    public required DateOnly HappenedOn { get; init; }

    /// <summary><see cref="LogText"/>, bound to this row.</summary>
    public required string TextCipher { get; init; }

    public required Guid ById { get; init; }

    public required string ByText { get; init; }

    public required DateTime At { get; init; }

    /// <summary>What its files are filed under.</summary>
    public static string FilePurpose(int number) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"lampiran-{number}");
}

/// <summary>What a log entry says: where, who was there, what was found.</summary>
public sealed record LogText(string Place, string People, string Found);

/// <summary>
/// The written result of an examination: of the agency's own team, or, for a complaint about its head, what the superior
/// decided. Facts and recommendation are kept encrypted; the verdict stands in the book.
/// </summary>
public sealed class ComplaintFinding
{
    public const int FactsMaxLength = 4000;
    public const int RecommendationMaxLength = 2000;

    /// <summary>The complaint's id: one result, revised until it is approved.</summary>
    public required Guid Id { get; init; }

    public required Verdict Verdict { get; set; }

    /// <summary><see cref="FindingText"/>, bound to this row.</summary>
    public required string TextCipher { get; set; }

    public required Guid ById { get; set; }

    public required string ByText { get; set; }

    public required DateTime SubmittedAt { get; set; }

    /// <summary>What the head wants changed; null once it was submitted again.</summary>
    public string? RevisionNote { get; set; }

    public DateTime? ApprovedAt { get; set; }

    public string? ApprovedByText { get; set; }

    /// <summary>Number and date of the superior's own letter, where the superior of the head decided.</summary>
    public string? SuperiorReference { get; set; }

    public required Guid Version { get; set; }
}

/// <summary>What was found and what should be done.</summary>
public sealed record FindingText(string Facts, string Recommendation);

/// <summary>The answer as it is prepared: its letter is drawn from it until it is signed.</summary>
public sealed class ComplaintReply
{
    /// <summary>The complaint's id: there is one on its way at a time.</summary>
    public required Guid Id { get; init; }

    public required string Text { get; set; }

    public required string WayCode { get; set; }

    public required DateTime PreparedAt { get; set; }

    public required Guid Version { get; set; }
}

/// <summary>A reminder that a limit is near, made once for each limit and distance in office hours.</summary>
public sealed class ComplaintReminder
{
    public required Guid Id { get; init; }

    public required Guid ComplaintId { get; init; }

    /// <summary>Working days left when it is due: 5 or 1.</summary>
    public required int DaysBefore { get; init; }

    /// <summary>The limit it reminds of; a changed one is reminded of anew.</summary>
    public required DateTime DueAt { get; init; }

    public required DateTime At { get; init; }

    /// <summary>Where the complaint lay.</summary>
    public required string DeskCode { get; init; }

    /// <summary>The desk above that one; null where there is none but it.</summary>
    public string? SuperiorDeskCode { get; init; }
}
