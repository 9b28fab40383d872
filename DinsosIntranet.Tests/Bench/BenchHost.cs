using DinsosIntranet.Features.Accounts.Domain;
using DinsosIntranet.Features.Standards;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Data;
using DinsosIntranet.Tests.Support;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;

namespace DinsosIntranet.Tests.Bench;

/// <summary>
/// The whole program with its real services on a SQLite file of its own, with the pragmas it is used with, in office hours.
/// Only the password hash is made cheap: it costs a tenth of a second on purpose and is not what is measured.
/// </summary>
internal sealed class BenchHost : IAsyncDisposable
{
    private readonly TestAgency _agency;

    private BenchHost(TestAgency agency, CommandCount commands, LoadedStandard dtks)
    {
        _agency = agency;
        Commands = commands;
        Dtks = dtks;
    }

    public string Folder => _agency.DataFolder;

    public DateTime Now => _agency.Time.Now;

    public CommandCount Commands { get; }

    public LoadedStandard Dtks { get; }

    public static async Task<BenchHost> StartAsync()
    {
        var commands = new CommandCount();
        var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite, clockRuns: true, services => services
            .AddSingleton<IInterceptor>(commands)
            .AddSingleton<IPasswordHasher<StaffAccount>, CheapHasher>());
        var dtks = await agency.Get<StandardLibrary>().FindActiveAsync("dtks", DateOnly.FromDateTime(agency.Time.Now));
        return new BenchHost(agency, commands, dtks!);
    }

    public T Service<T>()
        where T : notnull => _agency.Get<T>();

    public DinsosDbContext OpenDb() => Service<IDbContextFactory<DinsosDbContext>>().CreateDbContext();

    /// <summary>Acts as one of the demonstration's staff.</summary>
    public Task<ActionContext> ActAsync(string userName) => _agency.ActAsync(userName);

    public Task<Actor> ActorAsync(string userName) => _agency.ActorAsync(userName);

    public ValueTask DisposeAsync() => _agency.DisposeAsync();

    private sealed class CheapHasher : IPasswordHasher<StaffAccount>
    {
        public string HashPassword(StaffAccount user, string password) => password;

        public PasswordVerificationResult VerifyHashedPassword(StaffAccount user, string hashedPassword, string providedPassword) => PasswordVerificationResult.Success;
    }
}
