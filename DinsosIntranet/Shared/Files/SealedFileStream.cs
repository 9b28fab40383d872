using System.Security.Cryptography;
using Microsoft.Win32.SafeHandles;

namespace DinsosIntranet.Shared.Files;

/// <summary>
/// Reads a stored file from any position, holding one decrypted chunk at a time. Throws
/// <see cref="InvalidDataException"/> before returning a byte of a chunk that is not as it was written.
/// </summary>
internal sealed class SealedFileStream : Stream
{
    private readonly SafeFileHandle _file;
    private readonly AesGcm _aes;
    private readonly Guid _id;
    private readonly byte[] _sealed = new byte[FileChunks.SealedLength];
    private readonly byte[] _plain = new byte[FileChunks.PlainLength];
    private long _chunk = -1;
    private long _position;

    public SealedFileStream(string path, Guid id, ReadOnlySpan<byte> key, long length)
    {
        _id = id;
        Length = length;
        _file = File.OpenHandle(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, FileOptions.Asynchronous);
        Span<byte> signature = stackalloc byte[FileChunks.Signature.Length];
        var isWhole = RandomAccess.GetLength(_file) == FileChunks.LengthOnDisk(length)
            && RandomAccess.Read(_file, signature, 0) == signature.Length
            && signature.SequenceEqual(FileChunks.Signature);
        if (!isWhole)
        {
            _file.Dispose();
            throw new InvalidDataException($"Berkas {id} terpotong atau bukan berkas simpanan.");
        }

        _aes = new AesGcm(key, FileChunks.TagLength);
    }

    public override bool CanRead => true;

    public override bool CanSeek => true;

    public override bool CanWrite => false;

    public override long Length { get; }

    public override long Position
    {
        get => _position;
        set
        {
            ArgumentOutOfRangeException.ThrowIfNegative(value);
            _position = value;
        }
    }

    public override int Read(Span<byte> buffer)
    {
        if (buffer.IsEmpty || _position >= Length)
        {
            return 0;
        }

        var chunk = _position / FileChunks.PlainLength;
        if (chunk != _chunk)
        {
            var size = SealedSize(chunk);
            Open(chunk, size, RandomAccess.Read(_file, _sealed.AsSpan(0, size), FileChunks.Offset(chunk)));
        }

        return Copy(buffer);
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (buffer.IsEmpty || _position >= Length)
        {
            return 0;
        }

        var chunk = _position / FileChunks.PlainLength;
        if (chunk != _chunk)
        {
            var size = SealedSize(chunk);
            Open(chunk, size, await RandomAccess.ReadAsync(_file, _sealed.AsMemory(0, size), FileChunks.Offset(chunk), cancellationToken));
        }

        return Copy(buffer.Span);
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override long Seek(long offset, SeekOrigin origin) => Position = origin switch
    {
        SeekOrigin.Begin => offset,
        SeekOrigin.Current => _position + offset,
        SeekOrigin.End => Length + offset,
        _ => throw new ArgumentOutOfRangeException(nameof(origin)),
    };

    public override void Flush()
    {
        // Nothing is ever written.
    }

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            CryptographicOperations.ZeroMemory(_plain);
            _aes.Dispose();
            _file.Dispose();
        }

        base.Dispose(disposing);
    }

    private int SealedSize(long chunk) => (int)Math.Min(FileChunks.PlainLength, Length - (chunk * FileChunks.PlainLength)) + FileChunks.TagLength;

    private void Open(long chunk, int size, int read)
    {
        _chunk = -1;
        try
        {
            var last = chunk == FileChunks.Count(Length) - 1;
            FileChunks.Open(_aes, _id, chunk, last, _sealed.AsSpan(0, Math.Max(read, FileChunks.TagLength)), _plain.AsSpan(0, Math.Max(read, FileChunks.TagLength) - FileChunks.TagLength));
        }
        catch (AuthenticationTagMismatchException problem)
        {
            throw new InvalidDataException($"Berkas {_id} berubah sejak disimpan (bagian {chunk + 1}).", problem);
        }

        if (read != size)
        {
            throw new InvalidDataException($"Berkas {_id} terpotong.");
        }

        _chunk = chunk;
    }

    private int Copy(Span<byte> buffer)
    {
        var offset = (int)(_position % FileChunks.PlainLength);
        var available = SealedSize(_chunk) - FileChunks.TagLength - offset;
        var take = Math.Min(available, buffer.Length);
        _plain.AsSpan(offset, take).CopyTo(buffer);
        _position += take;
        return take;
    }
}
