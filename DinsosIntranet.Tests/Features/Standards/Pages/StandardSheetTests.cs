using Bunit;
using DinsosIntranet.Features.Standards.Domain;
using DinsosIntranet.Features.Standards.Pages;

namespace DinsosIntranet.Tests.Features.Standards.Pages;

public class StandardSheetTests : BunitContext
{
    private const string ClosedNotice = "Penerimaan permohonan untuk layanan ini belum dibuka di aplikasi.";

    public static TheoryData<string> Codes => StandardFixtures.Codes;

    [Theory]
    [MemberData(nameof(Codes))]
    public void Render_RealStandard_ShowsEverySentence(string code)
    {
        var standard = StandardFixtures.Catalog.Standard(code);
        var complaints = standard.Complaints;

        var text = Show(standard).Find("article").TextContent;

        string[] sentences =
        [
            standard.Title, standard.Agency, standard.Regency, standard.Fee, standard.Promise.Published, complaints.Address, complaints.Phone,
            .. standard.Products, .. standard.Requirements.Select(r => r.Text), .. standard.Steps.Select(s => s.Title),
            .. complaints.Channels.Select(c => c.Text), .. complaints.Flow, .. complaints.Limits.Select(l => l.Name), .. standard.Endings.Select(e => e.Name),
        ];
        Assert.All(sentences, sentence => Assert.Contains(sentence, text));
        Assert.Equal(!standard.IntakeOpen, text.Contains(ClosedNotice));
        Assert.Equal(standard.Confidentiality == Confidentiality.Secret, text.Contains("Rahasia"));
    }

    [Fact]
    public void Render_InternalProcedure_SaysItIsNoPublishedService()
    {
        var text = Show(StandardFixtures.Small() with { IsInternal = true, IntakeOpen = false }).Find("article").TextContent;

        Assert.Contains("Prosedur internal, bukan standar layanan yang dipublikasikan", text);
        Assert.DoesNotContain(ClosedNotice, text);
    }

    [Theory]
    [MemberData(nameof(Codes))]
    public void Render_RealStandard_DrawsEachStepOnceWithItsDesk(string code)
    {
        var standard = StandardFixtures.Catalog.Standard(code);

        var steps = Show(standard).FindAll(".alur-langkah");

        Assert.Equal(standard.Steps.Select(s => s.Id).Count(), steps.Count);
        Assert.Equal(standard.Steps.Select(s => s.Number).Order(), steps.Select(s => s.QuerySelector(".alur-nomor")!.TextContent).Order());
        Assert.All(steps, s => Assert.DoesNotMatch("Meja: [a-z]", s.TextContent));
    }

    [Fact]
    public void Render_Branches_StandSideBySideInOneFork()
    {
        var fork = Show(StandardFixtures.Catalog.Standard("dtks")).Find(".alur-cabang");

        Assert.Equal(["Jika Tidak", "Jika Ya"], fork.QuerySelectorAll(".alur-jika").Select(b => b.TextContent));
        Assert.Contains("Kembalikan untuk diperbaiki: kembali ke langkah 7", fork.TextContent);
        Assert.Contains("Selesai: Tidak terdaftar, informasi pendaftaran diberikan", fork.TextContent);
    }

    [Fact]
    public void Render_BranchesThatMeet_JoinTheMainRow()
    {
        var sheet = Show(StandardFixtures.Catalog.Standard("korban-kbga"));

        Assert.All(sheet.FindAll(".alur-cabang > ul > li"), branch => Assert.Contains("Lanjut ke langkah 5", branch.TextContent));
        Assert.Equal("5", sheet.FindAll(".alur-langkah")[^1].QuerySelector(".alur-nomor")!.TextContent);
    }

    [Fact]
    public void Render_TwoPublishedChannels_EachWithHeadingRequirementsAndSteps()
    {
        var sheet = Show(StandardFixtures.Catalog.Standard("rehabilitasi-ktk"));

        Assert.Equal(["A. Melalui Media Tatap Muka", "B. Melalui Media Surat/ Media Elektronik"], sheet.FindAll("h4").Take(2).Select(h => h.TextContent));
        Assert.Equal(2, sheet.FindAll(".alur > section").Count);
        Assert.Contains("Di aplikasi: 30 menit kerja sampai 7 hari kalender, dihitung sejak berkas lengkap.", sheet.Markup);
        Assert.Contains("tetap di langkah ini", sheet.Markup);
    }

    [Fact]
    public void Render_Repatriation_SaysWhereThePromiseEnds() => Assert.Contains(
        "Di aplikasi: 60 menit kerja, dihitung sejak berkas lengkap sampai langkah 7 selesai.",
        Show(StandardFixtures.Catalog.Standard("pemulangan")).Markup);

    [Fact]
    public void Render_Information_ShowsTheLegalLimitBesideThePromise()
    {
        var text = Show(StandardFixtures.Catalog.Standard("informasi")).Find("article").TextContent;

        Assert.Contains("Pemberitahuan tertulis paling lama 10 hari kerja, dapat diperpanjang satu kali 7 hari kerja dengan alasan tertulis", text);
        Assert.Contains("dihitung sejak permohonan diterima, tidak pernah dijeda.", text);
    }

    private IRenderedComponent<StandardSheet> Show(ServiceStandard standard) =>
        Render<StandardSheet>(p => p.Add(s => s.Standard, standard).Add(s => s.Desks, StandardFixtures.Catalog.Desks));
}
