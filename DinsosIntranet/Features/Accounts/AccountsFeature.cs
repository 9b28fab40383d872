using DinsosIntranet.Features.Accounts.Domain;
using DinsosIntranet.Features.Accounts.Pages;
using DinsosIntranet.Features.Agency;
using DinsosIntranet.Features.Audit;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Data;
using DinsosIntranet.Shared.Keys;
using DinsosIntranet.Shared.Ui;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server.Circuits;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace DinsosIntranet.Features.Accounts;

public static class AccountsFeature
{
    /// <summary>PBKDF2-SHA512 rounds after OWASP's figure: about 80 ms of one core.</summary>
    private const int HashIterations = 210_000;

    /// <summary>How long the second step may take.</summary>
    private static readonly TimeSpan StepTime = TimeSpan.FromMinutes(10);

    public static IServiceCollection AddAccounts(this IServiceCollection services, IHostEnvironment environment)
    {
        services.AddOptions<SignInOptions>().BindConfiguration(SignInOptions.Section).ValidateDataAnnotations()
            .Validate(o => TwoStepRule.Codes(o.WajibDuaLangkah ?? "").All(c => StaffRoles.FromCode(c) is not null), "Masuk:WajibDuaLangkah names a role that does not exist.")
            .ValidateOnStart();
        services.Configure<PasswordHasherOptions>(o => o.IterationCount = HashIterations);
        services.AddSingleton<IPasswordHasher<StaffAccount>, PasswordHasher<StaffAccount>>();
        services.AddSingleton<PasswordGate>();
        services.AddSingleton<ActorDirectory>();
        services.AddSingleton<ICurrentRights>(p => p.GetRequiredService<ActorDirectory>());
        services.TryAddSingleton<BlindIndex>();
        services.AddSingleton<TwoStepSecrets>();
        services.AddSingleton<TwoStepRule>();
        services.AddSingleton<AccountService>();
        services.AddSingleton<SessionService>();
        services.AddSingleton<SessionActivity>();
        services.AddScoped<CircuitHandler, SessionActivityHandler>();
        services.AddHostedService<SessionKeeper>();
        services.AddSingleton<AccountAdministration>();
        services.AddSingleton<ActivationService>();
        services.AddSingleton<RoleService>();
        services.AddSingleton<AccountQueries>();
        services.AddSingleton<StaffQueries>();
        services.AddSingleton<SettingsGaps, StaffGaps>();
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
        services.AddAuthentication(StaffClaims.Scheme)
            .AddCookie(StaffClaims.Scheme, cookie => ConfigureCookie(cookie, environment))
            .AddCookie(StaffClaims.StepScheme, cookie =>
            {
                Protect(cookie, "dinsos-langkah", environment);
                cookie.ExpireTimeSpan = StepTime;
                cookie.SlidingExpiration = false;
            });

        // The session row says how long it may idle; the cookie lasts as long as any session may.
        services.AddOptions<CookieAuthenticationOptions>(StaffClaims.Scheme).Configure<IOptions<SignInOptions>>((cookie, signIn) =>
            cookie.ExpireTimeSpan = TimeSpan.FromHours(signIn.Value.LongestHours));
        return services;
    }

    /// <summary>Gives this browser the cookie of a session.</summary>
    public static Task SignInAsync(HttpContext context, StaffTicket ticket) => context.SignInAsync(StaffClaims.Scheme, StaffClaims.Principal(ticket));

    /// <summary>Remembers for minutes that the password was right.</summary>
    public static Task StartSecondStepAsync(HttpContext context, StaffTicket ticket) =>
        context.SignInAsync(StaffClaims.StepScheme, StaffClaims.Principal(ticket, StaffClaims.StepScheme));

    private static void ConfigureCookie(CookieAuthenticationOptions cookie, IHostEnvironment environment)
    {
        Protect(cookie, "dinsos-masuk", environment);
        cookie.LoginPath = "/masuk";
        cookie.AccessDeniedPath = "/galat/403";
        cookie.ReturnUrlParameter = "kembali";
        cookie.SlidingExpiration = false;
        cookie.Events.OnValidatePrincipal = ValidateAsync;
        cookie.Events.OnRedirectToAccessDenied = context =>
        {
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
            return Task.CompletedTask;
        };
    }

    /// <summary>The __Host- prefix binds a cookie to this very host and to HTTPS; plain HTTP exists in Development only.</summary>
    private static void Protect(CookieAuthenticationOptions cookie, string name, IHostEnvironment environment)
    {
        var isPlain = environment.IsDevelopment();
        cookie.Cookie.Name = isPlain ? name : "__Host-" + name;
        cookie.Cookie.SecurePolicy = isPlain ? CookieSecurePolicy.SameAsRequest : CookieSecurePolicy.Always;
        cookie.Cookie.HttpOnly = true;
        cookie.Cookie.SameSite = SameSiteMode.Lax;
        cookie.Cookie.Path = "/";
    }

    private static async Task ValidateAsync(CookieValidatePrincipalContext context)
    {
        var services = context.HttpContext.RequestServices;
        if (StaffClaims.Read(context.Principal) is { } ticket && await services.GetRequiredService<ActorDirectory>().FindAsync(ticket) is not null)
        {
            services.GetRequiredService<SessionActivity>().Seen(ticket.SessionId);
            return;
        }

        context.RejectPrincipal();
        await context.HttpContext.SignOutAsync(StaffClaims.Scheme);
    }
}
