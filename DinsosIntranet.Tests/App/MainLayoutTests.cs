using Bunit;
using DinsosIntranet.App;
using DinsosIntranet.Features.Accounts.Pages;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Live;
using DinsosIntranet.Shared.Ui;
using DinsosIntranet.Tests.Shared.Ui;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;
using Microsoft.AspNetCore.Components.Rendering;
using Microsoft.Extensions.DependencyInjection;

namespace DinsosIntranet.Tests.App;

public sealed class MainLayoutTests : ComponentTest
{
    private readonly FakeActors _actors = new();

    public MainLayoutTests()
    {
        Services.AddSingleton<ActorAccessor>(_actors);
        Services.AddSingleton<AgencyAccessor, FakeAgency>();
        Services.AddSingleton<AntiforgeryStateProvider, FakeAntiforgery>();
        Services.AddLogging();
        Services.AddSingleton<ChangeFeed>();
        Services.AddScoped<NavCounts>();
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
        var layout = RenderLayout();

        Services.GetRequiredService<NavCounts>().Set("/disposisi", 4);

        layout.WaitForAssertion(() => Assert.Equal("4 menunggu", layout.Find(".nav-bawah em").TextContent));
        Assert.Equal("page", layout.Find(".di-nav a[href='/']").GetAttribute("aria-current"));
    }

    [Fact]
    public void Search_Text_TravelsInMemoryNotInTheAddress()
    {
        var layout = RenderLayout();

        layout.Find("[data-cari]").Change("Siti Aminah");
        layout.Find("[role=search]").Submit();

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

    private sealed class FakeAgency : AgencyAccessor
    {
        public override AgencyLabel Current { get; } = new("Dinas Sosial", "Kabupaten Lebak", "Kab. Lebak");

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
