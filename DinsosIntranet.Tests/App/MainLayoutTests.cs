using Bunit;
using DinsosIntranet.App;
using DinsosIntranet.Features.Accounts.Pages;
using DinsosIntranet.Features.Desks;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Live;
using DinsosIntranet.Shared.Ui;
using DinsosIntranet.Tests.Shared.Ui;
using DinsosIntranet.Tests.Support;
using Microsoft.AspNetCore.Components.Forms;
using Microsoft.AspNetCore.Components.Rendering;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace DinsosIntranet.Tests.App;

public sealed class MainLayoutTests : ComponentTest
{
    private readonly FakeActors _actors = new();
    private readonly FakeCounter _waiting = new();
    private readonly ChangeFeed _feed = new(NullLogger<ChangeFeed>.Instance);

    public MainLayoutTests()
    {
        Services.AddSingleton<ActorAccessor>(_actors);
        Services.AddSingleton<AgencyAccessor, FakeAgency>();
        Services.AddSingleton<AntiforgeryStateProvider, FakeAntiforgery>();
        Services.AddLogging();
        Services.AddSingleton<WaitingCounter>(_waiting);
        Services.AddSingleton(_feed);
        Services.AddScoped<QuickSearch>();
        ComponentFactories.AddStub<WaitingApprovals>();
        AddAuthorization().SetAuthorized("yusup");
    }

    [Fact]
    public void Render_SignedIn_ShowsPersonMenuAndBody()
    {
        var layout = RenderLayout(b => b.AddContent(0, "isi halaman"));

        Assert.Contains("Yusup Hidayat", layout.Find(".di-bar-kanan").TextContent, StringComparison.Ordinal);
        Assert.Contains("isi halaman", layout.Find("main#isi").TextContent, StringComparison.Ordinal);
        Assert.Equal("2026-11-23T00:30:00Z/2026-11-23T05:00:00Z 2026-11-23T06:00:00Z/2026-11-23T09:00:00Z", layout.Find(".di-kerangka").GetAttribute("data-jam-kerja"));
    }

    [Fact]
    public void Render_StandingIn_SaysSoInTheBar()
    {
        _actors.Actor = _actors.Actor with { ActingAs = "Plh. Kepala Dinas" };

        Assert.Equal("Plh. Kepala Dinas", RenderLayout().Find(".di-plh").TextContent);
    }

    [Theory]
    [InlineData(StaffRole.FrontOffice, "ya", "/permohonan/baru", true)]
    [InlineData(StaffRole.DtksOperator, null, null, true)]
    [InlineData(StaffRole.Administrator, null, null, false)]
    public void Render_Role_DecidesMaskingNewRequestAndSearch(StaffRole role, string? masked, string? newRequest, bool search)
    {
        _actors.Actor = _actors.Actor with { Roles = [new RoleInUnit(role, null)] };

        var layout = RenderLayout();

        Assert.Equal(masked, layout.Find(".di-kerangka").GetAttribute("data-samar-bawaan"));
        Assert.Equal(newRequest, layout.Find(".di-kerangka").GetAttribute("data-alamat-baru"));
        Assert.Equal(search, layout.FindAll("[role=search]").Count == 1);
    }

    [Fact]
    public void Render_Head_HasBottomBarWithCounts()
    {
        _actors.Actor = _actors.Actor with { Roles = [new RoleInUnit(StaffRole.HeadOfAgency, null)] };
        _waiting.Counts = new WaitingCounts(Desk: 0, Dispositions: 4, Letters: 0, Ready: 0);

        var layout = RenderLayout();

        layout.WaitForAssertion(() => Assert.Equal("4 menunggu", layout.Find(".nav-bawah em").TextContent));
        Assert.Equal("page", layout.Find(".di-nav a[href='/']").GetAttribute("aria-current"));
    }

    [Fact]
    public void Counts_OnAnyPage_StandBehindTheirEntries()
    {
        _actors.Actor = _actors.Actor with { Roles = [new RoleInUnit(StaffRole.FrontOffice, null), new RoleInUnit(StaffRole.HeadOfAgency, null)] };
        _waiting.Counts = new WaitingCounts(Desk: 3, Dispositions: 2, Letters: 1, Ready: 5);
        Services.GetRequiredService<NavigationManager>().NavigateTo("/papan");

        var layout = RenderLayout();

        layout.WaitForAssertion(() => Assert.Equal(
            [("/", "3 menunggu"), ("/disposisi", "2 menunggu"), ("/tanda-tangan", "1 menunggu"), ("/siap-diserahkan", "5 menunggu")],
            layout.FindAll(".di-nav a:has(span)").Select(a => (a.GetAttribute("href")!, a.QuerySelector("span")!.TextContent))));
    }

    [Fact]
    public void Counts_ManyChangesAtOnce_ReadOnceMore()
    {
        var layout = RenderLayout();
        layout.WaitForAssertion(() => Assert.Equal(1, _waiting.Readings));
        _waiting.Counts = new WaitingCounts(Desk: 7, Dispositions: 0, Letters: 0, Ready: 0);
        for (var i = 0; i < 20; i++)
        {
            _feed.Publish(Topic.Work, Guid.CreateVersion7());
        }

        layout.WaitForAssertion(() => Assert.Equal("7 menunggu", layout.Find(".di-nav a[href='/'] > span").TextContent), TimeSpan.FromSeconds(10));
        Assert.InRange(_waiting.Readings, 2, 3);
    }

    [Fact]
    public void Counts_RenderedAgain_NotReadAgain()
    {
        var layout = RenderLayout();
        layout.WaitForAssertion(() => Assert.Equal(1, _waiting.Readings));

        Services.GetRequiredService<NavigationManager>().NavigateTo("/papan");
        layout.Render();

        Assert.Equal(1, _waiting.Readings);
    }

    [Fact]
    public void Counts_NotToBeRead_MenuStays()
    {
        _waiting.Fails = true;

        Assert.NotEmpty(RenderLayout().FindAll(".di-nav a"));
    }

    [Fact]
    public void Search_Text_TravelsInMemoryNotInTheAddress()
    {
        var layout = RenderLayout();

        layout.Act(() => layout.Find("[data-cari]").Change("Siti Aminah"));
        layout.Act(() => layout.Find("[role=search]").Submit());

        Assert.Equal("http://localhost/permohonan", Services.GetRequiredService<NavigationManager>().Uri);
        Assert.Equal("Siti Aminah", Services.GetRequiredService<QuickSearch>().Take());
    }

    [Fact]
    public void Render_PageThatFails_ShowsACodeAndKeepsTheFrame()
    {
        var layout = RenderLayout(b =>
        {
            b.OpenComponent<FailingPage>(0);
            b.CloseComponent();
        });

        Assert.Matches("sebutkan kode [2-9A-Z]{4} ke administrator", layout.Find(".di-galat").TextContent);
        Assert.NotEmpty(layout.FindAll(".di-nav a"));
    }

    [Fact]
    public void NotAllowed_Rendered_RecordsTheRefusal()
    {
        Services.GetRequiredService<NavigationManager>().NavigateTo("/jejak?x=1");

        Render<NotAllowed>();

        Assert.Equal(["/jejak"], _actors.Refused);
    }

    private IRenderedComponent<MainLayout> RenderLayout(RenderFragment? body = null) =>
        Render<MainLayout>(p => p.Add(l => l.Body, body ?? (b => b.AddContent(0, "isi"))));

    private sealed class FailingPage : ComponentBase
    {
        protected override void BuildRenderTree(RenderTreeBuilder builder) => throw new InvalidOperationException("Rusak");
    }

    private sealed class FakeActors : ActorAccessor
    {
        public Actor Actor { get; set; } = new(Guid.NewGuid(), "Yusup Hidayat", "Operator SIKS-NG", [new RoleInUnit(StaffRole.DtksOperator, null)]);

        public List<string> Refused { get; } = [];

        public override ValueTask<Actor?> GetAsync() => ValueTask.FromResult<Actor?>(Actor);

        public override ValueTask RecordRefusalAsync(string path)
        {
            Refused.Add(path);
            return ValueTask.CompletedTask;
        }
    }

    private sealed class FakeCounter : WaitingCounter
    {
        public WaitingCounts Counts { get; set; } = WaitingCounts.None;

        public bool Fails { get; set; }

        public int Readings { get; private set; }

        public override Task<WaitingCounts> CountAsync(Actor actor, CancellationToken cancellationToken)
        {
            Readings++;
            return Fails ? Task.FromException<WaitingCounts>(new InvalidOperationException("Rusak")) : Task.FromResult(Counts);
        }
    }

    private sealed class FakeAgency : AgencyAccessor
    {
        public override AgencyLabel Current { get; } = new("Dinas Sosial", "Kabupaten Lebak", "Kab. Lebak");

        public override string? TimeZoneId => "Asia/Jakarta";

        public override IReadOnlyList<(DateTime From, DateTime To)> OfficeHoursToday { get; } =
        [
            (new DateTime(2026, 11, 23, 0, 30, 0, DateTimeKind.Utc), new DateTime(2026, 11, 23, 5, 0, 0, DateTimeKind.Utc)),
            (new DateTime(2026, 11, 23, 6, 0, 0, DateTimeKind.Utc), new DateTime(2026, 11, 23, 9, 0, 0, DateTimeKind.Utc)),
        ];
    }

    private sealed class FakeAntiforgery : AntiforgeryStateProvider
    {
        public override AntiforgeryRequestToken? GetAntiforgeryToken() => new("nilai", "__RequestVerificationToken");
    }
}
