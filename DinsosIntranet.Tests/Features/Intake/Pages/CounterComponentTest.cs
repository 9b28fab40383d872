using Bunit;
using DinsosIntranet.Features.Accounts;
using DinsosIntranet.Features.Intake;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Data;
using DinsosIntranet.Shared.Drafts;
using DinsosIntranet.Shared.Files;
using DinsosIntranet.Shared.Live;
using DinsosIntranet.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Radzen;

namespace DinsosIntranet.Tests.Features.Intake.Pages;

/// <summary>The counter's pages on a real agency, with nani signed in.</summary>
public abstract class CounterComponentTest : BunitContext, IAsyncLifetime
{
    protected TestAgency Agency { get; private set; } = null!;

    protected Actor Nani { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        Agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite, clockRuns: true);
        Nani = await Agency.ActorAsync("nani");
        JSInterop.Mode = JSRuntimeMode.Loose;
        Services.AddRadzenComponents();
        Services.AddLogging();
        Services.AddSingleton<TimeProvider>(Agency.Time);
        Services.AddSingleton<ActingUser>(new SignedIn(Agency));
        Share<GuestBookService>();
        Share<GuestBookQueries>();
        Share<PersonQueries>();
        Share<IntakeQueries>();
        Share<IntakeService>();
        Share<AttachmentService>();
        Share<DraftStore>();
        Share<DinsosIntranet.Features.PublicInformation.InformationReference>();
        Share<ChangeFeed>();
        Share<DinsosIntranet.Features.Agency.AgencyDirectory>();
        Share<IOptions<FileVaultOptions>>();
        RenderTree.Add<Microsoft.AspNetCore.Components.CascadingValue<Actor>>(p => p.Add(v => v.Value, Nani));
    }

    async Task IAsyncLifetime.DisposeAsync()
    {
        await DisposeAsync();
        await Agency.DisposeAsync();
    }

    private void Share<T>()
        where T : class => Services.AddSingleton(_ => Agency.Get<T>());

    private sealed class SignedIn(TestAgency agency) : ActingUser
    {
        public override async ValueTask<Actor?> FindAsync() => await agency.ActorAsync("nani");

        public override async ValueTask<ActionContext> ActAsync(string? reason = null) => await agency.ActAsync("nani", reason);
    }
}
