using Bunit;
using DinsosIntranet.Features.PublicInformation.Domain;
using DinsosIntranet.Features.PublicInformation.Pages;
using DinsosIntranet.Shared.Drafts;
using DinsosIntranet.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace DinsosIntranet.Tests.Features.PublicInformation.Pages;

/// <summary>What is typed in the panels of the information desk outlives a lost connection, and is gone once it was saved.</summary>
public sealed class InformationDraftTests : PanelTest
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    [Fact]
    public async Task Decide_TypedAndLeft_ComesBack_AndGoesWithTheDecision()
    {
        var request = await Agency.Data.InformationAtAsync(TestData.InformationDeciding);
        var panel = await ShowAsync<DecideInformationPanel>(request.Id, "lilis");
        panel.Act(() => panel.FindAll("input[name=keputusan]")[0].Change(true));
        panel.Act(() => panel.Find("#informasi-reason").Input("Sudah diperiksa."));
        await KeptAsync(1);

        var again = await ShowAsync<DecideInformationPanel>(request.Id, "lilis");
        Assert.Equal("Sudah diperiksa.", again.Find("#informasi-reason").GetAttribute("value"));
        await again.InvokeAsync(() => again.Find("button[data-utama]").ClickAsync());

        again.WaitForAssertion(() => Assert.Equal(["Keputusan dicatat."], Done), Patience);
        await KeptAsync(0);
    }

    [Fact]
    public async Task Test_TypedAndLeft_TheFormIsOpenAgain()
    {
        var request = await Agency.Data.InformationAtAsync(TestData.InformationDeciding);
        var panel = await ShowAsync<DecideInformationPanel>(request.Id, "lilis");
        await panel.InvokeAsync(() => panel.FindAll("button").First(b => b.TextContent == "Catat uji konsekuensi").ClickAsync());
        panel.Act(() => panel.Find("#uji-information").Input("Nama penerima"));
        await KeptAsync(2);

        var again = await ShowAsync<DecideInformationPanel>(request.Id, "lilis");

        again.WaitForAssertion(() => Assert.Equal("Nama penerima", again.Find("#uji-information").GetAttribute("value")), Patience);
    }

    [Fact]
    public async Task Provide_TypedAndLeft_ComesBack()
    {
        var request = await Agency.Data.InformationAtAsync(TestData.InformationProviding);
        var panel = await ShowAsync<ProvideInformationPanel>(request.Id, "lilis");
        panel.Act(() => panel.Find("#dokumen-title").Input("Rekap DTSEN"));
        panel.Act(() => panel.Find("#informasi-redactionnote").Input("Nama dihitamkan."));
        await KeptAsync(1);

        var again = await ShowAsync<ProvideInformationPanel>(request.Id, "lilis");

        Assert.Equal(("Rekap DTSEN", "Nama dihitamkan."), (again.Find("#dokumen-title").GetAttribute("value"), again.Find("#informasi-redactionnote").GetAttribute("value")));
    }

    [Fact]
    public async Task Refuse_TypedAndLeft_ComesBack()
    {
        var request = await Agency.Data.InformationAtAsync(TestData.InformationRefusing);
        var panel = await ShowAsync<RefuseInformationPanel>(request.Id, "lilis");
        panel.Act(() => panel.Find("#informasi-note").Input("Rekap dapat diminta."));
        await KeptAsync(1);

        Assert.Equal("Rekap dapat diminta.", (await ShowAsync<RefuseInformationPanel>(request.Id, "lilis")).Find("#informasi-note").GetAttribute("value"));
    }

    [Fact]
    public async Task HandOver_TypedAndLeft_ComesBack()
    {
        var request = await Agency.Data.InformationAtAsync(TestData.InformationHandingOver);
        var panel = await ShowAsync<HandOverInformationPanel>(request.Id, "lilis");
        panel.Act(() => panel.Find("#informasi-note").Input("Resi 123"));
        await KeptAsync(1);

        Assert.Equal("Resi 123", (await ShowAsync<HandOverInformationPanel>(request.Id, "lilis")).Find("#informasi-note").GetAttribute("value"));
    }

    [Fact]
    public async Task Show_OnlyToRead_KeepsNothing()
    {
        var request = await Agency.Data.InformationAtAsync(TestData.InformationDeciding);
        await Agency.Get<DraftStore>().SaveAsync(Agency.UserId("hendra"), DraftKeys.Step(request.Id, TestData.InformationDeciding), new DecisionInput { Decision = InformationDecision.Granted, Reason = "x" });

        var panel = await ShowAsync<DecideInformationPanel>(request.Id, "hendra", whyNot: "Sedang di meja lain.");

        Assert.Empty(panel.FindAll("#informasi-reason"));
    }

    private async Task KeptAsync(int drafts)
    {
        var until = DateTime.UtcNow + Patience;
        int found;
        do
        {
            await Task.Delay(100);
            await using var db = Agency.OpenDb();
            found = await db.Drafts.CountAsync();
        }
        while (found != drafts && DateTime.UtcNow < until);

        Assert.Equal(drafts, found);
    }
}
