using DinsosIntranet.Features.Dispositions;
using DinsosIntranet.Tests.Shared.Files;
using DinsosIntranet.Tests.Support;
using Microsoft.Playwright;

namespace DinsosIntranet.Tests.Journeys;

/// <summary>An invitation from the post to whoever went there: registered with its scan, disposed on a phone, passed on, reminded of, done.</summary>
[Collection(BrowserCollection.Name), Trait("Kind", "Browser")]
public sealed class AgendaJourneyTests(BrowserFixture browser)
{
    [Fact]
    public Task Letter_FromTheSecretariatToStaffAndBack_EverybodySeesItMove() => browser.RunAsync(async site =>
    {
        var secretariat = await site.SignInAsync("dedi", "/agenda");
        await secretariat.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "Catat surat masuk" }).ClickAsync();
        await secretariat.PressAsync("Catat dan beri nomor agenda");
        await secretariat.SeesAsync("Tulis pengirim surat.");
        await BrowserSite.AxeAsync(secretariat);
        await secretariat.Field("Pengirim").FillAsync("Sekretariat Daerah");
        await secretariat.GetByLabel("Nomor surat").FillAsync("400.9/87/Um");
        await secretariat.GetByLabel("Hal", new PageGetByLabelOptions { Exact = true }).FillAsync("Undangan rapat koordinasi");
        await secretariat.PressAsync("Segera");
        await secretariat.Locator("input[type=file]").First.ChooseFileAsync(new FilePayload { Name = "undangan.pdf", MimeType = "application/pdf", Buffer = SampleFiles.Pdf() });
        await secretariat.SeesAsync("tersimpan");
        await secretariat.PressMainAsync();
        await secretariat.SeesAsync("Surat dicatat dengan nomor agenda 1/2026.");

        var head = await site.SignInPhoneAsync("ratna", "/disposisi");
        await head.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "Undangan rapat koordinasi" }).ClickAsync();
        await head.SeesAsync("Lihat surat");
        await head.PressAsync("Linjamsos");
        await head.Locator("#disp-instruksi button").First.ClickAsync();
        await head.PressAsync("Ubah batas atau beri catatan");
        await head.GetByLabel("Batas").FillAsync("24/11/2026");
        await BrowserSite.AxeAsync(head);
        Assert.Null(await head.OverflowAsync(390));
        await head.PressMainAsync();
        await head.SeesAsync("Agenda 1/2026 didisposisikan ke Linjamsos.");
        await secretariat.SeesAsync("Didisposisikan ke Kabid Linjamsos");

        var division = await site.SignInAsync("asep", "/disposisi?lihat=untuk-saya");
        await division.SeesAsync("Batas besok");
        await division.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "Agenda 1/2026" }).ClickAsync();
        await head.SeesAsync("dibaca Kabid Linjamsos");
        await division.PressAsync("Teruskan");
        await division.Locator("#disp-tujuan").GetByRole(AriaRole.Button, new LocatorGetByRoleOptions { Name = "Lainnya" }).ClickAsync();
        await division.GetByLabel("Meja lain").SelectOptionAsync("operator-siks-ng");
        await division.PressAsync("Ubah batas atau beri catatan");
        await division.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Euis Nurhayati" }).ClickAsync();
        await BrowserSite.AxeAsync(division);
        await division.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Disposisikan ke Euis Nurhayati" }).ClickAsync();
        await division.SeesAsync("Diteruskan ke Euis Nurhayati");

        var staff = await site.SignInAsync("euis", "/disposisi?lihat=untuk-saya");
        await staff.SeesAsync("Agenda 1/2026");
        await division.GotoAsync("/disposisi?lihat=terkirim");
        await division.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Ingatkan penerima, Agenda 1/2026" }).ClickAsync();
        await division.SeesAsync("Euis Nurhayati, Operator SIKS-NG diingatkan.");
        await staff.SeesAsync("Diingatkan oleh Asep Mulyadi");
        await BrowserSite.AxeAsync(staff);

        await staff.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "Agenda 1/2026" }).ClickAsync();
        await staff.GetByLabel("Catatan").FillAsync("sudah dihadiri");
        await staff.PressAsync("Nyatakan selesai");
        await staff.SeesAsync("Disposisi dinyatakan selesai.");
        await secretariat.SeesAsync("Selesai: sudah dihadiri. Ditutup Euis Nurhayati");
        await head.SeesAsync("Ditutup Euis Nurhayati");
        Assert.Equal(0, (await site.Agency.Get<DispositionQueries>().CountAsync(await site.Agency.ActorAsync("euis"))).Received);
    });
}
