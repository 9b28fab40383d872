namespace DinsosIntranet.Features.Letters.Toolkit;

/// <summary>Turns a table into slices: one for each row, or several for a row too tall to be kept whole.</summary>
internal sealed class GridLayout(PaperGrid grid, TextMeasure measure, double scale, double width)
{
    private const double LineSpacing = 1.3;
    private readonly double _tallest = 90.0.Mm() * scale;
    private readonly double _portion = 30.0.Mm() * scale;
    private readonly double _padX = grid.Padding.Horizontal.Mm() * scale;
    private readonly double _padY = grid.Padding.Vertical.Mm() * scale;

    private sealed record Column(double X, double Width, IReadOnlyList<Slice> Content, double MinHeight)
    {
        public double Height => Math.Max(MinHeight, Content.Sum(s => s.Height));
    }

    public IReadOnlyList<Slice> Slices()
    {
        var slices = new List<Slice>();
        Slice? head = null;
        if (grid.HeadTexts.Count > 0)
        {
            var cells = grid.HeadTexts.Select(text => GridCell.Center(TextRun.Bold(text))).ToArray();
            head = Whole(ColumnsOf(cells), head: null, shaded: true);
            head.KeepsWithNext = true;
            slices.Add(head);
        }

        foreach (var row in grid.Rows)
        {
            var columns = ColumnsOf(row);
            if (columns.Max(c => c.Height) <= _tallest)
            {
                slices.Add(Whole(columns, head, shaded: false));
            }
            else
            {
                slices.AddRange(Portions(columns, head));
            }
        }

        return slices;
    }

    private List<Column> ColumnsOf(GridCell[] cells)
    {
        var total = grid.Columns.Sum();
        var columns = new List<Column>();
        var (x, next) = (0.0, 0);
        foreach (var cell in cells)
        {
            var cellWidth = width * grid.Columns.Skip(next).Take(cell.Columns).Sum() / total;
            var body = new PaperBody(measure, grid.FontSize * scale, LineSpacing, scale, paragraphGapMm: 0);
            cell.Content(body);
            columns.Add(new Column(x, cellWidth, body.Slices(cellWidth - (2 * _padX)), cell.MinHeightMm.Mm() * scale));
            x += cellWidth;
            next += cell.Columns;
        }

        return columns;
    }

    private Slice Whole(List<Column> columns, Slice? head, bool shaded) =>
        Portion(columns, columns.Max(c => c.Height) + (2 * _padY), _padY, opens: true, closes: true, head, shaded);

    private List<Slice> Portions(List<Column> columns, Slice? head)
    {
        var slices = new List<Slice>();
        var rest = columns.ConvertAll(c => new Queue<Slice>(c.Content));
        while (rest.Exists(q => q.Count > 0))
        {
            var room = Math.Max(_portion, rest.Max(q => q.TryPeek(out var tallest) ? tallest.Height : 0));
            var parts = columns.Select((column, i) => column with { Content = Take(rest[i], room), MinHeight = 0 }).ToList();
            var (opens, closes) = (slices.Count == 0, rest.TrueForAll(q => q.Count == 0));
            var height = parts.Max(p => p.Height) + (opens ? _padY : 0) + (closes ? _padY : 0);
            slices.Add(Portion(parts, height, opens ? _padY : 0, opens, closes, head, shaded: false));
        }

        return slices;
    }

    private static List<Slice> Take(Queue<Slice> queue, double room)
    {
        var taken = new List<Slice>();
        var height = 0.0;
        while (queue.TryPeek(out var slice) && height + slice.Height <= room)
        {
            taken.Add(queue.Dequeue());
            height += slice.Height;
        }

        return taken;
    }

    private Slice Portion(List<Column> columns, double height, double top, bool opens, bool closes, Slice? head, bool shaded) =>
        new(height, (canvas, place) =>
        {
            foreach (var column in columns)
            {
                var (left, right) = (place.X + column.X, place.X + column.X + column.Width);
                var bottom = place.Y + height;

                // A row that goes on from the page before has no padding of its own: its border moves up instead.
                var upper = !opens && place.StartsPage ? place.Y - _padY : place.Y;
                if (shaded)
                {
                    canvas.Shade(left, upper, column.Width, height);
                }

                canvas.Line(left, upper, left, bottom);
                canvas.Line(right, upper, right, bottom);
                if (opens || place.StartsPage)
                {
                    canvas.Line(left, upper, right, upper);
                }

                if (closes || place.EndsPage)
                {
                    canvas.Line(left, bottom, right, bottom);
                }
            }

            foreach (var column in columns)
            {
                var y = place.Y + top;
                foreach (var slice in column.Content)
                {
                    slice.Draw(canvas, new SlicePlace(place.X + column.X + _padX, y));
                    y += slice.Height;
                }
            }
        })
        {
            Head = head,
        };
}
