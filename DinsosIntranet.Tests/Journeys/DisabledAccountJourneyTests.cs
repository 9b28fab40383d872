using DinsosIntranet.Features.Accounts;
using DinsosIntranet.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;

namespace DinsosIntranet.Tests.Journeys;

[Collection(BrowserCollection.Name), Trait("Kind", "Browser")]
public sealed class DisabledAccountJourneyTests(BrowserFixture browser)
{
    [Fact]
    public Task Disabled_FormReadyToSave_GoneAtOnceAndNothingWritten() => browser.RunAsync(async site =>
    {
        var counter = await site.SignInAsync("nani", CounterPage.NewRequest);
        await counter.FillRequestAsync();
        await counter.DraftSavedAsync();
        var form = counter.GetByRole(AriaRole.Heading, new PageGetByRoleOptions { Name = "Permohonan baru" });
        var administrator = await site.Agency.ActAsync("admin");

        var disabled = await site.Agency.Get<AccountService>().DisableAsync(site.Agency.UserId("nani"), administrator);
        // Whether the page is still there or not: pressing Save now writes nothing.
        await counter.Keyboard.PressAsync("Control+Enter");
        await form.WaitForAsync(new LocatorWaitForOptions { State = WaitForSelectorState.Hidden });

        Assert.True(disabled.IsOk, disabled.Message);
        await counter.GetByRole(AriaRole.Heading, new PageGetByRoleOptions { Name = "Masuk", Exact = true }).WaitForAsync();
        await counter.GotoAsync("/papan");
        Assert.StartsWith("/masuk", new Uri(counter.Url).AbsolutePath, StringComparison.Ordinal);
        await NothingWrittenAsync(site.Agency);
    });

    private static async Task NothingWrittenAsync(TestAgency agency)
    {
        await using var db = agency.OpenDb();
        Assert.Empty(await db.ServiceRequests.ToListAsync());
        Assert.Empty(await db.Persons.ToListAsync());
        Assert.Equal("akun.nonaktifkan", (await agency.TrailAsync())[^1].Act);
    }
}
