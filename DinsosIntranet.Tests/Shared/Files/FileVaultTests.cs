using System.Security.Cryptography;
using System.Text;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Files;
using DinsosIntranet.Shared.Keys;

namespace DinsosIntranet.Tests.Shared.Files;

public sealed class FileVaultTests : IDisposable
{
    private readonly VaultFixture _fixture = new();

    private FileVault Vault => _fixture.Vault;

    public void Dispose() => _fixture.Dispose();

    [Theory]
    [InlineData(0)]
    [InlineData(65_535)]
    [InlineData(65_536)]
    [InlineData(65_537)]
    [InlineData(131_072)]
    [InlineData(1_000_003)]
    public async Task Store_Pdf_ReadsBackAsItWas(int length)
    {
        var content = SampleFiles.Pdf(length: length);

        var info = (await _fixture.StoreAsync(content)).Value;

        Assert.Equal(content, await Vault.ReadAllAsync(info));
        Assert.Equal((content.LongLength, Convert.ToHexStringLower(SHA256.HashData(content)), FileKind.Pdf), (info.Length, info.Sha256, info.Kind));
        Assert.Equal(_fixture.Ring.Current(KeyPurpose.Files).Id, info.KeyId);
    }

    [Fact]
    public async Task Store_Pdf_LiesEncryptedUnderARandomName()
    {
        var info = (await _fixture.StoreAsync(SampleFiles.Pdf("Sdri. Melati\n"))).Value;

        var path = Assert.Single(_fixture.StoredFiles);
        Assert.Equal(_fixture.PathOf(info), path);
        Assert.Matches("^([0-9a-f]{2})/([0-9a-f]{2})/\\1\\2[0-9a-f]{28}$", info.Path);
        Assert.DoesNotContain("Melati", Encoding.Latin1.GetString(await File.ReadAllBytesAsync(path)));
    }

    [Fact]
    public async Task Store_OnUnix_OnlyTheOwnerMayRead()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        var info = (await _fixture.StoreAsync(SampleFiles.Pdf())).Value;

        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(_fixture.PathOf(info)));
        Assert.Equal(PrivateFolder.FolderMode, File.GetUnixFileMode(Path.GetDirectoryName(_fixture.PathOf(info))!));
    }

    [Fact]
    public async Task OpenRead_AnyPosition_ReturnsThatPart()
    {
        var content = SampleFiles.Pdf(length: 300_000);
        var info = (await _fixture.StoreAsync(content)).Value;
        using var stream = Vault.OpenRead(info);

        foreach (var position in new[] { 0, 65_530, 65_536, 131_071, 299_990 })
        {
            var part = new byte[10];
            stream.Position = position;
            await stream.ReadExactlyAsync(part);
            Assert.Equal(content[position..(position + 10)], part);
        }

        Assert.Equal(300_000, stream.Seek(0, SeekOrigin.End));
        Assert.Equal(0, stream.Read(new byte[10]));
    }

    [Fact]
    public async Task OpenRead_AfterRotation_StillReads()
    {
        var content = SampleFiles.Pdf();
        var info = (await _fixture.StoreAsync(content)).Value;

        _fixture.Ring.Rotate(KeyPurpose.Files);

        Assert.Equal(content, await Vault.ReadAllAsync(info));
        Assert.NotEqual(info.KeyId, (await _fixture.StoreAsync(content)).Value.KeyId);
    }

    [Fact]
    public async Task Store_ExactlyTheLimit_IsTaken()
    {
        Assert.True((await _fixture.StoreAsync(SampleFiles.Pdf(length: (int)VaultFixture.MaxBytes))).IsOk);
    }

    [Theory]
    [InlineData(5_242_881, "Berkas 5,1 MB, paling besar 5 MB. Pindai ulang dengan mutu lebih rendah.")]
    [InlineData(7_500_000, "Berkas 7,2 MB, paling besar 5 MB. Pindai ulang dengan mutu lebih rendah.")]
    public async Task Store_OverTheLimit_IsRefusedWithItsSize(int length, string message)
    {
        var outcome = await _fixture.StoreAsync(SampleFiles.Pdf(length: length));

        Assert.Equal((OutcomeKind.Refused, message), (outcome.Kind, outcome.Message));
        Assert.Empty(_fixture.StoredFiles);
    }

    [Fact]
    public async Task Store_OverTheLimitWithUnknownLength_StopsReadingAtTheLimit()
    {
        var furthest = 0;
        using var stream = new SlowStream(SampleFiles.Pdf(length: 1_000_000), 10_000, at => furthest = at);

        var outcome = await Vault.StoreAsync(stream, 200_000);

        Assert.Equal("Berkas lebih dari 0,2 MB. Pindai ulang dengan mutu lebih rendah.", outcome.Message);
        Assert.InRange(furthest, 200_001, 210_000);
        Assert.Empty(_fixture.StoredFiles);
    }

    [Fact]
    public async Task Store_Cancelled_LeavesNothingBehind()
    {
        using var cancellation = new CancellationTokenSource();
        using var stream = new SlowStream(SampleFiles.Pdf(length: 500_000), 50_000, at =>
        {
            if (at >= 250_000)
            {
                cancellation.Cancel();
            }
        });

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Vault.StoreAsync(stream, VaultFixture.MaxBytes, null, cancellation.Token));

        Assert.Empty(_fixture.StoredFiles);
    }

    [Fact]
    public async Task Store_SenderBreaksOff_LeavesNothingBehind()
    {
        using var stream = new SlowStream(SampleFiles.Pdf(length: 500_000), 50_000, at =>
        {
            if (at >= 250_000)
            {
                throw new IOException("connection lost");
            }
        });

        await Assert.ThrowsAsync<IOException>(() => Vault.StoreAsync(stream, VaultFixture.MaxBytes));

        Assert.Empty(_fixture.StoredFiles);
    }

    [Fact]
    public async Task Store_Progress_GrowsToTheWholeLength()
    {
        var steps = new List<long>();
        using var stream = new SlowStream(SampleFiles.Pdf(length: 200_000), 50_000);

        await Vault.StoreAsync(stream, VaultFixture.MaxBytes, new Reporter(steps.Add));

        Assert.Equal(200_000, steps[^1]);
        Assert.Equal(steps.Order(), steps);
        Assert.True(steps.Count > 2);
    }

    [Fact]
    public async Task Store_ManyAtOnce_EachReadsBack()
    {
        await Parallel.ForAsync(0, 24, async (i, cancellation) =>
        {
            var content = SampleFiles.Pdf($"berkas {i}\n", 100_000 + i);
            var info = (await _fixture.StoreAsync(content)).Value;
            Assert.Equal(content, await Vault.ReadAllAsync(info, cancellation));
        });

        Assert.Equal(24, _fixture.StoredFiles.Length);
    }

    [Fact]
    public async Task Delete_Twice_IsGone()
    {
        var info = (await _fixture.StoreAsync(SampleFiles.Pdf())).Value;

        await Vault.DeleteAsync(info);
        await Vault.DeleteAsync(info);

        Assert.Empty(_fixture.StoredFiles);
        Assert.ThrowsAny<IOException>(() => Vault.OpenRead(info));
    }

    [Fact]
    public async Task RemoveLeftovers_OldHalfWrittenFile_RemovesOnlyThat()
    {
        await _fixture.StoreAsync(SampleFiles.Pdf());
        var old = _fixture.Folder.Sub("berkas/masuk/old");
        var young = _fixture.Folder.Sub("berkas/masuk/young");
        await File.WriteAllTextAsync(old, "x");
        await File.WriteAllTextAsync(young, "x");
        File.SetLastWriteTimeUtc(old, new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc));

        Assert.Equal(1, Vault.RemoveLeftovers(new DateTime(2026, 1, 2, 0, 0, 0, DateTimeKind.Utc)));

        Assert.Equal(2, _fixture.StoredFiles.Length);
        Assert.True(File.Exists(young));
    }

    private sealed class Reporter(Action<long> report) : IProgress<long>
    {
        public void Report(long value) => report(value);
    }
}
