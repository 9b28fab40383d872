using DinsosIntranet.Features.Standards.Domain;

namespace DinsosIntranet.Tests.Features.Standards.Domain;

public class ActionRegistryTests
{
    [Fact]
    public void TakesIn_OnlyWhenEveryStepHasItsPanel()
    {
        var small = StandardFixtures.Small();
        string[] used = [StepActions.Receive, StepActions.Dispose, StepActions.Verify, StepActions.Refer, StepActions.Sign];
        var complete = Registry(used);
        var incomplete = Registry(used[..^1]);

        Assert.True(complete.TakesIn(small));
        Assert.False(complete.TakesIn(small with { IntakeOpen = false }));
        Assert.False(incomplete.TakesIn(small));
        Assert.Equal(["Tanda tangan"], incomplete.Unbuilt(small).Select(a => a.Name));
    }

    [Fact]
    public void Panel_NotRegistered_IsNull()
    {
        var registry = Registry([StepActions.Sign]);

        Assert.Equal(typeof(string), registry.Panel(StepActions.Sign));
        Assert.Null(registry.Panel(StepActions.Forward));
    }

    [Theory]
    [InlineData("sulap")]
    [InlineData("sign", "sign")]
    public void Constructor_PanelForUnknownActionOrTwice_Throws(params string[] codes) =>
        Assert.Throws<InvalidOperationException>(() => Registry(codes));

    private static ActionRegistry Registry(IEnumerable<string> built) =>
        new(StepActions.All, built.Select(code => new ActionPanel(code, typeof(string))));
}
