using DinsosIntranet.Features.Desks.Pages;
using static DinsosIntranet.Tests.Features.Desks.Pages.DeskSamples;

namespace DinsosIntranet.Tests.Features.Desks.Pages;

public sealed class DeskScreenTests
{
    [Fact]
    public void Offer_NobodyOnARow_ShowsAtOnce()
    {
        var screen = new DeskScreen();
        screen.Offer(Desk([Row("0001")]), rests: false);
        var fresh = Desk([Row("0001"), Row("0002")]);

        screen.Offer(fresh, rests: false);

        Assert.Equal((fresh, null), (screen.Shown, screen.WaitingText));
    }

    [Fact]
    public void Offer_PointerOnARow_CountsWhatIsNewAndKeepsRows()
    {
        var screen = new DeskScreen();
        var first = Row("0001");
        var shown = Desk([first]);
        screen.Offer(shown, rests: false);

        screen.Offer(Desk([Row("0002"), Row("0003"), first]), rests: true);

        Assert.Equal((shown, "2 permohonan baru. Tampilkan"), (screen.Shown, screen.WaitingText));
    }

    [Fact]
    public void Offer_PointerOnARowSameRows_TimesGoOn()
    {
        var screen = new DeskScreen();
        var row = Row("0001");
        screen.Offer(Desk([row]), rests: false);
        var later = Desk([row with { AtDesk = "5 menit" }]);

        screen.Offer(later, rests: true);

        Assert.Equal((later, null), (screen.Shown, screen.WaitingText));
    }

    [Fact]
    public void ShowWaiting_AfterOtherOrder_ShowsIt()
    {
        var screen = new DeskScreen();
        var (first, second) = (Row("0001"), Row("0002"));
        screen.Offer(Desk([first, second]), rests: false);
        var turned = Desk([second, first]);
        screen.Offer(turned, rests: true);
        Assert.Equal("Meja Anda berubah. Tampilkan", screen.WaitingText);

        screen.ShowWaiting();

        Assert.Equal((turned, null), (screen.Shown, screen.WaitingText));
    }

    [Fact]
    public void RowsOf_RowLost_StaysAtItsPlaceWithTheReasonUntilForgotten()
    {
        var screen = new DeskScreen();
        var (first, second, third) = (Row("0001"), Row("0002"), Row("0003"));
        screen.Offer(Desk([first, second, third]), rests: false);
        var lost = screen.Lose(second, Queue, "Sudah diambil Asep Mulyadi pukul 09.42.");
        screen.Offer(Desk([first, third]), rests: false);

        Assert.Equal([(first, null), (second, lost.Message), (third, null)], screen.RowsOf(screen.Shown!.Queues[0]));

        screen.Forget(lost);
        Assert.Equal([(first, null), (third, (string?)null)], screen.RowsOf(screen.Shown!.Queues[0]));
    }
}
