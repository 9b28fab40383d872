using DinsosIntranet.Tests.Support;

namespace DinsosIntranet.Tests.Journeys;

[Collection(BrowserCollection.Name), Trait("Kind", "Browser")]
public sealed class SignInJourneyTests(BrowserFixture browser)
{
    [Fact]
    public Task SignInAndOut_FrontOffice_SeesTheBoardAndLeaves() => browser.RunAsync(async site =>
    {
        var entrance = await site.OpenAsync();
        await entrance.GotoAsync("/masuk");
        await BrowserSite.AxeAsync(entrance);

        var page = await site.SignInAsync("nani", "/papan");

        Assert.Equal("Papan", await BrowserSite.HeadingAsync(page));
        await BrowserSite.AxeAsync(page);
        await BrowserSite.SignOutAsync(page, "Nani Rohaeni");
    });
}
