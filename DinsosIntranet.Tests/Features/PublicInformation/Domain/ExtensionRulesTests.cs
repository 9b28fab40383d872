using DinsosIntranet.Features.Desks.Domain;
using DinsosIntranet.Features.PublicInformation.Domain;
using DinsosIntranet.Features.Standards.Domain;
using DinsosIntranet.Shared.Calendar;
using DinsosIntranet.Tests.Features.Standards;
using DinsosIntranet.Tests.Shared.Calendar;

namespace DinsosIntranet.Tests.Features.PublicInformation.Domain;

/// <summary>The limit of the law across the holidays of 2026 and 2027: ten working days, seven more once, never after the tenth has ended.</summary>
public sealed class ExtensionRulesTests
{
    private static readonly LegalLimit Limit = StandardFixtures.Catalog.Standard("informasi").LegalLimit!;

    [Theory]
    [InlineData("2026-11-20 09.00", "2026-12-04", "2026-12-15")]
    [InlineData("2026-11-21 09.00", "2026-12-04", "2026-12-15")]
    [InlineData("2026-12-18 09.00", "2027-01-07", "2027-01-18")]
    [InlineData("2026-12-23 09.00", "2027-01-12", "2027-01-21")]
    [InlineData("2027-03-05 09.00", "2027-03-31", "2027-04-09")]
    [InlineData("2027-05-14 09.00", "2027-06-04", "2027-06-15")]
    [InlineData("2026-03-13 09.00", "2026-04-06", "2026-04-15")]
    public void Extension_AcrossHolidays_AllowedThroughDayTenAndEndsOnDaySeventeen(string received, string tenth, string seventeenth)
    {
        var clock = Clock(received);
        var day = TestCalendars.Day(tenth);

        Assert.Equal(day, TestCalendars.Lebak.DateOf(clock.DueAt!.Value));
        Assert.Null(ExtensionRules.WhyNot(Limit, clock, day, TestCalendars.Lebak));
        Assert.Contains("sudah lewat", ExtensionRules.WhyNot(Limit, clock, day.AddDays(1), TestCalendars.Lebak), StringComparison.Ordinal);
        Assert.Equal(TestCalendars.Day(seventeenth), ExtensionRules.LastDay(Limit, clock, TestCalendars.Lebak));
    }

    [Fact]
    public void WhyNot_ExtendedBefore_OnlyOnce()
    {
        var clock = Clock("2026-11-20 09.00");
        clock.Most += 7;

        Assert.Contains("hanya mengizinkan satu kali", ExtensionRules.WhyNot(Limit, clock, TestCalendars.Day("2026-11-25"), TestCalendars.Lebak), StringComparison.Ordinal);
    }

    [Fact]
    public void WhyNot_NoticeGiven_NoNeed()
    {
        var clock = Clock("2026-11-20 09.00");
        clock.EndedAt = TestCalendars.At("2026-11-24 09.00");

        Assert.Contains("sudah diberikan", ExtensionRules.WhyNot(Limit, clock, TestCalendars.Day("2026-11-25"), TestCalendars.Lebak), StringComparison.Ordinal);
    }

    [Fact]
    public void WhyNot_StandardWithoutExtension_SaysSo() =>
        Assert.NotNull(ExtensionRules.WhyNot(Limit with { Extension = null }, Clock("2026-11-20 09.00"), TestCalendars.Day("2026-11-25"), TestCalendars.Lebak));

    private static WorkClock Clock(string received)
    {
        var started = TestCalendars.At(received);
        return new WorkClock
        {
            WorkItemId = Guid.NewGuid(),
            Kind = ClockKind.LegalLimit,
            Least = 0,
            Most = Limit.Amount,
            Unit = TimeUnit.WorkingDays,
            StartedAt = started,
            DueAt = TestCalendars.Lebak.Due(new ServiceTime(0, Limit.Amount, TimeUnit.WorkingDays), started).Utc,
        };
    }
}
