using DinsosIntranet.Features.Accounts.Domain;
using DinsosIntranet.Features.Accounts.Pages;
using DinsosIntranet.Features.Audit;
using DinsosIntranet.Shared.Data;
using DinsosIntranet.Shared.Ui;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace DinsosIntranet.Features.Accounts;

public static class AccountsFeature
{
    /// <summary>PBKDF2-SHA512 rounds after OWASP's figure: about 80 ms of one core.</summary>
    private const int HashIterations = 210_000;

    public static IServiceCollection AddAccounts(this IServiceCollection services, IHostEnvironment environment)
    {
        services.AddOptions<SignInOptions>().BindConfiguration(SignInOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.Configure<PasswordHasherOptions>(o => o.IterationCount = HashIterations);
        services.AddSingleton<IPasswordHasher<StaffAccount>, PasswordHasher<StaffAccount>>();
        services.AddSingleton<PasswordGate>();
        services.AddSingleton<ActorDirectory>();
        services.AddSingleton<ICurrentRights>(p => p.GetRequiredService<ActorDirectory>());
        services.AddSingleton<AccountService>();
        services.AddSingleton<AccountAdministration>();
        services.AddSingleton<ActivationService>();
        services.AddSingleton<RoleService>();
        services.AddSingleton<AccountQueries>();
        services.AddSingleton<StaffQueries>();
        services.AddSingleton(SettingsSection.ForAdministrator(
            SettingsSection.People, 10, "Pegawai", "Akun, peran dan unit, kode aktivasi, sesi yang terbuka.", StaffListPage.Address));
        services.AddSingleton<AuditNames, AccountNames>();
        services.AddScoped<AuthenticationStateProvider, StaffAuthenticationStateProvider>();
        services.AddSingleton<IAuthorizationHandler, StaffAuthorizationHandler>();
        services.AddAuthorization(options =>
        {
            foreach (var policy in Policies.Roles.Keys)
            {
                options.AddPolicy(policy, b => b.RequireAuthenticatedUser().AddRequirements(new StaffRequirement(policy)));
            }

            options.DefaultPolicy = options.GetPolicy(Policies.Staff)!;
            options.FallbackPolicy = options.DefaultPolicy;
        });
        services.AddAuthentication(StaffClaims.Scheme).AddCookie(StaffClaims.Scheme, cookie => ConfigureCookie(cookie, environment));
        services.AddOptions<CookieAuthenticationOptions>(StaffClaims.Scheme).Configure<IOptions<SignInOptions>>((cookie, signIn) =>
            cookie.ExpireTimeSpan = TimeSpan.FromMinutes(signIn.Value.IdleMinutes));
        return services;
    }

    private static void ConfigureCookie(CookieAuthenticationOptions cookie, IHostEnvironment environment)
    {
        // The __Host- prefix binds the cookie to this very host and to HTTPS; plain HTTP exists in Development only.
        var isPlain = environment.IsDevelopment();
        cookie.Cookie.Name = isPlain ? "dinsos-masuk" : "__Host-dinsos-masuk";
        cookie.Cookie.SecurePolicy = isPlain ? CookieSecurePolicy.SameAsRequest : CookieSecurePolicy.Always;
        cookie.Cookie.HttpOnly = true;
        cookie.Cookie.SameSite = SameSiteMode.Lax;
        cookie.Cookie.Path = "/";
        cookie.LoginPath = "/masuk";
        cookie.AccessDeniedPath = "/galat/403";
        cookie.ReturnUrlParameter = "kembali";
        cookie.SlidingExpiration = true;
        cookie.Events.OnValidatePrincipal = ValidateAsync;
        cookie.Events.OnRedirectToAccessDenied = context =>
        {
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
            return Task.CompletedTask;
        };
    }

    private static async Task ValidateAsync(CookieValidatePrincipalContext context)
    {
        var services = context.HttpContext.RequestServices;
        var longest = TimeSpan.FromHours(services.GetRequiredService<IOptions<SignInOptions>>().Value.LongestHours);
        var now = services.GetRequiredService<TimeProvider>().GetUtcNow();
        var startedText = context.Properties.GetString(SignedInAt);
        var isTooOld = !long.TryParse(startedText, System.Globalization.CultureInfo.InvariantCulture, out var ticks) || now.UtcTicks - ticks > longest.Ticks;
        var claims = StaffClaims.Read(context.Principal);
        if (isTooOld || claims is null || await services.GetRequiredService<ActorDirectory>().FindAsync(claims.Value.UserId, claims.Value.Stamp) is null)
        {
            context.RejectPrincipal();
            await context.HttpContext.SignOutAsync(StaffClaims.Scheme);
        }
    }

    /// <summary>Cookie property: when the person signed in (UTC ticks); renewing the cookie does not move it.</summary>
    private const string SignedInAt = "masuk-pada";

    public static Task SignInAsync(HttpContext context, Guid userId, string stamp, TimeProvider time)
    {
        var properties = new AuthenticationProperties();
        properties.SetString(SignedInAt, time.GetUtcNow().UtcTicks.ToString(System.Globalization.CultureInfo.InvariantCulture));
        return context.SignInAsync(StaffClaims.Scheme, StaffClaims.Principal(userId, stamp), properties);
    }
}
