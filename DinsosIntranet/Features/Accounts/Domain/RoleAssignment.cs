using DinsosIntranet.Shared.Acting;

namespace DinsosIntranet.Features.Accounts.Domain;

/// <summary>One role a person holds, in one unit or (UnitCode null) in the whole agency.</summary>
public sealed class RoleAssignment
{
    public required Guid Id { get; init; }

    public required Guid UserId { get; init; }

    public required StaffRole Role { get; init; }

    public string? UnitCode { get; init; }
}
