using DinsosIntranet.Shared.Acting;
using Microsoft.AspNetCore.Components;

namespace DinsosIntranet.Features.Intake.Pages;

/// <summary>Finds a record to merge, or the other one to compare it with.</summary>
public sealed partial class MergeSearch
{
    private IReadOnlyList<PersonHit>? _hits;
    private string? _text;

    [Inject] public required PersonMergeQueries Queries { get; init; }

    [CascadingParameter] public Actor? Actor { get; set; }

    /// <summary>The record chosen already; null where one is still to be chosen.</summary>
    [Parameter] public Guid? Chosen { get; set; }

    private string Act => Chosen is null ? "Pilih" : "Bandingkan";

    private string Href(PersonHit hit) => Chosen is { } one ? MergePage.CompareHref(one, hit.Id) : $"/orang/gabung?orang={hit.Id}";

    private async Task SearchAsync() =>
        _hits = string.IsNullOrWhiteSpace(_text) || Actor is null ? null : [.. (await Queries.SearchAsync(_text, Actor)).Where(h => h.Id != Chosen)];
}
