using Bunit;
using DinsosIntranet.Shared.Ui;

namespace DinsosIntranet.Tests.Shared.Ui;

public sealed class BadgesAndLinesTests : ComponentTest
{
    [Fact]
    public void ClockChip_WithDueTime_CarriesItForTheBrowser()
    {
        var chip = Render<ClockChip>(p => p
            .Add(c => c.State, "kuning")
            .Add(c => c.Text, "Sisa 3 menit")
            .Add(c => c.Title, "23 November 2026 pukul 09.44 WIB")
            .Add(c => c.DueUtc, new DateTime(2026, 11, 23, 2, 44, 0, DateTimeKind.Utc)));

        chip.MarkupMatches("""<time class="jam kuning" title="23 November 2026 pukul 09.44 WIB" datetime="2026-11-23T02:44:00Z" data-batas="2026-11-23T02:44:00Z">Sisa 3 menit</time>""");
    }

    [Fact]
    public void ClockChip_Paused_DoesNotCountOn()
    {
        var chip = Render<ClockChip>(p => p.Add(c => c.State, "jeda").Add(c => c.Text, "Jeda 26 menit"));

        Assert.False(chip.Find("time").HasAttribute("data-batas"));
    }

    [Theory]
    [InlineData(BadgeKind.Plain, "di-lencana")]
    [InlineData(BadgeKind.Held, "di-lencana jalan")]
    [InlineData(BadgeKind.Confidential, "di-lencana rahasia")]
    public void StatusBadge_Kind_SetsItsClass(BadgeKind kind, string expected)
    {
        var badge = Render<StatusBadge>(p => p.Add(b => b.Text, "Berjalan").Add(b => b.Kind, kind));

        Assert.Equal(expected, badge.Find("span").ClassName!.Trim());
    }

    [Fact]
    public void PersonLine_Confidential_RendersNothingOfThePerson()
    {
        var line = Render<PersonLine>(p => p
            .Add(l => l.Name, "Siti Aminah")
            .Add(l => l.MaskedNik, "3602********0001")
            .Add(l => l.ConfidentialCode, "PM-8K2D"));

        Assert.Equal("RahasiaPM-8K2D", line.Find(".di-orang").TextContent);
        Assert.DoesNotContain("S. A.", line.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void PersonLine_OnAList_CarriesInitials()
    {
        var line = Render<PersonLine>(p => p.Add(l => l.Name, "Siti Aminah").Add(l => l.MaskedNik, "3602********0001"));

        Assert.Equal("S. A.", line.Find("b").GetAttribute("data-inisial"));
        Assert.Equal("3602********0001", line.Find(".nik").TextContent);
    }

    [Fact]
    public void PersonLine_AlwaysShown_IsNeverMasked()
    {
        var line = Render<PersonLine>(p => p.Add(l => l.Name, "Siti Aminah").Add(l => l.AlwaysShown, true));

        Assert.False(line.Find("b").HasAttribute("data-inisial"));
    }

    [Fact]
    public void StepStrip_CurrentStep_IsMarkedForReaders()
    {
        var strip = Render<StepStrip>(p => p.Add(s => s.Steps,
        [
            new StepView("1", "Diterima loket", StepState.Done),
            new StepView("6/7", "Cetak surat", StepState.Current),
            new StepView("8", "Tanda tangan", StepState.Upcoming),
        ]));

        var current = Assert.Single(strip.FindAll("[aria-current=step]"));
        Assert.Equal("6/7. Cetak surat", current.TextContent.Trim());
        Assert.Equal(["sudah", "kini", "nanti"], strip.FindAll("li").Select(l => l.ClassName));
    }

    [Fact]
    public void Timeline_Items_KeepTheirOrder()
    {
        var timeline = Render<Timeline>(p => p.Add(t => t.Items,
        [
            new TimelineItem("09.38", "Diambil", IsCurrent: true),
            new TimelineItem("09.29", "Berkas lengkap", "Front Office"),
        ]));

        Assert.Equal(["Diambil", "Berkas lengkap"], timeline.FindAll("b").Select(b => b.TextContent));
        Assert.Equal("kini", timeline.FindAll("li")[0].ClassName);
        Assert.Equal("Front Office", timeline.Find("small").TextContent);
    }
}
