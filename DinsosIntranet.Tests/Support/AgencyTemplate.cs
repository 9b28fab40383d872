using DinsosIntranet.App;
using DinsosIntranet.Features.Agency;
using DinsosIntranet.Features.Letters;
using DinsosIntranet.Shared.Data;
using DinsosIntranet.Shared.Files;
using DinsosIntranet.Tests.Shared.Files;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace DinsosIntranet.Tests.Support;

/// <summary>
/// A database prepared once per run as the program prepares it (migrations, reference data, demo agency), with its keys.
/// Every test gets a copy, which takes milliseconds.
/// </summary>
internal sealed class AgencyTemplate : IDisposable
{
    private static readonly Dictionary<DatabaseProvider, Lazy<Task<AgencyTemplate>>> Templates = new()
    {
        [DatabaseProvider.Sqlite] = new(() => MakeAsync(DatabaseProvider.Sqlite)),
        [DatabaseProvider.Postgres] = new(() => MakeAsync(DatabaseProvider.Postgres)),
    };

    private readonly DatabaseProvider _provider;
    private readonly TemporaryFolder _folder = new();
    private readonly string _database = NewDatabaseName();

    private AgencyTemplate(DatabaseProvider provider) => _provider = provider;

    public static Task<AgencyTemplate> GetAsync(DatabaseProvider provider) => Templates[provider].Value;

    /// <summary>Settings of a fresh copy; <see cref="DropAsync"/> removes it again.</summary>
    public async Task<Dictionary<string, string?>> CopyAsync(TemporaryFolder target)
    {
        var keys = Path.Combine(target.Root, "kunci");
        PrivateFolder.Ensure(keys);
        foreach (var file in Directory.EnumerateFiles(Path.Combine(_folder.Root, "kunci")))
        {
            File.Copy(file, Path.Combine(keys, Path.GetFileName(file)));
        }

        if (_provider == DatabaseProvider.Sqlite)
        {
            File.Copy(Path.Combine(_folder.Root, "dinsos.db"), Path.Combine(target.Root, "dinsos.db"));
            return Settings(target.Root, _provider, null);
        }

        var database = NewDatabaseName();
        await PostgresServer.ExecuteAsync($"CREATE DATABASE {database} TEMPLATE {_database} STRATEGY FILE_COPY");
        return Settings(target.Root, _provider, await PostgresServer.ConnectionStringAsync(database));
    }

    public void Dispose() => _folder.Dispose();

    public static async Task DropAsync(IReadOnlyDictionary<string, string?> settings)
    {
        if (settings["Basisdata:ConnectionString"] is { Length: > 0 } text)
        {
            await using (var connection = new NpgsqlConnection(text))
            {
                NpgsqlConnection.ClearPool(connection);
            }

            await PostgresServer.ExecuteAsync($"DROP DATABASE IF EXISTS {new NpgsqlConnectionStringBuilder(text).Database} WITH (FORCE)");
        }
        else
        {
            await using var connection = new SqliteConnection(DatabaseRegistration.SqliteConnectionString(Path.Combine(settings["Data:Folder"]!, "dinsos.db")));
            SqliteConnection.ClearPool(connection);
        }
    }

    private static async Task<AgencyTemplate> MakeAsync(DatabaseProvider provider)
    {
        var template = new AgencyTemplate(provider);
        string? connection = null;
        if (provider == DatabaseProvider.Postgres)
        {
            await PostgresServer.ExecuteAsync($"CREATE DATABASE {template._database}");
            connection = await PostgresServer.ConnectionStringAsync(template._database);
        }

        var settings = Settings(template._folder.Root, provider, connection);
        await using (var app = TestComposition.Build(settings, new FakeTime(), [], null))
        {
            await app.PrepareAsync();
            var agency = await app.Services.GetRequiredService<AgencyDirectory>().GetAsync();
            app.Services.GetRequiredService<SealCertificate>().Get(agency.Profile.Name + " " + agency.Profile.Regency);
            await using var db = await app.Services.GetRequiredService<IDbContextFactory<DinsosDbContext>>().CreateDbContextAsync();
            if (db.Database.IsSqlite())
            {
                await db.Database.ExecuteSqlRawAsync("PRAGMA wal_checkpoint(TRUNCATE);");
            }
        }

        AppDomain.CurrentDomain.ProcessExit += (_, _) => template.Dispose();
        if (connection is null)
        {
            await DropAsync(settings);
            return template;
        }

        // A database is only a template while nobody is connected to it.
        await using var pool = new NpgsqlConnection(connection);
        NpgsqlConnection.ClearPool(pool);
        if (Environment.GetEnvironmentVariable(PostgresServer.Variable) is { Length: > 0 })
        {
            AppDomain.CurrentDomain.ProcessExit += (_, _) => DropAsync(settings).GetAwaiter().GetResult();
        }

        return template;
    }

    /// <summary>Settings of a copy that stands on SQLite, for another process that works on the same folder.</summary>
    public static Dictionary<string, string?> SqliteSettings(string dataFolder) => Settings(dataFolder, DatabaseProvider.Sqlite, null);

    private static Dictionary<string, string?> Settings(string dataFolder, DatabaseProvider provider, string? connection) => new()
    {
        ["Data:Folder"] = dataFolder,
        ["Basisdata:Provider"] = provider.ToString(),
        ["Basisdata:ConnectionString"] = connection ?? "",
        ["Masuk:AttemptsPerMinute"] = "1000",
        ["Demo:Permohonan"] = "false",
    };

    private static string NewDatabaseName() => "dinsos_tes_" + Guid.NewGuid().ToString("N");
}
