using DinsosIntranet.Shared.Text;

namespace DinsosIntranet.Features.Agenda.Domain;

/// <summary>
/// A letter that came in and is no request: an invitation, a circular, a request for data. What was typed wrongly is
/// corrected with a reason; the old words stay in the entry's history.
/// </summary>
public sealed class IncomingLetter
{
    public const int SenderMaxLength = 200;
    public const int NumberMaxLength = 100;
    public const int SubjectMaxLength = 500;
    public const int MostAttachments = 999;

    public required string Sender { get; set; }

    /// <summary>The sender's own number; null where the letter bears none.</summary>
    public string? Number { get; set; }

    public DateOnly? DatedOn { get; set; }

    public required DateOnly ReceivedOn { get; set; }

    public required string Subject { get; set; }

    /// <summary>
    /// Rahasia: sender and subject are shown to the secretariat, the head and whom it was disposed to only, and stored encrypted.
    /// </summary>
    public required bool IsSecret { get; set; }

    /// <summary>How many enclosures the letter says it has, on paper.</summary>
    public required int AttachmentCount { get; set; }

    /// <summary>Sender, number and subject as a search compares them; of a rahasia letter its number, and what <c>LetterSearch</c> adds.</summary>
    public string SearchKey { get; set; } = "";

    public void RefreshSearchKey() => SearchKey = SearchText.Normalise(IsSecret ? Number ?? "" : $"{Sender} {Number} {Subject}");

    public IncomingLetter Copy() => (IncomingLetter)MemberwiseClone();
}

/// <summary>What the secretariat types of a letter, as it stands in the form.</summary>
public sealed class LetterInput
{
    public string? Sender { get; set; }

    public string? Number { get; set; }

    public DateOnly? DatedOn { get; set; }

    public DateOnly? ReceivedOn { get; set; }

    public string? Subject { get; set; }

    public Urgency Urgency { get; set; }

    public bool IsSecret { get; set; }

    public int? AttachmentCount { get; set; }

    public LetterInput Copy() => (LetterInput)MemberwiseClone();

    public static LetterInput Of(IncomingLetter letter, Urgency urgency) => new()
    {
        Sender = letter.Sender,
        Number = letter.Number,
        DatedOn = letter.DatedOn,
        ReceivedOn = letter.ReceivedOn,
        Subject = letter.Subject,
        Urgency = urgency,
        IsSecret = letter.IsSecret,
        AttachmentCount = letter.AttachmentCount,
    };
}
