using Bunit;
using DinsosIntranet.Features.Agency;
using DinsosIntranet.Features.Objections;
using DinsosIntranet.Features.Objections.Domain;
using DinsosIntranet.Features.Objections.Pages;
using DinsosIntranet.Shared.Drafts;
using DinsosIntranet.Tests.Support;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;

namespace DinsosIntranet.Tests.Features.Objections.Pages;

/// <summary>The form and the page of an objection, as those who work with them see them.</summary>
public sealed class ObjectionPagesTests : PanelTest
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    [Fact]
    public async Task New_Empty_EachFieldSaysWhatIsMissing()
    {
        var request = await Agency.Data.RefusedAsync();
        var page = await NewAsync(request.Id, "nani");
        page.Act(() => page.Find("#keberatan-purpose").Input(""));
        page.Act(() => page.FindAll("input.di-cek")[0].Change(true));

        await page.InvokeAsync(() => page.Find("button[data-utama]").ClickAsync());

        page.WaitForAssertion(() => Assert.Equal("Pilih paling sedikit satu alasan keberatan.", page.Find("#keberatan-grounds-salah").TextContent), Patience);
        foreach (var field in new[] { "casetext", "purpose", "proxyname", "proxyaddress", "proxyidentity", "proxyletter" })
        {
            Assert.NotEmpty(page.Find($"#keberatan-{field}-salah").TextContent);
        }
    }

    [Fact]
    public async Task New_GroundsThatDoNotFit_AreShutWithTheirReason()
    {
        var request = await Agency.Data.RefusedAsync();

        var page = await NewAsync(request.Id, "nani");

        var boxes = page.FindAll(".alasan input");
        Assert.Equal([false, false, true, true, true, true, true], boxes.Select(b => b.HasAttribute("disabled")));
        Assert.Contains("diajukan paling lambat 8 Januari 2027", page.Find(".alasan").TextContent, StringComparison.Ordinal);
        Assert.Contains("Permohonan ini sudah dijawab.", page.Find(".alasan").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task New_Filled_RegistersAndOffersTheForm()
    {
        var request = await Agency.Data.RefusedAsync();
        var page = await NewAsync(request.Id, "nani");
        page.Act(() => page.FindAll(".alasan input")[0].Change(true));
        page.Act(() => page.Find("#keberatan-casetext").Input("Saya hanya meminta angka."));

        await page.InvokeAsync(() => page.Find("button[data-utama]").ClickAsync());

        page.WaitForAssertion(() => Assert.Contains("Keberatan KBR/1/2026 terdaftar", page.Find("#h-terdaftar").TextContent, StringComparison.Ordinal), Patience);
        Assert.StartsWith("/cetak/surat/", page.Find("a[data-utama]").GetAttribute("href"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task New_Draft_ComesBack()
    {
        var request = await Agency.Data.RefusedAsync();
        await Agency.Get<DraftStore>().SaveAsync(Agency.UserId("nani"), ObjectionService.DraftKey(request.Id), TestData.Objection() with { CaseText = "Setengah jadi" });

        var page = await NewAsync(request.Id, "nani");

        Assert.Equal("Setengah jadi", page.Find("#keberatan-casetext").GetAttribute("value"));
        Assert.True(page.FindAll(".alasan input")[0].HasAttribute("checked"));
    }

    [Fact]
    public async Task New_OneIsOpen_LeadsToIt()
    {
        var objection = await Agency.Data.ObjectionAsync();
        await using var db = Agency.OpenDb();
        var requestId = (await db.Objections.FindAsync(objection.Id))!.RequestId;

        var page = await NewAsync(requestId, "nani");

        Assert.Contains($"/informasi/keberatan/{objection.Id}", page.Markup, StringComparison.Ordinal);
        Assert.Empty(page.FindAll("#keberatan-casetext"));
    }

    [Fact]
    public async Task Page_TheHead_DecidesWithErrorsBesideTheFields()
    {
        var objection = await Agency.Data.ObjectionAsync();
        var page = await PageAsync(objection.Id, "ratna");

        await page.InvokeAsync(() => page.Find("button[data-utama]").ClickAsync());
        page.WaitForAssertion(() => Assert.Equal("Pilih putusan.", page.Find("#putusan-decision-salah").TextContent), Patience);
        Assert.NotEmpty(page.Find("#putusan-reason-salah").TextContent);
        page.Act(() => page.FindAll("input[name=putusan-putusan]")[0].Change(true));
        page.Act(() => page.Find("#putusan-reason").Input("Angka tidak membuka identitas."));
        page.Act(() => page.Find("#putusan-providedays").Change("0"));
        await page.InvokeAsync(() => page.Find("button[data-utama]").ClickAsync());
        page.WaitForAssertion(() => Assert.StartsWith("Isi 1 sampai", page.Find("#putusan-providedays-salah").TextContent, StringComparison.Ordinal), Patience);
        page.Act(() => page.Find("#putusan-providedays").Change("5"));
        await page.InvokeAsync(() => page.Find("button[data-utama]").ClickAsync());

        page.WaitForAssertion(() => Assert.Contains("Periksa dan tanda tangani", page.Markup, StringComparison.Ordinal), Patience);
    }

    [Fact]
    public async Task Page_TheHeadSignedTheRefusal_IsToldWhyNot()
    {
        var objection = await Agency.Data.ObjectionAsync(signer: "ratna");

        var page = await PageAsync(objection.Id, "ratna");

        Assert.Contains("tidak dapat memutus keberatannya", page.Markup, StringComparison.Ordinal);
        Assert.Empty(page.FindAll("#putusan-reason"));
    }

    [Fact]
    public async Task Page_Secretariat_RecordsOutsideWithErrorsBesideTheFields()
    {
        var objection = await Agency.Data.ObjectionAsync();
        var page = await PageAsync(objection.Id, "dedi");

        await page.InvokeAsync(() => page.FindAll("button").First(b => b.TextContent.Contains("Catat tanggapan", StringComparison.Ordinal)).ClickAsync());

        page.WaitForAssertion(() => Assert.NotEmpty(page.Find("#luar-superiorname-salah").TextContent), Patience);
        foreach (var field in new[] { "superiortitle", "decision", "reason", "letternumber", "letterdate" })
        {
            Assert.NotEmpty(page.Find($"#luar-{field}-salah").TextContent);
        }

        Assert.Contains("Unggah pindaian", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Page_Answered_ConveyedThenResponseThenClosed()
    {
        var objection = await Agency.Data.AnsweredObjectionAsync(ObjectionDecision.Rejected);
        var page = await PageAsync(objection.Id, "nani");
        await page.InvokeAsync(() => page.Find("button[data-utama]").ClickAsync());
        page.WaitForAssertion(() => Assert.StartsWith("Pilih cara", page.Find("#sampai-way-salah").TextContent, StringComparison.Ordinal), Patience);
        page.Act(() => page.Find("#sampai-way").Change("Collect"));
        await page.InvokeAsync(() => page.Find("button[data-utama]").ClickAsync());

        page.WaitForAssertion(() => Assert.Contains("Respons pemohon", page.Markup, StringComparison.Ordinal), Patience);
        await page.InvokeAsync(() => page.FindAll("button").First(b => b.TextContent.Contains("Catat respons", StringComparison.Ordinal)).ClickAsync());
        page.WaitForAssertion(() => Assert.Equal("Pilih respons pemohon.", page.Find("#sampai-response-salah").TextContent), Patience);
        // On the page's own thread: news of the answer may draw the page anew, and a choice made on the old picture is lost.
        await page.InvokeAsync(() => page.FindAll("input[name=respons]")[1].ChangeAsync(true));
        await page.InvokeAsync(() => page.FindAll("button").First(b => b.TextContent.Contains("Catat respons", StringComparison.Ordinal)).ClickAsync());

        page.WaitForAssertion(() => Assert.Contains("Respons pemohon dicatat.", page.Markup, StringComparison.Ordinal), Patience);
        Assert.Contains("ke Komisi Informasi", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Page_Withdraw_NeedsAReason()
    {
        var objection = await Agency.Data.ObjectionAsync();
        var page = await PageAsync(objection.Id, "nani");
        await page.InvokeAsync(() => page.FindAll("button").First(b => b.TextContent.Contains("Catat penarikan", StringComparison.Ordinal)).ClickAsync());
        page.WaitForAssertion(() => Assert.Equal("Isi alasan penarikan.", page.Find("#tarik-reason-salah").TextContent), Patience);

        page.Act(() => page.Find("#tarik-reason").Input("Sudah puas."));
        await page.InvokeAsync(() => page.FindAll("button").First(b => b.TextContent.Contains("Catat penarikan", StringComparison.Ordinal)).ClickAsync());

        page.WaitForAssertion(() => Assert.Contains("Penarikan keberatan dicatat.", page.Markup, StringComparison.Ordinal), Patience);
    }

    [Fact]
    public async Task Register_Row_LinksObjectionAndRequest_FilterGoesToTheExport()
    {
        var objection = await Agency.Data.ObjectionAsync();
        Prepare("lilis");
        Services.GetRequiredService<NavigationManager>().NavigateTo("/informasi/keberatan?keadaan=menunggu");
        var page = Render<ObjectionRegisterPage>(p => p.AddCascadingValue(Actor("lilis")));

        page.WaitForAssertion(() => Assert.Equal($"/informasi/keberatan/{objection.Id}", page.Find("table.register a").GetAttribute("href")), Patience);
        Assert.EndsWith("/informasi/keberatan/unduh?keadaan=menunggu", page.Find("a[download]").GetAttribute("href"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Waiting_ForTheHead_ShowsTheClock()
    {
        await Agency.Data.ObjectionAsync();
        Prepare("ratna");

        var list = Render<WaitingObjections>(p => p.Add(c => c.Actor, Actor("ratna")));

        list.WaitForAssertion(() => Assert.Contains("Keberatan menunggu (1)", list.Markup, StringComparison.Ordinal), Patience);
        Assert.Single(list.FindAll("time.jam"));
    }

    [Fact]
    public async Task OnTheRequest_Refused_OffersTheForm_AndListsWhatCame()
    {
        var request = await Agency.Data.RefusedAsync();
        Prepare("nani");
        var box = Render<RequestObjections>(p => p.AddCascadingValue(Actor("nani")).Add(c => c.RequestId, request.Id).Add(c => c.Moment, new object()));
        box.WaitForAssertion(() => Assert.Equal($"/informasi/keberatan/baru/{request.Id}", box.Find("a").GetAttribute("href")), Patience);

        var registered = await Agency.Data.Objections.RegisterAsync(Guid.CreateVersion7(), request.Id, TestData.Objection(), await Agency.ActAsync("nani"));
        Assert.True(registered.IsOk, registered.Message);
        box = Render<RequestObjections>(p => p.AddCascadingValue(Actor("nani")).Add(c => c.RequestId, request.Id).Add(c => c.Moment, new object()));

        box.WaitForAssertion(() => Assert.Equal($"/informasi/keberatan/{registered.Value.Id}", box.Find("a").GetAttribute("href")), Patience);
        Assert.DoesNotContain("Daftarkan keberatan", box.Markup, StringComparison.Ordinal);
    }

    private DinsosIntranet.Shared.Acting.Actor Actor(string user) => Agency.ActorAsync(user).GetAwaiter().GetResult();

    private void Prepare(string user)
    {
        As(user);
        Services.AddSingleton(Agency.Get<AgencyDirectory>());
        Services.AddSingleton(Agency.Get<ObjectionService>());
        Services.AddSingleton(Agency.Get<ObjectionQueries>());
        Services.AddSingleton(Agency.Get<ObjectionRegister>());
    }

    private async Task<IRenderedComponent<NewObjectionPage>> NewAsync(Guid requestId, string user)
    {
        Prepare(user);
        var actor = await Agency.ActorAsync(user);
        var page = Render<NewObjectionPage>(p => p.AddCascadingValue(actor).Add(c => c.RequestId, requestId));
        page.WaitForAssertion(() => Assert.DoesNotContain("Memuat…", page.Markup, StringComparison.Ordinal), Patience);
        return page;
    }

    private async Task<IRenderedComponent<ObjectionPage>> PageAsync(Guid id, string user)
    {
        Prepare(user);
        var actor = await Agency.ActorAsync(user);
        var page = Render<ObjectionPage>(p => p.AddCascadingValue(actor).Add(c => c.Id, id));
        page.WaitForAssertion(() => Assert.DoesNotContain("Memuat…", page.Markup, StringComparison.Ordinal), Patience);
        return page;
    }
}
