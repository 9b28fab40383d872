using DinsosIntranet.Features.VictimCases.Domain;

namespace DinsosIntranet.Tests.Features.VictimCases.Domain;

public sealed class ClosureRulesTests
{
    private static readonly string[] Checks = ["aman", "kembali"];

    [Fact]
    public void Missing_LastVisitAndNothingOpen_Nothing() => Assert.Empty(ClosureRules.Missing(new ClosureFacts(true, true, 0, 0, false, false)));

    [Theory]
    [InlineData(false, 0, 0, false, false)]
    [InlineData(true, 1, 0, false, false)]
    [InlineData(true, 0, 1, false, false)]
    [InlineData(true, 0, 0, true, false)]
    public void Missing_OneThingOpen_Named(bool hasVisit, int referrals, int hearings, bool hasAssessment, bool isApproved) =>
        Assert.Single(ClosureRules.Missing(new ClosureFacts(true, hasVisit, referrals, hearings, hasAssessment, isApproved)));

    [Fact]
    public void Missing_StandardWithoutMonitoring_NoVisitAskedFor() => Assert.Empty(ClosureRules.Missing(new ClosureFacts(false, false, 0, 0, false, false)));

    [Fact]
    public void Check_EverythingThere_Nothing() => Assert.Empty(Check(Filled()));

    [Theory]
    [InlineData(ClosureRules.Reason, "bosan")]
    [InlineData(ClosureRules.Feedback, "")]
    public void Check_OneThingWrong_BesideItsField(string field, string value)
    {
        var closure = Filled();
        closure[field] = value;

        Assert.Equal(field, Assert.Single(Check(closure)).Field);
    }

    [Fact]
    public void Check_NotAllTicked_AsksWhy()
    {
        var closure = Filled();
        closure[ClosureRules.Checks] = "aman";
        Assert.Equal(ClosureRules.NotMet, Assert.Single(Check(closure)).Field);

        closure[ClosureRules.NotMet] = "pindah daerah";
        Assert.Empty(Check(closure));
    }

    [Fact]
    public void Check_VictimSaysNothing_IsTheirRight()
    {
        var closure = Filled();
        (closure[ClosureRules.Feedback], closure[ClosureRules.FeedbackDeclined]) = ("", CaseBlocks.Yes);

        Assert.Empty(Check(closure));
    }

    private static IReadOnlyList<DinsosIntranet.Shared.Acting.Refusal> Check(BlockValues closure) => ClosureRules.Check(closure, r => r == "tujuan-tercapai", Checks);

    private static BlockValues Filled() => new() { [ClosureRules.Reason] = "tujuan-tercapai", [ClosureRules.Checks] = "aman,kembali", [ClosureRules.Feedback] = "Sudah tenang" };
}
