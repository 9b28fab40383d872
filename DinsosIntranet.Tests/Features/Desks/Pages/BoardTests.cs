using Bunit;
using DinsosIntranet.Features.Desks;
using DinsosIntranet.Features.Desks.Pages;
using DinsosIntranet.Features.Intake;
using DinsosIntranet.Shared.Data;
using DinsosIntranet.Shared.Live;
using DinsosIntranet.Tests.Support;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;

namespace DinsosIntranet.Tests.Features.Desks.Pages;

public sealed class BoardTests : IAsyncLifetime
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly BunitContext _browser = new();
    private TestAgency _agency = null!;
    private RegisteredRequest _request = null!;

    public async Task InitializeAsync()
    {
        _agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        _request = await _agency.Data.RequestAtAsync(TestData.Agenda, TestData.Request() with { Applicant = TestData.Person("Siti Aminah") });
        _browser.Services.AddSingleton(_agency.Get<BoardFeed>());
    }

    public async Task DisposeAsync()
    {
        await _browser.DisposeAsync();
        await _agency.DisposeAsync();
    }

    [Fact]
    public void Render_OpenRequest_LinksItsNumber()
    {
        var tile = Open().Find(".ubin");

        Assert.Equal("/permohonan/" + _request.Id, tile.GetAttribute("href"));
        Assert.Equal(BoardReader.Label(_request.Number), tile.QuerySelector("b")!.TextContent);
    }

    [Fact]
    public async Task Render_RequestHeldBySomebody_ShowsNoName()
    {
        await _agency.Get<DeskService>().ClaimAsync(_request.Id, await _agency.ActAsync("dedi"));

        var markup = Open().Markup;

        Assert.DoesNotContain("Siti", markup, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("Dedi", markup, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("3602", markup, StringComparison.Ordinal);
    }

    [Fact]
    public void Render_DeskWithoutWork_SaysSo() =>
        Assert.Contains("Tidak ada yang menunggu.", Row(Open(), "Operator SIKS-NG").TextContent, StringComparison.Ordinal);

    [Fact]
    public void Render_RequestThatJustCame_WearsAFrameUntilItHasStoodAWhile()
    {
        var page = Open();
        Assert.Contains("baru", page.Find(".ubin").ClassList);

        _agency.Time.Advance(BoardReader.FrameTime);
        _agency.Get<ChangeFeed>().Publish(Topic.Work, _request.Id);

        page.WaitForAssertion(() => Assert.DoesNotContain("baru", page.Find(".ubin").ClassList), Patience);
    }

    [Fact]
    public async Task Change_ElsewhereInTheProgram_MovesTheTile()
    {
        var page = Open();

        await _agency.Get<DinsosIntranet.Features.Dispositions.DispositionService>().ForwardAsync(
            new() { RequestId = _request.Id, Urgency = DinsosIntranet.Features.Agenda.Domain.Urgency.Normal },
            await _agency.ActAsync("dedi"));

        page.WaitForAssertion(() => Assert.NotNull(Row(page, "Kepala Dinas").QuerySelector(".ubin.baru")), Patience);
    }

    [Fact]
    public void Choose_Service_StandsInTheAddress()
    {
        var page = Open();

        page.Act(() => page.Find("#papan-layanan").Change("dtks"));

        page.WaitForAssertion(() => Assert.EndsWith("?layanan=dtks", _browser.Services.GetRequiredService<NavigationManager>().Uri, StringComparison.Ordinal), Patience);
    }

    [Fact]
    public void Render_UnitInAddress_IsChosen()
    {
        _browser.Services.GetRequiredService<NavigationManager>().NavigateTo("/papan?bidang=linjamsos");

        Assert.Equal("linjamsos", Open().Find("#papan-bidang").GetAttribute("value"));
    }

    [Fact]
    public async Task Dispose_Page_LeavesNoListener()
    {
        Open();

        await _browser.DisposeComponentsAsync();

        Assert.Equal(0, _agency.Get<BoardFeed>().ListenerCount);
    }

    private IRenderedComponent<Board> Open()
    {
        var page = _browser.Render<Board>();
        page.WaitForAssertion(() => Assert.NotEmpty(page.FindAll(".ubin")), Patience);
        return page;
    }

    private static AngleSharp.Dom.IElement Row(IRenderedComponent<Board> page, string desk) =>
        page.FindAll(".di-papan-baris").First(r => r.Children[0].TextContent == desk);
}
