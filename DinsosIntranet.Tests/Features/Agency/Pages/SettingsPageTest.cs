using Bunit;
using DinsosIntranet.Features.Accounts;
using DinsosIntranet.Features.Agency;
using DinsosIntranet.Features.Desks;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Data;
using DinsosIntranet.Shared.Live;
using DinsosIntranet.Tests.Support;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using Radzen;

namespace DinsosIntranet.Tests.Features.Agency.Pages;

/// <summary>A settings page on a real agency, with the administrator signed in unless a test says who else.</summary>
public abstract class SettingsPageTest : BunitContext, IAsyncLifetime
{
    protected TestAgency Agency { get; private set; } = null!;

    protected virtual string UserName => "admin";

    public virtual async Task InitializeAsync()
    {
        Agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite, clockRuns: true);
        JSInterop.Mode = JSRuntimeMode.Loose;
        Services.AddRadzenComponents();
        Services.AddLogging();
        Services.AddSingleton<TimeProvider>(Agency.Time);
        Services.AddSingleton<ActingUser>(new SignedIn(Agency, UserName));
        Share<AgencyDirectory>();
        Share<CalendarService>();
        Share<CalendarQueries>();
        Share<ClockRecalculation>();
        Share<ChangeFeed>();
        Services.AddSingleton<CalendarFollowUp>(_ => Agency.Get<ClockRecalculation>());
        var actor = await Agency.ActorAsync(UserName);
        RenderTree.Add<CascadingValue<Actor>>(p => p.Add(v => v.Value, actor));
    }

    async Task IAsyncLifetime.DisposeAsync()
    {
        await DisposeAsync();
        await Agency.DisposeAsync();
    }

    /// <summary>The page at its address, once it has read what it shows.</summary>
    protected IRenderedComponent<T> Open<T>(string address, Action<ComponentParameterCollectionBuilder<T>>? parameters = null)
        where T : IComponent
    {
        Services.GetRequiredService<NavigationManager>().NavigateTo(address);
        var page = Render<T>(parameters);
        page.WaitForElement(".di-panel", TimeSpan.FromSeconds(10));
        return page;
    }

    protected void Share<T>()
        where T : class => Services.AddSingleton(_ => Agency.Get<T>());

    private sealed class SignedIn(TestAgency agency, string userName) : ActingUser
    {
        public override async ValueTask<Actor?> FindAsync() => await agency.ActorAsync(userName);

        public override async ValueTask<ActionContext> ActAsync(string? reason = null) => await agency.ActAsync(userName, reason);
    }
}
