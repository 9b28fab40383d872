using DinsosIntranet.Features.Agency;
using DinsosIntranet.Features.Agency.Domain;
using DinsosIntranet.Shared.Acting;

namespace DinsosIntranet.Features.Dispositions;

/// <summary>Which desks an official chooses from, in the order of the paper sheet: the proposed one, the secretary, the heads of divisions.</summary>
public static class DispositionDesks
{
    /// <summary>The desks offered as chips, without the one where the request lies.</summary>
    public static IReadOnlyList<DeskChoice> Usual(AgencySnapshot agency, string? proposed, string from, bool withOfficials)
    {
        var codes = new List<string>();
        if (proposed is not null && agency.FindDesk(proposed) is not null)
        {
            codes.Add(proposed);
        }

        if (withOfficials)
        {
            codes.AddRange(Officials(agency).Select(d => d.Code));
        }

        return [.. codes.Distinct().Where(c => c != from).Select(c => Choice(agency, agency.Desk(c)))];
    }

    /// <summary>Every other desk, for "Lainnya".</summary>
    public static IReadOnlyList<DeskChoice> Others(AgencySnapshot agency, IReadOnlyList<DeskChoice> usual, string from) =>
    [
        .. agency.Desks
            .Where(d => d.Code != from && usual.All(u => u.Code != d.Code))
            .Select(d => new DeskChoice(d.Code, d.Name)),
    ];

    /// <summary>The desks served by one official alone: secretary, then heads of divisions.</summary>
    public static IEnumerable<Desk> Officials(AgencySnapshot agency) => agency.Desks
        .Where(d => d.Members is [{ Role: StaffRole.AgencySecretary or StaffRole.HeadOfDivision }])
        .OrderBy(d => d.Members[0].Role == StaffRole.HeadOfDivision)
        .ThenBy(d => d.SortOrder);

    public static DeskChoice Choice(AgencySnapshot agency, Desk desk) => new(desk.Code, Label(agency, desk));

    /// <summary>"Linjamsos", "Sekretaris", or the name of the desk.</summary>
    public static string Label(AgencySnapshot agency, Desk desk) => desk.Members switch
    {
        [{ Role: StaffRole.HeadOfDivision, UnitCode: { } unit }] => agency.FindUnit(unit)?.ShortName ?? desk.Name,
        [{ Role: StaffRole.AgencySecretary }] => "Sekretaris",
        _ => desk.Name,
    };

    /// <summary>The words of the paper sheet: "Kepala Bidang Linjamsos", "Sekretaris Dinas".</summary>
    public static string SheetLabel(AgencySnapshot agency, Desk desk) => desk.Members switch
    {
        [{ Role: StaffRole.HeadOfDivision }] => $"{StaffRole.HeadOfDivision.Title()} {Label(agency, desk)}",
        [{ Role: StaffRole.AgencySecretary }] => StaffRole.AgencySecretary.Title(),
        _ => desk.Name,
    };
}
