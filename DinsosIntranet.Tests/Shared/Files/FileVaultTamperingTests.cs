using System.Security.Cryptography;
using DinsosIntranet.Shared.Files;
using DinsosIntranet.Shared.Keys;

namespace DinsosIntranet.Tests.Shared.Files;

public sealed class FileVaultTamperingTests : IDisposable
{
    private const int ChunkOnDisk = (64 * 1024) + 16;
    private const int HeaderOnDisk = 8;

    private readonly VaultFixture _fixture = new();

    private FileVault Vault => _fixture.Vault;

    public void Dispose() => _fixture.Dispose();

    [Theory]
    [InlineData(1)]
    [InlineData(ChunkOnDisk)]
    [InlineData(2 * ChunkOnDisk)]
    public async Task OpenRead_EndCutOff_Throws(int removed)
    {
        var info = await StoreThreeChunksAsync();
        await ChangeAsync(info, bytes => bytes[..^removed]);

        await Assert.ThrowsAsync<InvalidDataException>(() => Vault.ReadAllAsync(info));
    }

    [Fact]
    public async Task OpenRead_LastChunkCutOffAndLengthForged_Throws()
    {
        var info = await StoreThreeChunksAsync();
        await ChangeAsync(info, bytes => bytes[..^ChunkOnDisk]);

        using var stream = Vault.OpenRead(info with { Length = info.Length - (64 * 1024) });

        await Assert.ThrowsAsync<InvalidDataException>(() => stream.CopyToAsync(Stream.Null));
    }

    [Fact]
    public async Task OpenRead_ChunksExchanged_Throws()
    {
        var info = await StoreThreeChunksAsync();
        await ChangeAsync(info, bytes =>
        [
            .. bytes[..HeaderOnDisk],
            .. bytes[(HeaderOnDisk + ChunkOnDisk)..(HeaderOnDisk + (2 * ChunkOnDisk))],
            .. bytes[HeaderOnDisk..(HeaderOnDisk + ChunkOnDisk)],
            .. bytes[(HeaderOnDisk + (2 * ChunkOnDisk))..],
        ]);

        await Assert.ThrowsAsync<InvalidDataException>(() => Vault.ReadAllAsync(info));
    }

    [Fact]
    public async Task OpenRead_OneByteChanged_Throws()
    {
        var info = await StoreThreeChunksAsync();
        foreach (var at in new[] { 0, HeaderOnDisk, HeaderOnDisk + ChunkOnDisk - 1, HeaderOnDisk + (3 * ChunkOnDisk) - 1 })
        {
            await ChangeAsync(info, bytes => Flip(bytes, at));
            await Assert.ThrowsAsync<InvalidDataException>(() => Vault.ReadAllAsync(info));
            await ChangeAsync(info, bytes => Flip(bytes, at));
        }

        Assert.Equal(info.Length, (await Vault.ReadAllAsync(info)).Length);
    }

    [Fact]
    public async Task OpenRead_KeyOfAnotherFile_Throws()
    {
        var one = (await _fixture.StoreAsync(SampleFiles.Pdf())).Value;
        var two = (await _fixture.StoreAsync(SampleFiles.Pdf())).Value;

        Assert.ThrowsAny<CryptographicException>(() => Vault.OpenRead(one with { WrappedKey = two.WrappedKey }));
        await Assert.ThrowsAsync<InvalidDataException>(() => Vault.ReadAllAsync(one with { Path = two.Path }));
    }

    [Fact]
    public async Task ReadAll_HashOfRecordChanged_Throws()
    {
        var info = (await _fixture.StoreAsync(SampleFiles.Pdf())).Value;

        await Assert.ThrowsAsync<InvalidDataException>(() => Vault.ReadAllAsync(info with { Sha256 = new string('0', 64) }));
    }

    [Fact]
    public async Task OpenRead_UnderAnotherMasterKey_SaysWhichIsMissing()
    {
        var info = (await _fixture.StoreAsync(SampleFiles.Pdf())).Value;
        using var other = new VaultFixture();

        var problem = Assert.Throws<KeyMissingException>(() => other.Vault.OpenRead(info));

        Assert.Contains(info.KeyId, problem.Message);
    }

    [Theory]
    [InlineData("../../etc/passwd")]
    [InlineData("/etc/passwd")]
    [InlineData("ab/cd/../../../x")]
    [InlineData("ab/cd/0123456789abcdef0123456789abcdef")]
    [InlineData("")]
    public async Task OpenRead_PathLeadingElsewhere_Throws(string path)
    {
        var info = (await _fixture.StoreAsync(SampleFiles.Pdf())).Value with { Path = path };

        Assert.Throws<InvalidDataException>(() => Vault.OpenRead(info));
        await Assert.ThrowsAsync<InvalidDataException>(() => Vault.DeleteAsync(info));
    }

    private static byte[] Flip(byte[] bytes, int at)
    {
        bytes[at] ^= 1;
        return bytes;
    }

    private async Task<StoredFileInfo> StoreThreeChunksAsync() => (await _fixture.StoreAsync(SampleFiles.Pdf(length: 3 * 64 * 1024))).Value;

    private async Task ChangeAsync(StoredFileInfo info, Func<byte[], byte[]> change)
    {
        var path = _fixture.PathOf(info);
        await File.WriteAllBytesAsync(path, change(await File.ReadAllBytesAsync(path)));
    }
}
