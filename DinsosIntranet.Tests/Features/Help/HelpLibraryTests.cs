using System.Text.RegularExpressions;
using Bunit;
using DinsosIntranet.Features.Help;
using DinsosIntranet.Features.Help.Pages;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Tests.Shared.Files;
using DinsosIntranet.Tests.Shared.Ui;
using DinsosIntranet.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace DinsosIntranet.Tests.Features.Help;

public sealed partial class HelpLibraryTests : ComponentTest
{
    private static readonly string Folder = Path.Combine(RepositoryRoot.Path, "data", "help");
    private static readonly HelpLibrary Library = new(Folder);

    public static TheoryData<StaffRole> EveryRole { get; } = [.. StaffRoles.All];

    [Theory, MemberData(nameof(EveryRole))]
    public void Find_EachRole_HasItsArticleWithPicturesThatAreThere(StaffRole role)
    {
        var article = Library.Find(role.Code());

        Assert.Equal(role.Title(), article!.Title);
        Assert.InRange(article.Summary.Length, 20, 100);
        Assert.Contains("<h2>", article.Html, StringComparison.Ordinal);
        Assert.All(
            Picture().Matches(article.Html).Select(m => m.Groups["path"].Value),
            p => Assert.True(File.Exists(Path.Combine(RepositoryRoot.Path, "DinsosIntranet", "wwwroot" + p)), p));
    }

    [Fact]
    public void Folder_NoFileWithoutARole() =>
        Assert.Equal(StaffRoles.All.Select(r => r.Code()).Order(), Directory.EnumerateFiles(Folder).Select(f => Path.GetFileNameWithoutExtension(f)!).Order());

    [Fact]
    public void Find_Html_IsShownAsText()
    {
        using var folder = new TemporaryFolder();
        foreach (var role in StaffRoles.All)
        {
            File.WriteAllText(Path.Combine(folder.Root, role.Code() + ".md"), "# Judul\n\nRingkasan.\n\n<script>alert(1)</script>");
        }

        Assert.DoesNotContain("<script", new HelpLibrary(folder.Root).Find("pengawas")!.Html, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_FileWithoutTitle_NamesTheFile()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(Path.Combine(folder.Root, StaffRoles.All[0].Code() + ".md"), "Ringkasan.");

        Assert.Contains(StaffRoles.All[0].Code() + ".md", Assert.Throws<InvalidDataException>(() => new HelpLibrary(folder.Root)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void For_PersonWithTwoRoles_OwnFirst()
    {
        var actor = new Actor(Guid.CreateVersion7(), "Asep Mulyadi", "Kabid", [new RoleInUnit(StaffRole.Supervisor, null), new RoleInUnit(StaffRole.HeadOfDivision, "linjamsos")]);

        Assert.Equal([StaffRole.HeadOfDivision, StaffRole.Supervisor, StaffRole.FrontOffice], Library.For(actor).Take(3).Select(a => a.Role));
    }

    [Theory]
    [InlineData("pengawas", "Bantuan Pengawas", 1)]
    [InlineData("tidak-ada", "Bantuan tidak ditemukan", 0)]
    public void HelpPage_Role_ShowsItsArticleOrSaysThereIsNone(string role, string title, int articles)
    {
        Services.AddSingleton(Library);

        var page = Render<HelpPage>(p => p.Add(h => h.Peran, role));

        Assert.Equal(title, page.Find("h1").TextContent);
        Assert.Equal(articles, page.FindAll("article").Count);
    }

    [GeneratedRegex("<img src=\"(?<path>[^\"]+)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Picture();
}
