using DinsosIntranet.Features.Agency;
using DinsosIntranet.Features.Agency.Domain;
using DinsosIntranet.Shared.Acting;
using Microsoft.AspNetCore.Components;

namespace DinsosIntranet.Features.Help.Pages;

/// <summary>Where help begins: the articles of all roles, the own ones first, and whom to call.</summary>
public sealed partial class HelpIndex
{
    [Inject]
    public required HelpLibrary Library { get; init; }

    [Inject]
    public required AgencyDirectory Agencies { get; init; }

    [CascadingParameter]
    public Actor? Actor { get; set; }

    private AgencyProfile? Agency => Agencies.Latest?.Profile;
}
