using DinsosIntranet.Features.Desks.Domain;
using DinsosIntranet.Tests.Shared.Calendar;

namespace DinsosIntranet.Tests.Features.Desks.Domain;

public class BoardSnapshotTests
{
    private static readonly DateTime At = TestCalendars.At("2026-11-23 09.41");

    [Fact]
    public void View_All_HasARowForEachDeskOfTheServicesAndOfOpenWork()
    {
        var view = Snapshot(Tile("KTK 7F3Q", "korban-kbga", "pppa", "petugas-pppa")).View(BoardFilter.All);

        Assert.Equal(["front-office", "operator", "petugas-pppa"], view.Rows.Select(r => r.DeskCode));
    }

    [Fact]
    public void View_Service_ShowsItsTilesAndDesksOnly()
    {
        var view = Snapshot(Tile("DTKS 0412", "dtks", "linjamsos", "operator"), Tile("INFO 0050", "informasi", "sekretariat", "front-office"))
            .View(new BoardFilter("dtks", null));

        Assert.Equal(["DTKS 0412"], view.Rows.SelectMany(r => r.Tiles).Select(t => t.Label));
        Assert.Equal(1, view.Counts.Running);
    }

    [Fact]
    public void View_Unit_ShowsTheServicesItAnswersFor()
    {
        var view = Snapshot(Tile("DTKS 0412", "dtks", "linjamsos", "operator"), Tile("INFO 0050", "informasi", "sekretariat", "front-office"))
            .View(new BoardFilter(null, "sekretariat"));

        Assert.Equal(["INFO 0050"], view.Rows.SelectMany(r => r.Tiles).Select(t => t.Label));
    }

    [Fact]
    public void View_UnknownService_CountsAsNotChosen() =>
        Assert.Single(Snapshot(Tile("DTKS 0412", "dtks", "linjamsos", "operator")).View(new BoardFilter("pulang", null)).Rows.SelectMany(r => r.Tiles));

    [Fact]
    public void View_SameFilter_IsSharedByAllViewers()
    {
        var snapshot = Snapshot(Tile("DTKS 0412", "dtks", "linjamsos", "operator"));

        Assert.Same(snapshot.View(new BoardFilter("dtks", null)), snapshot.View(new BoardFilter("dtks", null)));
    }

    [Fact]
    public void Row_MoreTilesThanFit_SaysHowManyMore()
    {
        var tiles = Enumerable.Range(1, BoardRow.MaxTiles + 7).Select(n => Tile($"DTKS {n:0000}", "dtks", "linjamsos", "operator")).ToArray();

        var row = Snapshot(tiles).View(BoardFilter.All).Rows.Single(r => r.DeskCode == "operator");

        Assert.Equal((BoardRow.MaxTiles, 7, BoardRow.MaxTiles + 7), (row.Tiles.Count, row.More, row.Count));
    }

    [Fact]
    public void Counts_EachState_AddUpToRunning()
    {
        var counts = BoardCounts.Of(
        [
            Tile("1", tone: BoardTone.Late), Tile("2", tone: BoardTone.Soon), Tile("3"), Tile("4", tone: BoardTone.Paused),
            Tile("5", tone: BoardTone.Plain), Tile("6", tone: BoardTone.Plain) with { IsWaiting = true },
        ]);

        Assert.Equal(new BoardCounts(5, 1, 1, 2, 1, 1), counts);
    }

    [Fact]
    public void Wall_ManyClocks_MostUrgentEightInOrder()
    {
        var late = Enumerable.Range(1, 3).Select(n => Tile($"L{n}", tone: BoardTone.Late) with { DueUtc = At.AddMinutes(-n) });
        var soon = Enumerable.Range(1, 3).Select(n => Tile($"S{n}", tone: BoardTone.Soon) with { DueUtc = At.AddHours(n) });
        var fine = Enumerable.Range(1, 6).Select(n => Tile($"F{n}") with { DueUtc = At.AddMinutes(10 * n) });
        BoardTile[] others = [Tile("P", tone: BoardTone.Paused), Tile("T", tone: BoardTone.Plain)];

        var urgent = Snapshot([.. others, .. fine, .. soon, .. late]).Wall(BoardFilter.All).Urgent;

        Assert.Equal(["L3", "L2", "L1", "S1", "S2", "S3", "F1", "F2"], urgent.Select(t => t.Label));
        Assert.Equal(("Operator SIKS-NG", "Sisa 9 menit"), (urgent[0].DeskName, urgent[0].Text));
    }

    [Fact]
    public void Wall_Desks_CountEachStateAndAddUp()
    {
        var wall = Snapshot(
            Tile("1", tone: BoardTone.Late), Tile("2", tone: BoardTone.Soon), Tile("3"), Tile("4", tone: BoardTone.Paused),
            Tile("5", tone: BoardTone.Plain) with { IsWaiting = true }, Tile("6", desk: "front-office")).Wall(BoardFilter.All);

        Assert.Equal(new BoardCounts(4, 1, 1, 1, 1, 1), wall.Desks.Single(d => d.Code == "operator").Counts);
        Assert.Equal(wall.Counts.Running, wall.Desks.Sum(d => d.Counts.Running));
    }

    [Theory]
    [InlineData(null, null, 8, "semua layanan")]
    [InlineData("dtks", null, 5, "Pengecekan DTKS")]
    [InlineData(null, "sekretariat", 2, "Sekretariat")]
    [InlineData("dtks", "linjamsos", 5, "Pengecekan DTKS · Linjamsos")]
    [InlineData("pulang", null, 8, "semua layanan")]
    public void Wall_Filter_CountsWhatFinishedAndSaysWhatItShows(string? service, string? unit, int finished, string shows)
    {
        var wall = Snapshot(Tile("DTKS 0412")).Wall(new BoardFilter(service, unit));

        Assert.Equal((finished, shows), (wall.FinishedToday, wall.Shows));
    }

    [Theory]
    [InlineData(0, "baru saja")]
    [InlineData(59, "59 menit")]
    [InlineData(60, "1 jam")]
    [InlineData(449, "7 jam")]
    [InlineData(900, "2 hari")]
    public void NetTime_Minutes_InWords(int minutes, string text) => Assert.Equal(text, NetTime.Text(minutes));

    private static BoardSnapshot Snapshot(params BoardTile[] tiles) => new(
        At,
        TestCalendars.Wib,
        [new("front-office", "Front Office"), new("operator", "Operator SIKS-NG"), new("petugas-pppa", "Petugas PPPA"), new("kabid-rehsos", "Kabid Rehsos")],
        [
            new("dtks", "Pengecekan DTKS", "linjamsos", new HashSet<string> { "front-office", "operator" }),
            new("informasi", "Informasi publik", "sekretariat", new HashSet<string> { "front-office" }),
        ],
        [new("linjamsos", "Linjamsos"), new("sekretariat", "Sekretariat")],
        tiles,
        new Dictionary<string, int> { ["dtks"] = 5, ["informasi"] = 2, ["korban-kbga"] = 1 });

    private static BoardTile Tile(string label, string service = "dtks", string unit = "linjamsos", string desk = "operator", BoardTone tone = BoardTone.Fine) => new(
        Guid.CreateVersion7(), label, service, unit, desk, "5-cek-siks-ng", "Cek SIKS-NG", At, 3, tone, IsWaiting: false, "sisa 9 menit", label, IsConfidential: false, IsMoved: false);
}
