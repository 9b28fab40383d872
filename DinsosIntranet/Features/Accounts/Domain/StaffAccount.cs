using Microsoft.AspNetCore.Identity;

namespace DinsosIntranet.Features.Accounts.Domain;

/// <summary>A member of staff who can sign in. Roles stand in <see cref="RoleAssignment"/>; a disabled account keeps its history.</summary>
public sealed class StaffAccount : IdentityUser<Guid>
{
    public const int FullNameMaxLength = 100;
    public const int PositionMaxLength = 100;

    public required string FullName { get; set; }

    /// <summary>The title shown beside the name on screen and on receipts, for example "Operator SIKS-NG".</summary>
    public required string Position { get; set; }

    /// <summary>Civil servant number, 18 digits, printed below a signature; contract staff have none.</summary>
    public string? Nip { get; set; }

    public DateTime? DisabledAt { get; set; }

    public bool IsDisabled => DisabledAt is not null;

    public List<RoleAssignment> Roles { get; } = [];
}
