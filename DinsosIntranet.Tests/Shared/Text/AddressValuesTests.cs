using DinsosIntranet.Shared.Text;

namespace DinsosIntranet.Tests.Shared.Text;

public sealed class AddressValuesTests
{
    [Fact]
    public void Day_Exact_IsRead() => Assert.Equal(new DateOnly(2026, 11, 25), AddressValues.Day("2026-11-25"));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("abc")]
    [InlineData("25/11/2026")]
    [InlineData("2026-11-31")]
    [InlineData("2026-11-25T00:00")]
    public void Day_AnythingElse_IsNoDay(string? text) => Assert.Null(AddressValues.Day(text));

    [Theory]
    [InlineData("3", 3)]
    [InlineData("1", 1)]
    [InlineData(null, 1)]
    [InlineData("abc", 1)]
    [InlineData("0", 1)]
    [InlineData("-2", 1)]
    [InlineData("1.5", 1)]
    [InlineData("99999999999999999999999", 1)]
    [InlineData("2147483647", 1_000_000)]
    public void Page_AnyText_IsAPageThatCanBeCounted(string? text, int page) => Assert.Equal(page, AddressValues.Page(text));

    [Theory]
    [InlineData("12", 12L)]
    [InlineData("x", null)]
    [InlineData("-1", null)]
    public void Number_FiguresOnly(string text, long? number) => Assert.Equal(number, AddressValues.Number(text));

    [Fact]
    public void Of_Day_IsReadAgain() => Assert.Equal(new DateOnly(2026, 1, 2), AddressValues.Day(AddressValues.Of(new DateOnly(2026, 1, 2))));
}
