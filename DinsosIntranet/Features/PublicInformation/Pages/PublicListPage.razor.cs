using DinsosIntranet.Features.Agency;
using Microsoft.AspNetCore.Components;

namespace DinsosIntranet.Features.PublicInformation.Pages;

/// <summary>The list of public information, to answer at the counter what needs no decision.</summary>
public sealed partial class PublicListPage
{
    private AgencySnapshot? _agency;
    private string _text = "";

    [Inject]
    public required InformationReference Reference { get; init; }

    [Inject]
    public required AgencyDirectory Agencies { get; init; }

    private IReadOnlyList<PublicEntry> Found => [.. Reference.PublicList.Where(e => e.Matches(_text, UnitName(e.Unit)))];

    protected override async Task OnInitializedAsync() => _agency = await Agencies.GetAsync();

    private string UnitName(string code) => _agency?.Units.FirstOrDefault(u => u.Code == code)?.Name ?? code;
}
