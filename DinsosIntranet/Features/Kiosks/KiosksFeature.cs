using DinsosIntranet.Features.Accounts;
using DinsosIntranet.Features.Agency;
using DinsosIntranet.Features.Audit;
using DinsosIntranet.Features.Kiosks.Pages;
using DinsosIntranet.Shared.Ui;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components.Server.Circuits;

namespace DinsosIntranet.Features.Kiosks;

public static class KiosksFeature
{
    /// <summary>After the accounts: two of their policies are opened to screens as well.</summary>
    public static IServiceCollection AddKiosks(this IServiceCollection services, IHostEnvironment environment)
    {
        services.AddSingleton(new KioskCookie(environment));
        services.AddSingleton<KioskDirectory>();
        services.AddSingleton<KioskPresence>();
        services.AddSingleton<KioskQueries>();
        services.AddSingleton<KioskService>();
        services.AddSingleton<PairingAttempts>();
        services.AddSingleton<KioskPairing>();
        services.AddSingleton<AuditNames, KioskNames>();
        services.AddSingleton<StructureUses, KioskUses>();
        services.AddScoped<KioskConnection>();
        services.AddScoped<CircuitHandler>(p => p.GetRequiredService<KioskConnection>());
        services.AddAuthentication().AddScheme<AuthenticationSchemeOptions, KioskAuthenticationHandler>(KioskClaims.Scheme, null);
        services.AddSingleton<IAuthorizationHandler, KioskAuthorizationHandler>();
        services.AddAuthorization(options =>
        {
            foreach (var policy in (string[])[Policies.Screen, Policies.Circuit])
            {
                // Screens last: of two challenges the later one stands.
                options.AddPolicy(policy, b => b
                    .AddAuthenticationSchemes(StaffClaims.Scheme, KioskClaims.Scheme)
                    .RequireAuthenticatedUser()
                    .AddRequirements(new StaffRequirement(policy)));
            }
        });
        services.AddSingleton(SettingsSection.ForAdministrator(
            SettingsSection.Agency, 60, "Papan TV", "Layar di dinding yang hanya menampilkan papan: daftar, pasangkan, cabut.", KioskDevicesPage.Address));
        return services;
    }
}
