using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using DinsosIntranet.Features.Accounts;
using DinsosIntranet.Shared.Data;
using DinsosIntranet.Shared.Keys;
using DinsosIntranet.Tests.Support;
using Microsoft.Extensions.Options;

namespace DinsosIntranet.Tests.Features.Letters.Pages;

/// <summary>The page of keys, asked over HTTP by somebody who is not signed in.</summary>
public sealed partial class VerificationKeysPageTests
{
    /// <summary>Nothing of the program is used to check: only what the page says, and a reader of Base32 as everybody has one.</summary>
    [Fact]
    public async Task Get_ByAnybody_EnoughToCheckACodeWithoutUs()
    {
        await using var agency = await TestAgency.StartSiteAsync(DatabaseProvider.Sqlite);
        var letter = await agency.Data.IssuedAsync();
        agency.Get<KeyRing>().Rotate(KeyPurpose.Verification);
        var newer = await agency.Data.IssuedAsync();
        using var client = new HttpClient { BaseAddress = agency.Address };
        var page = WebUtility.HtmlDecode(await client.GetStringAsync("/verifikasi/kunci"));
        var keys = Key().Matches(page).ToDictionary(m => m.Groups["id"].Value, m => m.Groups["pem"].Value);

        Assert.Equal(2, keys.Count);
        foreach (var signed in (string[])[letter.VerificationText!, newer.VerificationText!])
        {
            var dot = signed.LastIndexOf('.');
            var fields = Encoding.UTF8.GetString(Base32(signed["DI1.".Length..dot])).Split('\u001F');
            using var key = ECDsa.Create();
            key.ImportFromPem(keys[fields[6]]);
            Assert.True(key.VerifyData(Encoding.ASCII.GetBytes(signed[..dot]), Base32(signed[(dot + 1)..]), HashAlgorithmName.SHA256, DSASignatureFormat.IeeeP1363FixedFieldConcatenation));
            Assert.Equal(("sk-dtks", "261123"), (fields[1], fields[2]));
        }

        Assert.Equal(keys.Values.Select(Lines).Order(), (await Task.WhenAll(keys.Keys.Select(id => client.GetStringAsync($"/verifikasi/kunci/{id}.pem")))).Select(Lines).Order());
    }

    [Fact]
    public async Task Get_UnknownKey_NotFound()
    {
        await using var agency = await TestAgency.StartSiteAsync(DatabaseProvider.Sqlite);
        using var client = new HttpClient { BaseAddress = agency.Address };

        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync("/verifikasi/kunci/zzzzzzzz.pem")).StatusCode);
    }

    [Fact]
    public async Task Get_TooOften_Limited()
    {
        await using var agency = await TestAgency.StartSiteAsync(DatabaseProvider.Sqlite);
        using var client = new HttpClient { BaseAddress = agency.Address };
        var allowed = agency.Get<IOptions<SignInOptions>>().Value.AttemptsPerMinute;
        for (var i = 0; i < allowed; i++)
        {
            Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync("/verifikasi/kunci/zzzzzzzz.pem")).StatusCode);
        }

        Assert.Equal(HttpStatusCode.TooManyRequests, (await client.GetAsync("/verifikasi/kunci")).StatusCode);
    }

    private static string Lines(string pem) => string.Concat(pem.Split('\n', StringSplitOptions.TrimEntries));

    private static byte[] Base32(string text)
    {
        var bits = string.Concat(text.Select(c => Convert.ToString("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".IndexOf(c, StringComparison.Ordinal), 2).PadLeft(5, '0')));
        return [.. Enumerable.Range(0, bits.Length / 8).Select(i => Convert.ToByte(bits.Substring(i * 8, 8), 2))];
    }

    [GeneratedRegex(@"aria-label=""Kunci (?<id>\S+) dalam bentuk PEM""[^>]*>(?<pem>-----BEGIN PUBLIC KEY-----[^<]+)<", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Key();
}
