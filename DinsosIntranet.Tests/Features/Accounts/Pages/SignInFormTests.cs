using Bunit;
using DinsosIntranet.Features.Accounts.Pages;
using DinsosIntranet.Tests.Shared.Ui;
using Microsoft.AspNetCore.Components.Forms;
using Microsoft.Extensions.DependencyInjection;

namespace DinsosIntranet.Tests.Features.Accounts.Pages;

public sealed class SignInFormTests : ComponentTest
{
    public SignInFormTests() => Services.AddSingleton<AntiforgeryStateProvider, FakeAntiforgery>();

    [Fact]
    public void Render_Plain_PostsNamePasswordTokenAndReturnPath()
    {
        var form = RenderForm().Find("form");

        Assert.Equal("post", form.GetAttribute("method"));
        Assert.Null(form.GetAttribute("action"));
        Assert.Equal(["__RequestVerificationToken", "Input.Kembali", "Input.Nama", "Input.Sandi"], form.QuerySelectorAll("input").Select(i => i.GetAttribute("name")).Order());
    }

    [Fact]
    public void Render_NoDemoAccounts_ShowsNoTable() => Assert.Empty(RenderForm().FindAll(".demo"));

    [Fact]
    public void Render_Error_IsTiedToBothFields()
    {
        var page = RenderForm("Nama pengguna atau kata sandi salah.");

        Assert.Equal("Nama pengguna atau kata sandi salah.", page.Find("[role=alert]").TextContent);
        Assert.Equal("galat-masuk", page.Find("#nama").GetAttribute("aria-describedby"));
        Assert.Equal("galat-masuk", page.Find("#sandi").GetAttribute("aria-describedby"));
    }

    [Fact]
    public void Render_DemoAccounts_OffersEachByName()
    {
        var page = RenderForm(accounts: [new DemoAccount("Front Office", "Nani Rohaeni", "nani")]);

        Assert.Equal("nani", page.Find("[data-pakai]").GetAttribute("data-pakai"));
    }

    private IRenderedComponent<SignInForm> RenderForm(string? error = null, IReadOnlyList<DemoAccount>? accounts = null) => Render<SignInForm>(p => p
        .Add(f => f.AgencyName, "Dinas Sosial")
        .Add(f => f.RegencyName, "Kabupaten Lebak")
        .Add(f => f.Today, "Senin, 23 November 2026")
        .Add(f => f.ReturnUrl, "/surat")
        .Add(f => f.Error, error)
        .Add(f => f.DemoAccounts, accounts ?? []));

    private sealed class FakeAntiforgery : AntiforgeryStateProvider
    {
        public override AntiforgeryRequestToken? GetAntiforgeryToken() => new("nilai", "__RequestVerificationToken");
    }
}
