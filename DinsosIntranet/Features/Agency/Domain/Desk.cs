using DinsosIntranet.Shared.Acting;

namespace DinsosIntranet.Features.Agency.Domain;

/// <summary>A queue where requests wait: whoever holds one of its roles (in its unit, where named) works at it.</summary>
public sealed class Desk
{
    public required string Code { get; init; }

    public required string Name { get; set; }

    public string? UnitCode { get; set; }

    public required int SortOrder { get; set; }

    /// <summary>Since when it is no longer offered; old records keep their name.</summary>
    public DateTime? RetiredAt { get; set; }

    public List<DeskMember> Members { get; } = [];

    /// <summary>The role by which this person works at this desk, or null. An own role goes before one exercised for an absent official.</summary>
    public RoleInUnit? MembershipOf(Actor actor) => actor.Roles
        .Where(r => Members.Any(m => m.Role == r.Role && (m.UnitCode is null || m.UnitCode == r.UnitCode)))
        .OrderBy(r => r.ActingTitle is not null)
        .FirstOrDefault();
}

public sealed class DeskMember
{
    public required Guid Id { get; init; }

    public required string DeskCode { get; init; }

    public required StaffRole Role { get; init; }

    public string? UnitCode { get; init; }
}
