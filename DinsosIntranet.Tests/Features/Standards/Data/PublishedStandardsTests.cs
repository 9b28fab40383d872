using DinsosIntranet.Features.Standards.Domain;

namespace DinsosIntranet.Tests.Features.Standards.Data;

/// <summary>Every sentence of the five publications is in the files: counted, and the telling ones word by word.</summary>
public class PublishedStandardsTests
{
    [Fact]
    public void Files_AreTheFivePublications() =>
        Assert.Equal(["dtks", "informasi", "korban-kbga", "pemulangan", "rehabilitasi-ktk"], StandardFixtures.Catalog.Standards.Where(s => !s.IsInternal).Select(s => s.Code));

    [Theory]
    [InlineData("pemulangan", 2, 1, 8, 1, 6, 4, 4)]
    [InlineData("rehabilitasi-ktk", 3, 2, 9, 1, 4, 0, 0)]
    [InlineData("informasi", 2, 1, 8, 1, 6, 4, 4)]
    [InlineData("korban-kbga", 5, 4, 5, 1, 8, 3, 0)]
    [InlineData("dtks", 2, 1, 9, 1, 6, 4, 4)]
    public void File_HasEverySentence(string code, int requirements, int channels, int steps, int products, int complaintChannels, int flow, int limits)
    {
        var standard = StandardFixtures.Catalog.Standard(code);
        var complaints = standard.Complaints;

        Assert.Equal(
            (requirements, channels, steps, products, complaintChannels, flow, limits),
            (standard.Requirements.Count, standard.Channels.Count, standard.Steps.Count, standard.Products.Count, complaints.Channels.Count, complaints.Flow.Count, complaints.Limits.Count));
        Assert.Equal("Tidak dipungut biaya", standard.Fee);
    }

    [Theory]
    [InlineData("pemulangan", "1 2 3 4 5 6 7 8")]
    [InlineData("rehabilitasi-ktk", "A.1 A.2 A.3 A.4 A.5 B.1 B.2 B.3 B.4")]
    [InlineData("informasi", "1 2 3 4 5 6 7 8")]
    [InlineData("korban-kbga", "1 2 3 4 5")]
    [InlineData("dtks", "1 2 3 4 5 6 7 8 9")]
    public void File_StepsInPublishedOrder(string code, string numbers) =>
        Assert.Equal(numbers, string.Join(' ', StandardFixtures.Catalog.Standard(code).Steps.Select(s => s.Number)));

    [Theory]
    [InlineData("pemulangan", null, "60 menit kerja", "60 Menit", "7-tim-pengantar")]
    [InlineData("rehabilitasi-ktk", "30 menit kerja", "7 hari kalender", "7 Hari (Waktu penanganan 30 Menit - 7 Hari)", null)]
    [InlineData("informasi", null, "5 hari kerja", "5 Hari kerja", null)]
    [InlineData("korban-kbga", null, "tanpa batas waktu", "0 – Menyesuaikan Kebutuhan", null)]
    [InlineData("dtks", null, "15 menit kerja", "15 Menit", null)]
    public void File_PromiseAsPublished(string code, string? least, string most, string published, string? until)
    {
        var promise = StandardFixtures.Catalog.Standard(code).Promise;

        Assert.Equal((least, most, published, until), (promise.Least?.Words, promise.Most.Words, promise.Published, promise.Until));
    }

    [Fact]
    public void Information_HasTheLegalLimitThatNeverPauses()
    {
        var limit = StandardFixtures.Catalog.Standard("informasi").LegalLimit;

        Assert.NotNull(limit);
        Assert.Equal((10, "hari-kerja", ClockStart.Received, false, 7), (limit.Amount, limit.Unit, limit.CountedFrom, limit.Pauses, limit.Extension?.Amount));
    }

    [Fact]
    public void OpenStandards_AreThoseWhosePanelsAreBuilt() =>
        Assert.Equal(["dtks", "informasi", "korban-kbga", "pemulangan", "pengaduan", "rehabilitasi-ktk"], StandardFixtures.Catalog.Standards.Where(s => s.IntakeOpen).Select(s => s.Code));

    [Fact]
    public void ServicesForVictims_AreSecret() => Assert.Equal(
        ["korban-kbga", "pemulangan", "rehabilitasi-ktk"],
        StandardFixtures.Catalog.Standards.Where(s => s.Confidentiality == Confidentiality.Secret).Select(s => s.Code));

    [Fact]
    public void Complaints_AreTheOnlyInternalOne_WithTheLimitsOfThePublications()
    {
        var complaints = Assert.Single(StandardFixtures.Catalog.Standards, s => s.IsInternal);

        Assert.Equal("pengaduan", complaints.Code);
        Assert.Equal(StandardFixtures.Catalog.Standard("dtks").Complaints.Limits, complaints.Complaints.Limits);
    }

    [Fact]
    public void Banjarnegara_HasTheOnlyDecree() =>
        Assert.Equal("041.7/127/DinsosPPPA/2023", Assert.Single(StandardFixtures.Catalog.Standards, s => s.Decree is not null).Decree);

    [Theory]
    [InlineData("pemulangan", "kabid-dayasos")]
    [InlineData("informasi", "sekretaris-dinas")]
    [InlineData("dtks", "kabid-linjamsos")]
    public void Disposition_ProposesThePublishedDesk(string code, string desk)
    {
        var standard = StandardFixtures.Catalog.Standard(code);
        var disposition = Assert.Single(standard.Steps, s => s.Action == StepActions.Dispose);

        Assert.Equal(desk, disposition.Proposal!.ToDesk);
        Assert.Equal(desk, standard.Step(disposition.MainOutcome.To).Desk);
    }
}
