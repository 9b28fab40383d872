using DinsosIntranet.Features.Complaints;
using DinsosIntranet.Features.Complaints.Domain;
using DinsosIntranet.Features.Standards;
using DinsosIntranet.Shared.Data;
using DinsosIntranet.Tests.Support;

namespace DinsosIntranet.Tests.Features.Complaints;

/// <summary>The files of <c>data/complaints</c> fit the procedure they belong to.</summary>
public sealed class ComplaintReferenceTests
{
    [Fact]
    public async Task Files_AndTheStandard_NameTheSameChannelsAndClasses()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        var reference = agency.Get<ComplaintReference>();
        var standard = (await agency.Get<StandardLibrary>().FindActiveAsync("pengaduan", new DateOnly(2026, 11, 23)))!.Standard;

        Assert.Equal(standard.Complaints.Limits.Select(l => l.Class), reference.Classes.Select(c => c.Code));
        Assert.Contains(reference.Classes, c => c.Code == reference.AnsweredAtOnce);
        Assert.All(reference.Channels, c => Assert.Contains(standard.Channels, s => s.Code == c.StandardChannel));
        Assert.All(reference.Ways.Where(w => w.OnlyChannel is not null), w => Assert.Contains(reference.Channels, c => c.Code == w.OnlyChannel));
        Assert.Equal(
            [("ringan", "5 hari kerja"), ("normatif", "5 hari kerja"), ("tidak-berkadar-pengawasan", "14 hari kerja"), ("berkadar-pengawasan", "60 hari kerja")],
            reference.Classes.Select(c => (c.Code, ComplaintWords.LimitOf(standard, c.Code)!.Text)));
        Assert.Single(reference.Classes, c => c.IsHeavy);
    }

    [Fact]
    public void Channels_CoverEveryWayThePublicationsName() => Assert.Superset(
        new HashSet<string> { "tatap-muka", "kotak", "telepon", "surat", "surel", "lapor", "situs", "media-sosial" },
        ComplaintReference.Load(RepositoryRoot.Data("")).Channels.Select(c => c.Code).ToHashSet());
}
