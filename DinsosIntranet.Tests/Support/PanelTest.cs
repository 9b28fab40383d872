using Bunit;
using DinsosIntranet.Features.Accounts;
using DinsosIntranet.Features.Agency;
using DinsosIntranet.Features.Complaints;
using DinsosIntranet.Features.Desks;
using DinsosIntranet.Features.Dtks;
using DinsosIntranet.Features.Intake;
using DinsosIntranet.Features.Letters;
using DinsosIntranet.Features.PublicInformation;
using DinsosIntranet.Features.Standards;
using DinsosIntranet.Features.TemplateLetters;
using DinsosIntranet.Features.VictimCases;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Data;
using DinsosIntranet.Shared.Drafts;
using DinsosIntranet.Shared.Files;
using DinsosIntranet.Shared.Live;
using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Radzen;

namespace DinsosIntranet.Tests.Support;

/// <summary>A step panel on a real agency, shown to one of the demo staff as the request page would.</summary>
public abstract class PanelTest : BunitContext, IAsyncLifetime
{
    private string _viewer = "";

    protected TestAgency Agency { get; private set; } = null!;

    /// <summary>What the panel told the page.</summary>
    protected List<string> Done { get; } = [];

    public async Task InitializeAsync()
    {
        Agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite, clockRuns: true);
        JSInterop.Mode = JSRuntimeMode.Loose;
        Services.AddRadzenComponents();
        Services.AddLogging();
        Services.AddSingleton<TimeProvider>(Agency.Time);
        Services.AddSingleton<ActingUser>(new SignedIn(this));
        Share<DtksService>();
        Share<DtksQueries>();
        Share<LetterService>();
        Share<LetterQueries>();
        Share<InformationService>();
        Share<InformationQueries>();
        Share<InformationReference>();
        Share<InformationRegister>();
        Share<ComplaintService>();
        Share<ComplaintQueries>();
        Share<ComplaintReference>();
        Share<InvestigationQueries>();
        Share<DinsosIntranet.Features.Assignments.AssignmentQueries>();
        Share<DinsosIntranet.Features.Objections.ObjectionQueries>();
        Share<TemplateLetterService>();
        Share<TemplateLetterQueries>();
        Share<CaseService>();
        Share<CaseQueries>();
        Share<CaseReference>();
        Share<CaseForms>();
        Share<CaseRecap>();
        Share<AttachmentService>();
        Share<PersonQueries>();
        Share<CorrectionService>();
        Share<WithdrawalService>();
        Share<PersonMergeService>();
        Share<PersonMergeQueries>();
        Share<DraftStore>();
        Share<ChangeFeed>();
        Share<IOptions<FileVaultOptions>>();
    }

    async Task IAsyncLifetime.DisposeAsync()
    {
        await DisposeAsync();
        await Agency.DisposeAsync();
    }

    /// <summary>Whoever acts from now on, for screens that are no step panel.</summary>
    protected void As(string viewer) => _viewer = viewer;

    /// <summary>The panel of the step where the request stands now, as this person sees it.</summary>
    protected async Task<IRenderedComponent<T>> ShowAsync<T>(Guid requestId, string viewer, string? whyNot = null)
        where T : StepPanel
    {
        _viewer = viewer;
        var agency = await Agency.Get<AgencyDirectory>().GetAsync();
        await using var db = Agency.OpenDb();
        var item = await db.WorkItems.AsNoTracking().FirstAsync(w => w.Id == requestId);
        var standard = (await Agency.Get<StandardLibrary>().GetAsync(item.StandardVersionId)).Standard;
        var context = new StepPanelContext(requestId, item.Number, standard, standard.Step(item.StepId), agency, await Agency.ActorAsync(viewer), whyNot);
        var panel = Render<T>(p => p.Add(c => c.Context, context).Add(c => c.OnDone, EventCallback.Factory.Create<string>(this, Done.Add)));
        panel.WaitForAssertion(() => Assert.NotEmpty(panel.FindAll(".di-badan, .di-kosong")), TimeSpan.FromSeconds(10));
        return panel;
    }

    private void Share<T>()
        where T : class => Services.AddSingleton(_ => Agency.Get<T>());

    private sealed class SignedIn(PanelTest test) : ActingUser
    {
        public override async ValueTask<Actor?> FindAsync() => await test.Agency.ActorAsync(test._viewer);

        public override async ValueTask<ActionContext> ActAsync(string? reason = null) => await test.Agency.ActAsync(test._viewer, reason);
    }
}
