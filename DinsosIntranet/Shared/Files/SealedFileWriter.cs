using System.Security.Cryptography;

namespace DinsosIntranet.Shared.Files;

/// <summary>Encrypts a file chunk by chunk while it arrives, and counts and hashes what it is given.</summary>
internal sealed class SealedFileWriter(FileStream target, Guid id, byte[] key) : IDisposable
{
    private readonly AesGcm _aes = new(key, FileChunks.TagLength);
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private readonly byte[] _plain = new byte[FileChunks.PlainLength];
    private readonly byte[] _sealed = new byte[FileChunks.SealedLength];
    private int _filled;
    private long _index;

    public long Length { get; private set; }

    public async ValueTask WriteAsync(ReadOnlyMemory<byte> content, CancellationToken cancellation)
    {
        _hash.AppendData(content.Span);
        Length += content.Length;
        while (!content.IsEmpty)
        {
            if (_filled == _plain.Length)
            {
                // Only now is it certain that this chunk is not the last.
                await FlushChunkAsync(last: false, cancellation);
            }

            var take = Math.Min(content.Length, _plain.Length - _filled);
            content.Span[..take].CopyTo(_plain.AsSpan(_filled));
            _filled += take;
            content = content[take..];
        }
    }

    /// <summary>Writes the last chunk and returns the SHA-256 of the content.</summary>
    public async ValueTask<string> CompleteAsync(CancellationToken cancellation)
    {
        await FlushChunkAsync(last: true, cancellation);
        return Convert.ToHexStringLower(_hash.GetHashAndReset());
    }

    public void Dispose()
    {
        CryptographicOperations.ZeroMemory(_plain);
        _aes.Dispose();
        _hash.Dispose();
    }

    private async ValueTask FlushChunkAsync(bool last, CancellationToken cancellation)
    {
        if (_index == 0)
        {
            await target.WriteAsync(FileChunks.Signature.ToArray(), cancellation);
        }

        FileChunks.Seal(_aes, id, _index, last, _plain.AsSpan(0, _filled), _sealed);
        await target.WriteAsync(_sealed.AsMemory(0, _filled + FileChunks.TagLength), cancellation);
        _index++;
        _filled = 0;
    }
}
