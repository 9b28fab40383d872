using System.Diagnostics;
using System.Net;
using DinsosIntranet.Tests.Shared.Files;
using DinsosIntranet.Tests.Support;

namespace DinsosIntranet.Tests.App;

/// <summary>The program as an agency installs it: published into a folder of its own, started from another one.</summary>
public sealed class PublishedProgramTests
{
#if DEBUG
    private const string Configuration = "Debug";
#else
    private const string Configuration = "Release";
#endif

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    [Fact]
    public async Task Published_StartedFromAnotherFolder_ServesPagesStylesAndVerbs()
    {
        using var published = new TemporaryFolder();
        using var data = new TemporaryFolder();
        await RunAsync(RepositoryRoot.Path, "publish", "DinsosIntranet/DinsosIntranet.csproj", "-c", Configuration, "--no-build", "--no-restore", "-p:CompressionEnabled=false", "-o", published.Root);
        var program = Path.Combine(published.Root, "DinsosIntranet.dll");

        string[] kept = ["standards", "regions", "calendar", "help"];
        Assert.All(kept, folder => Assert.Equal(NamesIn(RepositoryRoot.Data(folder)), NamesIn(Path.Combine(published.Root, "data", folder))));
        Assert.False(Directory.Exists(Path.Combine(published.Root, "data", "kunci")) || Directory.Exists(Path.Combine(published.Root, "data", "berkas")));

        using (var site = Start("/", program, "--urls", "http://127.0.0.1:0", "--Proksi:Alamat=127.0.0.1", "--Data:Folder=" + data.Root))
        {
            try
            {
                using var client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = await AddressAsync(site) };
                client.DefaultRequestHeaders.Add("X-Forwarded-Proto", "https");
                Assert.Equal("/penyiapan", (await client.GetAsync(new Uri("/", UriKind.Relative))).Headers.Location!.ToString());
                foreach (var path in (string[])["/penyiapan", "/css/dinsos.css", "/DinsosIntranet.styles.css", "/_framework/blazor.web.js", "/_content/Radzen.Blazor/Radzen.Blazor.js"])
                {
                    Assert.Equal((path, HttpStatusCode.OK), (path, (await client.GetAsync(new Uri(path, UriKind.Relative))).StatusCode));
                }
            }
            finally
            {
                site.Kill();
                await site.WaitForExitAsync();
            }
        }

        await RunAsync("/", program, "audit", "verify", "--Data:Folder=" + data.Root);
    }

    private static IEnumerable<string> NamesIn(string folder) => Directory.EnumerateFiles(folder).Select(f => Path.GetFileName(f)).Order(StringComparer.Ordinal);

    private static async Task<Uri> AddressAsync(Process site)
    {
        const string mark = "Now listening on: ";
        using var patience = new CancellationTokenSource(Patience);
        var said = new List<string>();
        while (await site.StandardOutput.ReadLineAsync(patience.Token) is { } line)
        {
            said.Add(line);
            if (line.IndexOf(mark, StringComparison.Ordinal) is >= 0 and var at)
            {
                return new Uri(line[(at + mark.Length)..]);
            }
        }

        throw new InvalidOperationException("The program did not start: " + string.Join('\n', said) + await site.StandardError.ReadToEndAsync(patience.Token));
    }

    private static async Task RunAsync(string folder, params string[] arguments)
    {
        using var process = Start(folder, arguments);
        using var patience = new CancellationTokenSource(Patience);
        var errors = process.StandardError.ReadToEndAsync(patience.Token);
        var output = await process.StandardOutput.ReadToEndAsync(patience.Token);
        await process.WaitForExitAsync(patience.Token);
        Assert.True(process.ExitCode == 0, $"dotnet {arguments[0]} ended with {process.ExitCode}: {output} {await errors}");
    }

    private static Process Start(string folder, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet") { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Production";
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        return Process.Start(start) ?? throw new InvalidOperationException("dotnet did not start.");
    }
}
