namespace DinsosIntranet.Features.Letters.Toolkit;

/// <summary>A cell: its content, how many columns it spans, and the least height it asks for.</summary>
public sealed record GridCell(Action<PaperBody> Content, int Columns = 1, double MinHeightMm = 0)
{
    public static GridCell Left(params TextRun[] runs) => new(body => body.Text(TextAlign.Left, runs));

    public static GridCell Center(params TextRun[] runs) => new(body => body.Text(TextAlign.Center, runs));

    public static GridCell Box(bool ticked) => new(body => body.CenteredBox(ticked));

    public static GridCell Empty(double minHeightMm = 0) => new(static _ => { }, MinHeightMm: minHeightMm);

    public static GridCell FromString(string text) => Left(text);

    public static implicit operator GridCell(string text) => FromString(text);
}

/// <summary>A bordered table. The column widths are shares of the width there is, so one table serves A4, F4 and A5.</summary>
public sealed class PaperGrid(params double[] columns)
{
    private readonly List<GridCell[]> _rows = [];
    private string[] _heads = [];

    /// <summary>Point size on a paper set in 12 point.</summary>
    public double FontSize { get; init; } = 11;

    /// <summary>Padding of a cell in millimetres, above and below, then left and right.</summary>
    public (double Vertical, double Horizontal) Padding { get; init; } = (1.4, 2.2);

    internal IReadOnlyList<double> Columns => columns;

    internal IReadOnlyList<GridCell[]> Rows => _rows;

    internal IReadOnlyList<string> HeadTexts => _heads;

    /// <summary>The heading row; it is repeated on every page the table reaches.</summary>
    public PaperGrid Heads(params string[] heads)
    {
        _heads = heads;
        return this;
    }

    public PaperGrid Row(params GridCell[] cells)
    {
        _rows.Add(cells);
        return this;
    }
}
