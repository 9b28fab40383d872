using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.Options;

namespace DinsosIntranet.Shared.Data;

public static class DatabaseRegistration
{
    /// <summary>Registers the context factory for the database the settings name, and the one gate all writes pass.</summary>
    public static IServiceCollection AddDinsosDatabase(this IServiceCollection services)
    {
        services.AddOptions<DatabaseOptions>()
            .BindConfiguration(DatabaseOptions.Section)
            .Validate(o => o.Provider != DatabaseProvider.Postgres || o.ConnectionString.Length > 0, "Basisdata:ConnectionString is needed for PostgreSQL.")
            .ValidateOnStart();
        services.AddSingleton<IDbContextFactory<DinsosDbContext>>(CreateFactory);
        services.AddSingleton(provider => new WriteGate(provider.GetRequiredService<IOptions<DatabaseOptions>>().Value.Provider));
        services.AddSingleton<WriteRunner>();
        return services;
    }

    /// <summary>
    /// WAL so that readers never wait, FULL so that what was answered "tersimpan" survives a power cut,
    /// foreign keys on (Microsoft.Data.Sqlite's default).
    /// </summary>
    public static string SqliteConnectionString(string path) => new SqliteConnectionStringBuilder
    {
        DataSource = path,
        Pooling = true,
        DefaultTimeout = 30,
    }.ToString();

    /// <summary>The SQLite file the settings name.</summary>
    public static string SqlitePath(DatabaseOptions options, DataFolder folder) =>
        Path.GetFullPath(options.Path.Length > 0 ? options.Path : Path.Combine(folder.Path, "dinsos.db"));

    private static IDbContextFactory<DinsosDbContext> CreateFactory(IServiceProvider provider)
    {
        var options = provider.GetRequiredService<IOptions<DatabaseOptions>>().Value;
        var interceptors = provider.GetServices<IInterceptor>().ToArray();
        if (options.Provider == DatabaseProvider.Postgres)
        {
            var postgres = new DbContextOptionsBuilder<PostgresDinsosDbContext>()
                .UseNpgsql(options.ConnectionString)
                .AddInterceptors(interceptors)
                .Options;
            return new DelegatingFactory(() => new PostgresDinsosDbContext(postgres));
        }

        var path = SqlitePath(options, provider.GetRequiredService<DataFolder>());
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var sqlite = new DbContextOptionsBuilder<SqliteDinsosDbContext>()
            .UseSqlite(SqliteConnectionString(path))
            .AddInterceptors(interceptors)
            .AddInterceptors(new SqlitePragmas())
            .Options;
        return new DelegatingFactory(() => new SqliteDinsosDbContext(sqlite));
    }

    private sealed class DelegatingFactory(Func<DinsosDbContext> create) : IDbContextFactory<DinsosDbContext>
    {
        public DinsosDbContext CreateDbContext() => create();
    }
}
