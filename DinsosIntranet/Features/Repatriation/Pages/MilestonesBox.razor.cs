using DinsosIntranet.Shared.Text;

namespace DinsosIntranet.Features.Repatriation.Pages;

/// <summary>What the promise covers, and the days of the journey beside it.</summary>
public sealed partial class MilestonesBox
{
    private static string Day(DateOnly? day) => day is { } known ? IndonesianDates.Short(known) : "belum dicatat";
}
