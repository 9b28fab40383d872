using DinsosIntranet.Shared.Files;
using DinsosIntranet.Shared.Keys;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.Extensions.Options;

namespace DinsosIntranet.App;

/// <summary>
/// Where ASP.NET keeps the keys of cookies and forms: below the keys folder, so that sign-ins survive a restart whatever
/// account runs the program, and several instances read each other's cookies. They lie beside the master keys and are
/// protected as those are, by the folder's rights. Losing them signs everybody out and nothing more.
/// </summary>
internal static class SessionKeys
{
    public const string FolderName = "sesi";

    public static IServiceCollection AddSessionKeys(this IServiceCollection services)
    {
        // The name keeps its meaning wherever the program is installed; the default is the folder it runs from.
        services.AddDataProtection().SetApplicationName("DinsosIntranet");
        services.AddOptions<KeyManagementOptions>().Configure<IOptions<KeyRingOptions>, ILoggerFactory>((options, keys, loggers) =>
        {
            PrivateFolder.Ensure(keys.Value.Folder);
            var folder = Path.Combine(keys.Value.Folder, FolderName);
            PrivateFolder.Ensure(folder);
            options.XmlRepository = new FileSystemXmlRepository(new DirectoryInfo(folder), loggers);
        });
        return services;
    }
}
