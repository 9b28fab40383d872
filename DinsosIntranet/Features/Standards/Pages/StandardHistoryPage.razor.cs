using DinsosIntranet.Features.Standards.Domain;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Live;
using Microsoft.AspNetCore.Components;

namespace DinsosIntranet.Features.Standards.Pages;

/// <summary>One standard: its versions, its days past and coming, and its end.</summary>
public sealed partial class StandardHistoryPage
{
    private StandardHistory? _history;
    private string? _done;
    private bool _missing;
    private bool _typed;

    [Inject]
    public required StandardVersionQueries Queries { get; init; }

    [CascadingParameter]
    public Actor? Actor { get; set; }

    [Parameter]
    public string Code { get; set; } = "";

    private string Title => _history?.Title ?? (_missing ? "Standar tidak ditemukan" : "Standar layanan");

    private bool MayDecide => Actor is not null && _history is { } history
        && VersionRules.MaySchedule(Actor, history.IsSecret ? Confidentiality.Secret : Confidentiality.Open);

    protected override void OnInitialized() => Follow(Topic.Standards);

    protected override Task OnParametersSetAsync() => ReadAsync();

    protected override async Task ReadAsync()
    {
        var asked = Code;
        var history = await Queries.FindAsync(asked, Actor!);
        if (asked == Code)
        {
            (_history, _missing) = (history, history is null);
        }
    }

    private async Task DoneAsync(string sentence)
    {
        (_done, _typed) = (sentence, false);
        await ReadAsync();
    }
}
