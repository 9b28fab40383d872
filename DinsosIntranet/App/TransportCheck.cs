using System.Net;
using Microsoft.AspNetCore.HttpOverrides;

namespace DinsosIntranet.App;

/// <summary>
/// Outside Development the program does not start without HTTPS of its own or a proxy that is named in the settings
/// ("Proksi:Alamat") and does the encryption. Development listens on this machine only.
/// </summary>
internal static class TransportCheck
{
    private const string ProxySetting = "Proksi:Alamat";

    public static void Require(IConfiguration configuration, IHostEnvironment environment)
    {
        var urls = (configuration["urls"] ?? configuration["ASPNETCORE_URLS"] ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries);
        if (environment.IsDevelopment())
        {
            if (Array.Find(urls, u => !IsLoopback(u)) is { } open)
            {
                throw new InvalidOperationException($"In Development the demo agency is only served on this machine; {open} is open to others.");
            }

            return;
        }

        var hasHttps = urls.Any(u => u.StartsWith("https://", StringComparison.OrdinalIgnoreCase))
            || configuration.GetSection("Kestrel:Endpoints").GetChildren().Any(e => e["Url"]?.StartsWith("https://", StringComparison.OrdinalIgnoreCase) == true);
        if (!hasHttps && Proxies(configuration).Count == 0)
        {
            throw new InvalidOperationException($"No HTTPS address is configured, and no proxy that does the encryption is named in {ProxySetting}. Set one of the two.");
        }
    }

    public static WebApplication UseProxyHeaders(this WebApplication app)
    {
        var proxies = Proxies(app.Configuration);
        if (proxies.Count > 0)
        {
            var options = new ForwardedHeadersOptions { ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto | ForwardedHeaders.XForwardedHost };
            options.KnownProxies.Clear();
            options.KnownIPNetworks.Clear();
            foreach (var proxy in proxies)
            {
                options.KnownProxies.Add(proxy);
            }

            app.UseForwardedHeaders(options);
        }

        if (!app.Environment.IsDevelopment())
        {
            app.UseHsts();
        }

        return app;
    }

    private static List<IPAddress> Proxies(IConfiguration configuration) =>
        [.. (configuration[ProxySetting] ?? "").Split([',', ' '], StringSplitOptions.RemoveEmptyEntries).Select(IPAddress.Parse)];

    private static bool IsLoopback(string url) =>
        Uri.TryCreate(url.Replace("*", "0.0.0.0", StringComparison.Ordinal).Replace("+", "0.0.0.0", StringComparison.Ordinal), UriKind.Absolute, out var uri) && uri.IsLoopback;
}
