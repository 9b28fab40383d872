using DinsosIntranet.Features.Accounts;
using DinsosIntranet.Features.Accounts.Domain;
using DinsosIntranet.Features.Standards;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Data;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace DinsosIntranet.Tests.Bench;

/// <summary>
/// The whole program with its real services on a SQLite file of its own, with the same pragmas as in use, without a port.
/// Only the password hash is made cheap: it costs a tenth of a second on purpose and is not what is measured.
/// </summary>
internal sealed class BenchHost : IAsyncDisposable
{
    private readonly WebApplicationFactory<global::Program> _application;

    private BenchHost(string folder)
    {
        Folder = folder;
        _application = new WebApplicationFactory<global::Program>().WithWebHostBuilder(b => b
            .UseEnvironment("Development")
            .UseSetting("Data:Folder", folder)
            .ConfigureLogging(l => l.ClearProviders())
            .ConfigureServices(s => s
                .AddSingleton<IInterceptor>(Commands)
                .AddSingleton<IPasswordHasher<StaffAccount>, CheapHasher>()));
    }

    public string Folder { get; }

    public CommandCounter Commands { get; } = new();

    public IDbContextFactory<DinsosDbContext> Databases => Service<IDbContextFactory<DinsosDbContext>>();

    public static async Task<BenchHost> StartAsync()
    {
        // Beside the other temporary files, or where the disk to be measured is.
        var parent = Environment.GetEnvironmentVariable("BENCH_FOLDER") ?? Path.GetTempPath();
        var host = new BenchHost(Directory.CreateDirectory(Path.Combine(parent, "dinsos-bench-" + Guid.NewGuid().ToString("N"))).FullName);
        _ = host._application.Services;
        await host.LoadAsync();
        return host;
    }

    public LoadedStandard Dtks { get; private set; } = null!;

    public T Service<T>()
        where T : notnull => _application.Services.GetRequiredService<T>();

    /// <summary>Acts as one of the demonstration's staff.</summary>
    public async Task<ActionContext> ActAsync(string userName)
    {
        await using var db = await Databases.CreateDbContextAsync();
        var id = await db.Users.Where(u => u.UserName == userName).Select(u => u.Id).FirstAsync();
        return ActionContext.For((await Service<ActorDirectory>().FindAsync(id))!, TimeProvider.System, "bench");
    }

    public async ValueTask DisposeAsync()
    {
        await _application.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(Folder, recursive: true);
    }

    private async Task LoadAsync() =>
        Dtks = (await Service<StandardLibrary>().FindActiveAsync("dtks", DateOnly.FromDateTime(DateTime.UtcNow)))!;

    private sealed class CheapHasher : IPasswordHasher<StaffAccount>
    {
        public string HashPassword(StaffAccount user, string password) => password;

        public PasswordVerificationResult VerifyHashedPassword(StaffAccount user, string hashedPassword, string providedPassword) =>
            hashedPassword == providedPassword ? PasswordVerificationResult.Success : PasswordVerificationResult.Failed;
    }
}
