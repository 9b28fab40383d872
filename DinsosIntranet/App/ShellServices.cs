using DinsosIntranet.Shared.Ui;
using Radzen;

namespace DinsosIntranet.App;

public static class ShellServices
{
    /// <summary>Components, Radzen with Indonesian texts, and what the frame remembers per circuit.</summary>
    public static IServiceCollection AddShell(this IServiceCollection services)
    {
        services.AddRazorComponents().AddInteractiveServerComponents();
        services.AddCascadingAuthenticationState();
        services.AddAuthorization();
        services.AddAntiforgery();
        services.AddSingleton(TimeProvider.System);
        services.AddRadzenComponents();
        services.AddSingleton<ILocalizer, RadzenTexts>();
        services.AddScoped<QuickSearch>();
        return services;
    }
}
