using DinsosIntranet.Features.Accounts;
using DinsosIntranet.Shared.Text;
using Microsoft.AspNetCore.Components;

namespace DinsosIntranet.Features.Desks.Pages;

/// <summary>The list an administrator confirms before running clocks are worked out anew by the changed calendar.</summary>
public sealed partial class ClockRecalculationPage
{
    private const int MostShown = 200;

    private ClockMoves? _shown;
    private string? _done;
    private string? _problem;

    [Inject]
    public required ClockRecalculation Clocks { get; init; }

    [Inject]
    public required ActingUser Acting { get; init; }

    protected override Task OnInitializedAsync() => ReloadAsync();

    private string Text(DateTime? due) => due is { } utc ? IndonesianDates.ShortWithTime(utc, _shown!.Zone) : "-";

    private async Task ReloadAsync()
    {
        _problem = null;
        _shown = await Clocks.PreviewAsync((await Acting.ActAsync()).Actor);
    }

    private async Task ApplyAsync()
    {
        var outcome = await Clocks.ApplyAsync(_shown!, await Acting.ActAsync());
        if (outcome.IsOk)
        {
            _done = $"{outcome.Value} jam dihitung ulang.";
            await ReloadAsync();
        }
        else
        {
            (_done, _problem) = (null, outcome.Message);
        }
    }
}
