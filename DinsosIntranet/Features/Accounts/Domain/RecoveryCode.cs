namespace DinsosIntranet.Features.Accounts.Domain;

/// <summary>A code that takes the place of the authenticator app once, for the day the phone is lost. Only its hash is kept.</summary>
public sealed class RecoveryCode
{
    /// <summary>How many are made at a time.</summary>
    public const int Count = 10;

    public required Guid Id { get; init; }

    public required Guid UserId { get; init; }

    public required string Hash { get; init; }

    public DateTime? UsedAt { get; set; }

    public Guid Version { get; set; } = Guid.CreateVersion7();
}
