using DinsosIntranet.Features.Standards.Domain;

namespace DinsosIntranet.Tests.Features.Standards.Domain;

public sealed class StandardComparisonTests
{
    private static readonly ServiceStandard Small = StandardFixtures.Small();

    [Fact]
    public void Of_Same_Nothing() => Assert.Empty(Compare(Small with { Version = 2 }));

    [Fact]
    public void Of_PromiseAndFee_BothSidesInWords()
    {
        var group = Assert.Single(Compare(Small with { Fee = "Rp10.000", Promise = Small.Promise with { Most = new PublishedTime("menit-kerja", 30), Published = "30 Menit" } }));

        Assert.Equal("Janji waktu dan biaya", group.Title);
        Assert.Equal(
            [
                new Difference(DifferenceKind.Changed, "Waktu penyelesaian (seperti diterbitkan)", "15 Menit", "30 Menit"),
                new Difference(DifferenceKind.Changed, "Waktu penyelesaian di aplikasi", "15 menit kerja, dihitung sejak berkas lengkap", "30 menit kerja, dihitung sejak berkas lengkap"),
                new Difference(DifferenceKind.Changed, "Biaya atau tarif", "Gratis", "Rp10.000"),
            ],
            group.Differences);
    }

    [Fact]
    public void Of_Requirement_AddedRemovedChanged()
    {
        var after = Small with
        {
            Requirements = [new StandardRequirement("kk", "1", "Kartu Keluarga", Mandatory: true)],
            Channels = [Small.Channels[0] with { Requirements = ["kk"] }],
        };
        var differences = Group(after, "Persyaratan").Differences;

        Assert.Equal([(DifferenceKind.Removed, "1. KTP (wajib)", null), (DifferenceKind.Added, null, "1. Kartu Keluarga (wajib)")], differences.Select(d => (d.Kind, d.Before, d.After)));
        Assert.Equal(("1. KTP (wajib)", "1. KTP (tidak wajib) Catatan: asli"), Sides(Small with { Requirements = [Small.Requirements[0] with { Mandatory = false, Note = "asli" }] }, "Persyaratan"));
    }

    [Fact]
    public void Of_StepMovedToAnotherDesk_NamesTheDesks()
    {
        var difference = Assert.Single(Group(Small.WithStep("periksa", s => s with { Desk = "kepala" }), "Langkah").Differences);

        Assert.Equal(new Difference(DifferenceKind.Changed, "Langkah 3: meja", "Meja staf", "Meja kepala"), difference);
    }

    [Fact]
    public void Of_StepGone_WholeStepAndItsOutcome()
    {
        var after = Small.WithOutcomes("periksa", new StepOutcome("tidak", "Catat tidak", "dirujuk", Branch.No), new StepOutcome("ya", "Catat ya", "tanda-tangan", Branch.Yes)) with
        {
            Steps = [.. Small.WithOutcomes("periksa", new StepOutcome("tidak", "Catat tidak", "dirujuk", Branch.No), new StepOutcome("ya", "Catat ya", "tanda-tangan", Branch.Yes)).Steps.Where(s => s.Id != "rujuk")],
        };

        Assert.Equal(new Difference(DifferenceKind.Removed, "Langkah 4", "4. Jika Tidak, dirujuk (meja Meja staf, Rujuk)", null), Assert.Single(Group(after, "Langkah").Differences));
        Assert.Contains(
            new Difference(DifferenceKind.Changed, "Langkah 3, hasil \"Catat tidak\"", "Jika Tidak, Catat tidak: ke langkah 4", "Jika Tidak, Catat tidak: selesai di akhir \"Dirujuk\""),
            Group(after, "Hasil langkah").Differences);
    }

    [Fact]
    public void Of_MadeInternal_Said() =>
        Assert.Equal(new Difference(DifferenceKind.Changed, "Jenis", "Layanan publik", "Prosedur internal"), Assert.Single(Group(Small with { IsInternal = true }, "Nama dan penerimaan").Differences));

    [Fact]
    public void Of_OrderOfSteps_Said()
    {
        var steps = Small.Steps.ToList();
        (steps[3], steps[4]) = (steps[4], steps[3]);

        Assert.Equal("Urutan langkah", Assert.Single(Group(Small with { Steps = steps }, "Langkah").Differences).What);
    }

    [Fact]
    public void Of_TextsOfEveryPart_NothingStaysUnsaid()
    {
        var after = Small with
        {
            Title = "Lain",
            Decree = "460/1",
            IntakeOpen = false,
            Unit = "dayasos",
            Products = ["Rekomendasi"],
            Channels = [Small.Channels[0] with { Name = "Loket" }],
            Endings = [Small.Endings[0] with { Name = "Selesai benar" }, Small.Endings[1]],
            Complaints = Small.Complaints with { Phone = "112", Note = "Rahasia pelapor dijaga", Flow = ["Ditelaah"], Limits = [Small.Complaints.Limits[0] with { Days = 14 }] },
            LegalLimit = new LegalLimit("Pemberitahuan", 10, "hari-kerja", ClockStart.Received, Pauses: false, "UU"),
        };

        var groups = Compare(after);

        Assert.Equal(["Nama dan penerimaan", "Janji waktu dan biaya", "Produk", "Saluran", "Hasil langkah", "Akhir permohonan", "Pengaduan"], groups.Select(g => g.Title));
        Assert.Equal(["Judul", "Unit penanggung jawab", "Nomor SK", "Penerimaan permohonan"], groups[0].Differences.Select(d => d.What));
        Assert.Equal(DifferenceKind.Added, Assert.Single(groups[1].Differences).Kind);
        Assert.Equal(5, groups[^1].Differences.Count);
    }

    private static IReadOnlyList<DifferenceGroup> Compare(ServiceStandard after) => StandardComparison.Of(Small, after, code => "Meja " + code, code => "Unit " + code);

    private static DifferenceGroup Group(ServiceStandard after, string title) => Assert.Single(Compare(after), g => g.Title == title);

    private static (string? Before, string? After) Sides(ServiceStandard after, string title)
    {
        var difference = Assert.Single(Group(after, title).Differences);
        return (difference.Before, difference.After);
    }
}
