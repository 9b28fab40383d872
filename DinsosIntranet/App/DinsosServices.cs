using DinsosIntranet.App.Backups;
using DinsosIntranet.App.Demo;
using DinsosIntranet.App.Setup;
using DinsosIntranet.App.Startup;
using DinsosIntranet.Features.Accounts;
using DinsosIntranet.Features.Accounts.Pages;
using DinsosIntranet.Features.Agency;
using DinsosIntranet.Features.Agenda;
using DinsosIntranet.Features.Assignments;
using DinsosIntranet.Features.Audit;
using DinsosIntranet.Features.Complaints;
using DinsosIntranet.Features.Desks;
using DinsosIntranet.Features.Dispositions;
using DinsosIntranet.Features.Dtks;
using DinsosIntranet.Features.Help;
using DinsosIntranet.Features.Intake;
using DinsosIntranet.Features.Kiosks;
using DinsosIntranet.Features.Letters;
using DinsosIntranet.Features.Objections;
using DinsosIntranet.Features.PublicInformation;
using DinsosIntranet.Features.Repatriation;
using DinsosIntranet.Features.Standards;
using DinsosIntranet.Features.TemplateLetters;
using DinsosIntranet.Features.VictimCases;
using DinsosIntranet.Shared.Data;
using DinsosIntranet.Shared.Drafts;
using DinsosIntranet.Shared.Files;
using DinsosIntranet.Shared.Keys;
using DinsosIntranet.Shared.Live;
using DinsosIntranet.Shared.Regions;
using DinsosIntranet.Shared.Ui;
using Microsoft.AspNetCore.Components.Server.Circuits;
using Microsoft.Extensions.Options;

namespace DinsosIntranet.App;

internal static class DinsosServices
{
    /// <summary>Everything the program is made of: the shared parts, then each capability.</summary>
    public static WebApplicationBuilder AddDinsos(this WebApplicationBuilder builder)
    {
        builder.Host.UseDefaultServiceProvider(o =>
        {
            o.ValidateOnBuild = true;
            o.ValidateScopes = true;
        });
        builder.Services
            .AddShared()
            .AddShell()
            .AddFrame()
            .AddAgency()
            .AddStandards()
            .AddAudit()
            .AddAccounts(builder.Environment)
            .AddDesks()
            .AddKiosks(builder.Environment)
            .AddLetters()
            .AddAssignments()
            .AddIntake()
            .AddAgenda()
            .AddObjections()
            .AddDispositions()
            .AddDtks()
            .AddTemplateLetters()
            .AddPublicInformation()
            .AddComplaints()
            .AddVictimCases()
            .AddRepatriation()
            .AddHelp();
        return builder;
    }

    private static IServiceCollection AddShared(this IServiceCollection services)
    {
        services.AddSingleton<DataFolder>();
        services.AddDinsosDatabase();
        services.AddSingleton<ChangeFeed>();
        services.AddSingleton(p => RegionCatalog.Load(Path.Combine(p.GetRequiredService<DataFolder>().ReferencePath, "regions")));
        services.AddOptions<KeyRingOptions>().BindConfiguration(KeyRingOptions.Section)
            .PostConfigure<DataFolder>((o, data) => o.Folder = Path.GetFullPath(o.Folder.Length > 0 ? o.Folder : "kunci", data.Path));
        services.AddOptions<FileVaultOptions>().BindConfiguration(FileVaultOptions.Section)
            .PostConfigure<DataFolder>((o, data) => o.Folder = Path.GetFullPath(o.Folder.Length > 0 ? o.Folder : "berkas", data.Path));
        services.AddSingleton(p => KeyRing.Open(p.GetRequiredService<IOptions<KeyRingOptions>>().Value, p.GetRequiredService<TimeProvider>()));
        services.AddSingleton<FieldCipher>();
        services.AddSingleton<FileVault>();
        services.AddSingleton<DraftStore>();
        services.AddSessionKeys();
        return services;
    }

    private static IServiceCollection AddFrame(this IServiceCollection services)
    {
        services.AddHttpContextAccessor();
        services.AddHealthChecks();
        services.AddSignInRateLimit();
        services.AddScoped<CircuitOrigin>();
        services.AddScoped<CircuitHandler, CircuitOriginHandler>();
        services.AddScoped<ActorAccessor, StaffActors>();
        services.AddScoped<ActingUser, StaffActingUser>();
        services.AddSingleton<AgencyAccessor, StaffAgency>();
        services.AddSingleton(SettingsSection.ForAdministrator(
            SettingsSection.Services, 50, "Daftar pilihan", "Instruksi disposisi, tujuan surat keterangan, program bantuan.", "/pengaturan/daftar"));
        services.AddSingleton<WaitingCounter, StaffWaitingCounter>();
        services.AddSingleton<ReferenceImport>();
        services.AddSingleton<StandardFilesImport>();
        services.AddSingleton<RahasiaUpkeep>();
        services.AddSingleton<SetupDoor>();
        services.AddSingleton<SetupService>();
        services.AddSingleton<BackupWriter>();
        services.AddSingleton<BackupRestorer>();
        services.AddSingleton<DemoAgency>();
        services.AddSingleton<DemoRequests>();
        services.AddSingleton<DemoAccounts, DemoAccountList>();
        return services;
    }
}
