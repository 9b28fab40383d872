namespace DinsosIntranet.Features.Accounts;

public enum SignInResultKind
{
    SignedIn,
    /// <summary>Name or password wrong, or the account is disabled: the screen never says which.</summary>
    Wrong,
    LockedOut,
    /// <summary>The password was right; the code of the authenticator app is still owed.</summary>
    NeedsCode,
    /// <summary>The password was right; the role demands a second step that is not set up yet.</summary>
    NeedsEnrolment,
}

/// <summary>How a sign-in ended, or what it still needs.</summary>
public sealed record SignInResult
{
    public required SignInResultKind Kind { get; init; }

    public Guid UserId { get; init; }

    public string Stamp { get; init; } = "";

    public Guid SessionId { get; init; }

    public DateTime? LockedUntil { get; init; }

    /// <summary>Somebody reset the account and its owner has not read so yet.</summary>
    public bool HasNews { get; init; }

    /// <summary>Made when the second step was set up on the way in; shown once.</summary>
    public IReadOnlyList<string> RecoveryCodes { get; init; } = [];

    public StaffTicket Ticket => new(UserId, Stamp, SessionId);

    public static SignInResult Wrong { get; } = new() { Kind = SignInResultKind.Wrong };
}
