using Bunit;
using DinsosIntranet.App;
using DinsosIntranet.Features.Agency;
using DinsosIntranet.Features.Agency.Pages;
using DinsosIntranet.Shared.Ui;
using DinsosIntranet.Tests.Features.Agency;
using DinsosIntranet.Tests.Features.Agency.Pages;
using Microsoft.Extensions.DependencyInjection;

namespace DinsosIntranet.Tests.App;

public sealed class SettingsIndexTests : SettingsPageTest
{
    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        foreach (var gaps in Agency.Services.GetServices<SettingsGaps>())
        {
            Services.AddSingleton(gaps);
        }

        foreach (var section in Agency.Services.GetServices<SettingsSection>())
        {
            Services.AddSingleton(section);
        }
    }

    [Fact]
    public void Missing_EachWithTheWayThere_InTheirOrder()
    {
        var page = Open<SettingsIndex>("/pengaturan");

        page.WaitForAssertion(() => Assert.Equal("Belum diatur (4)", page.Find("#h-belum").TextContent));
        Assert.Equal(
            ["/pengaturan/pegawai", "/pengaturan/pengaduan", "/pengaturan/kop-surat", "/pengaturan/penomoran"],
            page.FindAll("section[aria-labelledby=h-belum] a").Select(a => a.GetAttribute("href")));
        Assert.All(page.FindAll("section[aria-labelledby=h-belum] a"), a => Assert.Contains(page.FindAll(".di-tumpuk a"), s => s.GetAttribute("href") == a.GetAttribute("href")));
    }

    [Fact]
    public async Task Missing_SetMeanwhile_GoneAtOnce()
    {
        var page = Open<SettingsIndex>("/pengaturan");
        page.WaitForAssertion(() => Assert.NotEmpty(page.FindAll("#h-belum")));

        await SettingsGapsTests.CompleteAsync(Agency);

        page.WaitForAssertion(() => Assert.Empty(page.FindAll("#h-belum")), TimeSpan.FromSeconds(5));
        Assert.NotEmpty(page.FindAll(".di-tumpuk a[href='" + UnitsPage.Address + "']"));
    }
}
