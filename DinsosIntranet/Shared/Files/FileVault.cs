using System.Buffers;
using System.Security.Cryptography;
using System.Text.RegularExpressions;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Keys;
using Microsoft.Extensions.Options;

namespace DinsosIntranet.Shared.Files;

/// <summary>
/// Keeps uploads encrypted under random names. A file is checked, cleaned of metadata, encrypted and hashed while it
/// streams through; what is refused, cancelled or fails leaves nothing behind. Storing comes before the transaction that
/// records it; when that is refused, the caller deletes the file.
/// </summary>
public sealed partial class FileVault
{
    private const string IncomingFolder = "masuk";

    private readonly KeyRing _ring;
    private readonly string _folder;

    public FileVault(KeyRing ring, IOptions<FileVaultOptions> options)
    {
        _ring = ring;
        _folder = options.Value.Folder;
        if (!Path.IsPathFullyQualified(_folder))
        {
            throw new InvalidOperationException($"Berkas:Folder harus ditulis lengkap, bukan \"{_folder}\".");
        }

        PrivateFolder.Ensure(_folder);
        PrivateFolder.Ensure(Path.Combine(_folder, IncomingFolder));
    }

    /// <summary>
    /// Takes in a file. <paramref name="progress"/> is told the bytes read so far. A refusal carries a sentence for the user;
    /// where the stream knows its length, a file that is too big is refused before it is read.
    /// </summary>
    public async Task<Outcome<StoredFileInfo>> StoreAsync(Stream content, long maxBytes, IProgress<long>? progress = null, CancellationToken cancellation = default)
    {
        var announced = LengthOf(content);
        if (announced > maxBytes)
        {
            return Outcome.Refused(FileRefusals.TooBig(announced, maxBytes));
        }

        var block = ArrayPool<byte>.Shared.Rent(FileChunks.PlainLength);
        try
        {
            var first = await content.ReadAtLeastAsync(block.AsMemory(0, FileChunks.PlainLength), FileChunks.PlainLength, throwOnEndOfStream: false, cancellation);
            if (first == 0)
            {
                return Outcome.Refused(FileRefusals.Empty);
            }

            return FileKinds.Recognise(block.AsSpan(0, first)) is { } kind
                ? await StoreAsync(new Incoming(content, block, first, kind, maxBytes, progress), cancellation)
                : Outcome.Refused(FileRefusals.WrongKind);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(block, clearArray: true);
        }
    }

    /// <summary>
    /// Opens a file for reading, seekable, one chunk in memory at a time. Throws <see cref="KeyMissingException"/>,
    /// an <see cref="IOException"/> where the file is gone, or <see cref="InvalidDataException"/> (here or while reading) when it was changed.
    /// </summary>
    public Stream OpenRead(StoredFileInfo info)
    {
        var key = UnwrapKey(info);
        try
        {
            return new SealedFileStream(FullPath(info), info.Id, key, info.Length);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(key);
        }
    }

    /// <summary>The whole content, compared with the hash in the record as well.</summary>
    public async Task<byte[]> ReadAllAsync(StoredFileInfo info, CancellationToken cancellation = default)
    {
        await using var stream = OpenRead(info);
        var content = new byte[info.Length];
        await stream.ReadExactlyAsync(content, cancellation);
        return Convert.ToHexStringLower(SHA256.HashData(content)) == info.Sha256
            ? content
            : throw new InvalidDataException($"Isi berkas {info.Id} tidak sama dengan catatannya.");
    }

    /// <summary>Removes a file whose record was not stored, or was erased. One that is gone already is no error.</summary>
    public Task DeleteAsync(StoredFileInfo info) => DeleteAsync(info.Path);

    /// <summary>As above, for a file whose record is gone: <paramref name="storedPath"/> is where the record said it lies.</summary>
    public Task DeleteAsync(string storedPath)
    {
        var path = FullPath(storedPath);
        return Task.Run(() =>
        {
            if (File.Exists(path))
            {
                File.Delete(path);
            }
        });
    }

    /// <summary>Removes what an interrupted process left half written; returns how many files. Run at start.</summary>
    public int RemoveLeftovers(DateTime olderThanUtc)
    {
        var removed = 0;
        foreach (var path in Directory.EnumerateFiles(Path.Combine(_folder, IncomingFolder)).Where(p => File.GetLastWriteTimeUtc(p) < olderThanUtc))
        {
            File.Delete(path);
            removed++;
        }

        return removed;
    }

    private static long? LengthOf(Stream content)
    {
        try
        {
            // Seekable streams may have been read in part; a browser's stream is not seekable but knows its length.
            return content.CanSeek ? content.Length - content.Position : content.Length;
        }
        catch (NotSupportedException)
        {
            return null;
        }
    }

    private async Task<Outcome<StoredFileInfo>> StoreAsync(Incoming incoming, CancellationToken cancellation)
    {
        var id = Guid.CreateVersion7();
        var key = RandomNumberGenerator.GetBytes(FileChunks.KeyLength);
        var temporary = Path.Combine(_folder, IncomingFolder, id.ToString("N"));
        try
        {
            await using var file = PrivateFolder.CreateFile(temporary);
            using var writer = new SealedFileWriter(file, id, key);
            var scanner = ContentScanner.For(incoming.Kind);
            var refusal = await CopyAsync(incoming, scanner, writer, cancellation);
            if (refusal is not null)
            {
                return Outcome.Refused(refusal);
            }

            var hash = await writer.CompleteAsync(cancellation);
            await using (var stored = new SealedFileStream(temporary, id, key, writer.Length))
            {
                scanner.Finish(stored);
            }

            if (scanner.Problem is { } problem)
            {
                return Outcome.Refused(problem);
            }

            cancellation.ThrowIfCancellationRequested();
            var master = _ring.Current(KeyPurpose.Files);
            var wrapped = Envelope.Seal(master.Id, master.Material.Span, key, AssociatedWith(id));
            return new StoredFileInfo(id, Publish(file, temporary), wrapped, master.Id, writer.Length, hash, incoming.Kind);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(key);
            File.Delete(temporary);
        }
    }

    /// <summary>Returns the sentence of a refusal, or null when all was copied.</summary>
    private static async Task<string?> CopyAsync(Incoming incoming, ContentScanner scanner, SealedFileWriter writer, CancellationToken cancellation)
    {
        var kept = new ArrayBufferWriter<byte>(FileChunks.PlainLength);
        long total = 0;
        for (var read = incoming.First; read > 0; read = await incoming.Content.ReadAsync(incoming.Block, cancellation))
        {
            total += read;
            if (total > incoming.MaxBytes)
            {
                return FileRefusals.TooBig(null, incoming.MaxBytes);
            }

            scanner.Push(incoming.Block.AsSpan(0, read), kept);
            if (scanner.Problem is { } problem)
            {
                return problem;
            }

            await writer.WriteAsync(kept.WrittenMemory, cancellation);
            kept.ResetWrittenCount();
            incoming.Progress?.Report(total);
        }

        return null;
    }

    private string Publish(FileStream file, string temporary)
    {
        var name = RandomNumberGenerator.GetHexString(32, lowercase: true);
        var path = $"{name[..2]}/{name[2..4]}/{name}";
        PrivateFolder.Ensure(Path.Combine(_folder, name[..2]));
        PrivateFolder.Ensure(Path.Combine(_folder, name[..2], name[2..4]));
        AtomicFile.Publish(file, temporary, Path.Combine(_folder, path), overwrite: false);
        return path;
    }

    private byte[] UnwrapKey(StoredFileInfo info)
    {
        var master = _ring.Get(Envelope.KeyIdOf(info.WrappedKey), KeyPurpose.Files);
        return Envelope.Open(info.WrappedKey, master.Material.Span, AssociatedWith(info.Id));
    }

    private static string AssociatedWith(Guid id) => "berkas|kunci|" + id.ToString("N");

    /// <summary>The path comes from the database: only the form written here is followed, so no record leads out of the folder.</summary>
    private string FullPath(StoredFileInfo info) => FullPath(info.Path);

    private string FullPath(string storedPath) => StoredPath().IsMatch(storedPath)
        ? Path.Combine(_folder, storedPath)
        : throw new InvalidDataException("Letak berkas tidak sah.");

    [GeneratedRegex(@"\A(?<outer>[0-9a-f]{2})/(?<inner>[0-9a-f]{2})/\k<outer>\k<inner>[0-9a-f]{28}\z", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex StoredPath();

    private sealed record Incoming(Stream Content, byte[] Block, int First, FileKind Kind, long MaxBytes, IProgress<long>? Progress);
}
