using DinsosIntranet.Features.Standards.Domain;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Live;
using Microsoft.AspNetCore.Components;

namespace DinsosIntranet.Features.Standards.Pages;

/// <summary>One version as the public would read it, what it changes, and the form that makes it count.</summary>
public sealed partial class StandardVersionPage
{
    private VersionReading? _reading;
    private string? _done;
    private bool _canPlan;
    private bool _missing;
    private bool _typed;

    [Inject]
    public required StandardVersionQueries Queries { get; init; }

    [CascadingParameter]
    public Actor? Actor { get; set; }

    [Parameter]
    public string Code { get; set; } = "";

    [Parameter]
    public int Number { get; set; }

    private string Title => _reading is not null ? $"Versi {Number}" : _missing ? "Versi tidak ditemukan" : "Versi";

    protected override void OnInitialized() => Follow(Topic.Standards);

    protected override Task OnParametersSetAsync() => ReadAsync();

    protected override async Task ReadAsync()
    {
        var asked = (Code, Number);
        var reading = await Queries.FindAsync(Code, Number, Actor!);
        if (asked != (Code, Number))
        {
            return;
        }

        (_reading, _missing) = (reading, reading is null);

        // Only what may follow what is already decided; a version that was there before a retirement may come again.
        _canPlan = reading is { History: var history, Version: { IsActive: false } version } && Actor is not null
            && VersionRules.MaySchedule(Actor, history.IsSecret ? Confidentiality.Secret : Confidentiality.Open)
            && version.Plan?.HasBegun(history.Today) != false
            && (version.Plan is null || history.Current?.IsRetirement == true)
            && version.Number >= (history.Plans.Where(p => p.HasBegun(history.Today)).Max(p => p.VersionNumber) ?? 0);
    }

    private async Task DoneAsync(string sentence)
    {
        (_done, _typed) = (sentence, false);
        await ReadAsync();
    }
}
