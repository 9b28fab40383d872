using DinsosIntranet.Features.VictimCases.Domain;

namespace DinsosIntranet.Tests.Features.VictimCases.Domain;

public sealed class CaseAgeTests
{
    [Theory]
    [InlineData("2008-11-23", "2026-11-22", 17)]
    [InlineData("2008-11-23", "2026-11-23", 18)]
    [InlineData("2008-02-29", "2026-02-28", 17)]
    [InlineData("2008-02-29", "2026-03-01", 18)]
    [InlineData("2026-11-22", "2026-11-22", 0)]
    public void At_BirthDateAndEvent_WholeYears(string born, string on, int expected) =>
        Assert.Equal(expected, CaseAge.At(Day(born), Day(on)));

    [Fact]
    public void At_BornAfterTheEvent_Unknown() => Assert.Null(CaseAge.At(Day("2026-11-23"), Day("2026-11-22")));

    [Theory]
    [InlineData("tanggal-lahir", "2009-01-01", true)]
    [InlineData("tanggal-lahir", "2008-01-01", false)]
    [InlineData("usia", "17", true)]
    [InlineData("usia", "18", false)]
    [InlineData("kelompok-usia", "13-17", true)]
    [InlineData("kelompok-usia", "18-24", false)]
    [InlineData("pekerjaan", "Pelajar", null)]
    public void IsChild_WhatIsKnown_AgeAtTheEventCounts(string field, string value, bool? expected) =>
        Assert.Equal(expected, CaseAge.IsChild(new BlockValues { [field] = value }, Day("2026-11-22")));

    [Fact]
    public void IsChild_GrownUpSinceTheEvent_StillAChildOfThisCase() =>
        Assert.True(CaseAge.IsChild(new BlockValues { [CaseBlocks.BirthDate] = "2005-06-01" }, Day("2022-01-15")));

    [Theory]
    [InlineData(0, "0-5")]
    [InlineData(5, "0-5")]
    [InlineData(6, "6-12")]
    [InlineData(17, "13-17")]
    [InlineData(18, "18-24")]
    [InlineData(59, "45-59")]
    [InlineData(60, "60")]
    [InlineData(104, "60")]
    public void Band_Age_CodeOfTheList(int age, string expected) => Assert.Equal(expected, CaseAge.Band(age));

    private static DateOnly Day(string text) => BlockValues.ReadDate(text)!.Value;
}
