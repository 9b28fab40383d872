using DinsosIntranet.App;
using DinsosIntranet.App.Setup;
using DinsosIntranet.Shared.Data;
using DinsosIntranet.Tests.Shared.Files;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DinsosIntranet.Tests.Support;

/// <summary>
/// The program on an empty database outside Development, as on the day it is installed: behind a proxy on this machine, which
/// <see cref="SetupBrowser"/> plays.
/// </summary>
internal sealed class EmptyAgency : IAsyncDisposable
{
    private readonly TemporaryFolder _folder;
    private readonly Dictionary<string, string?> _settings;
    private readonly WebApplication _app;

    private EmptyAgency(TemporaryFolder folder, Dictionary<string, string?> settings, WebApplication app) => (_folder, _settings, _app) = (folder, settings, app);

    public FakeTime Time { get; private init; } = new();

    public string DataFolder => _folder.Root;

    public Uri Address => new(_app.Urls.First());

    public SetupDoor Door => Get<SetupDoor>();

    /// <summary>Prepared as the program prepares itself at start; <paramref name="before"/> may fill the database first.</summary>
    public static async Task<EmptyAgency> StartAsync(DatabaseProvider provider, bool served = false, Func<DinsosDbContext, Task>? before = null)
    {
        var folder = new TemporaryFolder();
        var database = "dinsos_tes_" + Guid.NewGuid().ToString("N");
        string? connection = null;
        if (provider == DatabaseProvider.Postgres)
        {
            await PostgresServer.ExecuteAsync($"CREATE DATABASE {database}");
            connection = await PostgresServer.ConnectionStringAsync(database);
        }

        var settings = new Dictionary<string, string?>
        {
            ["Data:Folder"] = folder.Root,
            ["Basisdata:Provider"] = provider.ToString(),
            ["Basisdata:ConnectionString"] = connection ?? "",
            ["Proksi:Alamat"] = "127.0.0.1",
            ["Masuk:AttemptsPerMinute"] = "1000",
        };
        var time = new FakeTime();
        var agency = new EmptyAgency(folder, settings, TestComposition.Build(settings, time, [], null, "Production")) { Time = time };
        if (before is not null)
        {
            await using var db = agency.OpenDb();
            await before(db);
        }

        await agency._app.PrepareAsync();
        if (served)
        {
            await agency._app.UseDinsos().StartAsync();
        }

        return agency;
    }

    public T Get<T>()
        where T : notnull => _app.Services.GetRequiredService<T>();

    public DinsosDbContext OpenDb() => Get<IDbContextFactory<DinsosDbContext>>().CreateDbContext();

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
        await AgencyTemplate.DropAsync(_settings);
        _folder.Dispose();
    }
}
