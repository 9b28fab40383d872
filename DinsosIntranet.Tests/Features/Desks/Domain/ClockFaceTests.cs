using DinsosIntranet.Features.Desks.Domain;
using DinsosIntranet.Shared.Calendar;
using static DinsosIntranet.Tests.Shared.Calendar.TestCalendars;

namespace DinsosIntranet.Tests.Features.Desks.Domain;

public sealed class ClockFaceTests
{
    private static readonly ServiceTime FifteenMinutes = new(0, 15, TimeUnit.WorkingMinutes);

    [Theory]
    [InlineData("2026-11-23 09.00", "2026-11-23 09.15", "2026-11-23 09.01", "2026-11-23 09.11")]
    // A pause has moved the due time by an hour: the last quarter is still the last quarter.
    [InlineData("2026-11-23 09.00", "2026-11-23 10.15", "2026-11-23 10.05", "2026-11-23 10.11")]
    // Over the noon break.
    [InlineData("2026-11-23 11.55", "2026-11-23 13.10", "2026-11-23 11.56", "2026-11-23 13.06")]
    public void Of_Running_TurnsYellowInLastQuarter(string started, string due, string now, string warn)
    {
        var face = ClockFace.Of(Lebak, new ClockReading(FifteenMinutes, At(started), At(due)), At(now));

        // 15 minutes less a quarter is 11 minutes 15 seconds.
        Assert.Equal((warn, 15), (Local(face.WarnUtc), face.WarnUtc?.Second));
    }

    [Fact]
    public void Of_Late_CountsOnAndHasNothingLeftToWarnOf()
    {
        var face = ClockFace.Of(Lebak, new ClockReading(FifteenMinutes, At("2026-11-23 09.00"), At("2026-11-23 09.15")), At("2026-11-23 09.19"));

        Assert.Equal(("merah", "Lewat 4 menit", At("2026-11-23 09.15"), null), (face.Css, face.Text, face.DueUtc, face.WarnUtc));
    }

    [Fact]
    public void Of_Paused_DoesNotCountInTheBrowser()
    {
        var reading = new ClockReading(FifteenMinutes, At("2026-11-23 09.00"), At("2026-11-23 09.15"), PausedSinceUtc: At("2026-11-23 09.05"));

        var face = ClockFace.Of(Lebak, reading, At("2026-11-23 09.31"));

        Assert.Equal(("jeda", "Jeda 26 menit", null, null), (face.Css, face.Text, face.DueUtc, face.WarnUtc));
    }
}
