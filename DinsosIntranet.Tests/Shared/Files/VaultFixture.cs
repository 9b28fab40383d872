using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Files;
using DinsosIntranet.Shared.Keys;
using Microsoft.Extensions.Options;

namespace DinsosIntranet.Tests.Shared.Files;

/// <summary>A vault with keys in a folder of its own.</summary>
internal sealed class VaultFixture : IDisposable
{
    public const long MaxBytes = FileVaultOptions.DefaultMaxBytes;

    public VaultFixture()
    {
        Ring = KeyRing.Open(new KeyRingOptions { Folder = Folder.Sub("kunci") }, TimeProvider.System);
        Vault = new FileVault(Ring, Options.Create(new FileVaultOptions { Folder = Folder.Sub("berkas") }));
    }

    public TemporaryFolder Folder { get; } = new();

    public KeyRing Ring { get; }

    public FileVault Vault { get; }

    public string[] StoredFiles => Folder.Files("berkas");

    public string PathOf(StoredFileInfo info) => Path.Combine(Folder.Sub("berkas"), info.Path);

    public async Task<Outcome<StoredFileInfo>> StoreAsync(byte[] content, long maxBytes = MaxBytes)
    {
        using var stream = new MemoryStream(content);
        return await Vault.StoreAsync(stream, maxBytes);
    }

    public async Task AssertRefusedAsync(byte[] content, string message)
    {
        // In one piece and in tiny ones: what is looked for may lie across the border of two reads.
        foreach (var step in new[] { int.MaxValue, 7 })
        {
            using var stream = new SlowStream(content, step);
            var outcome = await Vault.StoreAsync(stream, MaxBytes);
            Assert.Equal((OutcomeKind.Refused, message), (outcome.Kind, outcome.Message));
            Assert.Empty(StoredFiles);
        }
    }

    public void Dispose() => Folder.Dispose();
}

/// <summary>A stream as a browser gives it: not seekable, in small pieces, of unknown length.</summary>
internal sealed class SlowStream(byte[] content, int step, Action<int>? onRead = null) : Stream
{
    private int _position;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override int Read(byte[] buffer, int offset, int count)
    {
        var take = Math.Min(Math.Min(step, count), content.Length - _position);
        content.AsSpan(_position, take).CopyTo(buffer.AsSpan(offset));
        _position += take;
        onRead?.Invoke(_position);
        return take;
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
