using DinsosIntranet.Features.Desks;
using DinsosIntranet.Features.Desks.Domain;
using DinsosIntranet.Features.Repatriation.Domain;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Live;
using Microsoft.AspNetCore.Components;

namespace DinsosIntranet.Features.Repatriation.Pages;

/// <summary>
/// The file of one journey. What may be seen is read anew with every change; what somebody is typing stays while their opening
/// ends and begins again, and goes the moment the journey is no longer theirs.
/// </summary>
public sealed partial class RepatriationPage
{
    private static readonly string[] Steps = [RepatriationService.VerifyAction, RepatriationService.ReferAction, RepatriationService.PlanAction, RepatriationService.EscortAction];

    private Journey? _journey;
    private RepatriationContent? _shown;
    private Guid _opened;
    private int _reading;
    private int _gate;
    private bool _missing;
    private string? _done;

    [Inject] public required RequestQueries Requests { get; init; }

    [Inject] public required RepatriationQueries Queries { get; init; }

    [CascadingParameter] public Actor? Actor { get; set; }

    [Parameter] public Guid Id { get; set; }

    private string Title => _journey?.Request.Number ?? (_missing ? "Pemulangan tidak ditemukan" : "Pemulangan");

    private static string Place(RequestPlace place) => place switch
    {
        { IsOpen: false } => WorkWords.Status(place.Status),
        { HolderName: { } holder } => $"dipegang {holder}, meja {place.DeskName}",
        _ => $"antrean {place.DeskName}",
    };

    protected override void OnInitialized()
    {
        Follow(id => id == Id, Topic.Work);
        FollowTheClock();
    }

    protected override async Task OnParametersSetAsync()
    {
        if (_opened == Id || Actor is null)
        {
            return;
        }

        (_opened, _journey, _shown, _missing, _done) = (Id, null, null, false, null);
        await ReadAsync();
    }

    private async Task OpenedAsync()
    {
        _gate++;
        _done = null;
        await ReadAsync();
    }

    /// <summary>A part of the page did something.</summary>
    private async Task DoneAsync(string? done)
    {
        _done = done ?? _done;
        await ReadAsync();
    }

    protected override async Task ReadAsync()
    {
        var reading = ++_reading;
        var view = await Queries.FindAsync(Id, Actor!);
        var request = view is null ? null : await Requests.FindAsync(Id, Actor!);
        if (reading != _reading)
        {
            return;
        }

        _missing = view is null || request is null;
        _journey = _missing ? null : new Journey(request!, view!, Actor!);

        // An opening that ended leaves on screen what is being typed, under the gate; a journey that is no longer theirs leaves nothing.
        _shown = view switch
        {
            { Content: { } content } => content,
            { Sight: RepatriationSight.Content } => _shown,
            _ => null,
        };
    }
}
