using DinsosIntranet.Shared.Acting;

namespace DinsosIntranet.Features.Desks;

/// <summary>A capability whose own people may exclude others from the requests of its standard, registered by that capability.</summary>
public sealed record ExclusionOwner(string StandardCode, Func<Actor, bool> MayExclude);

/// <summary>Who may say that somebody has a conflict of interest, and lift it again: the head, the secretary, whoever owns the standard.</summary>
public sealed class ExclusionRights(IEnumerable<ExclusionOwner> owners)
{
    private readonly ILookup<string, ExclusionOwner> _owners = owners.ToLookup(o => o.StandardCode);

    public bool MayExclude(string standardCode, Actor actor) =>
        actor.HasAny(StaffRole.HeadOfAgency, StaffRole.AgencySecretary) || _owners[standardCode].Any(o => o.MayExclude(actor));
}
