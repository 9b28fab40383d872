using DinsosIntranet.Features.Accounts;
using DinsosIntranet.Shared.Acting;
using Microsoft.AspNetCore.Components;

namespace DinsosIntranet.Features.Agency.Pages;

/// <summary>From October on, tells the administrator that next year's holidays are missing; nobody else can do anything about it.</summary>
public sealed partial class CalendarReminder
{
    private string? _missing;

    [Inject]
    public required CalendarQueries Queries { get; init; }

    [CascadingParameter]
    public Actor? Actor { get; set; }

    /// <summary>Whether it leads to the calendar; on the calendar itself it does not.</summary>
    [Parameter]
    public bool LinksToCalendar { get; set; } = true;

    protected override async Task OnParametersSetAsync() =>
        _missing = Actor is { } actor && Policies.Admits(Policies.Settings, actor) ? await Queries.MissingYearAsync() : null;
}
