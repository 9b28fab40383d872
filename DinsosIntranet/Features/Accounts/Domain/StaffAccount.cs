using Microsoft.AspNetCore.Identity;

namespace DinsosIntranet.Features.Accounts.Domain;

/// <summary>
/// A member of staff who can sign in. Roles stand in <see cref="RoleAssignment"/>; a disabled account keeps its history.
/// Without a password it waits for its owner to choose one with an <see cref="ActivationCode"/>.
/// </summary>
public sealed class StaffAccount : IdentityUser<Guid>
{
    public const int UserNameMaxLength = 60;
    public const int FullNameMaxLength = 100;
    public const int PositionMaxLength = 100;

    public required string FullName { get; set; }

    /// <summary>The title shown beside the name on screen and on receipts, for example "Operator SIKS-NG".</summary>
    public required string Position { get; set; }

    /// <summary>Civil servant number, 18 digits, printed below a signature; contract staff have none.</summary>
    public string? Nip { get; set; }

    public DateTime? DisabledAt { get; set; }

    public DateTime? LastSignInAt { get; set; }

    /// <summary>Hash of the one code that may set the password now; a new code takes the place of the old one.</summary>
    public string? ActivationHash { get; set; }

    /// <summary>The last moment of the code (UTC).</summary>
    public DateTime? ActivationUntil { get; set; }

    /// <summary>Secret shared with the owner's authenticator app, encrypted under the field key; null without two steps.</summary>
    public string? TotpSecret { get; set; }

    /// <summary>A secret shown to the owner but not yet confirmed by a code, encrypted likewise.</summary>
    public string? TotpPendingSecret { get; set; }

    /// <summary>The last time step whose code was accepted: no code is accepted twice (OWASP ASVS 6.5.1).</summary>
    public long? TotpLastStep { get; set; }

    public bool IsDisabled => DisabledAt is not null;

    public bool AwaitsActivation => PasswordHash is null;

    public bool HasTwoSteps => TotpSecret is not null;

    public List<RoleAssignment> Roles { get; } = [];

    /// <summary>Ends the password and everything signed in with it, and lets the owner choose a new one with this code.</summary>
    public void AwaitActivation(string hash, DateTime until)
    {
        PasswordHash = null;
        ActivationHash = hash;
        ActivationUntil = until;
        EndSignIns();
        Unlock();
    }

    /// <summary>The owner has chosen a password: the code is spent, and whatever was signed in before is over.</summary>
    public void SetPassword(string passwordHash)
    {
        PasswordHash = passwordHash;
        ActivationHash = null;
        ActivationUntil = null;
        EndSignIns();
        Unlock();
    }

    /// <summary>Takes the second step away, as if it had never been set up.</summary>
    public void RemoveTwoSteps()
    {
        TotpSecret = null;
        TotpPendingSecret = null;
        TotpLastStep = null;
    }

    /// <summary>All sign-ins made under the old stamp stop holding at once.</summary>
    public void EndSignIns() => SecurityStamp = Guid.NewGuid().ToString("N");

    private void Unlock()
    {
        AccessFailedCount = 0;
        LockoutEnd = null;
    }
}
