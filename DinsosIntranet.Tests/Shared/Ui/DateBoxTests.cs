using Bunit;
using DinsosIntranet.Shared.Text;
using DinsosIntranet.Shared.Ui;
using DinsosIntranet.Tests.Support;

namespace DinsosIntranet.Tests.Shared.Ui;

public sealed class DateBoxTests : ComponentTest
{
    private readonly List<DateOnly?> _heard = [];

    [Theory]
    [InlineData("3/8/1985")]
    [InlineData("03-08-1985")]
    [InlineData("3.8.1985")]
    [InlineData("03081985")]
    [InlineData(" 3 / 8 / 1985 ")]
    [InlineData("1985-08-03")]
    public void Change_AnyForm_IsTheThirdOfAugust(string typed)
    {
        var box = RenderBox(null);

        box.Act(() => box.Find("input").Change(typed));

        Assert.Equal([new DateOnly(1985, 8, 3)], _heard);
        Assert.Equal("03/08/1985", box.Find("input").GetAttribute("value"));
        Assert.Empty(box.FindAll(".di-pesan-salah"));
    }

    [Theory]
    [InlineData("30/02/2026")]
    [InlineData("13")]
    [InlineData("besok")]
    [InlineData("01/01/0001")]
    public void Change_NoDate_StaysAsTypedWithItsMessage(string typed)
    {
        var box = RenderBox(new DateOnly(2026, 11, 25));

        box.Act(() => box.Find("input").Change(typed));

        var input = box.Find("input");
        Assert.Equal([IndonesianDates.Unreadable], _heard);
        Assert.Equal((typed, "true", "batas-bantu batas-tanggal"), (input.GetAttribute("value"), input.GetAttribute("aria-invalid"), input.GetAttribute("aria-describedby")));
        Assert.Equal("batas-tanggal", box.Find(".di-pesan-salah").Id);
    }

    [Fact]
    public void Change_Emptied_IsNoDate()
    {
        var box = RenderBox(new DateOnly(2026, 11, 25));

        box.Act(() => box.Find("input").Change(""));

        Assert.Equal([null], _heard);
        Assert.Empty(box.FindAll(".di-pesan-salah"));
    }

    [Fact]
    public void Value_ComesFromElsewhere_TakesThePlaceOfWhatWasTyped()
    {
        var box = RenderBox(null);
        box.Act(() => box.Find("input").Change("besok"));

        box.Render(p => p.Add(b => b.Value, new DateOnly(1990, 5, 12)));

        Assert.Equal("12/05/1990", box.Find("input").GetAttribute("value"));
        Assert.Empty(box.FindAll(".di-pesan-salah"));
    }

    [Fact]
    public void Change_NoDateInAFilterThatTakesNone_StaysAsTypedUntilADateComes()
    {
        var box = RenderBox(new DateOnly(2026, 11, 25));
        box.Act(() => box.Find("input").Change("besok"));

        box.Render(p => p.Add(b => b.Value, new DateOnly(2026, 11, 25)));
        Assert.Equal("besok", box.Find("input").GetAttribute("value"));
        Assert.NotEmpty(box.FindAll(".di-pesan-salah"));

        box.Render(p => p.Add(b => b.Value, null));
        Assert.Equal("", box.Find("input").GetAttribute("value"));
    }

    private IRenderedComponent<DateBox> RenderBox(DateOnly? value) => Render<DateBox>(p => p
        .Add(b => b.Value, value)
        .Add(b => b.ValueChanged, date => _heard.Add(date))
        .AddUnmatched("id", "batas")
        .AddUnmatched("aria-describedby", "batas-bantu"));
}
