using DinsosIntranet.Features.PublicInformation;
using DinsosIntranet.Features.PublicInformation.Domain;
using DinsosIntranet.Tests.Support;

namespace DinsosIntranet.Tests.Features.PublicInformation.Domain;

public sealed class DecisionRulesTests
{
    private static readonly InformationReference Reference = InformationReference.Load(RepositoryRoot.Data(""));

    [Theory]
    [InlineData(null, false, 0, "", "Decision")]
    [InlineData(InformationDecision.Granted, false, 0, "", "")]
    [InlineData(InformationDecision.Granted, false, 1, "", "Decision")]
    [InlineData(InformationDecision.Granted, true, 0, "", "Reason")]
    [InlineData(InformationDecision.Granted, true, 0, "rekap saja", "")]
    [InlineData(InformationDecision.GrantedInPart, true, 1, "", "Reason")]
    [InlineData(InformationDecision.GrantedInPart, false, 0, "", "Decision")]
    [InlineData(InformationDecision.Excluded, true, 1, "", "")]
    [InlineData(InformationDecision.Excluded, true, 0, "", "Decision")]
    [InlineData(InformationDecision.NotHeld, false, 0, "", "NotHeld")]
    public void Check_EachDecision_RefusedAtItsField(InformationDecision? decision, bool isFlagged, int tests, string reason, string field) =>
        Assert.Equal(field, string.Join(' ', DecisionRules.Check(new DecisionInput { Decision = decision, Reason = reason }, isFlagged, tests).Select(r => r.Field)));

    [Theory]
    [InlineData(NotHeldKind.NotHeld, "", "", "AvailableWhen")]
    [InlineData(NotHeldKind.NotDocumented, "", "Januari 2027", "")]
    [InlineData(NotHeldKind.HeldByOtherBody, "", "", "OtherBody")]
    [InlineData(NotHeldKind.HeldByOtherBody, "BPS", "", "")]
    public void Check_NotHeld_AsksWhoOrWhen(NotHeldKind kind, string body, string when, string field) => Assert.Equal(
        field,
        string.Join(' ', DecisionRules.Check(new DecisionInput { Decision = InformationDecision.NotHeld, NotHeld = kind, OtherBody = body, AvailableWhen = when }, isFlagged: true, 0).Select(r => r.Field)));

    [Fact]
    public void Test_Empty_AsksForEveryColumn() => Assert.Equal(
        ["Information", "Grounds", "IfOpened", "IfClosed", "Period"],
        new ExclusionTestInput().Check(Reference.GroundCodes, Reference.OtherLawCode).Select(r => r.Field));

    [Theory]
    [InlineData("j", "", "OtherLaw")]
    [InlineData("j", "Pasal 69 UU 12/2022", "")]
    [InlineData("z", "", "Grounds")]
    [InlineData("", "Pasal 69 UU 12/2022", "")]
    public void Test_Grounds_NeedTheLawTheyName(string ground, string law, string field) => Assert.Equal(
        field,
        string.Join(' ', (TestData.ExclusionTest() with { Grounds = ground.Length == 0 ? [] : [ground], OtherLaw = law }).Check(Reference.GroundCodes, Reference.OtherLawCode).Select(r => r.Field)));

    [Fact]
    public void Reference_Grounds_AreAToJ() => Assert.Equal("abcdefghij", string.Concat(Reference.Grounds.Select(g => g.Code)));
}
