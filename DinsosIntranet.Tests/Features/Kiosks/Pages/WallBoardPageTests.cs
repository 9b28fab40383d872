using Bunit;
using DinsosIntranet.Features.Agency;
using DinsosIntranet.Features.Desks;
using DinsosIntranet.Features.Kiosks;
using DinsosIntranet.Features.Kiosks.Domain;
using DinsosIntranet.Features.Kiosks.Pages;
using DinsosIntranet.Shared.Data;
using DinsosIntranet.Shared.Live;
using DinsosIntranet.Tests.Support;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DinsosIntranet.Tests.Features.Kiosks.Pages;

public sealed class WallBoardPageTests : IAsyncLifetime
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly BunitContext _browser = new();
    private TestAgency _agency = null!;

    public async Task InitializeAsync()
    {
        _agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        _browser.Services.AddSingleton(_agency.Get<BoardFeed>());
        _browser.Services.AddSingleton(_agency.Get<ChangeFeed>());
        _browser.Services.AddSingleton(_agency.Get<AgencyDirectory>());
        _browser.Services.AddSingleton(_agency.Get<KioskDirectory>());
        _browser.Services.AddSingleton(_agency.Get<KioskPresence>());
        _browser.Services.AddSingleton(_agency.Get<KioskService>());
        _browser.Services.AddScoped<KioskConnection>();
        _browser.Services.AddLogging();
        _browser.Services.AddSingleton<TimeProvider>(_agency.Time);
    }

    public async Task DisposeAsync()
    {
        await _browser.DisposeAsync();
        await _agency.DisposeAsync();
    }

    [Fact]
    public async Task Render_OpenRequest_CountedAtItsDeskAndAmongTheMostUrgent()
    {
        var request = await _agency.Data.RequestAtAsync(TestData.Checking);
        _agency.Time.Advance(TimeSpan.FromMinutes(12));

        var page = Open();

        Assert.Equal("Dinas Sosial Kabupaten Lebak", page.Find("h1").TextContent);
        Assert.Equal("Operator SIKS-NG 1 · 1 · ·", Text(Row(page, "Operator SIKS-NG"), 6));
        Assert.Equal($"{BoardReader.Label(request.Number)} Operator SIKS-NG Sisa 3 menit", Text(page.Find(".desak tbody tr"), 3));
        Assert.Equal("Langsung · data pukul 09.12.00", page.Find("footer > span").TextContent);
        Assert.Equal("09.12 WIB", page.Find(".pukul").TextContent);
    }

    [Fact]
    public async Task Render_RequestHeldBySomebody_ShowsNoNameAndNoLink()
    {
        var request = await _agency.Data.RequestAtAsync(TestData.Agenda, TestData.Request() with { Applicant = TestData.Person("Siti Aminah") });
        await _agency.Get<DeskService>().ClaimAsync(request.Id, await _agency.ActAsync("dedi"));

        var page = Open();

        foreach (var name in (string[])["Siti", "Aminah", "Dedi", "3602", request.Id.ToString(), "href"])
        {
            Assert.DoesNotContain(name, page.Markup, StringComparison.OrdinalIgnoreCase);
        }
    }

    [Fact]
    public async Task Render_MoreDesksThanFit_TurnsThePageAndStartsOver()
    {
        await FillDesksAsync();
        var page = Open();
        Assert.Equal(WallBoardPage.DesksPerPage, page.FindAll("section:first-child tbody tr").Count);
        Assert.Contains("Halaman 1 dari 2: semua layanan · berganti tiap 20 detik", page.Find("footer").TextContent, StringComparison.Ordinal);
        var first = Desks(page);

        _agency.Time.Advance(TimeSpan.FromSeconds(20));
        page.WaitForAssertion(() => Assert.Contains("Halaman 2 dari 2", page.Find("footer").TextContent, StringComparison.Ordinal), Patience);
        Assert.Empty(first.Intersect(Desks(page)));

        _agency.Time.Advance(TimeSpan.FromSeconds(20));
        page.WaitForAssertion(() => Assert.Equal(first, Desks(page)), Patience);
    }

    [Fact]
    public async Task Pause_Pressed_PageStandsUntilPressedAgain()
    {
        await FillDesksAsync();
        var page = Open();
        await page.InvokeAsync(() => Button(page, "Jeda").ClickAsync(new()));
        Assert.Equal("true", Button(page, "Jeda").GetAttribute("aria-pressed"));

        _agency.Time.Advance(TimeSpan.FromSeconds(60));
        await Task.Delay(TimeSpan.FromSeconds(2.5));
        Assert.Contains("Halaman 1 dari 2: semua layanan · giliran dijeda", page.Find("footer").TextContent, StringComparison.Ordinal);

        await page.InvokeAsync(() => Button(page, "Jeda").ClickAsync(new()));
        _agency.Time.Advance(TimeSpan.FromSeconds(20));
        page.WaitForAssertion(() => Assert.Contains("Halaman 2 dari 2", page.Find("footer").TextContent, StringComparison.Ordinal), Patience);
    }

    [Fact]
    public void Stale_NoPictureForAMinuteAndAHalf_SaysSinceWhenOverTheFooter()
    {
        var page = Open();

        _agency.Time.Advance(TimeSpan.FromSeconds(91));

        page.WaitForAssertion(() => Assert.Equal("Tidak terhubung sejak 09.00", page.Find("footer.terputus").TextContent.Trim()), Patience);
        _agency.Get<ChangeFeed>().Publish(Topic.Work, Guid.Empty);
        page.WaitForAssertion(() => Assert.Contains("data pukul 09.01.31", page.Find("footer:not(.terputus)").TextContent, StringComparison.Ordinal), Patience);
    }

    [Fact]
    public async Task Render_StaffWithAFilter_ShowsWhatTheAddressSays()
    {
        await _agency.Data.RequestAtAsync(TestData.Agenda);
        _browser.Services.GetRequiredService<NavigationManager>().NavigateTo("/papan/tv?layanan=dtks");

        Assert.Contains("DTKS", Open().Find("footer").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Kiosk_Changed_FollowsAtOnce()
    {
        await FillDesksAsync();
        var (issued, signIn) = await PairAsync();
        var page = Open(signIn);
        Assert.Equal("gelap", page.Find(".papan-tv").GetAttribute("data-tema"));
        Assert.Contains("berganti tiap 7 detik", page.Find("footer").TextContent, StringComparison.Ordinal);

        await _agency.Get<KioskService>().ChangeAsync(issued.DeviceId, Particulars() with { PageSeconds = 9, Theme = KioskTheme.Light }, await _agency.ActAsync("admin"));

        page.WaitForAssertion(() => Assert.Equal("terang", page.Find(".papan-tv").GetAttribute("data-tema")), Patience);
        Assert.Contains("berganti tiap 9 detik", page.Find("footer").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Kiosk_Revoked_ShowsNothingMoreAndListensNoMore()
    {
        var request = await _agency.Data.RequestAtAsync(TestData.Checking);
        var (issued, signIn) = await PairAsync();
        var page = Open(signIn);

        await _agency.Get<KioskService>().RevokeAsync(issued.DeviceId, await _agency.ActAsync("admin"));

        page.WaitForAssertion(() => Assert.DoesNotContain(BoardReader.Label(request.Number), page.Markup, StringComparison.Ordinal), TimeSpan.FromSeconds(2));
        Assert.Equal(0, _agency.Get<BoardFeed>().ListenerCount);
    }

    [Fact]
    public async Task Kiosk_RevokedBeforeThePageCameToLife_ShowsNothing()
    {
        await _agency.Data.RequestAtAsync(TestData.Checking);
        var (issued, signIn) = await PairAsync();
        await _agency.Get<KioskService>().RevokeAsync(issued.DeviceId, await _agency.ActAsync("admin"));

        var page = _browser.Render<CascadingValue<Task<AuthenticationState>>>(p => p.Add(v => v.Value, signIn).AddChildContent<WallBoardPage>());
        await Task.Delay(TimeSpan.FromSeconds(1));

        Assert.Empty(page.FindAll(".angka"));
        Assert.Equal(0, _agency.Get<BoardFeed>().ListenerCount);
    }

    [Fact]
    public async Task Dispose_Page_LeavesNoListener()
    {
        var (_, signIn) = await PairAsync();
        var before = _agency.Get<ChangeFeed>().ListenerCount;
        Open(signIn);

        await _browser.DisposeComponentsAsync();

        Assert.Equal((0, before), (_agency.Get<BoardFeed>().ListenerCount, _agency.Get<ChangeFeed>().ListenerCount));
    }

    private static KioskParticulars Particulars() => new() { Name = "TV ruang tunggu", PageSeconds = 7, Theme = KioskTheme.Dark };

    private static AngleSharp.Dom.IElement Row(IRenderedComponent<WallBoardPage> page, string desk) =>
        page.FindAll("section:first-child tbody tr").First(r => r.Children[0].TextContent == desk);

    private static AngleSharp.Dom.IElement Button(IRenderedComponent<WallBoardPage> page, string text) => page.FindAll("button").First(b => b.TextContent == text);

    private static string Text(AngleSharp.Dom.IElement row, int cells) => string.Join(' ', row.Children.Take(cells).Select(c => c.TextContent));

    private static string[] Desks(IRenderedComponent<WallBoardPage> page) => [.. page.FindAll("section:first-child tbody th").Select(c => c.TextContent)];

    private async Task<(IssuedPairing Issued, Task<AuthenticationState> SignIn)> PairAsync()
    {
        var issued = (await _agency.Get<KioskService>().RegisterAsync(Particulars(), await _agency.ActAsync("admin"))).Value;
        var token = (await _agency.Get<KioskPairing>().PairAsync(issued.Code, "10.0.0.1")).Value;
        return (issued, Task.FromResult(new AuthenticationState(KioskClaims.Principal(token.DeviceId, token.Hash))));
    }

    /// <summary>One request at every desk there is: more desks than one page holds.</summary>
    private async Task FillDesksAsync()
    {
        var desks = (await _agency.Get<AgencyDirectory>().GetAsync()).Desks;
        foreach (var desk in desks)
        {
            var request = await _agency.Data.RequestAtAsync(TestData.Agenda);
            await using var db = _agency.OpenDb();
            await db.WorkItems.Where(w => w.Id == request.Id).ExecuteUpdateAsync(set => set.SetProperty(w => w.DeskCode, desk.Code));
        }
    }

    private IRenderedComponent<WallBoardPage> Open(Task<AuthenticationState>? signIn = null)
    {
        var page = signIn is null
            ? _browser.Render<WallBoardPage>()
            : _browser.Render<CascadingValue<Task<AuthenticationState>>>(p => p.Add(v => v.Value, signIn).AddChildContent<WallBoardPage>()).FindComponent<WallBoardPage>();
        page.WaitForAssertion(() => Assert.NotEmpty(page.FindAll(".angka")), Patience);
        return page;
    }
}
