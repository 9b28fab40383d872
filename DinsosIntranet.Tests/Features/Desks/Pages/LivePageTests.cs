using Bunit;
using DinsosIntranet.Features.Accounts;
using DinsosIntranet.Features.Desks;
using DinsosIntranet.Features.Desks.Pages;
using DinsosIntranet.Features.Dispositions;
using DinsosIntranet.Features.Dtks;
using DinsosIntranet.Features.Standards.Domain;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Data;
using DinsosIntranet.Shared.Live;
using DinsosIntranet.Tests.Shared.Ui;
using DinsosIntranet.Tests.Support;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;

namespace DinsosIntranet.Tests.Features.Desks.Pages;

/// <summary>The two pages with the real services behind them: they follow what others do and leave nothing behind.</summary>
public sealed class LivePageTests : ComponentTest
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    [Fact]
    public async Task MyDesk_SomebodyElseTakesARow_ItLeavesTheQueue()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        var request = await agency.Data.RequestAtAsync(TestData.Checking);
        var page = await ShowAsync<MyDeskPage>(agency, "yusup");
        page.WaitForElement($"[aria-label='Ambil {request.Number}']", Patience);

        await agency.Get<DeskService>().ClaimAsync(request.Id, await agency.ActAsync("euis"));

        page.WaitForAssertion(() => Assert.DoesNotContain(request.Number, page.Markup), Patience);
    }

    [Fact]
    public async Task MyDesk_Claimed_RowMovesUp()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        var request = await agency.Data.RequestAtAsync(TestData.Checking);
        var page = await ShowAsync<MyDeskPage>(agency, "yusup");

        await page.WaitForElement($"[aria-label='Ambil {request.Number}']", Patience).ClickAsync(new());

        page.WaitForAssertion(() => Assert.Equal("Sedang saya pegang (1)", page.Find("#h-saya").TextContent), Patience);
    }

    [Fact]
    public async Task MyDesk_LostRace_RowSaysWhoAndWhen()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        var request = await agency.Data.RequestAtAsync(TestData.Checking);
        JSInterop.Setup<bool>("dinsos.barisDipakai").SetResult(true);
        var page = await ShowAsync<MyDeskPage>(agency, "yusup");
        var claim = page.WaitForElement($"[aria-label='Ambil {request.Number}']", Patience);
        await agency.Get<DeskService>().ClaimAsync(request.Id, await agency.ActAsync("euis"));

        await claim.ClickAsync(new());

        page.WaitForAssertion(() => Assert.Contains("Sudah diambil Euis Nurhayati pukul 09.00.", page.Markup), Patience);
    }

    [Fact]
    public async Task Request_ChangedBySomebodyElse_SaysWhoDidWhat()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        var request = await agency.Data.RequestAtAsync(TestData.Checking);
        var page = await ShowAsync<RequestPage>(agency, "nani", p => p.Add(r => r.Id, request.Id));
        page.WaitForElement(".di-langkah", Patience);

        await agency.Get<DeskService>().ClaimAsync(request.Id, await agency.ActAsync("euis"));

        page.WaitForAssertion(() => Assert.Contains("Diambil Euis Nurhayati, pukul 09.00.", page.Markup), Patience);
    }

    [Fact]
    public async Task Request_Opened_StandsInTheTrailOnce()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        var request = await agency.Data.RequestAtAsync(TestData.Checking);
        var page = await ShowAsync<RequestPage>(agency, "nani", p => p.Add(r => r.Id, request.Id));
        page.WaitForElement(".di-langkah", Patience);
        await agency.Get<DeskService>().ClaimAsync(request.Id, await agency.ActAsync("euis"));
        page.WaitForAssertion(() => Assert.Contains("Data berubah", page.Markup), Patience);

        Assert.Single(await agency.TrailAsync(), r => r.Act == "permohonan.buka");
    }

    [Fact]
    public async Task Request_ChangedAtItsStep_KeepsThePanelAndWhatIsTypedThere()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        var request = await agency.Data.RequestAtAsync(TestData.Checking);
        var page = await ShowAsync<RequestPage>(agency, "yusup", p => p.Add(r => r.Id, request.Id));
        page.WaitForElement(".di-langkah", Patience);
        var panel = page.FindComponent<TypingPanel>().Instance;

        await agency.Get<DeskService>().ClaimAsync(request.Id, await agency.ActAsync("euis"));
        page.WaitForAssertion(() => Assert.Contains("Data berubah", page.Markup), Patience);

        Assert.Same(panel, page.FindComponent<TypingPanel>().Instance);
        Assert.False(panel.Context.CanWork);
    }

    [Fact]
    public async Task Request_LeftItsStep_HasANewPanel()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        var request = await agency.Data.RequestAtAsync(TestData.Checking);
        var page = await ShowAsync<RequestPage>(agency, "yusup", p => p.Add(r => r.Id, request.Id));
        page.WaitForElement(".di-langkah", Patience);
        var panel = page.FindComponent<TypingPanel>().Instance;

        await agency.Get<DtksService>().RecordAsync(agency.Data.Check(request.Id), await agency.ActAsync("euis"));
        page.WaitForAssertion(() => Assert.Contains("Data berubah", page.Markup), Patience);

        Assert.NotSame(panel, page.FindComponent<TypingPanel>().Instance);
    }

    [Fact]
    public async Task Request_Unknown_SaysSo()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);

        var page = await ShowAsync<RequestPage>(agency, "nani", p => p.Add(r => r.Id, Guid.CreateVersion7()));

        page.WaitForAssertion(() => Assert.Equal("Permohonan tidak ditemukan", page.Find("h1").TextContent), Patience);
    }

    [Fact]
    public async Task Pages_Disposed_LeaveNoListener()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        var request = await agency.Data.RequestAtAsync(TestData.Checking);
        var feed = agency.Get<ChangeFeed>();
        var before = feed.ListenerCount;
        var desk = await ShowAsync<MyDeskPage>(agency, "yusup");
        var page = Render<RequestPage>(p => p.Add(r => r.Id, request.Id).AddCascadingValue(desk.Instance.Actor!));
        page.WaitForElement(".di-langkah", Patience);
        Assert.NotEqual(before, feed.ListenerCount);

        await DisposeComponentsAsync();

        Assert.Equal(before, feed.ListenerCount);
    }

    private async Task<IRenderedComponent<T>> ShowAsync<T>(TestAgency agency, string userName, Action<ComponentParameterCollectionBuilder<T>>? parameters = null)
        where T : IComponent
    {
        Services.AddSingleton(agency.Get<DinsosIntranet.Features.Objections.ObjectionQueries>());
        Services.AddSingleton(agency.Get<DinsosIntranet.Features.Complaints.InvestigationQueries>());
        Services.AddSingleton(agency.Get<DinsosIntranet.Features.VictimCases.CaseQueries>());
        Services.AddSingleton(agency.Get<DeskQueries>());
        Services.AddSingleton(agency.Get<DinsosIntranet.Features.Agency.CalendarQueries>());
        Services.AddSingleton(agency.Get<RequestQueries>());
        Services.AddSingleton(agency.Get<RequestOpening>());
        Services.AddSingleton(agency.Get<DeskService>());
        Services.AddSingleton(agency.Get<DispositionService>());
        Services.AddSingleton(agency.Get<ICurrentRights>());
        Services.AddSingleton(agency.Get<ChangeFeed>());
        Services.AddSingleton(new ActionRegistry(StepActions.All, [new ActionPanel("dtks.check", typeof(TypingPanel)), new ActionPanel("dtks.print", typeof(TypingPanel))]));
        Services.AddSingleton<ActingUser>(new Acting(agency, userName));
        var actor = await agency.ActorAsync(userName);
        return Render<T>(p =>
        {
            p.AddCascadingValue(actor);
            parameters?.Invoke(p);
        });
    }

    private sealed class TypingPanel : StepPanel;

    private sealed class Acting(TestAgency agency, string userName) : ActingUser
    {
        public override async ValueTask<Actor?> FindAsync() => await agency.ActorAsync(userName);

        public override async ValueTask<ActionContext> ActAsync(string? reason = null) => await agency.ActAsync(userName, reason);
    }
}
