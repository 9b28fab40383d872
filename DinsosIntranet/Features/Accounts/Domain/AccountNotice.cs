namespace DinsosIntranet.Features.Accounts.Domain;

public enum AccountNoticeKind
{
    PasswordReset,
    TwoStepsRemoved,
}

/// <summary>Something another person did to an account, told to its owner until they say they have read it.</summary>
public sealed class AccountNotice
{
    public required Guid Id { get; init; }

    public required Guid UserId { get; init; }

    public required AccountNoticeKind Kind { get; init; }

    public required string ByName { get; init; }

    public required DateTime At { get; init; }

    public DateTime? ReadAt { get; set; }
}
