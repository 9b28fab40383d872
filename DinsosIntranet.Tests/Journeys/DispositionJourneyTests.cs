using DinsosIntranet.Features.Dispositions;
using DinsosIntranet.Tests.Support;
using Microsoft.Playwright;

namespace DinsosIntranet.Tests.Journeys;

/// <summary>The head on a phone: several letters at once, one taken back unread, one too late.</summary>
[Collection(BrowserCollection.Name), Trait("Kind", "Browser")]
public sealed class DispositionJourneyTests(BrowserFixture browser)
{
    [Fact]
    public Task Phone_ThreeAtOnce_OneTakenBackTheReadOneStays() => browser.RunAsync(async site =>
    {
        for (var i = 0; i < 3; i++)
        {
            await site.Agency.Data.RequestAtAsync(TestData.Disposing);
        }

        var head = await site.SignInPhoneAsync("ratna", "/disposisi");
        await head.PressAsync("Pilih bersama surat lain");
        foreach (var number in (string[])["DTKS-2026-0002", "DTKS-2026-0003"])
        {
            await head.GetByLabel($"Pilih Pengecekan DTKS {number}").FocusAsync();
            await head.Keyboard.PressAsync("Space");
        }

        await head.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Disposisikan 3 surat ke Linjamsos" }).WaitForAsync();
        await head.PressAsync("Ubah");
        await BrowserSite.AxeAsync(head);
        Assert.Null(await head.OverflowAsync(390));
        await head.PressMainAsync();
        await head.SeesAsync("3 dari 3 surat didisposisikan.");
        await BrowserSite.AxeAsync(head);

        await head.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "Lihat terkirim" }).ClickAsync();
        await head.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Tarik disposisi, DTKS-2026-0003" }).ClickAsync();
        await head.GetByLabel("Alasan menarik").FillAsync("salah bidang");
        await BrowserSite.AxeAsync(head);
        Assert.Null(await head.OverflowAsync(390));
        await head.PressMainAsync();
        await head.SeesAsync("Disposisi DTKS-2026-0003 ditarik.");

        // The division's head takes the second meanwhile; the phone hears of it, and the button to take it back goes.
        var second = (await site.Agency.Get<DispositionQueries>().SentAsync(await site.Agency.ActorAsync("ratna"), SentFilter.Unread, 1)).Rows.Single(r => r.Subject.Number == "DTKS-2026-0002");
        await head.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Tarik disposisi, DTKS-2026-0002" }).ClickAsync();
        var division = await site.SignInAsync("asep", $"/permohonan/{second.Subject.Id}");
        await division.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Ambil" }).First.ClickAsync();
        await division.SeesAsync("Dipegang Asep Mulyadi");
        await head.SeesAsync("diambil Asep Mulyadi");
        await head.PressMainAsync();
        await head.SeesAsync("Disposisi tidak dapat ditarik lagi.");
        await head.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Tarik disposisi, DTKS-2026-0002" }).WaitForAsync(new LocatorWaitForOptions { State = WaitForSelectorState.Hidden });

        // One given to a person by name is read by opening it.
        await division.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Euis Nurhayati" }).ClickAsync();
        await division.PressMainAsync();
        await division.SeesAsync("Ditugaskan ke Euis Nurhayati");
        await division.GotoAsync("/disposisi?lihat=terkirim");
        await division.SeesAsync("belum dibaca");
        await site.SignInAsync("euis", $"/permohonan/{second.Subject.Id}");
        await division.SeesAsync("dibaca Euis Nurhayati pukul");
        await BrowserSite.AxeAsync(division);
    });
}
