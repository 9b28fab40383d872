using System.Text;
using System.Xml.Linq;
using DinsosIntranet.Features.Dtks.Documents;
using DinsosIntranet.Features.Letters;
using DinsosIntranet.Features.Letters.Domain;
using DinsosIntranet.Features.Letters.Toolkit;
using DinsosIntranet.Shared.Data;
using DinsosIntranet.Tests.Support;

namespace DinsosIntranet.Tests.Features.Letters;

public sealed class PrintRegisterTests
{
    private static readonly PrintFilter All = new(null, null, null, null, null, null);
    private static readonly DateOnly Monday = new(2026, 11, 23);

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Open_PrintedAndDownloaded_CopiesCountedInTheRegisterAndThePaperUnchanged(DatabaseProvider provider)
    {
        await using var agency = await TestAgency.StartAsync(provider);
        var letter = await agency.Data.IssuedAsync();
        var papers = agency.Get<LetterPapers>();

        var first = (await papers.OpenAsync(letter.Id, PrintWay.Printed, await agency.ActAsync("nani"))).Value;
        agency.Time.Advance(TimeSpan.FromMinutes(1));
        var second = (await papers.OpenAsync(letter.Id, PrintWay.Downloaded, await agency.ActAsync("dedi"))).Value;

        Assert.Equal(first.Content, second.Content);
        var page = await agency.Get<LetterQueries>().PrintsAsync(All with { LetterId = letter.Id }, 1, await agency.ActorAsync("dedi"));
        Assert.Equal(
            [("Dedi Supriatna", PrintWay.Downloaded, 2, letter.Number), ("Nani Rohaeni", PrintWay.Printed, 1, letter.Number)],
            page.Rows.Select(r => (r.ByName, r.Way, r.Copy!.Value, r.Number)));
        Assert.Equal(2, (await agency.Get<LetterQueries>().FindAsync(letter.Id, await agency.ActorAsync("nani"), Monday))!.Copies);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Preview_Draft_InTheRegisterWithoutCopy(DatabaseProvider provider)
    {
        await using var agency = await TestAgency.StartAsync(provider);
        var letter = await agency.Data.LetterToSignAsync();

        await agency.Get<LetterPapers>().PreviewAsync(letter.Id, await agency.ActAsync("asep"));
        await agency.Get<LetterPapers>().PreviewAsync(letter.Id, await agency.ActAsync("asep"));

        var view = (await agency.Get<LetterQueries>().FindAsync(letter.Id, await agency.ActorAsync("asep"), Monday))!;
        Assert.Equal((0, 2), (view.Copies, view.PrintTotal));
        Assert.All(view.Prints, p => Assert.Equal((PrintWay.Previewed, (int?)null), (p.Way, p.Copy)));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Prints_EachFilter_Narrows(DatabaseProvider provider)
    {
        await using var agency = await TestAgency.StartAsync(provider);
        var letter = await agency.Data.IssuedAsync();
        await agency.Get<LetterPapers>().OpenAsync(letter.Id, PrintWay.Printed, await agency.ActAsync("nani"));
        agency.Time.Advance(TimeSpan.FromDays(1));
        await agency.Get<LetterPapers>().OpenAsync(letter.Id, PrintWay.Downloaded, await agency.ActAsync("dedi"));
        var queries = agency.Get<LetterQueries>();
        var viewer = await agency.ActorAsync("dedi");
        var noon = agency.Time.Now.AddHours(-12);

        Assert.Equal(2, (await queries.PrintsAsync(All, 1, viewer)).Total);
        foreach (var filter in (PrintFilter[])[
            All with { Way = PrintWay.Downloaded },
            All with { ByUserId = agency.UserId("dedi") },
            All with { From = noon },
            All with { Until = noon }])
        {
            Assert.Equal(1, (await queries.PrintsAsync(filter, 1, viewer)).Total);
        }

        Assert.Equal(0, (await queries.PrintsAsync(All with { Kind = LetterKinds.DispositionSheet }, 1, viewer)).Total);
        Assert.Equal(0, (await queries.PrintsAsync(All, 1, await agency.ActorAsync("admin"))).Total);
        var (kinds, people) = await queries.PrintChoicesAsync();
        Assert.Equal(LetterKinds.DtksCertificate, Assert.Single(kinds));
        Assert.Equal(["Dedi Supriatna", "Nani Rohaeni"], people.Select(p => p.Name));
    }

    [Fact]
    public async Task Find_AdministratorOrMissing_Null()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        var letter = await agency.Data.IssuedAsync();

        Assert.Null(await agency.Get<LetterQueries>().FindAsync(letter.Id, await agency.ActorAsync("admin"), Monday));
        Assert.Null(await agency.Get<LetterQueries>().FindAsync(Guid.NewGuid(), await agency.ActorAsync("nani"), Monday));
    }

    /// <summary>The picture is read back from the PDF: what it shows is what will be signed.</summary>
    [Fact]
    public async Task Picture_Draft_ShowsTheWordsOfThePaper()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        var letter = await agency.Data.LetterToSignAsync();

        var picture = (await agency.Get<LetterPapers>().PictureAsync(letter.Id, await agency.ActAsync("asep"))).Value;

        Assert.Equal(("image/svg+xml", $"konsep-{letter.Kind}.svg"), (picture.ContentType, picture.FileName));
        var words = string.Join(' ', XDocument.Parse(Encoding.UTF8.GetString(picture.Content)).Descendants().Where(e => e.Name.LocalName == "text").Select(e => e.Value)).Replace('\u00A0', ' ');
        Assert.Contains("KONSEP", words, StringComparison.Ordinal);
        Assert.Contains("SURAT KETERANGAN TERDAFTAR DTSEN", words, StringComparison.Ordinal);
        Assert.Contains("Siti Aminah", words, StringComparison.Ordinal);
        Assert.DoesNotContain("\uFFFD", words, StringComparison.Ordinal);
    }

    /// <summary>The agency's own emblem is part of the paper, so it is part of the picture.</summary>
    [Fact]
    public void Picture_PaperWithEmblem_ShowsIt()
    {
        var logo = Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==");
        var paper = DtksCertificateDocument.Render(PaperSamples.Certificate, PaperSamples.Head() with { LogoPng = logo });

        var image = XDocument.Parse(Encoding.UTF8.GetString(PagePicture.Draw(paper))).Descendants().Single(e => e.Name.LocalName == "image");

        Assert.StartsWith("data:image/", image.Attribute("href")!.Value, StringComparison.Ordinal);
    }
}
