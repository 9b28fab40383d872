using DinsosIntranet.Features.Standards.Domain;
using DinsosIntranet.Shared.Text;

namespace DinsosIntranet.Tests.Features.Standards.Domain;

public sealed class ScheduleRulesTests
{
    private static readonly DateOnly Today = new(2026, 11, 23);
    private static readonly StandardPlan First = Plan(1, new DateOnly(2000, 1, 1));

    [Theory]
    [InlineData(0, null)]
    [InlineData(731, null)]
    [InlineData(-1, "paling awal hari ini")]
    [InlineData(732, "dua tahun")]
    public void CheckDay_Counted_OnlyFromTodayToTwoYears(int days, string? part) => Expect(part, ScheduleRules.CheckDay(Today.AddDays(days), Today));

    [Fact]
    public void CheckDay_EmptyOrUnreadable_SaysWhich()
    {
        Assert.Equal("Isi tanggal mulai.", ScheduleRules.CheckDay(null, Today));
        Assert.Equal("Tanggal mulai belum terbaca.", ScheduleRules.CheckDay(IndonesianDates.Unreadable, Today));
    }

    [Fact]
    public void On_DayBeforeAndAfter_TheOneThatHasBegun()
    {
        StandardPlan[] plans = [Plan(2, Today.AddDays(1)), First];

        Assert.Equal(1, ScheduleRules.On(plans, Today)!.VersionNumber);
        Assert.Equal(2, ScheduleRules.On(plans, Today.AddDays(1))!.VersionNumber);
        Assert.Null(ScheduleRules.On([Plan(2, Today.AddDays(1))], Today));
    }

    [Fact]
    public void On_TwoOfOneDay_TheLaterDecision() =>
        Assert.Equal(3, ScheduleRules.On([Plan(3, Today, decided: 2), Plan(2, Today, decided: 1)], Today)!.VersionNumber);

    [Fact]
    public void Check_SeveralInOrder_Fine() =>
        Assert.Null(ScheduleRules.Check([First, Plan(2, Today.AddDays(1)), Plan(3, Today.AddDays(30)), End(Today.AddDays(60))], Today));

    [Fact]
    public void Check_AgainAfterTheEnd_Fine() => Assert.Null(ScheduleRules.Check([First, End(Today), Plan(1, Today.AddDays(3))], Today));

    [Fact]
    public void Check_Wrong_SaysWhy()
    {
        Expect("sudah ada rencana", ScheduleRules.Check([First, Plan(2, Today.AddDays(1)), Plan(3, Today.AddDays(1))], Today));
        Expect("versi 2 tidak dapat menyusul", ScheduleRules.Check([First, Plan(3, Today.AddDays(1)), Plan(2, Today.AddDays(2))], Today));
        Expect("sudah berlaku atau direncanakan", ScheduleRules.Check([First, Plan(1, Today.AddDays(1))], Today));
        Expect("tidak dapat dihentikan", ScheduleRules.Check([First, End(Today), End(Today.AddDays(1))], Today));
        Expect("tidak dapat dihentikan", ScheduleRules.Check([End(Today.AddDays(1))], Today));
        Expect("versi 1 tidak dapat menyusul", ScheduleRules.Check([First, Plan(2, Today), End(Today.AddDays(1)), Plan(1, Today.AddDays(2))], Today));
    }

    /// <summary>A mistake of this morning can be mended today; a coming day holds one decision.</summary>
    [Fact]
    public void Check_TwoToday_Fine() => Assert.Null(ScheduleRules.Check([First, Plan(2, Today, decided: 1), Plan(3, Today, decided: 2)], Today));

    private static void Expect(string? part, string? message)
    {
        if (part is null)
        {
            Assert.Null(message);
        }
        else
        {
            Assert.Contains(part, message);
        }
    }

    private static StandardPlan Plan(int version, DateOnly from, int decided = 0) => new()
    {
        Id = Guid.CreateVersion7(),
        Code = "dtks",
        VersionId = Guid.CreateVersion7(),
        VersionNumber = version,
        From = from,
        DecidedAt = new DateTime(2026, 11, 23, 2, decided, 0, DateTimeKind.Utc),
    };

    private static StandardPlan End(DateOnly from) => new() { Id = Guid.CreateVersion7(), Code = "dtks", From = from, DecidedAt = new DateTime(2026, 11, 23, 2, 0, 0, DateTimeKind.Utc) };
}
