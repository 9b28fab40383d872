using Bunit;
using DinsosIntranet.Features.Desks.Pages;
using DinsosIntranet.Features.Desks;
using DinsosIntranet.Tests.Shared.Ui;
using DinsosIntranet.Tests.Support;
using static DinsosIntranet.Tests.Features.Desks.Pages.DeskSamples;

namespace DinsosIntranet.Tests.Features.Desks.Pages;

public sealed class DeskTableViewTests : ComponentTest
{
    [Fact]
    public void Render_Rows_StandInTheGivenOrder()
    {
        var table = Show((Row("DTKS-2026-0409"), null), (Row("DTKS-2026-0412"), null), (Row("DTKS-2026-0398"), null));

        Assert.Equal(["DTKS-2026-0409", "DTKS-2026-0412", "DTKS-2026-0398"], table.FindAll("tbody a.di-angka").Select(a => a.TextContent));
    }

    [Theory]
    [InlineData(false, false, "Ambil")]
    [InlineData(true, false, "Catat hasil cek")]
    [InlineData(true, true, "Lanjutkan jam")]
    public void Render_Row_NextActIsTheFirstButton(bool isMine, bool isPaused, string act)
    {
        var table = Show((Row("DTKS-2026-0412", isMine, isPaused), null));

        Assert.Equal(act, table.Find("tbody td:last-child .rz-button").TextContent.Trim());
    }

    [Fact]
    public void Press_Ambil_ClaimsThatRow()
    {
        var acts = new List<(DeskRow Row, DeskAct Act)>();
        var row = Row("DTKS-2026-0412");
        var table = Render<DeskTableView>(p => p.Add(t => t.Rows, [(Row("DTKS-2026-0411"), null), (row, null)]).Add(t => t.LabelledBy, "h").Add(t => t.OnAct, acts.Add));

        table.Act(() => table.Find("[aria-label='Ambil DTKS-2026-0412']").Click());

        Assert.Equal([(row, DeskAct.Claim)], acts);
    }

    [Fact]
    public void Render_RowLost_SaysWhoWasFirstInPlaceOfTheButtons()
    {
        var table = Show((Row("DTKS-2026-0412"), "Sudah diambil Asep Mulyadi pukul 09.42."));

        Assert.Equal("Sudah diambil Asep Mulyadi pukul 09.42.", table.Find("tbody td:last-child").TextContent.Trim());
    }

    [Fact]
    public void Render_Confidential_ShowsNumberAndNobody()
    {
        var table = Show((Row("KBGA-2026-0007") with { Person = null }, null));

        Assert.Equal("RahasiaKBGA-2026-0007", table.Find("tbody .di-orang").TextContent.Trim());
    }

    private IRenderedComponent<DeskTableView> Show(params (DeskRow Row, string? Message)[] rows) =>
        Render<DeskTableView>(p => p.Add(t => t.Rows, rows).Add(t => t.LabelledBy, "h").Add(t => t.OnAct, _ => { }));
}
