using DinsosIntranet.Shared.Text;
using DinsosIntranet.Shared.Ui;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;

namespace DinsosIntranet.Tests.Shared.Ui;

public sealed class ListAddressTests : ComponentTest
{
    private NavigationManager Navigation => Services.GetRequiredService<NavigationManager>();

    private string Address => new Uri(Navigation.Uri).PathAndQuery;

    [Theory]
    [InlineData("/surat", 3, "/surat?hal=3")]
    [InlineData("/surat?jenis=dtks&hal=3", 1, "/surat?jenis=dtks")]
    [InlineData("/surat?jenis=dtks&hal=3", 4, "/surat?jenis=dtks&hal=4")]
    public void PageHref_OfAnyList_KeepsItsFilters(string address, int page, string expected)
    {
        Navigation.NavigateTo(address);

        Assert.Equal(expected, Navigation.PageHref(page));
    }

    [Fact]
    public void Narrow_OnALaterPage_BeginsAtTheFirst()
    {
        Navigation.NavigateTo("/surat?jenis=dtks&hal=3");

        Navigation.Narrow("tahun", " 2026 ");
        Assert.Equal("/surat?jenis=dtks&tahun=2026", Address);
        Navigation.Narrow("jenis", "");
        Assert.Equal("/surat?tahun=2026", Address);
        Navigation.Narrow("dari", new DateOnly(2026, 11, 25));
        Assert.Equal("/surat?tahun=2026&dari=2026-11-25", Address);
        Navigation.Narrow("dari", IndonesianDates.Unreadable);
        Assert.Equal("/surat?tahun=2026&dari=2026-11-25", Address);
    }

    [Fact]
    public void GoToFirstPageAndDropFilters_OnlyWhereThereIsSomewhereToGo()
    {
        Navigation.NavigateTo("/surat?jenis=dtks&hal=3");

        Assert.True(Navigation.GoToFirstPage());
        Assert.False(Navigation.GoToFirstPage());
        Assert.True(Navigation.DropFilters());
        Assert.False(Navigation.DropFilters());
        Assert.Equal("/surat", Address);
    }
}
