using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;
using DinsosIntranet.Shared.Files;

namespace DinsosIntranet.App.Backups;

/// <summary>Reads a backup: only what its list names, and only where length and hash agree.</summary>
internal sealed class BackupArchive : IAsyncDisposable
{
    private readonly ZipArchive _zip;

    private BackupArchive(ZipArchive zip, BackupManifest manifest)
    {
        _zip = zip;
        Manifest = manifest;
    }

    public BackupManifest Manifest { get; }

    public bool Has(string name) => Manifest.Files.Any(f => f.Name == name);

    public static async Task<BackupArchive> OpenAsync(string path, CancellationToken cancellationToken)
    {
        ZipArchive zip;
        try
        {
            zip = await ZipFile.OpenReadAsync(path, cancellationToken);
        }
        catch (Exception problem) when (problem is InvalidDataException or FileNotFoundException or DirectoryNotFoundException)
        {
            throw new BackupException($"{path} tidak ada atau bukan cadangan DinsosIntranet.", problem);
        }

        try
        {
            return new BackupArchive(zip, await ReadManifestAsync(zip, cancellationToken));
        }
        catch
        {
            await zip.DisposeAsync();
            throw;
        }
    }

    /// <summary>Writes one file of the backup to a new private file.</summary>
    public async Task ExtractAsync(BackupFile file, string target, CancellationToken cancellationToken)
    {
        PrivateFolder.Ensure(Path.GetDirectoryName(target)!);
        await using var stream = PrivateFolder.CreateFile(target);
        await CopyAsync(file, stream, cancellationToken);
        RandomAccess.FlushToDisk(stream.SafeFileHandle);
    }

    public async Task<byte[]> ReadAsync(string name, CancellationToken cancellationToken)
    {
        using var buffer = new MemoryStream();
        await CopyAsync(Manifest.Files.First(f => f.Name == name), buffer, cancellationToken);
        return buffer.ToArray();
    }

    public ValueTask DisposeAsync() => _zip.DisposeAsync();

    private async Task CopyAsync(BackupFile file, Stream target, CancellationToken cancellationToken)
    {
        var entry = _zip.GetEntry(file.Name) ?? throw new BackupException($"Cadangan tidak lengkap: {file.Name} tidak ada.");
        if (entry.Length != file.Length)
        {
            throw new BackupException($"Cadangan berubah: {file.Name} tidak sama dengan daftarnya.");
        }

        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        await using var source = await entry.OpenAsync(cancellationToken);
        await HashedCopy.RunAsync(source, target, hash, cancellationToken);
        if (Convert.ToHexStringLower(hash.GetHashAndReset()) != file.Sha256)
        {
            throw new BackupException($"Cadangan berubah: {file.Name} tidak sama dengan daftarnya.");
        }
    }

    private static async Task<BackupManifest> ReadManifestAsync(ZipArchive zip, CancellationToken cancellationToken)
    {
        try
        {
            var entry = zip.GetEntry(BackupManifest.EntryName) ?? throw new JsonException("no manifest");
            await using var stream = await entry.OpenAsync(cancellationToken);
            var manifest = await JsonSerializer.DeserializeAsync<BackupManifest>(stream, cancellationToken: cancellationToken);
            return manifest is { Format: BackupManifest.CurrentFormat, TrailEnd: not null, Files: not null }
                && manifest.Files.All(f => BackupNames.IsKnown(f.Name))
                && manifest.Files.Any(f => f.Name == BackupNames.Database)
                ? manifest
                : throw new JsonException("not ours");
        }
        catch (JsonException problem)
        {
            throw new BackupException("Daftar isi cadangan (manifes.json) tidak ada atau tidak dikenal.", problem);
        }
    }
}
