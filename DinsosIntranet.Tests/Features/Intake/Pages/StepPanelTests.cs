using Bunit;
using DinsosIntranet.Features.Accounts;
using DinsosIntranet.Features.Agency;
using DinsosIntranet.Features.Desks;
using DinsosIntranet.Features.Desks.Domain;
using DinsosIntranet.Features.Desks.Pages;
using DinsosIntranet.Features.Intake;
using DinsosIntranet.Features.Intake.Pages;
using DinsosIntranet.Features.Standards;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Data;
using DinsosIntranet.Shared.Files;
using DinsosIntranet.Shared.Live;
using DinsosIntranet.Tests.Features.Standards;
using DinsosIntranet.Tests.Shared.Ui;
using DinsosIntranet.Tests.Support;
using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace DinsosIntranet.Tests.Features.Intake.Pages;

/// <summary>The panels of receiving, telling, deciding and handing over, on the real services of a test agency.</summary>
public sealed class StepPanelTests : ComponentTest, IAsyncLifetime
{
    private TestAgency _agency = null!;
    private string? _done;

    public async Task InitializeAsync()
    {
        _agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        Services.AddSingleton(_agency.Get<DeskService>());
        Services.AddSingleton(_agency.Get<ChangeFeed>());
        Services.AddSingleton(_agency.Get<ApplicantPapers>());
        Services.AddSingleton(_agency.Get<ChecklistQueries>());
        Services.AddSingleton(_agency.Get<HandOverQueries>());
        Services.AddSingleton(_agency.Get<HandOverService>());
        Services.AddSingleton(_agency.Get<IntakeService>());
        Services.AddSingleton(_agency.Get<AttachmentService>());
        Services.AddSingleton(_agency.Get<IOptions<FileVaultOptions>>());
        Services.AddSingleton<ActingUser>(new ActingAs(_agency, "nani"));
    }

    public new async Task DisposeAsync()
    {
        await base.DisposeAsync();
        await _agency.DisposeAsync();
    }

    [Fact]
    public async Task Receive_LastRequirementTicked_ClockStarts()
    {
        var request = await _agency.Data.RequestAtAsync(TestData.Intake);
        var panel = await ShowAsync<ReceivePanel>(request.Id);

        Assert.Contains("Masih kurang: Mengisi formulir permohonan pengecekan/penerbitan.", panel.Markup);
        panel.Act(() => panel.Find("#syarat-formulir").Change(true));
        Assert.Equal("Berkas lengkap, mulai jam layanan", panel.Find("[data-utama]").TextContent.Trim());
        panel.Act(() => panel.Find("[data-utama]").Click());

        panel.WaitForAssertion(() => Assert.Equal("Berkas lengkap, jam layanan mulai. Tanda terima baru siap dicetak.", _done));
        Assert.Equal((TestData.Agenda, WorkStatus.Running), await PlaceAsync(request.Id));
    }

    [Fact]
    public async Task Receive_StillMissing_TicksAreSavedAndTheClockWaits()
    {
        var request = await _agency.Data.RequestAtAsync(TestData.Intake);
        var panel = await ShowAsync<ReceivePanel>(request.Id);

        panel.Act(() => panel.Find("#syarat-kartu-identitas").Change(false));
        panel.Act(() => panel.Find("[data-utama]").Click());

        panel.WaitForAssertion(() => Assert.Equal("Catatan persyaratan tersimpan. Jam layanan belum berjalan.", _done));
        Assert.Equal((TestData.Intake, WorkStatus.WaitingForDocuments), await PlaceAsync(request.Id));
        Assert.All((await _agency.Get<ChecklistQueries>().FindAsync(request.Id, await _agency.ActorAsync("nani")))!.Lines, l => Assert.False(l.IsPresent));
    }

    [Fact]
    public async Task Receive_PageRefreshes_TicksNotYetSavedStay()
    {
        var request = await _agency.Data.RequestAtAsync(TestData.Intake);
        var context = await ContextAsync(request.Id);
        var panel = Render<ReceivePanel>(p => p.Add(c => c.Context, context));
        panel.WaitForElement("#syarat-formulir");
        panel.Act(() => panel.Find("#syarat-formulir").Change(true));

        panel.Render(p => p.Add(c => c.Context, context with { Number = context.Number }));

        Assert.Contains("2 dari 2 ada", panel.Markup);
    }

    [Fact]
    public async Task Receive_MayOnlyLook_NothingToPress()
    {
        var request = await _agency.Data.RequestAtAsync(TestData.Intake);
        var panel = await ShowAsync<ReceivePanel>(request.Id, "Permohonan ini sedang di meja Front Office.");

        panel.WaitForAssertion(() => Assert.Contains("belum ada", panel.Markup));
        Assert.Empty(panel.FindAll("button, input"));
    }

    [Fact]
    public async Task Receive_FurtherOn_DeskAcknowledgesByTheOutcomeOfTheStep()
    {
        await _agency.Data.ReceiveTwiceAsync();
        var request = await _agency.Data.RegisterAsync();
        var panel = await ShowAsync<ReceivePanel>(request.Id);

        Assert.Equal(["ada", "ada"], panel.FindAll(".ujung").Select(l => l.TextContent));
        Assert.Equal("Teruskan ke Kepala Dinas", panel.Find("[data-utama]").TextContent.Trim());
        panel.Act(() => panel.Find("textarea").Change("Diterima lengkap."));
        panel.Act(() => panel.Find("[data-utama]").Click());

        panel.WaitForAssertion(() => Assert.Equal("Langkah 2 selesai: Teruskan ke Kepala Dinas.", _done));
        Assert.Equal((TestData.Disposing, WorkStatus.Running), await PlaceAsync(request.Id));
    }

    [Fact]
    public async Task HandOver_ToTheApplicant_SaysWhichReceiptToPrint()
    {
        var command = TestData.Request();
        var request = await _agency.Data.RequestAtAsync(TestData.HandingOver, command);
        var panel = await ShowAsync<HandOverPanel>(request.Id);

        panel.WaitForElement("#serah-IdentityNumber");
        panel.Act(() => panel.Find("#serah-IdentityNumber").Change(command.Applicant.Nik));
        panel.Act(() => panel.Find("[data-utama]").Click());

        panel.WaitForAssertion(() => Assert.Equal("Surat diserahkan. Tanda terima TTP/1/2026 siap dicetak.", _done));
    }

    [Fact]
    public async Task HandOver_ProxyIncomplete_ErrorsAtTheFieldsAndTypingStays()
    {
        var request = await _agency.Data.RequestAtAsync(TestData.HandingOver);
        var panel = await ShowAsync<HandOverPanel>(request.Id);
        panel.WaitForElements("input[type=radio]");
        panel.Act(() => panel.FindAll("input[type=radio]")[1].Change(true));
        panel.Act(() => panel.Find("#serah-CollectorName").Change("Ujang Suherman"));

        panel.Act(() => panel.Find("[data-utama]").Click());

        panel.WaitForAssertion(() => Assert.Equal(
            ["#serah-ProxyRelation", "#serah-ProxyLetter", "#serah-IdentityNumber"],
            panel.FindAll(".di-galat a").Select(a => a.GetAttribute("href"))));
        Assert.Equal("true", panel.Find("#serah-ProxyLetter").GetAttribute("aria-invalid"));
        Assert.Equal("Ujang Suherman", panel.Find("#serah-CollectorName").GetAttribute("value"));
        Assert.Null(_done);
    }

    [Fact]
    public async Task HandOver_LetterRevoked_SaysSoAndOffersNothing()
    {
        var request = await _agency.Data.RequestAtAsync(TestData.HandingOver);
        await _agency.SqlAsync($"""UPDATE "Letters" SET "Status" = 'AwaitingSignature' WHERE "Kind" = 'sk-dtks'""");

        var panel = await ShowAsync<HandOverPanel>(request.Id);

        panel.WaitForAssertion(() => Assert.Contains("Surat belum terbit.", panel.Markup));
        Assert.Empty(panel.FindAll("button, input"));
    }

    [Fact]
    public async Task Notify_NotRegistered_OffersTheSheetAndEndsTheRequest()
    {
        var request = await _agency.Data.RequestAtAsync(TestData.Informing);
        var panel = await ShowAsync<NotifyPanel>(request.Id);

        Assert.StartsWith("/cetak/surat/", panel.WaitForElement("a[target=_blank]").GetAttribute("href"), StringComparison.Ordinal);
        panel.Act(() => panel.Find("textarea").Change("Dijelaskan di loket."));
        panel.Act(() => panel.Find("[data-utama]").Click());

        panel.WaitForAssertion(() => Assert.Equal("Langkah 6 selesai: Serahkan lembar informasi.", _done));
        Assert.Equal((TestData.Informing, WorkStatus.Done), await PlaceAsync(request.Id));
    }

    [Fact]
    public async Task Notify_SomebodyWasFirst_SaysWhoAndKeepsTheNote()
    {
        var request = await _agency.Data.RequestAtAsync(TestData.Informing);
        var panel = await ShowAsync<NotifyPanel>(request.Id);
        panel.WaitForElement("textarea");
        panel.Act(() => panel.Find("textarea").Change("Dijelaskan di loket."));
        await _agency.Get<DeskService>().MoveAsync(new MoveRequest { RequestId = request.Id, StepId = TestData.Informing, Outcome = "informasi-diberikan" }, await _agency.ActAsync("tati"));

        panel.Act(() => panel.Find("[data-utama]").Click());

        panel.WaitForAssertion(() => Assert.Contains("Tati Suhartini", panel.Find(".di-pesan").TextContent));
        Assert.Equal("Dijelaskan di loket.", panel.Find("textarea").GetAttribute("value"));
        Assert.Null(_done);
    }

    [Fact]
    public async Task Decision_StepThatBranches_ShowsBothWaysAndOneFilledButton()
    {
        var standard = StandardFixtures.Small() with { };
        var agency = await _agency.Get<AgencyDirectory>().GetAsync();
        var context = new StepPanelContext(Guid.CreateVersion7(), "CTH-2026-0001", standard, standard.Step("periksa"), agency, await _agency.ActorAsync("nani"), WhyNot: null);

        var panel = Render<DecisionPanel>(p => p.Add(c => c.Context, context));

        Assert.Equal(["Jika Tidak", "Jika Ya"], panel.FindAll("dt").Select(d => d.TextContent));
        Assert.Equal(["Catat ya", "Catat tidak"], panel.FindAll("footer button").Select(b => b.TextContent.Trim()));
        Assert.Equal("Catat ya", Assert.Single(panel.FindAll("button.rz-primary")).TextContent.Trim());
    }

    private async Task<IRenderedComponent<TPanel>> ShowAsync<TPanel>(Guid requestId, string? whyNot = null)
        where TPanel : StepPanel
    {
        var context = await ContextAsync(requestId, whyNot);
        var panel = Render<TPanel>(p => p.Add(c => c.Context, context).Add(c => c.OnDone, EventCallback.Factory.Create<string>(this, said => _done = said)));
        panel.WaitForAssertion(() => Assert.DoesNotContain("Memuat…", panel.Markup));
        return panel;
    }

    private async Task<StepPanelContext> ContextAsync(Guid requestId, string? whyNot = null)
    {
        await using var db = _agency.OpenDb();
        var item = await db.WorkItems.AsNoTracking().SingleAsync(w => w.Id == requestId);
        var standard = (await _agency.Get<StandardLibrary>().GetAsync(item.StandardVersionId)).Standard;
        var agency = await _agency.Get<AgencyDirectory>().GetAsync();
        return new StepPanelContext(requestId, item.Number, standard, standard.Step(item.StepId), agency, await _agency.ActorAsync("nani"), whyNot);
    }

    private async Task<(string, WorkStatus)> PlaceAsync(Guid requestId)
    {
        await using var db = _agency.OpenDb();
        var item = await db.WorkItems.AsNoTracking().SingleAsync(w => w.Id == requestId);
        return (item.StepId, item.Status);
    }

    private sealed class ActingAs(TestAgency agency, string userName) : ActingUser
    {
        public override async ValueTask<Actor?> FindAsync() => await agency.ActorAsync(userName);

        public override async ValueTask<ActionContext> ActAsync(string? reason = null) => await agency.ActAsync(userName, reason);
    }
}
