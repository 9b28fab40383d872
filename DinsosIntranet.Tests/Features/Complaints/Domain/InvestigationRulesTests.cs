using DinsosIntranet.Features.Complaints.Domain;

namespace DinsosIntranet.Tests.Features.Complaints.Domain;

/// <summary>What must be said at each step of an examination.</summary>
public sealed class InvestigationRulesTests
{
    private static readonly DateOnly Today = new(2026, 11, 23);
    private static readonly AnswerWay Phone = new("telepon", "Telepon", AsksContact: true);

    [Fact]
    public void Log_Empty_NamesEachField() =>
        Assert.Equal(["Kind", "HappenedOn", "Place", "People", "Found"], InvestigationRules.Check(new LogInput(), Today, Today).Select(r => r.Field));

    [Theory]
    [InlineData(24, "Tanggal kegiatan belum tiba.")]
    [InlineData(19, "Tanggal kegiatan sebelum pengaduan diterima.")]
    public void Log_DayThatCannotBe_Refused(int day, string message)
    {
        var input = new LogInput { Kind = LogKind.Meeting, HappenedOn = new DateOnly(2026, 11, day), Place = "Kantor", People = "Tim", Found = "Membagi tugas" };

        Assert.Equal(message, Assert.Single(InvestigationRules.Check(input, new DateOnly(2026, 11, 20), Today)).Message);
    }

    [Fact]
    public void Finding_Empty_NamesEachField() => Assert.Equal(["Facts", "Verdict", "Recommendation"], InvestigationRules.Check(new FindingInput()).Select(r => r.Field));

    [Fact]
    public void Superior_Empty_NamesEachField() =>
        Assert.Equal(["Number", "DatedOn", "Facts", "Verdict", "Recommendation"], InvestigationRules.Check(new SuperiorDecision(), Today, Today).Select(r => r.Field));

    [Fact]
    public void Reply_Empty_NamesEachField() => Assert.Equal(["Text", "Way"], InvestigationRules.Check(new ReplyInput(), [Phone]).Select(r => r.Field));

    [Fact]
    public void Convey_Empty_AsksDayAndProof() => Assert.Equal(["On", "Proof"], InvestigationRules.Check(new ConveyInput(), Phone, Today, Today).Select(r => r.Field));

    [Fact]
    public void Convey_CannotBeReached_AsksNoProof() =>
        Assert.Empty(InvestigationRules.Check(new ConveyInput { On = Today }, Phone with { IsNone = true }, Today, Today));

    [Theory]
    [InlineData(22)]
    [InlineData(24)]
    public void Convey_BeforePreparedOrInFuture_Refused(int day) =>
        Assert.Equal("On", Assert.Single(InvestigationRules.Check(new ConveyInput { On = new DateOnly(2026, 11, day), Proof = "resi" }, Phone, Today, Today)).Field);

    [Theory]
    [InlineData(7, "Reaction")]
    [InlineData(8, null)]
    public void Response_Silence_CountsFromItsDayOn(int day, string? field) =>
        Assert.Equal(field, InvestigationRules.Check(new ResponseInput { Reaction = Reaction.None }, 1, new DateOnly(2026, 12, 8), new DateOnly(2026, 12, day)).Select(r => r.Field).FirstOrDefault());

    [Fact]
    public void Response_Unsatisfied_AsksWordsAndWhatThen() =>
        Assert.Equal(["Words", "AnswerAgain"], InvestigationRules.Check(new ResponseInput { Reaction = Reaction.Unsatisfied }, 1, Today, Today).Select(r => r.Field));

    [Theory]
    [InlineData(1, true, null)]
    [InlineData(2, true, "AnswerAgain")]
    [InlineData(2, false, "ClosingReason")]
    public void Response_UnsatisfiedAgain_OnlyClosedWithReason(int answers, bool again, string? field) =>
        Assert.Equal(field, InvestigationRules.Check(new ResponseInput { Reaction = Reaction.Unsatisfied, Words = "Belum.", AnswerAgain = again }, answers, Today, Today).Select(r => r.Field).FirstOrDefault());

    [Fact]
    public void Response_Nothing_AsksForIt() => Assert.Equal("Reaction", Assert.Single(InvestigationRules.Check(new ResponseInput(), 1, Today, Today)).Field);
}
