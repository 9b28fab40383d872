using DinsosIntranet.Shared.Acting;

namespace DinsosIntranet.Features.Standards.Domain;

/// <summary>
/// A desk as the data file defines it: a queue, and the roles that serve it.
/// </summary>
/// <remarks>
/// <paramref name="Order"/>: its place on the boards.
/// </remarks>
public sealed record DeskDefinition(string Code, string Name, int Order, IReadOnlyList<DeskMember> Members)
{
    /// <summary>Whether this person may take work from the desk.</summary>
    public bool IsServedBy(Actor actor) => actor.Roles.Any(held => Members.Any(m => m.Admits(held)));
}

/// <summary>A role, in a unit where that matters. A role held for the whole agency counts in every unit.</summary>
public sealed record DeskMember(string Role, string? Unit = null)
{
    public bool Admits(RoleInUnit held) =>
        held.Role.Code() == Role && (Unit is null || held.UnitCode is null || held.UnitCode == Unit);
}

public sealed record UnitDefinition(string Code, string Name, string ShortName, string? Parent = null, string? Head = null);
