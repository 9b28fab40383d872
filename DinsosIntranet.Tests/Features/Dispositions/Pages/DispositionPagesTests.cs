using AngleSharp.Dom;
using Bunit;
using DinsosIntranet.Features.Accounts;
using DinsosIntranet.Features.Desks;
using DinsosIntranet.Features.Dispositions;
using DinsosIntranet.Features.Dispositions.Pages;
using DinsosIntranet.Features.Standards;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Data;
using DinsosIntranet.Shared.Live;
using DinsosIntranet.Tests.Shared.Ui;
using DinsosIntranet.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DinsosIntranet.Tests.Features.Dispositions.Pages;

/// <summary>The panel and the inbox on the real services of a test agency, acting as one of its staff.</summary>
public sealed class DispositionPagesTests : ComponentTest, IAsyncLifetime
{
    private TestAgency _agency = null!;

    public async Task InitializeAsync()
    {
        _agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        Services.AddSingleton(_agency.Get<DispositionQueries>());
        Services.AddSingleton(_agency.Get<DispositionService>());
        Services.AddSingleton(_agency.Get<StandingDispositionService>());
        Services.AddSingleton(_agency.Get<ChangeFeed>());
        Services.AddSingleton<TimeProvider>(_agency.Time);
    }

    public new async Task DisposeAsync()
    {
        await base.DisposeAsync();
        await _agency.DisposeAsync();
    }

    [Fact]
    public async Task Inbox_OnePress_DisposedAsProposed()
    {
        var request = await _agency.Data.RequestAtAsync(TestData.Disposing);
        var page = await InboxAsync("ratna");

        Assert.Equal("Disposisikan ke Linjamsos", page.Find("[data-utama]").TextContent.Trim());
        page.Act(() => page.Find("[data-utama]").Click());

        page.WaitForAssertion(() => Assert.Contains($"{request.Number} didisposisikan ke Linjamsos.", page.Markup));
        Assert.Equal(TestData.Assigning, await StepAsync(request.Id));
    }

    [Fact]
    public async Task Inbox_TargetChanged_ButtonNamesItAndTwoPressesDoIt()
    {
        var request = await _agency.Data.RequestAtAsync(TestData.Disposing);
        var page = await InboxAsync("ratna");

        page.Act(() => Chip(page, "Sekretaris").Click());
        Assert.Equal("Disposisikan ke Sekretaris", page.Find("[data-utama]").TextContent.Trim());
        page.Act(() => page.Find("[data-utama]").Click());

        page.WaitForAssertion(() => Assert.Contains("didisposisikan ke Sekretaris.", page.Markup));
        Assert.Equal(TestData.Assigning, await StepAsync(request.Id));
    }

    [Fact]
    public async Task Inbox_TwoTicked_BothDisposedTogether()
    {
        var first = await _agency.Data.RequestAtAsync(TestData.Disposing);
        var second = await _agency.Data.RequestAtAsync(TestData.Disposing);
        var page = await InboxAsync("ratna");

        page.Act(() => page.FindAll("input[type=checkbox]")[0].Change(true));
        page.Act(() => page.FindAll("input[type=checkbox]")[1].Change(true));
        Assert.Equal("Disposisikan 2 surat ke Linjamsos", page.Find("[data-utama]").TextContent.Trim());
        page.Act(() => page.Find("[data-utama]").Click());

        page.WaitForAssertion(() => Assert.Contains("2 dari 2 surat didisposisikan.", page.Markup));
        Assert.Equal((TestData.Assigning, TestData.Assigning), (await StepAsync(first.Id), await StepAsync(second.Id)));
    }

    [Fact]
    public async Task Inbox_ThreeTickedOneTakenMeanwhile_OthersGoAndTheOneSaysWhoAndWhen()
    {
        var requests = new[] { await _agency.Data.RequestAtAsync(TestData.Disposing), await _agency.Data.RequestAtAsync(TestData.Disposing), await _agency.Data.RequestAtAsync(TestData.Disposing) };
        var page = await InboxAsync("ratna");
        for (var i = 0; i < 3; i++)
        {
            page.Act(() => page.FindAll("input[type=checkbox]")[i].Change(true));
        }

        await _agency.Get<DispositionService>().GiveAsync(TestData.ToDivision(requests[1].Id), await _agency.ActAsync("ratna"));
        page.Act(() => page.Find("[data-utama]").Click());

        page.WaitForAssertion(() => Assert.Contains("2 dari 3 surat didisposisikan.", page.Markup));
        var results = page.FindAll(".hasil li").Select(l => l.TextContent).ToList();
        Assert.Contains("Terkirim", results[0]);
        Assert.Contains("sudah dikerjakan Ratna Kusumawardani, Kepala Dinas pukul 09.00", results[1]);
        Assert.Contains("Tidak terkirim", results[1]);
        Assert.Equal(TestData.Assigning, await StepAsync(requests[2].Id));
    }

    [Fact]
    public async Task Inbox_OneTargetInstructionAndLimitForAll_EachGetsThem()
    {
        var (first, second) = (await _agency.Data.RequestAtAsync(TestData.Disposing), await _agency.Data.RequestAtAsync(TestData.Disposing));
        var page = await InboxAsync("ratna");
        page.Act(() => page.FindAll("input[type=checkbox]")[0].Change(true));
        page.Act(() => page.FindAll("input[type=checkbox]")[1].Change(true));
        page.Act(() => page.FindAll("button").First(b => b.TextContent.Trim() == "Ubah").Click());

        page.Act(() => Chip(page, "Rehsos").Click());
        page.Act(() => page.Find("#banyak-batas").Change("25/11/2026"));
        Assert.Equal("Disposisikan 2 surat ke Rehsos", page.Find("[data-utama]").TextContent.Trim());
        page.Act(() => page.Find("[data-utama]").Click());

        page.WaitForAssertion(() => Assert.Contains("2 dari 2 surat didisposisikan.", page.Markup));
        await using var db = _agency.OpenDb();
        var given = await db.Dispositions.AsNoTracking().ToListAsync();
        Assert.Equal([first.Id, second.Id], given.Select(d => d.RequestId).Order());
        Assert.All(given, d => Assert.Equal(("kabid-rehsos", new DateOnly(2026, 11, 25), "proses-lanjut"), (d.ToDeskCode, d.DueOn, d.Instructions.Single())));
    }

    [Fact]
    public async Task Inbox_LimitInThePast_EveryLetterRefusedAndStaysInTheList()
    {
        await _agency.Data.RequestAtAsync(TestData.Disposing);
        var page = await InboxAsync("ratna");
        page.Act(() => page.FindAll("input[type=checkbox]")[0].Change(true));
        page.Act(() => page.FindAll("button").First(b => b.TextContent.Trim() == "Ubah").Click());
        page.Act(() => page.Find("#banyak-batas").Change("22/11/2026"));

        page.Act(() => page.Find("[data-utama]").Click());

        page.WaitForAssertion(() => Assert.Contains("Batas waktu sudah lewat", page.Find(".hasil").TextContent));
        Assert.Single(page.FindAll(".surat"));
    }

    [Fact]
    public async Task Sent_UnreadTakenBack_ReasonInTheHistory()
    {
        var request = await _agency.Data.RequestAtAsync(TestData.Disposing);
        await _agency.Get<DispositionService>().GiveAsync(TestData.ToDivision(request.Id), await _agency.ActAsync("ratna"));
        var page = await SentAsync("ratna");

        page.Act(() => page.Find("[aria-label^=Tarik]").Click());
        page.WaitForElement("#tarik-alasan");
        page.Act(() => page.Find("#tarik-alasan").Input("salah bidang"));
        page.Act(() => page.Find("[data-utama]").Click());

        page.WaitForAssertion(() => Assert.Contains($"Disposisi {request.Number} ditarik.", page.Markup));
        Assert.Equal(TestData.Disposing, await StepAsync(request.Id));
        Assert.Empty(page.FindAll("[aria-label^=Tarik]"));
    }

    [Fact]
    public async Task Sent_TakenMeanwhile_SaysWhoAndWhenAndTheButtonIsGone()
    {
        var request = await _agency.Data.RequestAtAsync(TestData.Disposing);
        await _agency.Get<DispositionService>().GiveAsync(TestData.ToDivision(request.Id), await _agency.ActAsync("ratna"));
        var page = await SentAsync("ratna");
        page.Act(() => page.Find("[aria-label^=Tarik]").Click());
        await _agency.Get<DeskService>().ClaimAsync(request.Id, await _agency.ActAsync("asep"));

        page.Act(() => page.Find("[data-utama]").Click());

        page.WaitForAssertion(() => Assert.Contains("Sudah diambil Asep Mulyadi pukul 09.00", page.Markup));
        Assert.Empty(page.FindAll("[aria-label^=Tarik]"));
    }

    [Fact]
    public async Task Sent_RemindPressedTwice_SaidOnceAndThenWhenItWas()
    {
        var request = await _agency.Data.RequestAtAsync(TestData.Disposing);
        await _agency.Get<DispositionService>().GiveAsync(TestData.ToDivision(request.Id), await _agency.ActAsync("ratna"));
        var page = await SentAsync("ratna");

        page.Act(() => page.Find("[aria-label^=Ingatkan]").Click());
        page.WaitForAssertion(() => Assert.Contains($"{request.Number}: Kabid Linjamsos diingatkan.", page.Markup));
        Assert.Contains("Diingatkan oleh Ratna Kusumawardani, Kepala Dinas pada pukul 09.00", page.Markup);
        page.Act(() => page.Find("[aria-label^=Ingatkan]").Click());

        page.WaitForAssertion(() => Assert.Contains("Sudah diingatkan Ratna Kusumawardani, Kepala Dinas pukul 09.00.", page.Markup));
    }

    [Fact]
    public async Task Sent_NothingGiven_SaysSo()
    {
        var page = await SentAsync("ratna");

        Assert.Contains("Belum ada disposisi yang diberikan.", page.Markup);
    }

    [Fact]
    public async Task Inbox_ColleagueWasFaster_TypedNoteStaysAndTheReasonIsSaid()
    {
        var request = await _agency.Data.RequestAtAsync(TestData.Disposing);
        var page = await InboxAsync("ratna");
        page.Act(() => page.FindAll("button").First(b => b.TextContent.Contains("beri catatan", StringComparison.Ordinal)).Click());
        page.WaitForElement("#disp-catatan");
        page.Act(() => page.Find("#disp-catatan").Input("Selesaikan hari ini."));

        await _agency.Get<DispositionService>().GiveAsync(TestData.ToDivision(request.Id), await _agency.ActAsync("ratna"));
        page.Render(p => p.Add(i => i.Version, 2));

        page.WaitForAssertion(() => Assert.Contains("sudah tidak menunggu di meja Anda", page.Markup));
        Assert.Equal("Selesaikan hari ini.", page.Find("#disp-catatan").GetAttribute("value"));
        Assert.Empty(page.FindAll("[data-utama]"));
    }

    [Fact]
    public async Task Panel_AssignToAPerson_TheyAreNamedOnTheButtonAndHoldIt()
    {
        var request = await _agency.Data.RequestAtAsync(TestData.Assigning);
        string? done = null;
        var panel = await PanelAsync(request.Id, "asep", null, sentence => done = sentence);

        panel.WaitForAssertion(() => Chip(panel, "Euis Nurhayati"));
        panel.Act(() => Chip(panel, "Euis Nurhayati").Click());
        Assert.Equal("Tugaskan ke Euis Nurhayati", panel.Find("[data-utama]").TextContent.Trim());
        panel.Act(() => panel.Find("[data-utama]").Click());

        panel.WaitForAssertion(() => Assert.Equal($"{request.Number} ditugaskan ke Euis Nurhayati.", done));
        await using var db = _agency.OpenDb();
        Assert.Equal("Euis Nurhayati", (await db.WorkItems.SingleAsync()).HolderName);
    }

    [Fact]
    public async Task Panel_NoInstruction_RefusedBesideTheFieldWithTheChoiceKept()
    {
        var request = await _agency.Data.RequestAtAsync(TestData.Disposing);
        var panel = await PanelAsync(request.Id, "ratna", null, _ => { });
        panel.Act(() => Chip(panel, "Rehsos").Click());
        panel.Act(() => Chip(panel, "Proses lebih lanjut").Click());

        panel.Act(() => panel.Find("[data-utama]").Click());

        panel.WaitForAssertion(() => Assert.Equal("Pilih instruksi atau tulis catatan.", panel.Find("#disp-instruksi-salah").TextContent));
        Assert.Equal("true", Chip(panel, "Rehsos").GetAttribute("aria-pressed"));
        Assert.Equal(TestData.Disposing, await StepAsync(request.Id));
    }

    [Fact]
    public async Task Panel_ForSomebodyElse_ShowsTheProposalAndNoButtonThatActs()
    {
        var request = await _agency.Data.RequestAtAsync(TestData.Disposing);

        var panel = await PanelAsync(request.Id, "dedi", "Sedang di meja Kepala Dinas, belum diambil siapa pun.", _ => { });

        Assert.Empty(panel.FindAll("button"));
        Assert.Contains("Kabid Linjamsos", panel.Markup);
        Assert.Equal($"/cetak/disposisi/{request.Id}", panel.Find("a").GetAttribute("href"));
    }

    private static IElement Chip<T>(IRenderedComponent<T> page, string text)
        where T : Microsoft.AspNetCore.Components.IComponent =>
        page.FindAll(".kunci button").First(b => b.QuerySelector("span")!.TextContent == text);

    private async Task<IRenderedComponent<DispositionInbox>> InboxAsync(string userName)
    {
        await ActAsAsync(userName);
        var actor = await _agency.ActorAsync(userName);
        var page = Render<DispositionInbox>(p => p.Add(i => i.Actor, actor).Add(i => i.Version, 1));
        page.WaitForElement("[data-utama]");
        return page;
    }

    private async Task<IRenderedComponent<SentDispositions>> SentAsync(string userName)
    {
        await ActAsAsync(userName);
        var actor = await _agency.ActorAsync(userName);
        var page = Render<SentDispositions>(p => p.Add(i => i.Actor, actor).Add(i => i.FilterKey, "").Add(i => i.Version, 1));
        page.WaitForElement("#terkirim");
        return page;
    }

    private async Task<IRenderedComponent<DisposePanel>> PanelAsync(Guid requestId, string userName, string? whyNot, Action<string> done)
    {
        await ActAsAsync(userName);
        var agency = await _agency.Get<DispositionQueries>().AgencyAsync();
        var actor = await _agency.ActorAsync(userName);
        await using var db = _agency.OpenDb();
        var item = await db.WorkItems.AsNoTracking().SingleAsync(w => w.Id == requestId);
        var standard = (await _agency.Get<StandardLibrary>().GetAsync(item.StandardVersionId)).Standard;
        var context = new StepPanelContext(requestId, item.Number, standard, standard.Step(item.StepId), agency, actor, whyNot);
        var panel = Render<DisposePanel>(p => p.Add(i => i.Context, context).Add(i => i.OnDone, done));
        panel.WaitForElement(".di-badan");
        return panel;
    }

    private async Task ActAsAsync(string userName)
    {
        await _agency.ActorAsync(userName);
        Services.AddSingleton<ActingUser>(new ActingAs(_agency, userName));
    }

    private async Task<string> StepAsync(Guid id)
    {
        await using var db = _agency.OpenDb();
        return (await db.WorkItems.AsNoTracking().FirstAsync(w => w.Id == id)).StepId;
    }

    private sealed class ActingAs(TestAgency agency, string userName) : ActingUser
    {
        public override async ValueTask<Actor?> FindAsync() => await agency.ActorAsync(userName);

        public override async ValueTask<ActionContext> ActAsync(string? reason = null) => await agency.ActAsync(userName, reason);
    }
}
