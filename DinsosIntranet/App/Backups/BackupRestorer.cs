using System.Security.Cryptography.X509Certificates;
using DinsosIntranet.App.Startup;
using DinsosIntranet.Features.Audit;
using DinsosIntranet.Features.Audit.Domain;
using DinsosIntranet.Features.Letters;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Data;
using DinsosIntranet.Shared.Files;
using DinsosIntranet.Shared.Keys;
using Microsoft.Extensions.Options;

namespace DinsosIntranet.App.Backups;

/// <summary>
/// Puts a backup into an empty installation. Everything is unpacked beside its place and checked there (hashes, SQLite,
/// the chain of the trail); only then it is moved, so a bad backup leaves nothing behind. The anchor of the trail is set to
/// the end of what was restored, deliberately, and the restore becomes an act in the trail.
/// </summary>
internal sealed class BackupRestorer(
    IServiceProvider services,
    IOptions<DatabaseOptions> database,
    IOptions<FileVaultOptions> vault,
    IOptions<KeyRingOptions> keyOptions,
    DataFolder folder,
    TimeProvider time)
{
    private const string Staging = ".pemulihan";

    private string DatabasePath => DatabaseRegistration.SqlitePath(database.Value, folder);

    /// <summary><paramref name="askPassphrase"/> is asked only where the keys must come from the backup.</summary>
    public async Task<BackupReport> RestoreAsync(string source, Func<string?> askPassphrase, CancellationToken cancellationToken = default)
    {
        RequireEmpty();
        await using var archive = await BackupArchive.OpenAsync(source, cancellationToken);
        var passphrase = PassphraseFor(archive, askPassphrase);
        var stagedKeys = keyOptions.Value.Folder + Staging;
        try
        {
            var rows = await StageAsync(archive, passphrase, stagedKeys, cancellationToken);
            MoveIntoPlace();
            await TakeKeysAsync(archive, passphrase, cancellationToken);
            await DatabasePreparation.MigrateAsync(services, cancellationToken);
            await DatabasePreparation.UseWriteAheadLogAsync(services, cancellationToken);
            await RecordAsync(archive.Manifest, cancellationToken);
            return new BackupReport(rows, archive.Manifest.Files.Count(f => IsStoredFile(f.Name)), 0, 0, passphrase is not null);
        }
        finally
        {
            File.Delete(DatabasePath + Staging);
            DeleteFolder(vault.Value.Folder + Staging);
            DeleteFolder(stagedKeys);
        }
    }

    private static bool IsStoredFile(string name) => name.StartsWith(BackupNames.FilesPrefix, StringComparison.Ordinal);

    private static void DeleteFolder(string path)
    {
        if (Directory.Exists(path))
        {
            Directory.Delete(path, recursive: true);
        }
    }

    private void RequireEmpty()
    {
        if (database.Value.Provider != DatabaseProvider.Sqlite)
        {
            throw new BackupException("Cadangan ini hanya dapat dipulihkan ke SQLite.");
        }

        var files = vault.Value.Folder;
        if (File.Exists(DatabasePath) || (Directory.Exists(files) && Directory.EnumerateFiles(files, "*", SearchOption.AllDirectories).Any()))
        {
            throw new BackupException($"Folder data tidak kosong ({DatabasePath} atau {files}). Pulihkan ke folder kosong lewat --Data:Folder=…; data yang ada tidak ditimpa.");
        }
    }

    /// <summary>Null where the keys are already here; the export in the backup is then left alone.</summary>
    private string? PassphraseFor(BackupArchive archive, Func<string?> ask)
    {
        if (KeyRing.HasKeys(keyOptions.Value))
        {
            return null;
        }

        if (!archive.Has(BackupNames.Keys))
        {
            throw new BackupException($"Cadangan ini tidak memuat kunci, dan folder {keyOptions.Value.Folder} kosong. Taruh dulu folder kunci lama di sana.");
        }

        return ask() is { Length: > 0 } passphrase ? passphrase : throw new BackupException("Frasa kunci diperlukan untuk membuka kunci di cadangan ini.");
    }

    private async Task<long> StageAsync(BackupArchive archive, string? passphrase, string stagedKeys, CancellationToken cancellationToken)
    {
        var staged = DatabasePath + Staging;
        File.Delete(staged);
        DeleteFolder(vault.Value.Folder + Staging);
        DeleteFolder(stagedKeys);
        foreach (var file in archive.Manifest.Files)
        {
            if (file.Name == BackupNames.Database)
            {
                await archive.ExtractAsync(file, staged, cancellationToken);
            }
            else if (IsStoredFile(file.Name))
            {
                await archive.ExtractAsync(file, Path.Combine(vault.Value.Folder + Staging, file.Name[BackupNames.FilesPrefix.Length..]), cancellationToken);
            }
        }

        await BackupDatabase.RequireSoundAsync(staged, cancellationToken);
        var keys = await OpenKeysAsync(archive, passphrase, stagedKeys, cancellationToken);
        var result = await BackupDatabase.VerifyAsync(
            staged, id => keys.Find(id) is { Purpose: KeyPurpose.AuditTrail } key ? key.Material : null, archive.Manifest.TrailEnd, cancellationToken);
        return result.IsIntact ? result.Checked : throw new BackupException($"Jejak di cadangan ini tidak utuh. {result.Problem} Tidak ada yang dipulihkan.");
    }

    /// <summary>The keys to check with; those of the backup in a folder of their own until everything has proved right.</summary>
    private async Task<KeyRing> OpenKeysAsync(BackupArchive archive, string? passphrase, string stagedKeys, CancellationToken cancellationToken)
    {
        if (passphrase is null)
        {
            return services.GetRequiredService<KeyRing>();
        }

        var ring = KeyRing.Open(new KeyRingOptions { Folder = stagedKeys }, time);
        ring.Restore(new MemoryStream(await archive.ReadAsync(BackupNames.Keys, cancellationToken)), passphrase);
        return ring;
    }

    private void MoveIntoPlace()
    {
        var files = vault.Value.Folder;
        DeleteFolder(files);
        if (Directory.Exists(files + Staging))
        {
            Directory.Move(files + Staging, files);
        }

        File.Move(DatabasePath + Staging, DatabasePath);
    }

    private async Task TakeKeysAsync(BackupArchive archive, string? passphrase, CancellationToken cancellationToken)
    {
        if (passphrase is null)
        {
            return;
        }

        services.GetRequiredService<KeyRing>().Restore(new MemoryStream(await archive.ReadAsync(BackupNames.Keys, cancellationToken)), passphrase);
        var sealPath = Path.Combine(keyOptions.Value.Folder, SealCertificate.FileName);
        if (archive.Has(BackupNames.Seal) && !File.Exists(sealPath))
        {
            using var certificate = X509CertificateLoader.LoadPkcs12(await archive.ReadAsync(BackupNames.Seal, cancellationToken), passphrase, X509KeyStorageFlags.Exportable);
            AtomicFile.Write(sealPath, certificate.Export(X509ContentType.Pkcs12));
        }
    }

    private async Task RecordAsync(BackupManifest manifest, CancellationToken cancellationToken)
    {
        var anchors = services.GetRequiredService<AuditAnchorFile>();
        var before = anchors.Read();
        anchors.Reset(manifest.TrailEnd);
        var text = new AuditText()
            .Fact("dibuat", manifest.CreatedUtc)
            .Fact("baris jejak", manifest.TrailEnd.Sequence)
            .Changed("jangkar", before?.Sequence, (long?)manifest.TrailEnd.Sequence);
        await services.GetRequiredService<WriteRunner>().RunAsync(
            ActionContext.For(Actor.System, time, "baris perintah"),
            scope =>
            {
                scope.Audit(AuditActs.Restored, AuditKinds.Backup, Guid.CreateVersion7(), text);
                return Task.FromResult(Outcome.Ok());
            },
            cancellationToken);
        services.GetRequiredService<AuditSealer>().WriteAnchor();
    }
}
