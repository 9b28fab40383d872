using DinsosIntranet.Features.Desks.Domain;
using DinsosIntranet.Shared.Calendar;

namespace DinsosIntranet.Tests.Features.Desks.Domain;

public sealed class DeskOrderTests
{
    private static readonly DateTime Nine = new(2026, 11, 23, 2, 0, 0, DateTimeKind.Utc);

    [Fact]
    public void MostUrgentFirst_AllStates_LateSoonSafeWaitingPaused()
    {
        ClockState[] states = [ClockState.Paused, ClockState.None, ClockState.Green, ClockState.Red, ClockState.Yellow];

        var order = states.MostUrgentFirst(s => s, _ => Nine, _ => "DTKS-2026-0001");

        Assert.Equal([ClockState.Red, ClockState.Yellow, ClockState.Green, ClockState.None, ClockState.Paused], order);
    }

    [Fact]
    public void MostUrgentFirst_SameState_OldestFirstThenByNumber()
    {
        (string Number, DateTime Opened)[] items = [("0003", Nine.AddMinutes(5)), ("0002", Nine), ("0001", Nine)];

        var order = items.MostUrgentFirst(_ => ClockState.Green, i => i.Opened, i => i.Number);

        Assert.Equal(["0001", "0002", "0003"], order.Select(i => i.Number));
    }

    [Fact]
    public void Of_EveryState_CountsEachOnce()
    {
        var counts = DeskCounts.Of([ClockState.Red, ClockState.Yellow, ClockState.Yellow, ClockState.Green, ClockState.Paused, ClockState.None, ClockState.Done]);

        Assert.Equal(new DeskCounts(All: 7, Late: 1, Soon: 2, Safe: 1, NotRunning: 2, Paused: 1), counts);
    }

    [Theory]
    [InlineData("lewat", TimeFilter.Late)]
    [InlineData("segera", TimeFilter.Soon)]
    [InlineData("aman", TimeFilter.Safe)]
    [InlineData("belum", TimeFilter.NotRunning)]
    [InlineData("jeda", TimeFilter.Paused)]
    [InlineData("entah", TimeFilter.All)]
    [InlineData(null, TimeFilter.All)]
    public void FromCode_AddressText_NamesFilterOrEverything(string? code, TimeFilter filter) =>
        Assert.Equal(filter, TimeFilters.FromCode(code));
}
