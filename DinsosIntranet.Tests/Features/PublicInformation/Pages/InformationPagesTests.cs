using Bunit;
using DinsosIntranet.Features.Agency;
using DinsosIntranet.Features.PublicInformation.Domain;
using DinsosIntranet.Features.PublicInformation.Pages;
using DinsosIntranet.Tests.Support;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;

namespace DinsosIntranet.Tests.Features.PublicInformation.Pages;

/// <summary>The register and the list of public information as pages.</summary>
public sealed class InformationPagesTests : PanelTest
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    [Fact]
    public async Task Register_Empty_SaysWhereRequestsComeFrom()
    {
        var page = await RegisterAsync("lilis");

        page.WaitForAssertion(() => Assert.Contains("Belum ada permohonan informasi.", page.Markup, StringComparison.Ordinal), Patience);
    }

    [Theory]
    [InlineData("lilis", true)]
    [InlineData("nani", false)]
    public async Task Register_Row_LinksTheRequestAndExportIsOfferedByRight(string viewer, bool exports)
    {
        var request = await Agency.Data.RegisterAsync(TestData.InformationRequest((InformationAnswers.Detail, "Rekap korban")));

        var page = await RegisterAsync(viewer);

        page.WaitForAssertion(() => Assert.Equal($"/permohonan/{request.Id}", page.Find("table.register a").GetAttribute("href")), Patience);
        Assert.Contains("kemungkinan dikecualikan", page.Find("table.register").TextContent, StringComparison.Ordinal);
        Assert.Equal(exports, page.Markup.Contains("Unduh Excel", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Register_FilterInTheAddress_IsPassedToTheExportAndToTheRows()
    {
        await Agency.Data.RegisterAsync(TestData.InformationRequest());
        Services.GetRequiredService<NavigationManager>().NavigateTo("/informasi?status=dikecualikan");

        var page = await RegisterAsync("lilis");

        page.WaitForAssertion(() => Assert.Contains("Tidak ditemukan.", page.Markup, StringComparison.Ordinal), Patience);
        Assert.EndsWith("/informasi/unduh?status=dikecualikan", page.Find("a[download]").GetAttribute("href"), StringComparison.Ordinal);
    }

    [Fact]
    public void List_Search_FindsByTitleAndUnit()
    {
        Services.AddSingleton(Agency.Get<AgencyDirectory>());
        var page = Render<PublicListPage>();

        page.Act(() => page.Find("#cari-daftar").Input("dtsen desa"));
        Assert.Contains("DTSEN per desa", Assert.Single(page.FindAll("tbody tr")).TextContent, StringComparison.Ordinal);
        page.Act(() => page.Find("#cari-daftar").Input("perempuan"));
        Assert.Single(page.FindAll("tbody tr"));
        page.Act(() => page.Find("#cari-daftar").Input("resep rendang"));
        Assert.Contains("Tidak ditemukan.", page.Markup, StringComparison.Ordinal);
    }

    private async Task<IRenderedComponent<RegisterPage>> RegisterAsync(string viewer)
    {
        As(viewer);
        var actor = await Agency.ActorAsync(viewer);
        return Render<RegisterPage>(p => p.AddCascadingValue(actor));
    }
}
