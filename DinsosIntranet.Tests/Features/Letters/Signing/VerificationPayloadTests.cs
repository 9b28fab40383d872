using System.Security.Cryptography;
using DinsosIntranet.Features.Letters.Signing;

namespace DinsosIntranet.Tests.Features.Letters.Signing;

public sealed class VerificationPayloadTests : IDisposable
{
    private static readonly VerificationPayload Payload =
        new("400.9.14.1/247/Dinsos/XI/2026", "SKD", new DateOnly(2026, 11, 23), "RM", "0003", new DateOnly(2027, 2, 21), "K1");

    private readonly ECDsa _key = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    public void Dispose() => _key.Dispose();

    [Fact]
    public void Verify_OwnCode_IsGenuineAndComplete()
    {
        var check = VerificationPayload.Verify(Payload.Encode(_key), Known);

        Assert.Equal(VerificationState.Genuine, check.State);
        Assert.Equal(Payload, check.Payload);
    }

    [Fact]
    public void Verify_NoValidityAndNoNik_IsGenuine()
    {
        var payload = Payload with { ValidUntil = null, LastNikDigits = "" };

        Assert.Equal(payload, VerificationPayload.Verify(payload.Encode(_key), Known).Payload);
    }

    [Fact]
    public void Verify_LowerCaseWithSpacesAround_IsGenuine() =>
        Assert.Equal(VerificationState.Genuine, VerificationPayload.Verify($" {Payload.Encode(_key).ToLowerInvariant()}\n", Known).State);

    [Fact]
    public void Encode_OrdinaryLetter_FitsACodeOf49Modules()
    {
        var text = Payload.Encode(_key);

        Assert.StartsWith("DI1.", text, StringComparison.Ordinal);
        Assert.True(text.Length <= 221, $"{text.Length} characters need a larger code.");
        Assert.All(text, c => Assert.True(char.IsAsciiLetterUpper(c) || char.IsAsciiDigit(c) || c == '.'));
    }

    [Fact]
    public void Verify_AnyCharacterChanged_IsNeverGenuine()
    {
        var text = Payload.Encode(_key);
        for (var i = 0; i < text.Length; i++)
        {
            var changed = text[..i] + (text[i] == 'A' ? 'B' : 'A') + text[(i + 1)..];
            var check = VerificationPayload.Verify(changed, Known);

            Assert.NotEqual(VerificationState.Genuine, check.State);
            Assert.Null(check.Payload);
        }
    }

    [Fact]
    public void Verify_WordsOfAnotherLetter_IsAltered()
    {
        var other = (Payload with { LastNikDigits = "9999" }).Encode(_key);
        var mixed = other[..other.LastIndexOf('.')] + Payload.Encode(_key)[Payload.Encode(_key).LastIndexOf('.')..];

        Assert.Equal(VerificationState.Altered, VerificationPayload.Verify(mixed, Known).State);
    }

    [Fact]
    public void Verify_ForeignKey_IsAltered()
    {
        using var foreign = ECDsa.Create(ECCurve.NamedCurves.nistP256);

        Assert.Equal(VerificationState.Altered, VerificationPayload.Verify(Payload.Encode(foreign), Known).State);
    }

    [Fact]
    public void Verify_KeyNotInStock_IsUnknownKey() =>
        Assert.Equal(VerificationState.UnknownKey, VerificationPayload.Verify((Payload with { KeyId = "K9" }).Encode(_key), Known).State);

    [Theory]
    [InlineData("")]
    [InlineData("DI1.")]
    [InlineData("DI1..")]
    [InlineData("DI1.AAAA.AAAA")]
    [InlineData("DI2.GQYDALRZ.GQYDALRZ")]
    [InlineData("https://contoh.go.id/")]
    [InlineData("DI1.\u0000\uFFFF.\uD800")]
    public void Verify_NotACode_IsUnreadable(string text) =>
        Assert.Equal(VerificationState.Unreadable, VerificationPayload.Verify(text, Known).State);

    [Fact]
    public void Verify_VeryLongText_IsUnreadable() =>
        Assert.Equal(VerificationState.Unreadable, VerificationPayload.Verify("DI1." + new string('A', 1_000_000), Known).State);

    [Theory]
    [InlineData("nomor\u001Fsisipan")]
    [InlineData("nomor-yang-jauh-lebih-panjang-daripada-enam-puluh-karakter-2026")]
    public void Encode_FieldThatDoesNotFit_Throws(string number) =>
        Assert.Throws<InvalidOperationException>(() => (Payload with { LetterNumber = number }).Encode(_key));

    private ECDsa? Known(string keyId) => keyId == "K1" ? _key : null;
}
