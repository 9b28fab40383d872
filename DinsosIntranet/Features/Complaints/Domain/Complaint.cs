namespace DinsosIntranet.Features.Complaints.Domain;

/// <summary>What the agency may know and tell of who complains.</summary>
public enum Anonymity
{
    Open,

    /// <summary>The name is known to whoever must answer, and to nobody else.</summary>
    Secret,

    /// <summary>No name was given.</summary>
    Anonymous,
}

/// <summary>How the complainant took an answer.</summary>
public enum Reaction
{
    Accepted,
    Unsatisfied,

    /// <summary>The answer was sent; nothing came back.</summary>
    None,
}

/// <summary>
/// A complaint about a service (UU 25/2009, Perpres 76/2013; the book of the published standards), beside the
/// <c>ServiceRequest</c> with the same id that says where it is and how long it may take.
/// </summary>
public sealed class Complaint
{
    public const int CodeMaxLength = 60;
    public const int TicketMaxLength = 20;
    public const int PlaceMaxLength = 150;
    public const int WhenMaxLength = 100;
    public const int DescriptionMaxLength = 4000;
    public const int LossMaxLength = 500;
    public const int DemandMaxLength = 500;
    public const int OthersMaxLength = 200;
    public const int NoteMaxLength = 500;
    public const int MostEvidence = 4;

    public required Guid Id { get; init; }

    /// <summary>A channel of <c>data/complaints/channels.json</c>.</summary>
    public required string ChannelCode { get; init; }

    /// <summary>The ticket of SP4N-LAPOR!, digits only.</summary>
    public string? Ticket { get; init; }

    public required Anonymity Anonymity { get; init; }

    /// <summary>
    /// Who complains and how they are reached, encrypted and bound to this row (<see cref="ComplainantData"/>); null where
    /// nothing was given. A complainant is no person of the counter: a hit of its search would tell who complained.
    /// </summary>
    public string? ComplainantCipher { get; set; }

    public required string AnswerWayCode { get; init; }

    public Guid? LinkedRequestId { get; init; }

    /// <summary>The service complained about, where it is one of the agency's.</summary>
    public string? LinkedStandardCode { get; init; }

    public string? UnitCode { get; init; }

    /// <summary>Whom it is about besides staff with an account.</summary>
    public string? OtherAccused { get; init; }

    /// <summary>It is about the head of agency: somebody above the head decides.</summary>
    public bool IsAboutHead { get; set; }

    /// <summary>When it happened, as told: often no more than "minggu lalu".</summary>
    public string? EventWhen { get; init; }

    public string? EventPlace { get; init; }

    public required string Description { get; init; }

    public string? Loss { get; init; }

    public string? Demand { get; init; }

    /// <summary>One of the classes of its standard's version; null until it was reviewed.</summary>
    public string? ClassCode { get; private set; }

    public DateTime? ReviewedAt { get; private set; }

    public Guid? ReviewerId { get; private set; }

    /// <summary>Name and title of who classed it last.</summary>
    public string? ReviewerText { get; private set; }

    public string? ReviewNote { get; private set; }

    /// <summary>Why it was closed though the complainant was not satisfied.</summary>
    public string? ClosingNote { get; set; }

    public required Guid Version { get; set; }

    public void Classify(string classCode, string? note, Guid byId, string byText, DateTime now) =>
        (ClassCode, ReviewNote, ReviewerId, ReviewerText, ReviewedAt) = (classCode, note, byId, byText, now);

    /// <summary>What its evidence is filed under: "bukti-1".</summary>
    public static string EvidencePurpose(int number) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"bukti-{number}");
}

/// <summary>A member of staff a complaint is about. They never see it.</summary>
public sealed class ComplaintAccused
{
    public const int TextMaxLength = 200;

    public required Guid Id { get; init; }

    public required Guid ComplaintId { get; init; }

    public required Guid StaffId { get; init; }

    /// <summary>Name and position as they were.</summary>
    public required string Text { get; init; }
}

/// <summary>Something said to the complainant: at once by an official who was there, or in writing after it was handled.</summary>
public sealed class ComplaintAnswer
{
    public const int TextMaxLength = 4000;
    public const int ReferenceMaxLength = 100;
    public const int NoteMaxLength = 500;

    public required Guid Id { get; init; }

    public required Guid ComplaintId { get; init; }

    public required bool IsAtOnce { get; init; }

    /// <summary>The official who answered; others write it down for them.</summary>
    public required Guid ById { get; init; }

    public required string ByText { get; init; }

    public required DateTime At { get; init; }

    public required string WayCode { get; init; }

    public required string Text { get; init; }

    /// <summary>Number of the letter it was given by, where there is one.</summary>
    public string? Reference { get; init; }

    /// <summary>What shows that it arrived: who took it, the post's receipt, the address it was sent to.</summary>
    public string? Proof { get; init; }

    /// <summary>Null until something is known of it.</summary>
    public Reaction? Reaction { get; private set; }

    public string? ReactionNote { get; private set; }

    public DateTime? ReactedAt { get; private set; }

    public ComplaintAnswer Taken(Reaction reaction, string? note, DateTime at)
    {
        (Reaction, ReactionNote, ReactedAt) = (reaction, note, at);
        return this;
    }
}

/// <summary>A complaint given to another body: because it is not the agency's, or because it is about its head.</summary>
public sealed class ComplaintTransfer
{
    public const int BodyMaxLength = 150;
    public const int PlaceMaxLength = 100;
    public const int ReasonMaxLength = 600;

    /// <summary>The complaint's id: there is one at a time.</summary>
    public required Guid Id { get; init; }

    /// <summary>Up to the superior of the head; otherwise to whom it belongs.</summary>
    public required bool IsToSuperior { get; init; }

    /// <summary>Why it is not the agency's, of <c>data/complaints/not-ours.json</c>; null with <see cref="IsToSuperior"/>.</summary>
    public string? GroundCode { get; set; }

    /// <summary>To whom the letter goes: "Kepala Dinas Kependudukan dan Pencatatan Sipil Kabupaten Lebak".</summary>
    public required string Body { get; set; }

    public required string Place { get; set; }

    public required string Reason { get; set; }

    public DateTime? ConveyedAt { get; set; }

    /// <summary>How the complainant was told, of the ways of answering; null where they cannot be reached.</summary>
    public string? ToldWayCode { get; set; }

    public required Guid Version { get; set; }
}

/// <summary>Who decides about a complaint that concerns the head of agency; one row, empty until it was set.</summary>
public sealed class ComplaintSuperior
{
    public const int OfficeMaxLength = 150;
    public const int PlaceMaxLength = 100;

    public required Guid Id { get; init; }

    /// <summary>"Sekretaris Daerah Kabupaten Lebak" or "Inspektur Kabupaten Lebak".</summary>
    public required string Office { get; set; }

    public required string Place { get; set; }
}
