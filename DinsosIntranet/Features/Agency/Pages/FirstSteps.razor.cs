using DinsosIntranet.Shared.Live;
using Microsoft.AspNetCore.Components;

namespace DinsosIntranet.Features.Agency.Pages;

/// <summary>What the agency has still to set, each with the way there; nothing where nothing is missing.</summary>
public sealed partial class FirstSteps
{
    private IReadOnlyList<SettingsGap> _gaps = [];

    [Inject]
    public required IEnumerable<SettingsGaps> Sources { get; init; }

    protected override Task OnInitializedAsync()
    {
        Follow(Topic.Agency, Topic.Accounts);
        return ReadAsync();
    }

    protected override async Task ReadAsync()
    {
        List<SettingsGap> gaps = [];
        foreach (var source in Sources)
        {
            gaps.AddRange(await source.ReadAsync(CancellationToken.None));
        }

        _gaps = [.. gaps.OrderBy(g => g.Order)];
    }
}
