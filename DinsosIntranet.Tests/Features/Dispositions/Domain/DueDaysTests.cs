using DinsosIntranet.Features.Dispositions.Domain;
using DinsosIntranet.Tests.Shared.Calendar;

namespace DinsosIntranet.Tests.Features.Dispositions.Domain;

public sealed class DueDaysTests
{
    [Theory]
    [InlineData("2026-11-25 09.00", "2026-11-27", DispositionDue.None, null)]
    [InlineData("2026-11-26 09.00", "2026-11-27", DispositionDue.Near, "Batas besok")]
    [InlineData("2026-11-27 09.00", "2026-11-27", DispositionDue.Near, "Batas hari ini")]
    [InlineData("2026-11-27 09.00", "2026-11-30", DispositionDue.Near, "Batas 30/11/2026")]
    [InlineData("2026-11-27 09.00", "2026-12-01", DispositionDue.None, null)]
    [InlineData("2026-11-27 16.29", "2026-11-27", DispositionDue.Near, "Batas hari ini")]
    [InlineData("2026-11-27 16.30", "2026-11-27", DispositionDue.Late, "Lewat batas hari ini")]
    [InlineData("2026-11-28 09.00", "2026-11-28", DispositionDue.Near, "Batas hari ini")]
    [InlineData("2026-11-30 07.00", "2026-11-28", DispositionDue.Late, "Lewat batas 28/11/2026")]
    [InlineData("2026-12-23 09.00", "2026-12-28", DispositionDue.Near, "Batas 28/12/2026")]
    public void Of_HoursAndFreeDays_NearFromOneWorkingDayBefore(string now, string due, DispositionDue expected, string? words)
    {
        var days = DueDays.At(TestCalendars.Lebak, TestCalendars.At(now));
        var given = Given(TestCalendars.Day(due));

        Assert.Equal((expected, words), (days.Of(given), days.Words(given)));
    }

    [Fact]
    public void Of_DoneTakenBackOrWithoutADay_None()
    {
        var days = DueDays.At(TestCalendars.Lebak, TestCalendars.At("2026-11-27 09.00"));
        var (done, recalled) = (Given(new DateOnly(2026, 11, 20)), Given(new DateOnly(2026, 11, 20)));
        done.DoneAt = TestCalendars.At("2026-11-26 09.00");
        recalled.Recall("Ratna", TestCalendars.At("2026-11-26 09.00"));

        Assert.All([done, recalled, Given(null)], d => Assert.Equal((DispositionDue.None, null), (days.Of(d), days.Words(d))));
    }

    private static Disposition Given(DateOnly? due) => new()
    {
        Id = Guid.CreateVersion7(),
        RequestId = Guid.CreateVersion7(),
        FromUserId = Guid.CreateVersion7(),
        FromText = "Ratna, Kepala Dinas",
        ToDeskCode = "operator-siks-ng",
        ToText = "Operator SIKS-NG",
        Instructions = ["proses-lanjut"],
        DueOn = due,
        At = TestCalendars.At("2026-11-20 09.00"),
    };
}
