using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using DinsosIntranet.Features.Kiosks.Pages;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;
using Microsoft.AspNetCore.Components.Web;

namespace DinsosIntranet.App;

/// <summary>
/// The document around every page. Pages marked <c>[ExcludeFromInteractiveRouting]</c> are plain HTML (a cookie cannot be
/// set from a circuit); all others run in a circuit, without prerendering, so that nothing is read or recorded twice.
/// </summary>
[SuppressMessage("Design", "MA0049:Type name should not match containing namespace", Justification = "App is the customary name of Blazor's root component.")]
public sealed partial class App
{
    private const string ThemeCookie = "di-tema";

    private static readonly string[] Sheets =
    [
        "css/dinsos.css",
        "css/dinsos-radzen.css",
        "css/dinsos-shell.css",
        "css/dinsos-parts.css",
        "css/dinsos-board.css",
        "DinsosIntranet.styles.css",
        "css/dinsos-media.css",
    ];

    [Inject]
    public required TimeProvider Time { get; init; }

    [CascadingParameter]
    public required HttpContext HttpContext { get; init; }

    private bool IsInteractive => HttpContext.AcceptsInteractiveRouting();

    /// <summary>A board on the wall looks after its connection by itself.</summary>
    private bool IsScreen => HttpContext.Request.Path.Equals(WallBoardPage.Address, StringComparison.OrdinalIgnoreCase);

    private InteractiveServerRenderMode? Mode => IsInteractive ? new InteractiveServerRenderMode(prerender: false) : null;

    /// <summary>The theme chosen on this device; null follows the system. js/tema.js writes the cookie.</summary>
    private string? Theme => HttpContext.Request.Cookies[ThemeCookie] is "gelap" or "terang" ? HttpContext.Request.Cookies[ThemeCookie] : null;

    private string ThemeAttribute => Theme ?? "terang";

    private string LightMedia => Theme switch
    {
        "terang" => "all",
        "gelap" => "not all",
        _ => "not all and (prefers-color-scheme: dark)",
    };

    private string DarkMedia => Theme switch
    {
        "terang" => "not all",
        "gelap" => "all",
        _ => "(prefers-color-scheme: dark)",
    };

    private string SentAt => Time.GetUtcNow().UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
}
