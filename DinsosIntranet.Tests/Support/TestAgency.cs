using DinsosIntranet.App;
using DinsosIntranet.Features.Accounts;
using DinsosIntranet.Features.Agency;
using DinsosIntranet.Features.Agency.Domain;
using DinsosIntranet.Features.Audit;
using DinsosIntranet.Features.Audit.Domain;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Data;
using DinsosIntranet.Shared.Keys;
using DinsosIntranet.Tests.Shared.Files;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DinsosIntranet.Tests.Support;

/// <summary>
/// A whole agency for one test: the real services on a database of their own, the demo staff, a clock that stands still,
/// a data folder. All of it is gone afterwards.
/// </summary>
public sealed class TestAgency : IAsyncDisposable
{
    private WebApplication _app;
    private readonly IReadOnlyDictionary<string, string?> _settings;
    private readonly TemporaryFolder _folder;
    private readonly Dictionary<string, Guid> _userIds;

    private TestAgency(DatabaseProvider provider, WebApplication app, IReadOnlyDictionary<string, string?> settings, TemporaryFolder folder, FakeTime time, CommandCounter commands, Dictionary<string, Guid> userIds)
    {
        Provider = provider;
        _app = app;
        _settings = settings;
        _folder = folder;
        Time = time;
        Commands = commands;
        _userIds = userIds;
        Data = new TestData(this);
    }

    public DatabaseProvider Provider { get; }

    public FakeTime Time { get; }

    public TestData Data { get; }

    public CommandCounter Commands { get; }

    public string DataFolder => _folder.Root;

    public IServiceProvider Services => _app.Services;

    /// <summary>Where the site is served; only after <see cref="StartSiteAsync"/>.</summary>
    public Uri Address => new(_app.Urls.First());

    public static async Task<TestAgency> StartAsync(DatabaseProvider provider, bool clockRuns = false, Action<IServiceCollection>? configure = null)
    {
        var folder = new TemporaryFolder();
        var settings = await (await AgencyTemplate.GetAsync(provider)).CopyAsync(folder);
        var time = new FakeTime(clockRuns);
        var commands = new CommandCounter();
        var app = TestComposition.Build(settings, time, [commands], configure);
        await app.Services.GetRequiredService<AgencyDirectory>().GetAsync();
        await using var db = await app.Services.GetRequiredService<IDbContextFactory<DinsosDbContext>>().CreateDbContextAsync();
        var userIds = await db.Users.AsNoTracking().ToDictionaryAsync(u => u.UserName!, u => u.Id);
        return new TestAgency(provider, app, settings, folder, time, commands, userIds);
    }

    /// <summary>As <see cref="StartAsync"/>, with the site served on a free port of this machine.</summary>
    public static async Task<TestAgency> StartSiteAsync(DatabaseProvider provider = DatabaseProvider.Sqlite, bool clockRuns = false)
    {
        var agency = await StartAsync(provider, clockRuns);
        await agency._app.UseDinsos().StartAsync();
        return agency;
    }

    /// <summary>Stops the program and starts it on the same data at another address, as after an update.</summary>
    public async Task RestartSiteAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
        _app = TestComposition.Build(_settings, Time, [Commands], null);
        await Get<AgencyDirectory>().GetAsync();
        await _app.UseDinsos().StartAsync();
    }

    public T Get<T>()
        where T : notnull => _app.Services.GetRequiredService<T>();

    public DinsosDbContext OpenDb() => Get<IDbContextFactory<DinsosDbContext>>().CreateDbContext();

    public Guid UserId(string userName) => _userIds[userName];

    public async Task<Actor> ActorAsync(string userName) =>
        await Get<ActorDirectory>().FindAsync(UserId(userName)) ?? throw new InvalidOperationException($"{userName} may do nothing any more.");

    /// <summary>The context of an act of one of the demo staff, now.</summary>
    public async Task<ActionContext> ActAsync(string userName, string? reason = null) =>
        ActionContext.For(await ActorAsync(userName), Time, "tes", reason);

    /// <summary>Makes one of the staff stand in for an official from today on.</summary>
    public async Task StandInAsync(string actingUserName, string forUserName, StandInKind kind = StandInKind.Daily, int days = 1)
    {
        var forUser = UserId(forUserName);
        var today = (await Get<AgencyDirectory>().GetAsync()).DateOf(Time.Now);
        await using var db = OpenDb();
        db.StandIns.Add(new StandIn
        {
            Id = Guid.CreateVersion7(),
            OfficialId = await db.Officials.Where(o => o.UserId == forUser).Select(o => o.Id).FirstAsync(),
            ActingUserId = UserId(actingUserName),
            Kind = kind,
            From = today,
            Until = today.AddDays(days),
        });
        await db.SaveChangesAsync();
        Get<ActorDirectory>().Forget(UserId(actingUserName));
    }

    /// <summary>Statements of the database's own language, past all rules of the program.</summary>
    public async Task SqlAsync(FormattableString sql)
    {
        await using var db = OpenDb();
        await db.Database.ExecuteSqlAsync(sql);
    }

    /// <summary>What SQLite itself finds wrong with its file: "ok" where nothing is.</summary>
    public async Task<string> SqliteCheckAsync()
    {
        await using var db = OpenDb();
        return (await db.Database.SqlQuery<string>($"PRAGMA integrity_check").ToListAsync())[0];
    }

    public async Task<IReadOnlyList<AuditRecord>> TrailAsync()
    {
        await using var db = OpenDb();
        return await db.AuditRecords.AsNoTracking().OrderBy(r => r.Sequence).ToListAsync();
    }

    /// <summary>Checks the whole chain of the trail.</summary>
    public async Task<AuditCheckResult> CheckTrailAsync()
    {
        Get<AuditSealer>().WriteAnchor();
        var keys = Get<KeyRing>();
        await using var db = OpenDb();
        return await AuditChain.VerifyAsync(
            db.AuditRecords.AsNoTracking().OrderBy(r => r.Sequence).AsAsyncEnumerable(),
            id => keys.Find(id)?.Material,
            Get<AuditAnchorFile>().Read());
    }

    /// <summary>The files the vault holds now.</summary>
    public int VaultFiles() =>
        Directory.Exists(Path.Combine(DataFolder, "berkas")) ? Directory.EnumerateFiles(Path.Combine(DataFolder, "berkas"), "*", SearchOption.AllDirectories).Count() : 0;

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
        await AgencyTemplate.DropAsync(_settings);
        _folder.Dispose();
    }
}
