using System.IO.Compression;
using DinsosIntranet.App.Verbs;
using DinsosIntranet.Shared.Data;
using DinsosIntranet.Tests.Shared.Files;
using DinsosIntranet.Tests.Support;
using Microsoft.Data.Sqlite;

namespace DinsosIntranet.Tests.App.Backups;

/// <summary>Backup and restore as an administrator uses them: through the command line, from one folder to another.</summary>
public sealed class BackupTests : IDisposable
{
    private const string Passphrase = "frasa yang cukup panjang";

    private readonly TemporaryFolder _target = new();
    private readonly StringWriter _out = new();
    private readonly StringWriter _error = new();

    private string Archive => Path.Combine(_target.Root, "cadangan.zip");

    private string RestoreFolder => Path.Combine(_target.Root, "pulih");

    public void Dispose() => _target.Dispose();

    [Fact]
    public async Task Restore_WithKeys_EverythingIsBackAndTheTrailHolds()
    {
        await using var agency = await WorkedOnAsync();
        await BackUpAsync(agency, "--kunci");

        Assert.Equal(CommandLine.Done, await RestoreAsync());

        Assert.Equal(agency.VaultFiles(), Directory.EnumerateFiles(Path.Combine(RestoreFolder, "berkas"), "*", SearchOption.AllDirectories).Count());
        Assert.Equal(CommandLine.Done, await RunAsync("audit", "verify", $"--Data:Folder={RestoreFolder}"));
        Assert.Equal("cadangan.pulihkan", Scalar("""SELECT "Act" FROM "AuditRecords" ORDER BY "Sequence" DESC LIMIT 1"""));
        Assert.Equal("wal", Scalar("PRAGMA journal_mode"));
    }

    [Fact]
    public async Task Backup_WithoutKeys_HoldsNone()
    {
        await using var agency = await WorkedOnAsync();
        await BackUpAsync(agency);

        using var zip = ZipFile.OpenRead(Archive);
        Assert.DoesNotContain(zip.Entries, e => e.Name is "kunci.json" or "segel.p12" || e.Name.EndsWith(".kunci", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Backup_TargetExists_NotOverwritten()
    {
        await using var agency = await WorkedOnAsync();
        await File.WriteAllTextAsync(Archive, "lama");

        Assert.Equal(CommandLine.Failed, await RunAsync("backup", Archive, $"--Data:Folder={agency.DataFolder}"));
        Assert.Equal("lama", await File.ReadAllTextAsync(Archive));
    }

    [Fact]
    public async Task Restore_WithoutKeysToAnEmptyFolder_RefusedAndNoKeysMade()
    {
        await using var agency = await WorkedOnAsync();
        await BackUpAsync(agency);

        Assert.Equal(CommandLine.Failed, await RestoreAsync());

        Assert.Contains("tidak memuat kunci", _error.ToString(), StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFileSystemEntries(RestoreFolder));
    }

    [Fact]
    public async Task Restore_WrongPassphrase_LeavesNothing()
    {
        await using var agency = await WorkedOnAsync();
        await BackUpAsync(agency, "--kunci");

        Assert.Equal(CommandLine.Failed, await RestoreAsync("frasa yang salah sekali"));

        Assert.Empty(Directory.EnumerateFileSystemEntries(RestoreFolder));
    }

    [Fact]
    public async Task Restore_ChangedFile_RefusedAndLeavesNothing()
    {
        await using var agency = await WorkedOnAsync();
        await BackUpAsync(agency, "--kunci");
        await ReplaceOneFileAsync();

        Assert.Equal(CommandLine.Failed, await RestoreAsync());

        Assert.Contains("Cadangan berubah", _error.ToString(), StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFileSystemEntries(RestoreFolder));
    }

    [Fact]
    public async Task Restore_TamperedTrail_RefusedAndLeavesNothing()
    {
        await using var agency = await WorkedOnAsync();
        await agency.SqlAsync($"""DROP TRIGGER "AuditRecords_NoUpdate" """);
        await agency.SqlAsync($"""UPDATE "AuditRecords" SET "ActorName" = 'Bukan Dia' WHERE "Sequence" = 2""");
        await BackUpAsync(agency, "--kunci");

        Assert.Equal(CommandLine.Failed, await RestoreAsync());

        Assert.Contains("Baris 2 diubah", _error.ToString(), StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFileSystemEntries(RestoreFolder));
    }

    [Fact]
    public async Task Restore_FolderInUse_Refused()
    {
        await using var agency = await WorkedOnAsync();
        await BackUpAsync(agency, "--kunci");

        Assert.Equal(CommandLine.Failed, await RunAsync("restore", Archive, $"--Data:Folder={agency.DataFolder}"));
        Assert.Contains("tidak kosong", _error.ToString(), StringComparison.Ordinal);
    }

    private static async Task<TestAgency> WorkedOnAsync()
    {
        var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite, configure: StandInPanels.Add);
        await agency.Data.RegisterAsync();
        return agency;
    }

    private async Task BackUpAsync(TestAgency agency, params string[] options) =>
        Assert.Equal(CommandLine.Done, await RunAsync(["backup", Archive, .. options, $"--Data:Folder={agency.DataFolder}"]));

    private Task<int> RestoreAsync(string passphrase = Passphrase) =>
        CommandLine.RunAsync(["restore", Archive, $"--Data:Folder={RestoreFolder}"], new VerbConsole(_out, _error, _ => passphrase));

    private Task<int> RunAsync(params string[] args) => CommandLine.RunAsync(args, new VerbConsole(_out, _error, _ => Passphrase));

    private async Task ReplaceOneFileAsync()
    {
        await using var zip = await ZipFile.OpenAsync(Archive, ZipArchiveMode.Update);
        var entry = zip.Entries.First(e => e.FullName.StartsWith("berkas/", StringComparison.Ordinal));
        await using var stream = await entry.OpenAsync();
        stream.WriteByte(0);
    }

    private string? Scalar(string sql)
    {
        using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = Path.Combine(RestoreFolder, "dinsos.db"), Pooling = false }.ToString());
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar() as string;
    }
}
