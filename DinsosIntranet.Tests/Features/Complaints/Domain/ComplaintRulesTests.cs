using DinsosIntranet.Features.Complaints;
using DinsosIntranet.Features.Complaints.Domain;
using DinsosIntranet.Tests.Support;

namespace DinsosIntranet.Tests.Features.Complaints.Domain;

public sealed class ComplaintRulesTests
{
    private static readonly DateOnly Today = new(2026, 11, 23);

    private static readonly ComplaintReference Reference = ComplaintReference.Load(RepositoryRoot.Data(""));

    [Fact]
    public void Check_Empty_EveryFieldThatMustBeFilledIsNamed() =>
        Assert.Equal(["Channel", "ReceivedOn", "Anonymity", "AnswerWay", "Description"], Fields(new ComplaintInput()));

    [Fact]
    public void Check_Named_NeedsNameAndAddress() =>
        Assert.Equal(["Name", "Address"], Fields(Good() with { Name = "", Address = " " }));

    [Fact]
    public void Check_Anonymous_NeedsNeither() =>
        Assert.Empty(Fields(Good() with { Anonymity = Anonymity.Anonymous, Name = "", Address = "", AnswerWay = "tanpa-jawaban" }));

    [Theory]
    [InlineData("", false)]
    [InlineData("1234", false)]
    [InlineData("#10293847", true)]
    [InlineData("1234567890123", false)]
    public void Check_Lapor_NeedsItsTicket(string ticket, bool isRight) =>
        Assert.Equal(isRight ? [] : ["Ticket"], Fields(Good() with { Channel = "lapor", AnswerWay = "lapor", Ticket = ticket }));

    [Theory]
    [InlineData("2026-11-24", false)]
    [InlineData("2026-11-23", true)]
    [InlineData("2025-11-23", true)]
    [InlineData("2025-11-22", false)]
    public void Check_Day_NotAheadAndNotLongAgo(string day, bool isRight) =>
        Assert.Equal(isRight ? [] : ["ReceivedOn"], Fields(Good() with { ReceivedOn = DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture) }));

    [Theory]
    [InlineData("360299", false)]
    [InlineData("3602990101900001", true)]
    [InlineData("3602 9901 0190 0001", true)]
    public void Check_Nik_SixteenDigitsWhereGiven(string nik, bool isRight) => Assert.Equal(isRight ? [] : ["Nik"], Fields(Good() with { Nik = nik }));

    [Fact]
    public void Check_AnswerWay_OfAnotherChannelRefused() => Assert.Equal(["AnswerWay"], Fields(Good() with { AnswerWay = "lapor" }));

    [Fact]
    public void Check_AnonymousByPhone_NeedsANumberToCall() =>
        Assert.Equal(["AnswerTo"], Fields(Good() with { Anonymity = Anonymity.Anonymous, AnswerWay = "telepon" }));

    [Fact]
    public void Check_ByLetter_AddressIsEnough() => Assert.Empty(Fields(Good() with { AnswerWay = "surat", Contact = "" }));

    [Fact]
    public void Check_TooLong_EachFieldNamed() => Assert.Equal(
        ["Description", "EventWhen", "EventPlace", "Loss", "Demand", "OtherAccused"],
        Fields(Good() with
        {
            Description = new string('a', Complaint.DescriptionMaxLength + 1),
            EventWhen = new string('a', Complaint.WhenMaxLength + 1),
            EventPlace = new string('a', Complaint.PlaceMaxLength + 1),
            Loss = new string('a', Complaint.LossMaxLength + 1),
            Demand = new string('a', Complaint.DemandMaxLength + 1),
            OtherAccused = new string('a', Complaint.OthersMaxLength + 1),
        }));

    [Fact]
    public void Check_Answered_NeedsWhoWhatAndHowItWasTaken() =>
        Assert.Equal(["AnswerById", "AnswerText", "AnswerReaction"], Fields(Good() with { IsAnswered = true }));

    [Fact]
    public void Check_AnsweredByTheAccused_Refused()
    {
        var by = Guid.CreateVersion7();

        Assert.Equal(["AnswerById"], Fields(Good() with { IsAnswered = true, Accused = [by], Answer = new AtOnceAnswer { ById = by, Text = "Sudah.", Reaction = Reaction.Accepted } }));
    }

    [Fact]
    public void Check_AnsweredByLetterAtOnce_Refused()
    {
        var answer = new AtOnceAnswer { ById = Guid.CreateVersion7(), Text = "Sudah.", Reaction = Reaction.Accepted };

        Assert.Equal(["Answer"], Fields(Good() with { Channel = "kotak", IsAnswered = true, Answer = answer }));
    }

    private static IEnumerable<string?> Fields(ComplaintInput input) => Reference.Rules(Today).Check(input).Select(r => r.Field);

    private static ComplaintInput Good() => new()
    {
        Channel = "tatap-muka",
        ReceivedOn = Today,
        Anonymity = Anonymity.Open,
        Name = "Siti Aminah",
        Address = "Kp. Cikulur",
        Contact = "081200000001",
        AnswerWay = "telepon",
        Description = "Antrean lama.",
    };
}
