using DinsosIntranet.Shared.Acting;

namespace DinsosIntranet.Features.Agency.Domain;

/// <summary>The lines above a signature (Permendagri 1/2023 pasal 44): the head signs as such, everybody else on the head's behalf (a.n.).</summary>
public static class SignatureTitle
{
    /// <summary>The lines in capitals, the last with a comma. <paramref name="prefix"/> is "Plh. ", "Plt. " or nothing.</summary>
    public static IReadOnlyList<string> Lines(AgencyProfile agency, StaffRole role, string positionTitle, string prefix)
    {
        var head = agency.Name.ToUpperInvariant();
        var regency = agency.Regency.ToUpperInvariant();
        return role == StaffRole.HeadOfAgency
            ? [$"{prefix}KEPALA {head}", regency + ","]
            : [$"a.n. KEPALA {head}", regency, prefix + positionTitle.ToUpperInvariant() + ","];
    }

    /// <summary>"Plh. " or "Plt. ", as it stands before the position of the absent official.</summary>
    public static string Prefix(this StandInKind kind) => kind == StandInKind.Daily ? "Plh. " : "Plt. ";
}
