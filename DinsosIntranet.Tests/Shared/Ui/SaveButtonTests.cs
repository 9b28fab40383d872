using Bunit;
using DinsosIntranet.Shared.Ui;
using Microsoft.AspNetCore.Components;

namespace DinsosIntranet.Tests.Shared.Ui;

public sealed class SaveButtonTests : ComponentTest
{
    private readonly TaskCompletionSource _act = new();
    private int _presses;

    [Fact]
    public async Task Press_TwiceWhileBusy_ActsOnce()
    {
        var button = RenderButton();

        var first = button.Find("button").ClickAsync();
        await button.InvokeAsync(() => button.Find("button").ClickAsync());
        _act.SetResult();
        await first;

        Assert.Equal(1, _presses);
    }

    [Fact]
    public async Task Press_LongerThanPatience_SaysWhatItDoesAndThenReturns()
    {
        var button = RenderButton();

        var press = button.Find("button").ClickAsync();
        button.WaitForAssertion(() => Assert.Equal("Menyimpan…", button.Find("button").TextContent.Trim()), TimeSpan.FromSeconds(5));
        Assert.Equal("true", button.Find("button").GetAttribute("aria-disabled"));
        _act.SetResult();
        await press;

        Assert.Equal("Simpan", button.Find("button").TextContent.Trim());
        Assert.False(button.Find("button").HasAttribute("aria-disabled"));
    }

    [Fact]
    public async Task Press_ActThatFails_CanBePressedAgain()
    {
        var button = Render<SaveButton>(p => p
            .Add(b => b.Text, "Simpan")
            .Add(b => b.OnPress, EventCallback.Factory.Create(this, () =>
            {
                _presses++;
                throw new InvalidOperationException();
            })));

        await Assert.ThrowsAsync<InvalidOperationException>(() => button.Find("button").ClickAsync());
        await Assert.ThrowsAsync<InvalidOperationException>(() => button.Find("button").ClickAsync());

        Assert.Equal(2, _presses);
    }

    [Fact]
    public void Main_Set_IsFoundByTheShortcut() => Assert.True(RenderButton().Find("button").HasAttribute("data-utama"));

    private IRenderedComponent<SaveButton> RenderButton() => Render<SaveButton>(p => p
        .Add(b => b.Text, "Simpan")
        .Add(b => b.Main, true)
        .Add(b => b.OnPress, EventCallback.Factory.Create(this, () =>
        {
            _presses++;
            return _act.Task;
        })));
}
