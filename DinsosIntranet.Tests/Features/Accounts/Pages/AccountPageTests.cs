using Bunit;
using DinsosIntranet.App.Demo;
using DinsosIntranet.Features.Accounts;
using DinsosIntranet.Features.Accounts.Pages;
using DinsosIntranet.Tests.Support;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Forms;
using Microsoft.Extensions.DependencyInjection;

namespace DinsosIntranet.Tests.Features.Accounts.Pages;

public sealed class AccountPageTests() : AccountsComponentTest("nani")
{
    private SignInResult _session = SignInResult.Wrong;

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        Services.AddSingleton<AntiforgeryStateProvider, NoAntiforgery>();
        _session = await Agency.Get<AccountService>().SignInAsync("nani", DemoAgency.Password, "10.0.0.7", "Firefox, Linux");
        var state = Task.FromResult(new AuthenticationState(StaffClaims.Principal(_session.Ticket)));
        RenderTree.Add<CascadingValue<Task<AuthenticationState>>>(p => p.Add(v => v.Value, state));
    }

    [Fact]
    public async Task TwoSteps_SetUp_ShowsTenCodesOnce()
    {
        var page = Show();
        await page.InvokeAsync(() => Button(page, "Pasang dua langkah").ClickAsync(new()));
        var secret = Phone.SecretOf(page.WaitForElement("[data-kunci]").TextContent);
        await page.InvokeAsync(() => page.Find("#kode-langkah").ChangeAsync(new() { Value = Phone.CodeOf(secret, Agency) }));

        await page.InvokeAsync(() => Button(page, "Pasang").ClickAsync(new()));

        page.WaitForAssertion(() => Assert.Equal(10, page.FindAll("[data-kode-cadangan] li").Count));
        await page.InvokeAsync(() => Button(page, "Sudah saya simpan").ClickAsync(new()));
        Assert.Empty(page.FindAll("[data-kode-cadangan]"));
        Assert.Contains("Kode cadangan tersisa: 10.", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task TwoSteps_WrongCode_ErrorBesideTheField()
    {
        var page = Show();
        await page.InvokeAsync(() => Button(page, "Pasang dua langkah").ClickAsync(new()));
        page.WaitForElement("#kode-langkah");
        await page.InvokeAsync(() => page.Find("#kode-langkah").ChangeAsync(new() { Value = "000000" }));

        await page.InvokeAsync(() => Button(page, "Pasang").ClickAsync(new()));

        page.WaitForAssertion(() => Assert.Contains("Kode tidak cocok.", page.Find("#kode-langkah-salah").TextContent, StringComparison.Ordinal));
    }

    [Fact]
    public async Task TwoSteps_RemoveWithWrongPassword_ErrorBesideThePassword()
    {
        await Phone.SetUpAsync(Agency, "nani");
        var page = Show();
        await page.InvokeAsync(() => Button(page, "Lepas dua langkah").ClickAsync(new()));
        await page.InvokeAsync(() => page.Find("#sandi-langkah").ChangeAsync(new() { Value = "salah" }));

        await page.InvokeAsync(() => Button(page, "Lepas dua langkah").ClickAsync(new()));

        page.WaitForAssertion(() => Assert.Equal("Kata sandi tidak cocok.", page.Find("#sandi-langkah-salah").TextContent));
    }

    [Fact]
    public async Task Sessions_AnotherOne_EndedFromHere()
    {
        var other = await Agency.Get<AccountService>().SignInAsync("nani", DemoAgency.Password, "10.0.0.8", "Chrome, Android");
        var page = Show();
        Assert.Contains("Firefox, Linux · sesi ini", page.Markup, StringComparison.Ordinal);

        await page.WaitForElement("[aria-label^='Akhiri sesi Chrome, Android']").ClickAsync(new());

        page.WaitForAssertion(() => Assert.Contains("Sesi diakhiri.", page.Markup, StringComparison.Ordinal));
        Assert.Null(await Agency.Get<ActorDirectory>().FindAsync(other.Ticket));
        Assert.NotNull(await Agency.Get<ActorDirectory>().FindAsync(_session.Ticket));
    }

    [Fact]
    public async Task News_Reset_ToldUntilRead()
    {
        await Agency.Get<AccountAdministration>().ResetPasswordAsync(Agency.UserId("nani"), false, await Agency.ActAsync("admin"));
        var page = Show();
        Assert.Contains("Kata sandi Anda disetel ulang oleh Rudi Hartono pada Senin, 23 November 2026 pukul 09.0", page.Markup, StringComparison.Ordinal);

        await page.InvokeAsync(() => Button(page, "Saya sudah tahu").ClickAsync(new()));

        page.WaitForAssertion(() => Assert.DoesNotContain("disetel ulang", page.Markup, StringComparison.Ordinal));
    }

    private static AngleSharp.Dom.IElement Button(IRenderedComponent<Account> page, string text) => page.FindAll("button").First(b => b.TextContent.Trim() == text);

    private IRenderedComponent<Account> Show()
    {
        var page = Render<Account>();
        page.WaitForElement("#judul-sesi");
        return page;
    }

    private sealed class NoAntiforgery : AntiforgeryStateProvider
    {
        public override AntiforgeryRequestToken? GetAntiforgeryToken() => new("nilai", "__RequestVerificationToken");
    }
}
