using Bunit;
using DinsosIntranet.Features.Letters.Pages;
using DinsosIntranet.Features.Letters;
using DinsosIntranet.Tests.Features.Agency.Pages;
using DinsosIntranet.Tests.Support;

namespace DinsosIntranet.Tests.Features.Letters.Pages;

public sealed class NumberingPageTests : SettingsPageTest
{
    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        Share<NumberingService>();
    }

    [Fact]
    public async Task Pattern_Typed_SampleFollowsAndIsSaved()
    {
        var page = Open<NumberingPage>("/pengaturan/penomoran");
        page.Act(() => page.Find("#nomor-pattern").Input("{kode}-{urut:0000}-{tahun}"));
        Assert.Contains("Contoh: 400.9.14.1-0247-2026", page.Markup, StringComparison.Ordinal);

        await PressAsync(page, "Simpan perubahan");

        page.WaitForAssertion(() => Assert.Contains("Penomoran tersimpan.", page.Markup, StringComparison.Ordinal));
        Assert.Equal("{kode}-{urut:0000}-{tahun}", (await Agency.Get<NumberingService>().ReadAsync()).Pattern);
    }

    [Fact]
    public async Task Pattern_Wrong_SaidWhileTypingAndNothingSaved()
    {
        var page = Open<NumberingPage>("/pengaturan/penomoran");
        var before = (await Agency.Get<NumberingService>().ReadAsync()).Pattern;
        page.Act(() => page.Find("#nomor-pattern").Input("{kode}/{tahun}"));
        Assert.Equal("Pola harus berisi {urut} tepat satu kali.", page.Find("#nomor-pattern-salah").TextContent);

        await PressAsync(page, "Simpan perubahan");

        page.WaitForAssertion(() => Assert.Equal(["#nomor-pattern"], page.FindAll(".di-galat a").Select(a => a.GetAttribute("href"))));
        Assert.Equal(before, (await Agency.Get<NumberingService>().ReadAsync()).Pattern);
    }

    [Fact]
    public async Task OtherAdministratorSaves_WhileTyping_ToldAndTypingStaysUntilReloaded()
    {
        var page = Open<NumberingPage>("/pengaturan/penomoran");
        page.Act(() => page.Find("#nomor-unitcode").Input("Dinsos-2"));

        await SaveElsewhereAsync();

        page.WaitForAssertion(() => Assert.Contains("Penomoran berubah sejak Anda buka.", page.Markup, StringComparison.Ordinal), TimeSpan.FromSeconds(5));
        Assert.Equal("Dinsos-2", page.Find("#nomor-unitcode").GetAttribute("value"));
        await PressAsync(page, "Muat ulang");
        Assert.Equal("409.105", page.Find("#nomor-unitcode").GetAttribute("value"));
    }

    [Fact]
    public async Task OtherAdministratorSaves_NothingTyped_ShownAtOnce()
    {
        var page = Open<NumberingPage>("/pengaturan/penomoran");

        await SaveElsewhereAsync();

        page.WaitForAssertion(() => Assert.Equal("409.105", page.Find("#nomor-unitcode").GetAttribute("value")), TimeSpan.FromSeconds(5));
    }

    private static Task PressAsync(IRenderedComponent<NumberingPage> page, string name) =>
        page.InvokeAsync(() => page.FindAll("button").First(b => (b.GetAttribute("aria-label") ?? b.TextContent.Trim()) == name).ClickAsync(new()));

    private async Task SaveElsewhereAsync()
    {
        var outcome = await Agency.Get<NumberingService>().SaveAsync(
            new SaveNumbering
            {
                Seen = null,
                Pattern = "{kode}/{urut}/{unit}/{tahun}",
                UnitCode = "409.105",
                Classifications = new Dictionary<string, string> { [LetterKinds.DtksCertificate] = "400.9.1" },
            },
            await Agency.ActAsync("admin"));
        Assert.True(outcome.IsOk, outcome.Message);
    }
}
