using System.Text;
using DinsosIntranet.Features.Accounts.Domain;
using DinsosIntranet.Tests.Support;

namespace DinsosIntranet.Tests.Features.Accounts.Domain;

public sealed class TotpCodeTests
{
    private static readonly byte[] Secret = Encoding.ASCII.GetBytes("12345678901234567890");
    private static readonly DateTime Now = FakeTime.Start.UtcDateTime;

    /// <summary>RFC 6238, appendix B, the SHA-1 rows; the RFC prints eight digits.</summary>
    [Theory]
    [InlineData(59, "94287082")]
    [InlineData(1111111109, "07081804")]
    [InlineData(1111111111, "14050471")]
    [InlineData(1234567890, "89005924")]
    [InlineData(2000000000, "69279037")]
    [InlineData(20000000000, "65353130")]
    public void At_VectorsOfTheRfc_Same(long seconds, string expected)
    {
        var step = TotpCode.StepOf(DateTime.UnixEpoch.AddSeconds(seconds));

        Assert.Equal(expected, TotpCode.At(Secret, step, 8));
        Assert.Equal(expected[2..], TotpCode.At(Secret, step));
    }

    [Theory]
    [InlineData(-2, false)]
    [InlineData(-1, true)]
    [InlineData(0, true)]
    [InlineData(1, true)]
    [InlineData(2, false)]
    public void Match_OtherSteps_OneEitherWay(int offset, bool expected)
    {
        var step = TotpCode.StepOf(Now) + offset;

        Assert.Equal(expected ? step : null, TotpCode.Match(Secret, TotpCode.At(Secret, step), Now, null));
    }

    [Fact]
    public void Match_UsedStepOrOlder_Refused()
    {
        var step = TotpCode.StepOf(Now);

        Assert.Null(TotpCode.Match(Secret, TotpCode.At(Secret, step), Now, step));
        Assert.Null(TotpCode.Match(Secret, TotpCode.At(Secret, step - 1), Now, step));
        Assert.Equal(step + 1, TotpCode.Match(Secret, TotpCode.At(Secret, step + 1), Now, step));
    }

    [Theory]
    [InlineData("")]
    [InlineData("12345")]
    [InlineData("1234567")]
    [InlineData("abcdef")]
    public void Match_NotSixDigits_Null(string typed) => Assert.Null(TotpCode.Match(Secret, typed, Now, null));

    [Fact]
    public void Match_WithASpace_Accepted()
    {
        var code = TotpCode.At(Secret, TotpCode.StepOf(Now));

        Assert.NotNull(TotpCode.Match(Secret, $"{code[..3]} {code[3..]}", Now, null));
    }

    [Theory]
    [InlineData("Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0", "Firefox, Linux")]
    [InlineData("Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36 Edg/140.0.0.0", "Edge, Windows")]
    [InlineData("Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Mobile Safari/537.36", "Chrome, Android")]
    [InlineData("Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Mobile/15E148 Safari/604.1", "Safari, iPhone")]
    [InlineData("curl/8.0", "Peramban lain")]
    [InlineData(null, "Peramban lain")]
    public void BrowserFamily_KnownTexts_InPlainWords(string? userAgent, string expected) => Assert.Equal(expected, BrowserFamily.Of(userAgent));
}
