using System.Security.Cryptography;
using DinsosIntranet.Shared.Keys;
using DinsosIntranet.Tests.Shared.Files;

namespace DinsosIntranet.Tests.Shared.Keys;

public sealed class FieldCipherTests : IDisposable
{
    private const string Place = "korban|kronologi|0197";

    private readonly TemporaryFolder _folder = new();
    private readonly KeyRing _ring;
    private readonly FieldCipher _cipher;

    public FieldCipherTests()
    {
        _ring = KeyRing.Open(new KeyRingOptions { Folder = _folder.Sub("kunci") }, TimeProvider.System);
        _cipher = new FieldCipher(_ring);
    }

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("")]
    [InlineData("Sdri. Melati, 3602990101010001")]
    [InlineData("aksara ꦗꦮ dan 🙂")]
    public void Decrypt_WhatWasEncrypted_ReturnsIt(string plain)
    {
        var envelope = _cipher.Encrypt(plain, Place);

        Assert.Equal(plain, _cipher.Decrypt(envelope, Place));
        Assert.StartsWith("v1." + _ring.Current(KeyPurpose.Fields).Id + ".", envelope);
    }

    [Fact]
    public void Encrypt_SameValueTwice_LooksDifferent()
    {
        Assert.NotEqual(_cipher.Encrypt("sama", Place), _cipher.Encrypt("sama", Place));
    }

    [Fact]
    public void Decrypt_InAnotherRow_Throws()
    {
        var envelope = _cipher.Encrypt("rahasia", Place);

        Assert.ThrowsAny<CryptographicException>(() => _cipher.Decrypt(envelope, "korban|kronologi|0198"));
    }

    [Fact]
    public void Decrypt_AnyCharacterChanged_Throws()
    {
        var envelope = _cipher.Encrypt("rahasia", Place);
        var body = envelope.LastIndexOf('.') + 1;

        // The last character holds padding bits in part, which the decoder itself refuses.
        Assert.All(Enumerable.Range(body, envelope.Length - body), i =>
        {
            var changed = envelope[..i] + (envelope[i] == 'A' ? 'B' : 'A') + envelope[(i + 1)..];
            Assert.ThrowsAny<CryptographicException>(() => _cipher.Decrypt(changed, Place));
        });
    }

    [Theory]
    [InlineData("")]
    [InlineData("v1")]
    [InlineData("v2.isian-1.AAAA")]
    [InlineData("teks biasa")]
    public void Decrypt_NoEnvelope_Throws(string text)
    {
        Assert.ThrowsAny<CryptographicException>(() => _cipher.Decrypt(text, Place));
    }

    [Fact]
    public void Decrypt_UnknownKey_SaysWhichKeyIsMissing()
    {
        var problem = Assert.Throws<KeyMissingException>(() => _cipher.Decrypt("v1.isian-0000.AAAA", Place));

        Assert.Contains("isian-0000", problem.Message);
    }

    [Fact]
    public void Decrypt_TooShort_Throws()
    {
        Assert.ThrowsAny<CryptographicException>(() => _cipher.Decrypt($"v1.{_ring.Current(KeyPurpose.Fields).Id}.AAAA", Place));
    }

    [Fact]
    public void Decrypt_AfterRotation_StillReadsAndAsksForRewrite()
    {
        var envelope = _cipher.Encrypt("lama", Place);
        Assert.False(_cipher.NeedsRewrite(envelope));

        _ring.Rotate(KeyPurpose.Fields);

        Assert.Equal("lama", _cipher.Decrypt(envelope, Place));
        Assert.True(_cipher.NeedsRewrite(envelope));
    }

    [Fact]
    public void Encrypt_WithoutPlace_Throws()
    {
        Assert.Throws<ArgumentException>(() => _cipher.Encrypt("x", " "));
    }

    [Fact]
    public void ContentKey_OpenedAgain_ReadsWhatItWrote()
    {
        var id = Guid.CreateVersion7();
        using var made = _cipher.CreateContentKey(id, "kasus|kunci|1");
        var envelope = made.Encrypt("kronologi", Place);

        using var opened = _cipher.OpenContentKey(id, made.Wrapped, "kasus|kunci|1");

        Assert.Equal("kronologi", opened.Decrypt(envelope, Place));
    }

    [Fact]
    public void ContentKey_OfAnotherCase_CannotRead()
    {
        using var one = _cipher.CreateContentKey(Guid.CreateVersion7(), "kasus|kunci|1");
        using var two = _cipher.CreateContentKey(Guid.CreateVersion7(), "kasus|kunci|2");
        var envelope = one.Encrypt("kronologi", Place);

        Assert.ThrowsAny<CryptographicException>(() => two.Decrypt(envelope, Place));
        Assert.ThrowsAny<CryptographicException>(() => _cipher.OpenContentKey(two.Id, one.Wrapped, "kasus|kunci|2"));
        Assert.Throws<KeyMissingException>(() => _cipher.Decrypt(envelope, Place));
    }

    [Fact]
    public void ContentKey_Disposed_RefusesToWork()
    {
        var key = _cipher.CreateContentKey(Guid.CreateVersion7(), "kasus|kunci|1");
        key.Dispose();

        Assert.Throws<ObjectDisposedException>(() => key.Encrypt("x", Place));
    }

    [Fact]
    public void Encrypt_ManyThreads_AllReadBack()
    {
        Parallel.For(0, 2000, i => Assert.Equal($"isi {i}", _cipher.Decrypt(_cipher.Encrypt($"isi {i}", Place), Place)));
    }
}
