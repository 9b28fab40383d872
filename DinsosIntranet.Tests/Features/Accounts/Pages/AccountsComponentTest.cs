using Bunit;
using DinsosIntranet.Features.Accounts;
using DinsosIntranet.Features.Agency;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Data;
using DinsosIntranet.Shared.Live;
using DinsosIntranet.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Radzen;

namespace DinsosIntranet.Tests.Features.Accounts.Pages;

/// <summary>Pages of accounts on a real agency, with one of the demo staff signed in.</summary>
public abstract class AccountsComponentTest(string userName) : BunitContext, IAsyncLifetime
{
    protected TestAgency Agency { get; private set; } = null!;

    public virtual async Task InitializeAsync()
    {
        Agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite, clockRuns: true);
        JSInterop.Mode = JSRuntimeMode.Loose;
        Services.AddRadzenComponents();
        Services.AddLogging();
        Services.AddSingleton<TimeProvider>(Agency.Time);
        Services.AddSingleton<ActingUser>(new SignedIn(Agency, userName));
        Share<AccountAdministration>();
        Share<AccountService>();
        Share<AccountQueries>();
        Share<RoleService>();
        Share<StaffQueries>();
        Share<SessionService>();
        Share<AgencyDirectory>();
        Share<ChangeFeed>();
        RenderTree.Add<Microsoft.AspNetCore.Components.CascadingValue<Actor>>(p => p.Add(v => v.Value, Agency.ActorAsync(userName).GetAwaiter().GetResult()));
    }

    async Task IAsyncLifetime.DisposeAsync()
    {
        await DisposeAsync();
        await Agency.DisposeAsync();
    }

    protected void Share<T>()
        where T : class => Services.AddSingleton(_ => Agency.Get<T>());

    private sealed class SignedIn(TestAgency agency, string userName) : ActingUser
    {
        public override async ValueTask<Actor?> FindAsync() => await agency.ActorAsync(userName);

        public override async ValueTask<ActionContext> ActAsync(string? reason = null) => await agency.ActAsync(userName, reason);
    }
}
