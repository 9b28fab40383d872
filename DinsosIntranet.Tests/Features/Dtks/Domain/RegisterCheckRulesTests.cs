using DinsosIntranet.Features.Dtks.Domain;

namespace DinsosIntranet.Tests.Features.Dtks.Domain;

public sealed class RegisterCheckRulesTests
{
    private static readonly TimeZoneInfo Jakarta = TimeZoneInfo.FindSystemTimeZoneById("Asia/Jakarta");

    [Fact]
    public void For_Dtsen_SixQuartersNewestFirst() => Assert.Equal(
        ["Triwulan I 2027", "Triwulan IV 2026", "Triwulan III 2026", "Triwulan II 2026", "Triwulan I 2026", "Triwulan IV 2025"],
        DataPeriods.For(RegisterSource.Dtsen, new DateOnly(2027, 3, 31)));

    [Fact]
    public void For_Dtks_TwelveMonthsNewestFirst()
    {
        var periods = DataPeriods.For(RegisterSource.Dtks, new DateOnly(2026, 11, 30));

        Assert.Equal((12, "November 2026", "Desember 2025"), (periods.Count, periods[0], periods[^1]));
    }

    [Theory]
    [InlineData("23/11/2026 09.40")]
    [InlineData("23/11/2026 9:40")]
    public void Parse_TimeOnTheWall_IsThatMoment(string text) =>
        Assert.Equal(new DateTime(2026, 11, 23, 2, 40, 0, DateTimeKind.Utc), CheckTime.Parse(text, Jakarta));

    [Theory]
    [InlineData("")]
    [InlineData("kemarin")]
    [InlineData("31/02/2026 09.40")]
    [InlineData("23/11/2026 25.00")]
    public void Parse_NoTime_IsNull(string text) => Assert.Null(CheckTime.Parse(text, Jakarta));

    [Fact]
    public void Format_ThenParse_SameMinute()
    {
        var moment = new DateTime(2026, 11, 22, 20, 5, 0, DateTimeKind.Utc);

        Assert.Equal(moment, CheckTime.Parse(CheckTime.Format(moment, Jakarta), Jakarta));
    }

    [Theory]
    [InlineData(5, 6, "Desil 6 melebihi batas tujuan ini (5). Penanda tangan yang memutuskan.")]
    [InlineData(5, 5, null)]
    [InlineData(5, null, null)]
    [InlineData(null, 10, null)]
    public void DecileWarning_OnlyAboveTheMaximum(int? maximum, int? decile, string? warning) =>
        Assert.Equal(warning, PurposeRules.DecileWarning(maximum, decile));

    [Theory]
    [InlineData("Keperluan lainnya", null, 30, "Keperluan lainnya (30 hari)")]
    [InlineData("KIP Kuliah (KIP-K)", 5, 90, "KIP Kuliah (KIP-K), desil 1–5, 90 hari")]
    [InlineData("Keperluan lainnya", null, null, "Keperluan lainnya")]
    public void Label_SaysTheLimits(string name, int? maximum, int? days, string label) =>
        Assert.Equal(label, PurposeRules.Label(name, maximum, days));
}
