using System.Net;
using System.Reflection;
using System.Text.RegularExpressions;
using DinsosIntranet.App.Demo;
using DinsosIntranet.Features.Accounts;
using DinsosIntranet.Features.Kiosks;
using DinsosIntranet.Features.Kiosks.Domain;
using DinsosIntranet.Features.Kiosks.Pages;
using DinsosIntranet.Shared.Data;
using DinsosIntranet.Tests.Journeys;
using DinsosIntranet.Tests.Support;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Routing;

namespace DinsosIntranet.Tests.Architecture;

/// <summary>Every page against every role, asked over HTTP; and nobody forgets to say who may open a page.</summary>
public sealed partial class PageAccessTests(PageAccessTests.Site site) : IClassFixture<PageAccessTests.Site>
{
    /// <summary>The only pages open to everybody.</summary>
    private static readonly string[] Open = ["/masuk", "/masuk/aktivasi", "/masuk/dua-langkah", "/penyiapan", "/verifikasi", "/verifikasi/kunci", "/papan/tv/kode", "/galat/{Code:int}"];

    /// <summary>Pages without a policy of their own; the fallback policy asks for staff.</summary>
    private static readonly string[] ByFallback = ["/tidak-ada"];

    private static readonly (string Route, string? Policy, bool IsOpen)[] Pages =
    [
        .. from type in typeof(Policies).Assembly.GetTypes()
           from route in type.GetCustomAttributes<RouteAttribute>()
           select (route.Template, type.GetCustomAttribute<AuthorizeAttribute>()?.Policy, type.GetCustomAttribute<AllowAnonymousAttribute>() is not null),
    ];

    public static TheoryData<string> OnePersonPerRole { get; } = [.. DemoAgency.People.DistinctBy(p => p.Role).Select(p => p.UserName)];

    [Fact]
    public void Pages_OpenToEverybody_OnlyThoseOnTheList() =>
        Assert.Empty(Pages.Where(p => p.IsOpen).Select(p => p.Route).Except(Open));

    [Fact]
    public void Pages_AllOthers_NameAKnownPolicy() =>
        Assert.Empty(Pages.Where(p => !p.IsOpen && !(p.Policy is { } policy && Policies.Roles.ContainsKey(policy))).Select(p => p.Route).Except(ByFallback));

    /// <summary>The browser looks at every page in both themes and on a phone; a new page says there what it shows.</summary>
    [Fact]
    public void Pages_Each_HaveASampleForTheBrowser() =>
        Assert.Empty(Pages.Select(p => p.Route).Except(PageSamples.All.Select(s => s.Route)));

    [Theory, MemberData(nameof(OnePersonPerRole))]
    public async Task Get_EachPage_AnsweredByThePolicyTable(string userName)
    {
        using var client = await site.SignInAsync(userName);
        var role = DemoAgency.People.First(p => p.UserName == userName).Role;
        var wrong = new List<string>();
        foreach (var page in Pages.Where(p => p.Policy is not null))
        {
            var answer = (await client.GetAsync(Address(page.Route))).StatusCode;
            var expected = Policies.Roles[page.Policy!].Contains(role) ? HttpStatusCode.OK : HttpStatusCode.Forbidden;
            if (answer != expected)
            {
                wrong.Add($"{page.Route}: {answer}, expected {expected}");
            }
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    [Fact]
    public async Task Get_NotSignedIn_SentToTheSignInPage()
    {
        using var client = site.NewClient();
        foreach (var page in Pages.Where(p => !p.IsOpen))
        {
            var answer = await client.GetAsync(Address(page.Route));
            // A screen on the wall is asked for its code.
            var expected = page.Route == WallBoardPage.Address ? PairingPage.Address : "/masuk";
            Assert.Equal((HttpStatusCode.Redirect, expected), (answer.StatusCode, new Uri(site.Agency.Address, answer.Headers.Location!).AbsolutePath));
        }
    }

    /// <summary>Everything the program answers to, asked with the cookie of a screen and with none: only the board differs.</summary>
    [Fact]
    public async Task Ask_EveryEndpointAsAPairedScreen_OnlyTheBoardAndItsConnectionOpen()
    {
        using var screen = await site.PairAsync();
        using var nobody = site.NewClient();
        var wrong = new List<string>();
        var asked = 0;
        foreach (var endpoint in site.Agency.Get<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>().Where(e => e.Metadata.GetMetadata<IAllowAnonymous>() is null))
        {
            var address = Address("/" + endpoint.RoutePattern.RawText!.TrimStart('/'));
            foreach (var method in endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? ["GET"])
            {
                var (seen, usual) = (await AskAsync(screen, method, address), await AskAsync(nobody, method, address));
                var isOpen = address == WallBoardPage.Address || address.StartsWith("/_blazor", StringComparison.Ordinal);
                if (usual.StatusCode != HttpStatusCode.Redirect && !(usual.StatusCode is HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden or HttpStatusCode.BadRequest or HttpStatusCode.NotFound))
                {
                    wrong.Add($"{method} {address}: open to everybody ({usual.StatusCode})");
                }

                if (!isOpen && seen != usual)
                {
                    wrong.Add($"{method} {address}: {seen}, without the cookie {usual}");
                }

                asked++;
            }
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
        Assert.True(asked > Pages.Length, $"Only {asked} endpoints were asked.");
        Assert.Equal(HttpStatusCode.OK, (await screen.GetAsync(WallBoardPage.Address)).StatusCode);
    }

    [Fact]
    public async Task Get_BoardAsAPairedScreen_CookieIsOutOfReachOfScriptsAndRenewed()
    {
        using var screen = await site.PairAsync();

        var cookie = Assert.Single((await screen.GetAsync(WallBoardPage.Address)).Headers.GetValues("Set-Cookie"), c => c.Contains("papan-tv", StringComparison.Ordinal));

        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=lax", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("max-age=34560000", cookie, StringComparison.OrdinalIgnoreCase);
    }

    private static async Task<(HttpStatusCode StatusCode, string? Location)> AskAsync(HttpClient client, string method, string address)
    {
        using var question = new HttpRequestMessage(new HttpMethod(method), address);
        using var answer = await client.SendAsync(question);
        return (answer.StatusCode, answer.Headers.Location?.ToString());
    }

    [Fact]
    public async Task Get_DisabledMeanwhile_SentToTheSignInPage()
    {
        using var client = await site.SignInAsync("tati");
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/papan")).StatusCode);
        await site.Agency.Get<AccountService>().DisableAsync(site.Agency.UserId("tati"), await site.Agency.ActAsync("admin"));

        var answer = await client.GetAsync("/papan");

        Assert.Equal("/masuk", answer.Headers.Location?.AbsolutePath);
    }

    private static string Address(string route) =>
        RouteValue().Replace(route, m => m.Value.Contains(":int", StringComparison.Ordinal) ? "1" : m.Value.Contains(":guid", StringComparison.Ordinal) ? Guid.Empty.ToString() : "x");

    [GeneratedRegex(@"\{[^}]+\}", RegexOptions.None, 1000)]
    private static partial Regex RouteValue();

    /// <summary>One site for all of the class.</summary>
    public sealed partial class Site : IAsyncLifetime
    {
        public TestAgency Agency { get; private set; } = null!;

        public async Task InitializeAsync() => Agency = await TestAgency.StartSiteAsync(DatabaseProvider.Sqlite);

        public async Task DisposeAsync() => await Agency.DisposeAsync();

        public HttpClient NewClient()
        {
            // Owned and disposed by the client.
            var handler = new HttpClientHandler { AllowAutoRedirect = false };
            return new HttpClient(handler, disposeHandler: true) { BaseAddress = Agency.Address };
        }

        /// <summary>A client signed in as a browser would be: through the form.</summary>
        public async Task<HttpClient> SignInAsync(string userName)
        {
            var client = NewClient();
            var page = await client.GetStringAsync("/masuk");
            using var form = new FormUrlEncodedContent(new Dictionary<string, string>
            {
                ["_handler"] = "masuk",
                ["__RequestVerificationToken"] = Token().Match(page).Groups["value"].Value,
                ["Input.Nama"] = userName,
                ["Input.Sandi"] = DemoAgency.Password,
            });
            var answer = await client.PostAsync("/masuk", form);
            Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
            return client;
        }

        /// <summary>A client paired as a screen would be: through the form.</summary>
        public async Task<HttpClient> PairAsync()
        {
            var issued = await Agency.Get<KioskService>().RegisterAsync(
                new KioskParticulars { Name = $"TV {Guid.NewGuid()}", PageSeconds = KioskDevice.UsualPageSeconds, Theme = KioskTheme.Light }, await Agency.ActAsync("admin"));
            var client = NewClient();
            var page = await client.GetStringAsync(PairingPage.Address);
            using var form = new FormUrlEncodedContent(new Dictionary<string, string>
            {
                ["_handler"] = PairingPage.FormName,
                ["__RequestVerificationToken"] = Token().Match(page).Groups["value"].Value,
                ["Input.Code"] = issued.Value.Code,
            });
            var answer = await client.PostAsync(PairingPage.Address, form);
            Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
            return client;
        }

        [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"(?<value>[^\"]+)\"", RegexOptions.ExplicitCapture, 1000)]
        private static partial Regex Token();
    }
}
