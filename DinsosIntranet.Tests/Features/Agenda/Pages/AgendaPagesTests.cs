using Bunit;
using DinsosIntranet.Features.Accounts;
using DinsosIntranet.Features.Agency;
using DinsosIntranet.Features.Agenda;
using DinsosIntranet.Features.Agenda.Pages;
using DinsosIntranet.Features.Dispositions;
using DinsosIntranet.Features.Intake;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Data;
using DinsosIntranet.Shared.Files;
using DinsosIntranet.Shared.Live;
using DinsosIntranet.Tests.Shared.Ui;
using DinsosIntranet.Tests.Support;
using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace DinsosIntranet.Tests.Features.Agenda.Pages;

/// <summary>The book, the form and the page of a letter, on the real services of a test agency.</summary>
public sealed class AgendaPagesTests : ComponentTest, IAsyncLifetime
{
    private TestAgency _agency = null!;
    private string _acting = "dedi";

    public async Task InitializeAsync()
    {
        _agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        Services.AddSingleton(_agency.Get<AgendaService>());
        Services.AddSingleton(_agency.Get<AgendaQueries>());
        Services.AddSingleton(_agency.Get<AgencyDirectory>());
        Services.AddSingleton(_agency.Get<AttachmentService>());
        Services.AddSingleton(_agency.Get<DispositionQueries>());
        Services.AddSingleton(_agency.Get<DispositionService>());
        Services.AddSingleton(_agency.Get<ChangeFeed>());
        Services.AddSingleton(_agency.Get<IOptions<FileVaultOptions>>());
        Services.AddSingleton<TimeProvider>(_agency.Time);
        Services.AddSingleton<ActingUser>(new ActingAs(_agency, () => _acting));
    }

    public new async Task DisposeAsync()
    {
        await base.DisposeAsync();
        await _agency.DisposeAsync();
    }

    [Fact]
    public async Task Register_WithoutSender_RefusedBesideTheFieldAndWhatWasTypedStays()
    {
        ActAs("dedi");
        var page = Render<RegisterLetterPage>();
        page.Act(() => page.Find("#surat-subject").Change("Undangan rapat"));

        page.Act(() => page.Find("[data-utama]").Click());

        page.WaitForAssertion(() => Assert.Equal("Tulis pengirim surat.", page.Find("#surat-sender-salah").TextContent));
        Assert.Equal("Undangan rapat", page.Find("#surat-subject").GetAttribute("value"));
        await using var db = _agency.OpenDb();
        Assert.Equal(0, await db.AgendaEntries.CountAsync());
    }

    [Fact]
    public async Task Register_Complete_GoesToTheLetter()
    {
        ActAs("dedi");
        var page = Render<RegisterLetterPage>();
        page.Act(() => page.Find("#surat-sender").Change("Sekretariat Daerah"));
        page.Act(() => page.Find("#surat-subject").Change("Undangan rapat"));
        page.Act(() => page.FindAll(".kunci button").First(b => b.TextContent.Contains("Rahasia", StringComparison.Ordinal)).Click());

        page.Act(() => page.Find("[data-utama]").Click());

        page.WaitForAssertion(() => Assert.EndsWith("?dicatat=ya", Services.GetRequiredService<NavigationManager>().Uri, StringComparison.Ordinal));
        await using var db = _agency.OpenDb();
        var entry = await db.AgendaEntries.AsNoTracking().SingleAsync();
        Assert.Equal((true, new DateOnly(2026, 11, 23)), (entry.Letter!.IsSecret, entry.Letter.ReceivedOn));
        Assert.DoesNotContain("Sekretariat", Services.GetRequiredService<NavigationManager>().Uri, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Book_Searched_TypedTextIsNotInTheAddress()
    {
        await _agency.Data.RegisterLetterAsync();
        await _agency.Data.RegisterLetterAsync(TestData.Letter("Camat Rangkas"));
        ActAs("dedi");
        var actor = await _agency.ActorAsync("dedi");
        var page = Render<AgendaBookPage>(p => p.AddCascadingValue(actor));
        page.WaitForAssertion(() => Assert.Equal(2, page.FindAll("tbody tr").Count));

        page.Act(() => page.Find("#cari-agenda").Change("rangkas"));
        page.Act(() => page.Find("form").Submit());

        page.WaitForAssertion(() => Assert.Single(page.FindAll("tbody tr")));
        Assert.DoesNotContain("rangkas", Services.GetRequiredService<NavigationManager>().Uri, StringComparison.Ordinal);
        page.Act(() => page.Find("#cari-agenda").Change("tidak ada"));
        page.Act(() => page.Find("form").Submit());
        page.WaitForAssertion(() => Assert.Contains("Tidak ditemukan.", page.Markup));
    }

    [Fact]
    public async Task Book_Empty_SaysWhatWillAppear()
    {
        ActAs("asep");
        var actor = await _agency.ActorAsync("asep");
        var page = Render<AgendaBookPage>(p => p.AddCascadingValue(actor));

        page.WaitForAssertion(() => Assert.Contains("Buku agenda masih kosong.", page.Markup));
        Assert.Empty(page.FindAll("a[href='/agenda/baru']"));
    }

    [Fact]
    public async Task Letter_TheHeadDisposes_ThenToOneMore()
    {
        var letter = await _agency.Data.RegisterLetterAsync();
        var page = await LetterAsync(letter.Id, "ratna");

        Press(page, "Linjamsos");
        page.WaitForElement("#disp-instruksi button");
        page.Act(() => page.Find("#disp-instruksi button").Click());
        page.Act(() => page.Find(".kirim [data-utama]").Click());
        page.WaitForAssertion(() => Assert.Contains("Agenda 1/2026 didisposisikan ke Linjamsos.", page.Markup));
        page.Act(() => page.FindAll("button").First(b => b.TextContent == "Disposisikan juga ke yang lain").Click());
        Press(page, "Rehsos");
        page.WaitForElement("#disp-instruksi button");
        page.Act(() => page.Find("#disp-instruksi button").Click());
        page.Act(() => page.Find(".kirim [data-utama]").Click());

        page.WaitForAssertion(() => Assert.Contains("Agenda 1/2026 didisposisikan ke Rehsos.", page.Markup));
        await using var db = _agency.OpenDb();
        Assert.Equal(["kabid-linjamsos", "kabid-rehsos"], await db.Dispositions.OrderBy(d => d.Id).Select(d => d.ToDeskCode).ToListAsync());
    }

    [Fact]
    public async Task Letter_Opened_ReadByTheReceiverOnlyAndDoneWithANote()
    {
        var letter = await _agency.Data.RegisterLetterAsync();
        await _agency.Data.LetterToDivisionAsync(letter.Id);
        await LetterAsync(letter.Id, "imas");
        await using var db = _agency.OpenDb();
        Assert.Null((await db.Dispositions.AsNoTracking().SingleAsync()).ReadAt);

        var page = await LetterAsync(letter.Id, "asep");
        page.WaitForElement("#akhir-catatan");
        page.Act(() => page.Find("#akhir-catatan").Input("sudah dihadiri"));
        page.Act(() => page.FindAll("button").First(b => b.TextContent.Trim() == "Nyatakan selesai").Click());

        page.WaitForAssertion(() => Assert.Contains("Disposisi dinyatakan selesai.", page.Markup));
        Assert.Contains("Selesai: sudah dihadiri. Ditutup Asep Mulyadi, Kabid Linjamsos", page.Markup);
        Assert.NotNull((await db.Dispositions.AsNoTracking().SingleAsync()).ReadAt);
    }

    [Fact]
    public async Task Letter_SecretToSomebodyElse_NumberAndStateOnlyAndNothingIsRecordedAsRead()
    {
        var letter = await _agency.Data.RegisterLetterAsync(TestData.Letter("Unit Perlindungan", isSecret: true));
        var page = await LetterAsync(letter.Id, "maman");

        Assert.Contains("Agenda 1/2026", page.Markup);
        Assert.DoesNotContain("Unit Perlindungan", page.Markup);
        Assert.DoesNotContain("Undangan", page.Markup);
        Assert.Empty(page.FindAll("a[href^='/berkas'], a[href^='/cetak'], .di-lebar button"));

        await LetterAsync(letter.Id, "ratna");
        Assert.Equal("agenda.buka", (await _agency.TrailAsync())[^1].Act);
    }

    [Fact]
    public async Task Letter_Missing_SaysSo()
    {
        var page = await LetterAsync(Guid.CreateVersion7(), "dedi");

        Assert.Contains("Surat ini tidak ada di buku agenda.", page.Markup);
    }

    [Fact]
    public async Task Correct_WithoutReasonThenWithIt_OldWordsInTheHistory()
    {
        var letter = await _agency.Data.RegisterLetterAsync();
        var page = await LetterAsync(letter.Id, "dedi");
        page.Act(() => page.FindAll("button").First(b => b.TextContent == "Perbaiki catatan").Click());
        page.Act(() => page.Find("#perbaiki-sender").Change("Camat Rangkas"));

        page.Act(() => page.FindAll("button").First(b => b.TextContent.Trim() == "Simpan perbaikan").Click());
        page.WaitForAssertion(() => Assert.Contains("Tulis alasan perbaikan", page.Find("#perbaiki-reason-salah").TextContent));
        Assert.Equal("Camat Rangkas", page.Find("#perbaiki-sender").GetAttribute("value"));
        page.Act(() => page.Find("#perbaiki-reason").Change("salah baca"));
        page.Act(() => page.FindAll("button").First(b => b.TextContent.Trim() == "Simpan perbaikan").Click());

        page.WaitForAssertion(() => Assert.Contains("Catatan agenda diperbaiki.", page.Markup));
        Assert.Contains("semula “Sekretariat Daerah”", page.Markup);
    }

    private static void Press<T>(IRenderedComponent<T> page, string chip)
        where T : IComponent =>
        page.WaitForElements(".kunci button").First(b => b.QuerySelector("span")!.TextContent == chip).Click();

    private async Task<IRenderedComponent<LetterPage>> LetterAsync(Guid id, string userName)
    {
        ActAs(userName);
        var actor = await _agency.ActorAsync(userName);
        var page = Render<LetterPage>(p => p.Add(l => l.Id, id).AddCascadingValue(actor));
        page.WaitForAssertion(() => Assert.DoesNotContain("Memuat…", page.Markup));
        return page;
    }

    private void ActAs(string userName) => _acting = userName;

    private sealed class ActingAs(TestAgency agency, Func<string> userName) : ActingUser
    {
        public override async ValueTask<Actor?> FindAsync() => await agency.ActorAsync(userName());

        public override async ValueTask<ActionContext> ActAsync(string? reason = null) => await agency.ActAsync(userName(), reason);
    }
}
