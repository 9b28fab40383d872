using DinsosIntranet.Features.Agenda.Domain;

namespace DinsosIntranet.Tests.Features.Agenda.Domain;

public sealed class LetterRulesTests
{
    private static readonly DateOnly Today = new(2026, 11, 23);

    [Fact]
    public void Check_Complete_Nothing() => Assert.Empty(LetterRules.Check(Input(), Today));

    [Fact]
    public void Check_WithoutNumberDateAndEnclosures_Nothing()
    {
        var input = Input();
        (input.Number, input.DatedOn, input.AttachmentCount) = (null, null, null);

        Assert.Empty(LetterRules.Check(input, Today));
    }

    [Theory]
    [InlineData(nameof(LetterInput.Sender))]
    [InlineData(nameof(LetterInput.Subject))]
    [InlineData(nameof(LetterInput.Number))]
    public void Check_TextTooLong_AtItsField(string field)
    {
        var input = Input();
        typeof(LetterInput).GetProperty(field)!.SetValue(input, new string('x', 501));

        Assert.Equal(field, Assert.Single(LetterRules.Check(input, Today)).Field);
    }

    [Fact]
    public void Check_Empty_SenderSubjectAndDayOfReceiptAsked() =>
        Assert.Equal([nameof(LetterInput.Sender), nameof(LetterInput.ReceivedOn), nameof(LetterInput.Subject)], LetterRules.Check(new LetterInput(), Today).Select(r => r.Field));

    [Theory]
    [InlineData("2026-11-24", "2026-11-23", nameof(LetterInput.DatedOn))]
    [InlineData("0001-01-01", "2026-11-23", nameof(LetterInput.DatedOn))]
    [InlineData("2026-11-20", "2026-11-24", nameof(LetterInput.ReceivedOn))]
    [InlineData("2026-11-20", "2026-11-19", nameof(LetterInput.ReceivedOn))]
    [InlineData("2026-11-20", "0001-01-01", nameof(LetterInput.ReceivedOn))]
    public void Check_DateThatCannotBe_AtItsField(string dated, string received, string field)
    {
        var input = Input();
        (input.DatedOn, input.ReceivedOn) = (DateOnly.Parse(dated, null), DateOnly.Parse(received, null));

        Assert.Contains(LetterRules.Check(input, Today), r => r.Field == field);
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(1000)]
    public void Check_EnclosuresBeyondReason_AtItsField(int count)
    {
        var input = Input();
        input.AttachmentCount = count;

        Assert.Equal(nameof(LetterInput.AttachmentCount), Assert.Single(LetterRules.Check(input, Today)).Field);
    }

    [Fact]
    public void Correct_TwoFields_OldWordsKeptAndSearchKnowsNoWordsOfARahasiaLetter()
    {
        var entry = Entry();
        var input = LetterInput.Of(entry.Letter!, entry.Urgency);
        (input.Subject, input.IsSecret) = ("Undangan sosialisasi", true);

        var changes = LetterRules.Correct(entry, input);

        Assert.Equal(["Hal: semula “Undangan rapat”, menjadi “Undangan sosialisasi”", "Sifat: semula Biasa, menjadi Biasa, rahasia"], changes);
        Assert.Equal("400 9 87 UM", entry.Letter!.SearchKey);
    }

    [Fact]
    public void Correct_NothingDiffers_Empty()
    {
        var entry = Entry();

        Assert.Empty(LetterRules.Correct(entry, LetterInput.Of(entry.Letter!, entry.Urgency)));
    }

    [Fact]
    public void Close_Twice_Throws()
    {
        var entry = Entry();
        entry.Close("Ratna", "Selesai", new DateTime(2026, 11, 23, 2, 0, 0, DateTimeKind.Utc));

        Assert.Throws<InvalidOperationException>(() => entry.Close("Ratna", "Selesai", new DateTime(2026, 11, 23, 3, 0, 0, DateTimeKind.Utc)));
    }

    private static LetterInput Input() => LetterInput.Of(Entry().Letter!, Urgency.Normal);

    private static AgendaEntry Entry() => new()
    {
        Id = Guid.CreateVersion7(),
        Letter = new IncomingLetter
        {
            Sender = "Sekretariat Daerah",
            Number = "400.9/87/Um",
            DatedOn = new DateOnly(2026, 11, 20),
            ReceivedOn = Today,
            Subject = "Undangan rapat",
            IsSecret = false,
            AttachmentCount = 1,
        },
        Number = 1,
        Year = 2026,
        At = new DateTime(2026, 11, 23, 2, 0, 0, DateTimeKind.Utc),
        Urgency = Urgency.Normal,
        ByUserId = Guid.CreateVersion7(),
    };
}
