using DinsosIntranet.Features.VictimCases.Domain;
using DinsosIntranet.Tests.Support;

namespace DinsosIntranet.Tests.Features.VictimCases.Domain;

/// <summary>What of a case is counted: codes, with consent, and the age at the event.</summary>
public sealed class CodedCaseTests
{
    [Theory]
    [InlineData("tidak")]
    [InlineData("")]
    public void Of_NoConsentToStatistics_Nothing(string answer)
    {
        var blocks = Filled();
        Block(blocks, CaseBlocks.Consent)[CaseBlocks.StatisticsConsent] = answer;

        Assert.Null(CodedCase.Of(blocks));
    }

    [Fact]
    public void Of_NobodyAsked_Nothing() => Assert.Null(CodedCase.Of([.. Filled().Where(b => b.Kind != CaseBlocks.Consent)]));

    [Fact]
    public void Of_FilledCase_CodesAndNothingElse()
    {
        var coded = CodedCase.Of(Filled())!;

        Assert.Equal(("rumah", "36.02.17"), (coded.Place, coded.District));
        Assert.Equal(["orang-tua"], coded.Relations);
        var victim = Assert.Single(coded.Victims);
        Assert.Equal(("P", "13-17"), (victim.Sex, victim.AgeBand));
        Assert.Equal([CodedCase.NoService], victim.Services);
        Assert.All(new[] { TestData.VictimName, TestData.VictimNik, "2011", "K-01" }, s => Assert.DoesNotContain(s, coded.ToJson(), StringComparison.Ordinal));
    }

    [Fact]
    public void Of_AccusedRelatedToTwoVictimsInTwoWays_BothAreCounted()
    {
        var blocks = Filled();
        Block(blocks, CaseBlocks.Accused)[CaseBlocks.Relation] = "suami-istri,orang-tua";

        Assert.Equal(["orang-tua", "suami-istri"], CodedCase.Of(blocks)!.Relations);
    }

    [Fact]
    public void Of_BirthdayBetweenEventAndToday_AgeAtTheEvent()
    {
        var blocks = Filled();
        Block(blocks, CaseBlocks.Victim)[CaseBlocks.BirthDate] = "2013-11-11";

        Assert.Equal("6-12", CodedCase.Of(blocks)!.Victims[0].AgeBand);
    }

    [Fact]
    public void Of_OnlyTheBandIsKnown_TheBand()
    {
        var blocks = Filled();
        Block(blocks, CaseBlocks.Victim)[CaseBlocks.BirthDate] = "";
        Block(blocks, CaseBlocks.Victim)[CaseBlocks.AgeBand] = "25-44";

        Assert.Equal("25-44", CodedCase.Of(blocks)!.Victims[0].AgeBand);
    }

    [Fact]
    public void Of_NoViolenceOfThisVictim_TheFormsToldOfTheEvent()
    {
        Assert.Equal(["fisik", "psikis"], CodedCase.Of([.. Filled().Where(b => b.Kind != CaseBlocks.Violence)])!.Victims[0].Violence);
    }

    [Fact]
    public void Of_ServicesOfOneVictim_CountOnceAndForThatVictimOnly()
    {
        var blocks = Filled();
        blocks.Add(new FilledBlock(Guid.CreateVersion7(), CaseBlocks.Victim, 2, null, BlockValues.From(TestData.VictimValues())));
        blocks.AddRange(Enumerable.Range(1, 2).Select(i => Service(i, "1")));

        Assert.Equal([["kesehatan"], [CodedCase.NoService]], CodedCase.Of(blocks)!.Victims.Select(v => v.Services));
        Assert.All(CodedCase.Of([.. blocks, Service(3, "")])!.Victims, v => Assert.Equal(["kesehatan"], v.Services));
    }

    [Fact]
    public void Of_NothingSaid_Unknown()
    {
        BlockValues consent = new() { [CaseBlocks.StatisticsConsent] = CaseBlocks.Yes };

        var coded = CodedCase.Of([new FilledBlock(Guid.CreateVersion7(), CaseBlocks.Consent, 1, null, consent)])!;

        Assert.Equal((CodedCase.Unknown, CodedCase.Unknown), (coded.Place, coded.District));
        Assert.Equal([CodedCase.Unknown], coded.Relations);
        Assert.Equal(coded.ToJson(), CodedCase.FromJson(coded.ToJson()).ToJson());
    }

    private static FilledBlock Service(int ordinal, string victims) =>
        new(Guid.CreateVersion7(), CaseBlocks.Service, ordinal, null, new BlockValues { [ReferralRules.Victims] = victims, [ServiceRules.Kind] = "kesehatan" });

    private static BlockValues Block(List<FilledBlock> blocks, string kind) => blocks.Find(b => b.Kind == kind)!.Values;

    private static List<FilledBlock> Filled()
    {
        var victim = Guid.CreateVersion7();
        return
        [
            .. TestData.ReportBlocks().Select(b => new FilledBlock(
                b.Kind == CaseBlocks.Victim ? victim : Guid.CreateVersion7(), b.Kind, 1, b.Kind == CaseBlocks.Violence ? victim : null, BlockValues.From(b.Values))),
        ];
    }
}
