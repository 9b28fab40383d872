using System.Net;
using System.Text.RegularExpressions;
using DinsosIntranet.App;
using DinsosIntranet.App.Demo;
using DinsosIntranet.Shared.Files;
using DinsosIntranet.Shared.Keys;
using DinsosIntranet.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace DinsosIntranet.Tests.App;

public sealed partial class SessionKeysTests
{
    [Fact]
    public async Task SignIn_ProgramRestarted_StillHolds()
    {
        await using var agency = await TestAgency.StartSiteAsync();
        var jar = new CookieContainer();
        using var handler = new HttpClientHandler { AllowAutoRedirect = false, CookieContainer = jar };
        using var client = new HttpClient(handler);
        var first = agency.Address;
        using var form = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["_handler"] = "masuk",
            ["__RequestVerificationToken"] = Token().Match(await client.GetStringAsync(new Uri(first, "/masuk"))).Groups["value"].Value,
            ["Input.Nama"] = "maman",
            ["Input.Sandi"] = DemoAgency.Password,
        });
        using var signedIn = await client.PostAsync(new Uri(first, "/masuk"), form);
        Assert.Equal(HttpStatusCode.Redirect, signedIn.StatusCode);

        await agency.RestartSiteAsync();

        // Cookies do not know ports, so the browser sends the same one to the new address.
        using var answer = await client.GetAsync(new Uri(agency.Address, "/papan"));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Fact]
    public async Task Folder_KeysOfCookies_AreEncryptedBelowTheKeysForTheProgramAlone()
    {
        await using var agency = await TestAgency.StartSiteAsync();
        using var client = new HttpClient();
        await client.GetStringAsync(new Uri(agency.Address, "/masuk"));

        var folder = Path.Combine(agency.Services.GetRequiredService<IOptions<KeyRingOptions>>().Value.Folder, SessionKeys.FolderName);

        var key = await File.ReadAllTextAsync(Assert.Single(Directory.EnumerateFiles(folder, "*.xml")));
        Assert.Contains("<terenkripsi", key, StringComparison.Ordinal);
        Assert.DoesNotContain("masterKey", key, StringComparison.Ordinal);
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(PrivateFolder.FolderMode, File.GetUnixFileMode(folder));
        }
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"(?<value>[^\"]+)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Token();
}
