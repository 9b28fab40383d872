using DinsosIntranet.Tests.Support;
using Microsoft.Playwright;

namespace DinsosIntranet.Tests.Journeys;

/// <summary>A request taken in without the mouse, from the desk to the receipt.</summary>
[Collection(BrowserCollection.Name), Trait("Kind", "Browser")]
public sealed class KeyboardJourneyTests(BrowserFixture browser)
{
    private const string Receipt = "Buka tanda terima (tab baru)";

    [Fact]
    public Task Intake_KnownPerson_FromF2ToTheReceipt() => browser.RunAsync(async site =>
    {
        var known = TestData.Request();
        await site.Agency.Data.RegisterAsync(known);
        var counter = await site.SignInAsync("nani");
        await counter.DrawnAsync();

        await counter.Keyboard.PressAsync("F2");
        await counter.HasFocusAsync(CounterPage.SearchLabel);
        await counter.Keyboard.TypeAsync(known.Applicant.Nik);
        await counter.SeesAsync("1 orang ditemukan. Enter memakai yang pertama.");
        await counter.Keyboard.PressAsync("Enter");
        await counter.HasFocusAsync("Layanan");
        await counter.Keyboard.TypeAsync("Pengecekan DTKS");
        await Assertions.Expect(counter.Field("Layanan")).ToHaveValueAsync("dtks");
        await counter.GetByLabel("Tujuan penggunaan").WaitForAsync();
        await counter.TabThroughAsync("Layanan", "Saluran", "Tujuan penggunaan");
        await counter.Keyboard.TypeAsync("Program Indonesia Pintar");
        await Assertions.Expect(counter.GetByLabel("Tujuan penggunaan")).ToHaveValueAsync("pip");
        await counter.TabThroughAsync("Tujuan penggunaan", "Buku tamu (boleh kosong)", "Pemohon sendiri");
        await TickByKeyboardAsync(counter);
        await counter.Keyboard.PressAsync("Control+Enter");

        await counter.HasFocusAsync(Receipt);
        Assert.Equal(2, await CountAsync(site));
    });

    [Fact]
    public Task Intake_NewPerson_EveryFieldByKeyboard() => browser.RunAsync(async site =>
    {
        var counter = await site.SignInAsync("nani", CounterPage.NewRequest);
        await counter.HasFocusAsync(CounterPage.SearchLabel);

        await counter.Keyboard.PressAsync("Alt+B");
        await counter.HasFocusAsync("NIK");
        await counter.Keyboard.TypeAsync(CounterPage.Nik);
        await counter.TabThroughAsync("NIK", "Nama lengkap");
        await counter.Keyboard.TypeAsync("Jajang Suryana");
        await counter.TabToAsync(counter.GetByLabel("Kecamatan"));
        await counter.Keyboard.TypeAsync("Cikulur");
        await counter.Locator("option", new PageLocatorOptions { HasText = "Parage" }).First.WaitForAsync(new LocatorWaitForOptions { State = WaitForSelectorState.Attached });
        await counter.TabThroughAsync("Kecamatan", "Desa/kelurahan");
        await counter.Keyboard.TypeAsync("Parage");
        await counter.TabThroughAsync("Desa/kelurahan", "Alamat (kampung, RT/RW)");
        await counter.Keyboard.TypeAsync("Kp. Sawah RT 008/RW 002");
        await counter.Keyboard.PressAsync("Alt+2");
        await counter.HasFocusAsync("Layanan");
        await counter.Keyboard.TypeAsync("Pengecekan DTKS");
        await Assertions.Expect(counter.Field("Layanan")).ToHaveValueAsync("dtks");
        await counter.GetByLabel("Tujuan penggunaan").WaitForAsync();
        await counter.TabThroughAsync("Layanan", "Saluran", "Tujuan penggunaan");
        await counter.Keyboard.TypeAsync("Program Indonesia Pintar");
        await counter.Keyboard.PressAsync("Alt+4");
        await TickByKeyboardAsync(counter);
        await counter.Keyboard.PressAsync("Control+Enter");

        await counter.HasFocusAsync(Receipt);
        var (request, applicant) = await site.Agency.OnlyRequestAsync();
        Assert.Equal(
            ("Jajang Suryana", CounterPage.Nik, new DateOnly(1985, 3, 12), "36.02.17.2011", "pip"),
            (applicant.Name, applicant.Nik, applicant.BirthDate!.Value, applicant.VillageCode, request.PurposeCode));
        Assert.NotNull(request.CompletedAt);
    });

    /// <summary>The rows of the checklist: Space ticks, the arrow goes on.</summary>
    private static async Task TickByKeyboardAsync(IPage counter)
    {
        var rows = counter.GetByRole(AriaRole.Table, new PageGetByRoleOptions { Name = "Persyaratan" }).Locator("tbody > tr");
        await counter.TabToAsync(rows.First);
        foreach (var row in await rows.AllAsync())
        {
            await Assertions.Expect(row).ToBeFocusedAsync();
            await counter.Keyboard.PressAsync("Space");
            await Assertions.Expect(row.GetByRole(AriaRole.Checkbox)).ToBeCheckedAsync();
            await counter.Keyboard.PressAsync("ArrowDown");
        }
    }

    private static async Task<int> CountAsync(BrowserSite site)
    {
        await using var db = site.Agency.OpenDb();
        return db.ServiceRequests.Count();
    }
}
