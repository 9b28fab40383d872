using System.IO.Compression;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json;
using DinsosIntranet.Features.Audit;
using DinsosIntranet.Features.Audit.Domain;
using DinsosIntranet.Features.Letters;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Data;
using DinsosIntranet.Shared.Files;
using DinsosIntranet.Shared.Keys;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Options;

namespace DinsosIntranet.App.Backups;

/// <summary>What a backup holds; <paramref name="Missing"/> counts files the database names and the folder does not have.</summary>
internal sealed record BackupReport(long Rows, int Files, long Bytes, int Missing, bool HasKeys);

/// <summary>
/// Writes one zip with a consistent copy of the database, every file that copy names, and a list of their hashes, while
/// the program goes on working. Keys only on request, and then under a passphrase: whoever has both can read everything.
/// </summary>
internal sealed class BackupWriter(
    IOptions<DatabaseOptions> database,
    IOptions<FileVaultOptions> vault,
    IOptions<KeyRingOptions> keyOptions,
    DataFolder folder,
    KeyRing keys,
    WriteRunner writes,
    AuditSealer sealer,
    TimeProvider time)
{
    private const string Unfinished = ".sebagian";

    public async Task<BackupReport> WriteAsync(string target, string? passphrase, CancellationToken cancellationToken = default)
    {
        if (database.Value.Provider != DatabaseProvider.Sqlite)
        {
            throw new BackupException("Cadangan ini hanya untuk SQLite. Untuk PostgreSQL pakai pg_dump, lalu salin folder berkas.");
        }

        if (File.Exists(target))
        {
            throw new BackupException($"{target} sudah ada. Pilih nama lain; cadangan lama tidak ditimpa.");
        }

        Directory.CreateDirectory(Path.GetDirectoryName(target)!);
        var copy = target + ".db" + Unfinished;
        try
        {
            await CopyDatabaseAsync(copy, cancellationToken);
            var report = await PackAsync(target, copy, passphrase, cancellationToken);
            await RecordAsync(report, cancellationToken);
            return report;
        }
        finally
        {
            File.Delete(copy);
            File.Delete(target + Unfinished);
        }
    }

    /// <summary>VACUUM INTO on a connection of its own: consistent, compact, and writers do not wait for it.</summary>
    private async Task CopyDatabaseAsync(string copy, CancellationToken cancellationToken)
    {
        File.Delete(copy);
        await PrivateFolder.CreateFile(copy).DisposeAsync();
        var source = new SqliteConnectionStringBuilder
        {
            DataSource = DatabaseRegistration.SqlitePath(database.Value, folder),
            Mode = SqliteOpenMode.ReadWrite,
            Pooling = false,
        };
        await using var connection = new SqliteConnection(source.ToString());
        await connection.OpenAsync(cancellationToken);
        await using var command = connection.CreateCommand();
        command.CommandText = "VACUUM INTO $target";
        command.Parameters.AddWithValue("$target", copy);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private async Task<BackupReport> PackAsync(string target, string copy, string? passphrase, CancellationToken cancellationToken)
    {
        await BackupDatabase.RequireSoundAsync(copy, cancellationToken);
        var (end, paths) = await BackupDatabase.ReadAsync(copy, cancellationToken);
        var files = new List<BackupFile>();
        var missing = 0;
        await using var stream = PrivateFolder.CreateFile(target + Unfinished);
        await using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            files.Add(await AddAsync(zip, BackupNames.Database, File.OpenRead(copy), CompressionLevel.Fastest, cancellationToken));
            foreach (var path in paths)
            {
                var source = Path.Combine(vault.Value.Folder, path);
                if (File.Exists(source))
                {
                    // Encrypted bytes do not get smaller.
                    files.Add(await AddAsync(zip, BackupNames.FilesPrefix + path, File.OpenRead(source), CompressionLevel.NoCompression, cancellationToken));
                }
                else
                {
                    missing++;
                }
            }

            if (passphrase is not null)
            {
                files.AddRange(await AddKeysAsync(zip, passphrase, cancellationToken));
            }

            var manifest = new BackupManifest(BackupManifest.CurrentFormat, ActionContext.CutToMilliseconds(time.GetUtcNow().UtcDateTime), end, files);
            await using var list = await zip.CreateEntry(BackupManifest.EntryName).OpenAsync(cancellationToken);
            await JsonSerializer.SerializeAsync(list, manifest, cancellationToken: cancellationToken);
        }

        AtomicFile.Publish(stream, target + Unfinished, target, overwrite: false);
        return new BackupReport(end.Sequence, files.Count(f => f.Name.StartsWith(BackupNames.FilesPrefix, StringComparison.Ordinal)), stream.Length, missing, passphrase is not null);
    }

    /// <summary>The key ring, and the agency's seal with its private key; both encrypted under the passphrase.</summary>
    private async Task<IReadOnlyList<BackupFile>> AddKeysAsync(ZipArchive zip, string passphrase, CancellationToken cancellationToken)
    {
        using var export = new MemoryStream();
        keys.Export(export, passphrase);
        export.Position = 0;
        var files = new List<BackupFile> { await AddAsync(zip, BackupNames.Keys, export, CompressionLevel.Fastest, cancellationToken) };
        var sealPath = Path.Combine(keyOptions.Value.Folder, SealCertificate.FileName);
        if (File.Exists(sealPath))
        {
            using var certificate = X509CertificateLoader.LoadPkcs12FromFile(sealPath, null, X509KeyStorageFlags.Exportable);
            var bytes = certificate.ExportPkcs12(Pkcs12ExportPbeParameters.Pbes2Aes256Sha256, passphrase);
            files.Add(await AddAsync(zip, BackupNames.Seal, new MemoryStream(bytes), CompressionLevel.NoCompression, cancellationToken));
        }

        return files;
    }

    private static async Task<BackupFile> AddAsync(ZipArchive zip, string name, Stream source, CompressionLevel level, CancellationToken cancellationToken)
    {
        await using (source)
        {
            using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
            await using var entry = await zip.CreateEntry(name, level).OpenAsync(cancellationToken);
            var length = await HashedCopy.RunAsync(source, entry, hash, cancellationToken);
            return new BackupFile(name, length, Convert.ToHexStringLower(hash.GetHashAndReset()));
        }
    }

    private async Task RecordAsync(BackupReport report, CancellationToken cancellationToken)
    {
        var text = new AuditText().Fact("baris jejak", report.Rows).Fact("berkas", report.Files).Fact("dengan kunci", report.HasKeys);
        await writes.RunAsync(
            ActionContext.For(Actor.System, time, "baris perintah"),
            scope =>
            {
                scope.Audit(AuditActs.BackedUp, AuditKinds.Backup, Guid.CreateVersion7(), text);
                return Task.FromResult(Outcome.Ok());
            },
            cancellationToken);
        sealer.WriteAnchor();
    }
}
