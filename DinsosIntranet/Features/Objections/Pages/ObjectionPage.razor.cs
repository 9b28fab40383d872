using DinsosIntranet.Features.Accounts;
using DinsosIntranet.Features.Agency;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Live;
using Microsoft.AspNetCore.Components;

namespace DinsosIntranet.Features.Objections.Pages;

/// <summary>One objection: what it says, what may be done with it now, and its answer.</summary>
public sealed partial class ObjectionPage
{
    private ObjectionView? _view;
    private TimeZoneInfo? _zone;
    private Guid? _shown;
    private string? _done;
    private string? _problem;
    private bool _missing;

    [Inject]
    public required ObjectionService Service { get; init; }

    [Inject]
    public required ObjectionQueries Queries { get; init; }

    [Inject]
    public required AgencyDirectory Agencies { get; init; }

    [Inject]
    public required ActingUser Acting { get; init; }

    [CascadingParameter]
    public Actor? Actor { get; set; }

    [Parameter]
    public Guid Id { get; set; }

    protected override void OnInitialized() => Follow(id => id == Id || id == _view?.Objection.RequestId || id == _view?.Answer?.Id, Topic.Work, Topic.Letters);

    protected override async Task OnParametersSetAsync()
    {
        if (Actor is not null && _shown != Id)
        {
            (_shown, _done, _problem) = (Id, null, null);
            await ReadAsync();
        }
    }

    private async Task DoneAsync(string done)
    {
        (_done, _problem) = (done, null);
        await ReadAsync();
    }

    private async Task ConflictAsync(string problem)
    {
        (_done, _problem) = (null, problem);
        await ReadAsync();
    }

    private async Task RecallAsync()
    {
        var outcome = await Service.RecallAsync(Id, await Acting.ActAsync());
        await (outcome.IsOk ? DoneAsync("Konsep tanggapan ditarik. Putusannya dapat diubah.") : ConflictAsync(outcome.Message));
    }

    protected override async Task ReadAsync()
    {
        if (Actor is null)
        {
            return;
        }

        var id = Id;
        _zone = (await Agencies.GetAsync(Gone)).Zone;
        var view = await Queries.FindAsync(id, Actor, Gone);
        if (id == Id)
        {
            (_view, _missing) = (view, view is null);
        }
    }
}
