using System.Security.Cryptography;
using System.Text;
using DinsosIntranet.Shared.Keys;
using DinsosIntranet.Tests.Shared.Files;

namespace DinsosIntranet.Tests.Shared.Keys;

public sealed class KeyRingTests : IDisposable
{
    private const string Passphrase = "kuda lumping tujuh belas";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Open_EmptyFolder_CreatesOneKeyPerPurpose()
    {
        var ring = Open();

        Assert.True(ring.WasCreated);
        Assert.Equal(KeyPurposes.All, KeyPurposes.All.Select(p => ring.Current(p).Purpose));
        Assert.Equal(5, KeyFiles().Length);
    }

    [Fact]
    public void Open_SecondTime_FindsTheSameKeys()
    {
        var first = Open();

        var second = Open();

        Assert.False(second.WasCreated);
        Assert.Equal(KeyPurposes.All.Select(p => first.Current(p).Id), KeyPurposes.All.Select(p => second.Current(p).Id));
        Assert.Equal(first.Current(KeyPurpose.Files).Material.ToArray(), second.Current(KeyPurpose.Files).Material.ToArray());
    }

    [Fact]
    public void Open_OnUnix_OnlyTheOwnerMayRead()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        Open();

        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(_folder.Sub("kunci")));
        foreach (var file in KeyFiles())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));
        }
    }

    [Fact]
    public void Open_KeyFileWithWideRights_NarrowsThem()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        Open();
        File.SetUnixFileMode(KeyFiles()[0], UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.OtherRead);

        Open();

        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(KeyFiles()[0]));
    }

    [Fact]
    public void Open_RelativeFolder_Throws()
    {
        Assert.Throws<KeyRingException>(() => KeyRing.Open(new KeyRingOptions { Folder = "kunci" }, TimeProvider.System));
    }

    [Fact]
    public void Open_KeyFileDeleted_NamesTheKey()
    {
        var id = Open().Current(KeyPurpose.AuditTrail).Id;
        File.Delete(_folder.Sub($"kunci/{id}.kunci"));

        var problem = Assert.Throws<KeyMissingException>(Open);

        Assert.Contains(id, problem.Message);
    }

    [Fact]
    public void Open_KeyFileExchanged_Throws()
    {
        var id = Open().Current(KeyPurpose.AuditTrail).Id;
        var path = _folder.Sub($"kunci/{id}.kunci");
        var other = Convert.ToBase64String(RandomNumberGenerator.GetBytes(32));
        File.WriteAllText(path, $$"""{"Id":"{{id}}","Purpose":"jejak","CreatedUtc":"2026-01-01T00:00:00Z","Material":"{{other}}"}""");

        Assert.Throws<KeyRingException>(Open);
    }

    [Fact]
    public void Open_KeyFileHalfWritten_Throws()
    {
        Open();
        File.WriteAllText(KeyFiles()[0], "{\"Id\":");

        Assert.Throws<KeyRingException>(Open);
    }

    [Fact]
    public void Open_ManyAtOnce_AgreeOnOneSetOfKeys()
    {
        var ids = new string[8];

        Parallel.For(0, ids.Length, i => ids[i] = Open().Current(KeyPurpose.Fields).Id);

        Assert.Single(ids.Distinct());
        Assert.Equal(5, KeyFiles().Length);
    }

    [Fact]
    public void Rotate_Once_NewKeyIsCurrentAndOldKeyStays()
    {
        var ring = Open();
        var old = ring.Current(KeyPurpose.Fields);

        var made = ring.Rotate(KeyPurpose.Fields);

        Assert.Equal(made.Id, ring.Current(KeyPurpose.Fields).Id);
        Assert.Equal([made.Id, old.Id], ring.All(KeyPurpose.Fields).Select(k => k.Id));
        Assert.Equal(made.Id, Open().Current(KeyPurpose.Fields).Id);
    }

    [Fact]
    public void Find_KeyOfAnotherInstance_IsReadFromTheFolder()
    {
        var here = Open();
        var elsewhere = Open().Rotate(KeyPurpose.Fields);

        Assert.Equal(elsewhere.Material.ToArray(), here.Find(elsewhere.Id)!.Material.ToArray());
    }

    [Fact]
    public void Get_KeyOfAnotherPurpose_Throws()
    {
        var ring = Open();

        Assert.Throws<KeyMissingException>(() => ring.Get(ring.Current(KeyPurpose.Files).Id, KeyPurpose.Fields));
    }

    [Fact]
    public void Rotate_WhileOthersRead_NeverLosesAKey()
    {
        var ring = Open();
        var seen = new System.Collections.Concurrent.ConcurrentBag<string>();

        Parallel.For(0, 40, i =>
        {
            if (i % 8 == 0)
            {
                ring.Rotate(KeyPurpose.Fields);
            }

            seen.Add(ring.Current(KeyPurpose.Fields).Id);
        });

        Assert.Equal(6, ring.All(KeyPurpose.Fields).Count);
        Assert.All(seen, id => Assert.NotNull(ring.Find(id)));
    }

    [Fact]
    public void OpenSigningKey_SignsWhatTheVerificationKeyAccepts()
    {
        var ring = Open();
        var id = ring.Current(KeyPurpose.Verification).Id;
        var data = "470/012/2026"u8.ToArray();
        byte[] signature;
        using (var signing = ring.OpenSigningKey())
        {
            signature = signing.SignData(data, HashAlgorithmName.SHA256);
        }

        ring.Rotate(KeyPurpose.Verification);

        using var verifying = Open().OpenVerificationKey(id);
        Assert.True(verifying.VerifyData(data, signature, HashAlgorithmName.SHA256));
        Assert.Equal(256, verifying.KeySize);
    }

    [Fact]
    public void Restore_OnFreshMachine_ReadsOldAndGoesOnWithTheRestoredKeys()
    {
        var old = Open();
        var written = new FieldCipher(old).Encrypt("rahasia", "t|c|1");
        old.Rotate(KeyPurpose.Fields);
        using var export = Export(old);
        var fresh = Open("lain");

        fresh.Restore(export, Passphrase);

        Assert.Equal("rahasia", new FieldCipher(fresh).Decrypt(written, "t|c|1"));
        Assert.Equal(old.Current(KeyPurpose.Fields).Id, fresh.Current(KeyPurpose.Fields).Id);
        Assert.Equal(old.Current(KeyPurpose.Fields).Id, Open("lain").Current(KeyPurpose.Fields).Id);
    }

    [Fact]
    public void Restore_OldExportAfterRotation_KeepsTheNewerKeyCurrent()
    {
        var ring = Open();
        using var export = Export(ring);
        var newer = ring.Rotate(KeyPurpose.Fields);

        ring.Restore(export, Passphrase);

        Assert.Equal(newer.Id, ring.Current(KeyPurpose.Fields).Id);
    }

    [Fact]
    public void Restore_ExportFromBeforeADestruction_StaysDestroyed()
    {
        var ring = Open();
        using var before = Export(ring);
        ring.MarkDestroyed("kasus");
        using var after = Export(ring);

        ring.Restore(before, Passphrase);
        var elsewhere = Open("lain");
        elsewhere.Restore(after, Passphrase);

        Assert.All([ring, Open(), elsewhere], r => Assert.True(r.IsDestroyed("kasus")));
        Assert.False(ring.IsDestroyed("kasus-lain"));
    }

    [Fact]
    public void Restore_WrongPassphrase_ChangesNothing()
    {
        using var export = Export(Open());
        var fresh = Open("lain");
        var before = fresh.Current(KeyPurpose.Fields).Id;

        Assert.Throws<KeyRingException>(() => fresh.Restore(export, Passphrase + "!"));

        Assert.Equal(before, fresh.Current(KeyPurpose.Fields).Id);
    }

    [Theory]
    [InlineData("")]
    [InlineData("bukan json")]
    [InlineData("{}")]
    [InlineData("""{"Format":"dinsos-kunci-1","Iterations":1,"Salt":"AAAAAAAAAAAAAAAAAAAAAA==","Nonce":"AAAAAAAAAAAAAAAA","Tag":"AAAAAAAAAAAAAAAAAAAAAA==","Data":"AA=="}""")]
    public void Restore_NotAnExport_Throws(string text)
    {
        using var source = new MemoryStream(Encoding.UTF8.GetBytes(text));

        Assert.Throws<KeyRingException>(() => Open().Restore(source, Passphrase));
    }

    [Fact]
    public void Restore_ExportWithOneByteChanged_Throws()
    {
        using var export = Export(Open());
        var text = Encoding.UTF8.GetString(export.ToArray());
        var at = text.IndexOf("\"Data\":\"", StringComparison.Ordinal) + 20;
        var changed = text[..at] + (text[at] == 'A' ? 'B' : 'A') + text[(at + 1)..];
        using var source = new MemoryStream(Encoding.UTF8.GetBytes(changed));

        Assert.Throws<KeyRingException>(() => Open("lain").Restore(source, Passphrase));
    }

    [Fact]
    public void Export_ShortPassphrase_Throws()
    {
        using var target = new MemoryStream();

        Assert.Throws<ArgumentException>(() => Open().Export(target, "pendek"));
        Assert.Equal(0, target.Length);
    }

    [Fact]
    public void Export_Written_ShowsNoKey()
    {
        var ring = Open();
        using var export = Export(ring);
        var text = Encoding.UTF8.GetString(export.ToArray());

        Assert.DoesNotContain(ring.Current(KeyPurpose.Files).Id, text);
        Assert.DoesNotContain(Convert.ToBase64String(ring.Current(KeyPurpose.Files).Material.Span), text);
    }

    private static MemoryStream Export(KeyRing ring)
    {
        var stream = new MemoryStream();
        ring.Export(stream, Passphrase);
        stream.Position = 0;
        return stream;
    }

    private KeyRing Open() => Open("kunci");

    private KeyRing Open(string name) => KeyRing.Open(new KeyRingOptions { Folder = _folder.Sub(name) }, TimeProvider.System);

    private string[] KeyFiles() => Directory.GetFiles(_folder.Sub("kunci"), "*.kunci");
}
