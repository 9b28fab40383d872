namespace DinsosIntranet.Features.PublicInformation.Domain;

/// <summary>One document or record that is given: title, form, how many sheets or files, what was blacked out in it.</summary>
public sealed class InformationItem
{
    public const int TitleMaxLength = 200;
    public const int RedactionMaxLength = 300;
    public const int MostSheets = 100_000;

    /// <summary>As many as one notice lists on a few pages.</summary>
    public const int MostOfRequest = 40;

    public required Guid Id { get; init; }

    public required Guid RequestId { get; init; }

    public required string Title { get; init; }

    public required CopyForm Form { get; init; }

    /// <summary>Sheets of a hard copy, files of a soft one.</summary>
    public required int Quantity { get; init; }

    public string? Redaction { get; init; }

    public required DateTime AddedAt { get; init; }

    public required Guid AddedById { get; init; }

    /// <summary>What its file is uploaded for; a soft copy has one.</summary>
    public string FilePurpose => PurposeOf(Id);

    public static string PurposeOf(Guid itemId) => $"informasi-{itemId:N}";
}

/// <summary>
/// Uji konsekuensi: weighed before anything is refused (UU 14/2008 pasal 2 ayat 4, 17 and 19). What the information is, which
/// ground excludes it, what follows if it is opened and if it stays closed, and for how long.
/// </summary>
public sealed class ExclusionTest
{
    public const int InformationMaxLength = 300;
    public const int LawMaxLength = 200;
    public const int ConsequenceMaxLength = 800;
    public const int PeriodMaxLength = 120;
    public const int MostOfRequest = 20;

    public required Guid Id { get; init; }

    public required Guid RequestId { get; init; }

    public required string Information { get; init; }

    /// <summary>Letters of pasal 17.</summary>
    public required string[] Grounds { get; init; }

    /// <summary>Another law that forbids it, with its pasal.</summary>
    public string? OtherLaw { get; init; }

    public required string IfOpened { get; init; }

    public required string IfClosed { get; init; }

    public required string Period { get; init; }

    public required DateTime RecordedAt { get; init; }

    public required Guid RecordedById { get; init; }

    /// <summary>"Pasal 17 huruf a dan h UU 14/2008; pasal 69 UU 12/2022".</summary>
    public string LegalBasis
    {
        get
        {
            string?[] parts = [Grounds.Length == 0 ? null : $"Pasal 17 huruf {Joined(Grounds)} UU 14/2008", OtherLaw];
            return string.Join("; ", parts.OfType<string>());
        }
    }

    private static string Joined(string[] letters) =>
        letters.Length == 1 ? letters[0] : $"{string.Join(", ", letters[..^1])} dan {letters[^1]}";
}

/// <summary>
/// The information given, by whom, to whom and which way, with the evidence both sides sign. It is prepared first, so that
/// there is a paper to sign, and completed when it was signed or sent.
/// </summary>
public sealed class InformationHandOver
{
    public const int IdentityMaxLength = 60;
    public const int NoteMaxLength = 300;

    public required Guid Id { get; init; }

    public required Guid RequestId { get; init; }

    /// <summary>The evidence (tanda bukti penyerahan).</summary>
    public required Guid LetterId { get; init; }

    public required DateTime PreparedAt { get; init; }

    public required Guid PreparedById { get; init; }

    public required DeliveryWay Way { get; init; }

    public required string ReceiverName { get; init; }

    /// <summary>Number of the card shown at the counter; null where it was sent.</summary>
    public string? ReceiverIdentity { get; init; }

    /// <summary>Number of the parcel, the address it was sent to.</summary>
    public string? Note { get; init; }

    public DateTime? CompletedAt { get; set; }

    /// <summary>Set when another evidence took its place before it was signed.</summary>
    public DateTime? ReplacedAt { get; set; }
}
