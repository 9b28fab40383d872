using DinsosIntranet.Features.VictimCases;
using DinsosIntranet.Features.VictimCases.Domain;
using DinsosIntranet.Tests.Support;

namespace DinsosIntranet.Tests.Features.VictimCases.Domain;

public sealed class ReferralRulesTests
{
    private static readonly DateOnly Today = new(2026, 11, 23);

    private static readonly CaseReference Reference = CaseReference.Load(Path.Combine(RepositoryRoot.Path, "data"), () => []);

    [Fact]
    public void WhyNotSend_ConsentHolds_Nothing() => Assert.Empty(ReferralRules.WhyNotSend(Referral(), Today));

    [Theory]
    [InlineData(ReferralRules.Consented, "tidak")]
    [InlineData(ReferralRules.Consented, "")]
    [InlineData(ReferralRules.ConsentName, "")]
    [InlineData(ReferralRules.ConsentUntil, "")]
    [InlineData(ReferralRules.ConsentUntil, "2026-11-22")]
    [InlineData(ReferralRules.ConsentOn, "2026-11-24")]
    [InlineData(ReferralRules.Opened, "")]
    [InlineData(ReferralRules.WithdrawnOn, "2026-11-23")]
    [InlineData(ReferralRules.AnswerBy, "")]
    public void WhyNotSend_ConsentLacksSomething_SaysSoBesideTheField(string field, string value)
    {
        var referral = Referral();
        referral[field] = value;

        Assert.Equal(field, Assert.Single(ReferralRules.WhyNotSend(referral, Today)).Field);
    }

    [Fact]
    public void WhyNotSend_OnTheLastDay_StillHolds()
    {
        var referral = Referral();
        referral[ReferralRules.ConsentUntil] = "2026-11-23";

        Assert.Empty(ReferralRules.WhyNotSend(referral, Today));
    }

    /// <summary>Every part alone: nothing but the fields it names is in the letter.</summary>
    [Fact]
    public void Sections_EachPartAlone_HoldsItsFieldsAndNoOther()
    {
        var blocks = Everything();
        foreach (var part in Reference.ReferralParts)
        {
            var sections = ReferralRules.Sections(Referral(part.Code), blocks, Reference.ReferralParts, (field, values) => $"{field.Code}={values[field.Code]}");

            var allowed = part.Sources.SelectMany(s => s.Fields).ToHashSet();
            var said = sections.SelectMany(s => s.Lines).Select(l => l.Text.Split('=')[0]).ToList();
            Assert.NotEmpty(said);
            Assert.All(said, code => Assert.Contains(code, allowed));
        }
    }

    [Fact]
    public void Sections_TwoVictims_OnlyTheReferredOne()
    {
        var blocks = Everything();
        var values = TestData.VictimValues();
        values[CaseBlocks.Name] = "Anggrek Kembang Sari";
        blocks.Add(new FilledBlock(Guid.CreateVersion7(), CaseBlocks.Victim, 2, null, BlockValues.From(values)));

        var text = string.Join('\n', ReferralRules.Sections(Referral("identitas"), blocks, Reference.ReferralParts, (f, v) => v[f.Code]).SelectMany(s => s.Lines).Select(l => l.Text));

        Assert.Contains(TestData.VictimName, text, StringComparison.Ordinal);
        Assert.DoesNotContain("Anggrek", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(ReferralState.Sent, ReferralState.Accepted, true)]
    [InlineData(ReferralState.Sent, ReferralState.Done, true)]
    [InlineData(ReferralState.Accepted, ReferralState.Done, true)]
    [InlineData(ReferralState.Accepted, ReferralState.Accepted, false)]
    [InlineData(ReferralState.Refused, ReferralState.Accepted, false)]
    [InlineData(ReferralState.Done, ReferralState.Sent, false)]
    public void MayBecome_EachStep_AsTheRecipientMayAnswer(ReferralState from, ReferralState to, bool expected) => Assert.Equal(expected, CaseReferral.MayBecome(from, to));

    private static BlockValues Referral(string opened = "kejadian") => BlockValues.From(TestData.ReferralValues(opened));

    private static List<FilledBlock> Everything()
    {
        var blocks = CaseBlocks.All.Select(b => new FilledBlock(Guid.CreateVersion7(), b.Code, 1, null, BlockValues.From(b.Fields.Select(f => KeyValuePair.Create(f.Code, f.Kind == FieldKind.Victims ? "1" : "isi " + f.Code))))).ToList();
        var victim = blocks.Find(b => b.Kind == CaseBlocks.Victim)!;
        victim.Values[CaseBlocks.Name] = TestData.VictimName;
        return blocks.ConvertAll(b => b.Kind == CaseBlocks.Violence ? b with { ParentId = victim.Id } : b);
    }
}
