using DinsosIntranet.Features.Accounts;
using DinsosIntranet.Features.Agency;
using DinsosIntranet.Shared.Acting;
using Microsoft.AspNetCore.Components;

namespace DinsosIntranet.Features.Dispositions.Pages;

/// <summary>What went out in the viewer's name under a standing disposition, to be looked at afterwards.</summary>
public sealed partial class StandingReviews
{
    private IReadOnlyList<StandingReview>? _reviews;
    private AgencySnapshot? _agency;
    private int? _read;
    private string? _notice;

    [Inject]
    public required DispositionQueries Queries { get; init; }

    [Inject]
    public required StandingDispositionService Standing { get; init; }

    [Inject]
    public required ActingUser Acting { get; init; }

    [Parameter, EditorRequired]
    public required Actor Actor { get; set; }

    [Parameter]
    public int Version { get; set; }

    protected override async Task OnParametersSetAsync()
    {
        if (_read != Version)
        {
            _read = Version;
            await LoadAsync();
        }
    }

    private async Task LoadAsync()
    {
        _agency = await Queries.AgencyAsync();
        _reviews = await Queries.ReviewsAsync(Actor);
    }

    private async Task ReviewAsync(StandingReview review)
    {
        var outcome = await Standing.ReviewAsync(review.Standing.Id, review.Latest.Max(u => u.At), await Acting.ActAsync());
        _notice = outcome.IsOk ? null : outcome.Message;
        await LoadAsync();
    }
}
