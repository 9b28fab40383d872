namespace DinsosIntranet.Features.Repatriation.Domain;

/// <summary>
/// What a request to bring migrants home holds, beside the request whose id it has. Who they are stands in one encrypted text;
/// only how many they are, where they are met and the days of the journey are readable.
/// </summary>
public sealed class RepatriationFile
{
    public const int PointMaxLength = 150;
    public const int BodyMaxLength = 150;
    public const int AddressMaxLength = 250;
    public const int ReasonMaxLength = 40;

    public required Guid Id { get; init; }

    /// <summary><see cref="RepatriationContent"/>, encrypted and bound to this row.</summary>
    public required string Payload { get; set; }

    /// <summary>How many are expected, and once they are written down how many they are.</summary>
    public required int People { get; set; }

    /// <summary>The point of debarkation: a port, an airport, a border post.</summary>
    public string? Point { get; set; }

    /// <summary>The day the migrants are met there.</summary>
    public DateOnly? MeetOn { get; set; }

    /// <summary>Code of the reason for referring; null where they are brought home.</summary>
    public string? ReferralReason { get; set; }

    public string? ReferralBody { get; set; }

    public string? ReferralAddress { get; set; }

    /// <summary>The day the return slip of that body came back.</summary>
    public DateOnly? SlipReturnedOn { get; set; }

    public DateOnly? DepartedOn { get; set; }

    public DateOnly? ArrivedOn { get; set; }

    /// <summary>Who changed this last, for whoever comes second.</summary>
    public string? ChangedByText { get; private set; }

    public DateTime? ChangedAt { get; private set; }

    public required Guid Version { get; set; }

    public void Changed(string byText, DateTime now) => (ChangedByText, ChangedAt, Version) = (byText, now, Guid.CreateVersion7());
}
