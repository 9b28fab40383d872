using DinsosIntranet.Features.Agency.Domain;
using Microsoft.AspNetCore.Components;

namespace DinsosIntranet.Features.Agency.Pages;

/// <summary>Who last changed this part of the settings, and when.</summary>
public sealed partial class RevisionLine
{
    [Parameter, EditorRequired]
    public required SettingsRevision? Revision { get; set; }

    [Parameter, EditorRequired]
    public required TimeZoneInfo Zone { get; set; }
}
