using DinsosIntranet.Features.Agency.Domain;
using DinsosIntranet.Shared.Calendar;
using DinsosIntranet.Shared.Text;
using Microsoft.AspNetCore.Components;

namespace DinsosIntranet.Features.Agency.Pages;

/// <summary>When promises would fall due, by the present calendar beside the changed one.</summary>
public sealed partial class DueSampleTable
{
    [Parameter, EditorRequired]
    public required IReadOnlyList<DueSample> Samples { get; set; }

    [Parameter, EditorRequired]
    public required TimeZoneInfo Zone { get; set; }

    private string Text(DueTime due) => due.Utc is { } utc ? IndonesianDates.ShortWithTime(utc, Zone) : "-";
}
