namespace DinsosIntranet.Features.Intake.Domain;

/// <summary>
/// One line of the guest book (buku tamu): who came, what for, to whom, and which identity card was left at the counter.
/// Number counts from 1 each day, so that lists can say "Tamu 014".
/// </summary>
public sealed class GuestBookEntry
{
    public const int PurposeMaxLength = 300;

    public required Guid Id { get; init; }

    public required DateOnly Day { get; init; }

    public required int Number { get; init; }

    public required DateTime ArrivedAt { get; init; }

    public required string Name { get; set; }

    /// <summary>Where the guest comes from: a village, an agency, a firm.</summary>
    public string? Origin { get; set; }

    public string? Phone { get; set; }

    public required string Purpose { get; set; }

    public string? ToUnitCode { get; set; }

    /// <summary>The kind of identity card left at the counter (KTP, SIM), or null when none was asked for.</summary>
    public string? IdCardLeft { get; set; }

    public DateTime? IdCardReturnedAt { get; set; }

    public DateTime? LeftAt { get; set; }

    public Guid? RequestId { get; set; }

    public required Guid ReceivedById { get; init; }

    public required Guid Version { get; set; }

    public string Label => $"Tamu {Number:000}";
}
