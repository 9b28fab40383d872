using System.Globalization;
using DinsosIntranet.Shared.Ui;

namespace DinsosIntranet.Tests.Shared.Ui;

public sealed class RadzenTextsTests
{
    [Fact]
    public void Find_EveryKeyOfRadzen_HasAnIndonesianText()
    {
        var keys = RadzenTexts.Keys.ToList();

        Assert.True(keys.Count > 700, $"Only {keys.Count} keys were found.");
        Assert.DoesNotContain(keys, k => RadzenTexts.Find(k) is null);
    }

    [Fact]
    public void Find_TextsWithPlaces_KeepThem()
    {
        Assert.Equal("Halaman {0} dari {1} ({2} baris)", RadzenTexts.Find("Pager_PagingSummaryFormat"));
    }

    [Theory]
    [InlineData("DataGrid_EmptyText", "Tidak ada data untuk ditampilkan.")]
    [InlineData("DataGrid_EnumFilterSelectText", "Pilih…")]
    [InlineData("DataGrid_FilterValueAriaLabel", " nilai saringan ")]
    [InlineData("DropDown_SelectedItemsText", "dipilih")]
    [InlineData("Dialog_CancelText", "Batal")]
    public void Get_KnownKey_FollowsShapeOfTheEnglish(string key, string expected) =>
        Assert.Equal(expected, new RadzenTexts().Get(key, CultureInfo.GetCultureInfo("en-US")));

    [Fact]
    public void Get_UnknownKey_ReturnsTheKey() =>
        Assert.Equal("Nothing_Text", new RadzenTexts().Get("Nothing_Text", CultureInfo.InvariantCulture));
}
