using DinsosIntranet.Features.VictimCases.Domain;

namespace DinsosIntranet.Tests.Features.VictimCases.Domain;

public sealed class RetentionRulesTests
{
    private static readonly RetentionItem Item = new("KBGA", "korban-kbga", "Berkas kasus", 2, 8, "Dianonimkan", "UU 43/2009", NeedsApprovalLetter: true);
    private static readonly DateOnly Today = new(2026, 11, 23);

    [Theory]
    [InlineData("2016-01-02", null, "2026-12-31")]
    [InlineData("2015-12-30", null, "2025-12-31")]
    [InlineData("2015-12-30", "2014-05-01", "2025-12-31")]
    [InlineData("2015-12-30", "2029-03-15", "2039-12-31")]
    public void Term_AfterClosingOrComingOfAge_EndsWithItsYear(string closed, string? adult, string end) =>
        Assert.Equal(DateOnly.Parse(end), RetentionRules.Term(Item, DateOnly.Parse(closed), adult is null ? null : DateOnly.Parse(adult)).EndsOn);

    [Fact]
    public void ClosedBefore_TheDayAfter_IsNotOver()
    {
        var before = RetentionRules.ClosedBefore(Item, Today);

        Assert.True(RetentionRules.Term(Item, before.AddDays(-1), null).IsOver(Today));
        Assert.False(RetentionRules.Term(Item, before, null).IsOver(Today));
    }

    [Theory]
    [InlineData(CaseBlocks.BirthDate, "2011-03-15", "2029-03-15")]
    [InlineData(CaseBlocks.Age, "15", "2029-11-10")]
    [InlineData(CaseBlocks.AgeBand, "6-12", "2038-11-10")]
    [InlineData(CaseBlocks.AgeBand, "25-44", null)]
    [InlineData(CaseBlocks.BirthDate, "1980-03-15", null)]
    public void AdultOn_HoweverTheAgeIsKnown_TheDayTheChildTurns18(string field, string value, string? expected)
    {
        var victim = new BlockValues { [field] = value };

        Assert.Equal(expected is null ? null : DateOnly.Parse(expected), RetentionRules.AdultOn([victim], new DateOnly(2026, 11, 10), Today));
    }

    [Fact]
    public void AdultOn_TwoChildren_TheYoungerCounts() => Assert.Equal(
        new DateOnly(2036, 1, 1),
        RetentionRules.AdultOn([new BlockValues { [CaseBlocks.BirthDate] = "2010-01-01" }, new BlockValues { [CaseBlocks.BirthDate] = "2018-01-01" }], new DateOnly(2026, 11, 10), Today));

    [Fact]
    public void WhyNot_EachFact_StopsByItself()
    {
        var over = new RetentionTerm(new DateOnly(2012, 12, 31), new DateOnly(2020, 12, 31));
        var facts = new RetentionFacts(IsClosed: true, IsErased: false, over, IsHeld: false, IsProposed: false);

        Assert.Null(RetentionRules.WhyNot(facts, Today));
        Assert.NotNull(RetentionRules.WhyNot(facts with { IsClosed = false }, Today));
        Assert.NotNull(RetentionRules.WhyNot(facts with { IsErased = true }, Today));
        Assert.Equal(RetentionRules.Held, RetentionRules.WhyNot(facts with { IsHeld = true }, Today));
        Assert.NotNull(RetentionRules.WhyNot(facts with { Term = null }, Today));
        Assert.NotNull(RetentionRules.WhyNot(facts with { Term = over with { EndsOn = Today } }, Today));
        Assert.NotNull(RetentionRules.WhyNot(facts with { IsProposed = true }, Today));
    }

    [Fact]
    public void Kept_SensitiveOrTypedInWords_IsAFault()
    {
        Assert.Equal(
            ["B1 nama cannot be kept", "B1 pekerjaan cannot be kept", "A3 wilayah cannot be kept", "X1 ada cannot be kept"],
            CaseRemains.Faults([new KeptFields("B1", ["kelamin", "nama", "pekerjaan"]), new KeptFields("A3", ["wilayah"]), new KeptFields("X1", ["ada"])]));
    }

    [Fact]
    public void Remains_OfAVictim_AgeInsteadOfBirthDate()
    {
        var victim = new FilledBlock(Guid.NewGuid(), CaseBlocks.Victim, 1, null, new BlockValues { [CaseBlocks.BirthDate] = "2011-03-15", [CaseBlocks.Name] = "Melati", ["kelamin"] = "P" });

        var kept = CaseRemains.Of(victim, [new KeptFields("B1", ["kelamin", CaseBlocks.Age, CaseBlocks.AgeBand])], new DateOnly(2026, 11, 10));

        Assert.Equal(new Dictionary<string, string> { ["kelamin"] = "P", [CaseBlocks.Age] = "15", [CaseBlocks.AgeBand] = "13-17" }, kept.All.ToDictionary());
    }
}
