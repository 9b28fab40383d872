using System.Collections.Frozen;

namespace DinsosIntranet.Shared.Acting;

/// <summary>
/// What a member of staff may be. A person holds any number of roles, each for the whole agency or for one unit.
/// The names in the data files are those of <see cref="StaffRoles.Code"/>.
/// </summary>
public enum StaffRole
{
    FrontOffice,
    Secretariat,
    HeadOfAgency,
    AgencySecretary,
    HeadOfDivision,
    DtksOperator,
    PpidOfficer,
    SocialWorker,
    ComplaintOfficer,
    Supervisor,
    Administrator,
}

/// <summary>Codes and titles of the roles, as the data files and the screen write them.</summary>
public static class StaffRoles
{
    public static IReadOnlyList<StaffRole> All { get; } = Enum.GetValues<StaffRole>();

    public static string Code(this StaffRole role) => role switch
    {
        StaffRole.FrontOffice => "front-office",
        StaffRole.Secretariat => "sekretariat",
        StaffRole.HeadOfAgency => "kepala-dinas",
        StaffRole.AgencySecretary => "sekretaris-dinas",
        StaffRole.HeadOfDivision => "kepala-bidang",
        StaffRole.DtksOperator => "operator-siks-ng",
        StaffRole.PpidOfficer => "staf-ppid",
        StaffRole.SocialWorker => "pekerja-sosial",
        StaffRole.ComplaintOfficer => "pengelola-pengaduan",
        StaffRole.Supervisor => "pengawas",
        StaffRole.Administrator => "administrator",
        _ => throw new ArgumentOutOfRangeException(nameof(role)),
    };

    public static string Title(this StaffRole role) => role switch
    {
        StaffRole.FrontOffice => "Front Office",
        StaffRole.Secretariat => "Sekretariat",
        StaffRole.HeadOfAgency => "Kepala Dinas",
        StaffRole.AgencySecretary => "Sekretaris Dinas",
        StaffRole.HeadOfDivision => "Kepala Bidang",
        StaffRole.DtksOperator => "Operator SIKS-NG",
        StaffRole.PpidOfficer => "Staf PPID",
        StaffRole.SocialWorker => "Pekerja Sosial",
        StaffRole.ComplaintOfficer => "Pengelola Pengaduan",
        StaffRole.Supervisor => "Pengawas",
        StaffRole.Administrator => "Administrator",
        _ => throw new ArgumentOutOfRangeException(nameof(role)),
    };

    public static StaffRole? FromCode(string code)
    {
        foreach (var role in All)
        {
            if (role.Code() == code)
            {
                return role;
            }
        }

        return null;
    }
}

/// <summary>
/// One role of one person; <paramref name="UnitCode"/> is null where the role holds for the whole agency.
/// <paramref name="ActingTitle"/> is "Plh. Kepala Dinas" where the role is only exercised for an absent official.
/// </summary>
public sealed record RoleInUnit(StaffRole Role, string? UnitCode, string? ActingTitle = null);

/// <summary>
/// Who acts, with the rights they have at this moment. <paramref name="Position"/> is the title shown beside the name;
/// <paramref name="ActingAs"/> is set where the person stands in for an absent official ("Plh. Kepala Dinas").
/// </summary>
public sealed record Actor(Guid UserId, string Name, string Position, IReadOnlyList<RoleInUnit> Roles, string? ActingAs = null)
{
    /// <summary>The program itself: imports at start, reminders, standing dispositions.</summary>
    public static Actor System { get; } = new(Guid.Empty, "Sistem", "Sistem", []);

    /// <summary>As records name whoever acted: "Rudi Hartono, Administrator".</summary>
    public string NameAndPosition => $"{Name}, {Position}";

    /// <summary>As documents name whoever acted: with the title of the absent official they stand in for, where they do.</summary>
    public string Signature => SignatureAs(ActingAs);

    /// <summary>As <see cref="Signature"/>, for an act of one desk or office: its "Plh. …" where it is only exercised for somebody else.</summary>
    public string SignatureAs(string? actingTitle) => $"{Name}, {actingTitle ?? Position}";

    /// <summary>
    /// The requests this person must have nothing to do with: a conflict of interest, or a victim's case that is locked to others.
    /// For them these do not exist.
    /// </summary>
    public IReadOnlySet<Guid> ExcludedRequests { get; init; } = FrozenSet<Guid>.Empty;

    public bool IsExcludedFrom(Guid? requestId) => requestId is { } id && ExcludedRequests.Contains(id);

    public bool Has(StaffRole role) => Roles.Any(r => r.Role == role);

    public bool HasAny(params ReadOnlySpan<StaffRole> roles)
    {
        foreach (var role in roles)
        {
            if (Has(role))
            {
                return true;
            }
        }

        return false;
    }
}

/// <summary>
/// Everything an act needs to know about itself, passed explicitly: who, when (UTC, read once for the whole act, cut to
/// milliseconds), from which address, and why where a reason is asked for.
/// </summary>
public sealed record ActionContext(Actor Actor, DateTime Now, string Origin, string? Reason = null)
{
    public static ActionContext For(Actor actor, TimeProvider time, string origin, string? reason = null) =>
        new(actor, CutToMilliseconds(time.GetUtcNow().UtcDateTime), origin, reason);

    /// <summary>PostgreSQL keeps fewer digits of a second than .NET: what is stored is cut first, so it reads back the same.</summary>
    public static DateTime CutToMilliseconds(DateTime utc) => new(utc.Ticks - (utc.Ticks % TimeSpan.TicksPerMillisecond), DateTimeKind.Utc);
}
