namespace DinsosIntranet.Features.Accounts.Domain;

public enum SessionEnd
{
    SignedOut,
    /// <summary>By the owner, from another session.</summary>
    EndedByOwner,
    EndedByAdministrator,
    /// <summary>New password, reset, or disabled account.</summary>
    AccountChanged,
    Idle,
    TooLong,
}

/// <summary>One sign-in of one person on one browser, from sign-in to its end.</summary>
public sealed class StaffSession
{
    public const int AddressMaxLength = 60;
    public const int BrowserMaxLength = 40;

    public required Guid Id { get; init; }

    public required Guid UserId { get; init; }

    public required DateTime StartedAt { get; init; }

    /// <summary>The last act or click, to the minute.</summary>
    public required DateTime LastSeenAt { get; set; }

    public required string Address { get; init; }

    /// <summary>Browser family and system in plain words: "Firefox, Windows".</summary>
    public required string Browser { get; init; }

    public DateTime? EndedAt { get; private set; }

    public SessionEnd? End { get; private set; }

    public bool IsOpen => EndedAt is null;

    public void Close(SessionEnd end, DateTime at)
    {
        if (IsOpen)
        {
            (EndedAt, End) = (at, end);
        }
    }
}
