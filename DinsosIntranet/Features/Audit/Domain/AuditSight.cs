using System.Collections.Frozen;
using DinsosIntranet.Shared.Acting;

namespace DinsosIntranet.Features.Audit.Domain;

/// <summary>
/// What of the trail one viewer sees. Head of agency, secretary and supervisor: everything. A head of division: what the
/// staff of the own units did. An administrator: every act and its time, but of the content only what concerns accounts,
/// pages, the trail itself and backups; who holds both roles sees it as an administrator.
/// </summary>
public sealed record AuditSight(bool SeesEverybody, bool SeesContent, IReadOnlyList<string> Units)
{
    /// <summary>Requests the viewer is excluded from: rows of these and of what hangs on them are left out, whatever else they may see.</summary>
    public IReadOnlySet<Guid> Secluded { get; init; } = FrozenSet<Guid>.Empty;

    private static readonly HashSet<string> AdministrationKinds = ["akun", "halaman", AuditKinds.Trail, AuditKinds.Backup];

    /// <summary>Who may read the trail at all; each sees of it what <see cref="Of"/> says.</summary>
    public static bool MayRead(Actor actor) =>
        actor.HasAny(StaffRole.HeadOfAgency, StaffRole.AgencySecretary, StaffRole.HeadOfDivision, StaffRole.Supervisor, StaffRole.Administrator);

    public static AuditSight Of(Actor actor) => Whole(actor) with { Secluded = actor.ExcludedRequests };

    private static AuditSight Whole(Actor actor)
    {
        if (actor.HasAny(StaffRole.HeadOfAgency, StaffRole.AgencySecretary, StaffRole.Supervisor))
        {
            return new AuditSight(true, true, []);
        }

        return actor.Has(StaffRole.Administrator)
            ? new AuditSight(true, false, [])
            : new AuditSight(false, true, [.. actor.Roles.Where(r => r.Role == StaffRole.HeadOfDivision).Select(r => r.UnitCode).OfType<string>().Distinct()]);
    }

    public bool SeesContentOf(string recordKind) => SeesContent || AdministrationKinds.Contains(recordKind);
}
