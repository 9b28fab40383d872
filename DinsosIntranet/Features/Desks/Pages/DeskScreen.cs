namespace DinsosIntranet.Features.Desks.Pages;

/// <summary>A row whose act failed: it stays where it was for a few seconds and says why.</summary>
internal sealed record LostRow(DeskRow Row, string Table, int Index, string Message);

/// <summary>
/// What "Meja saya" shows, against what is true. Rows never move under the pointer or the focus: while somebody rests on
/// one, a fresh reading with other rows waits and is only counted; one with the same rows is shown at once.
/// </summary>
internal sealed class DeskScreen
{
    private readonly List<LostRow> _lost = [];
    private MyDesk? _waiting;

    public MyDesk? Shown { get; private set; }

    /// <summary>The line that offers what waits; null while nothing does.</summary>
    public string? WaitingText
    {
        get
        {
            if (_waiting is null || Shown is null)
            {
                return null;
            }

            var known = Requests(Shown).ToHashSet();
            var fresh = Requests(_waiting).Count(id => !known.Contains(id));
            return fresh > 0 ? $"{fresh} permohonan baru. Tampilkan" : "Meja Anda berubah. Tampilkan";
        }
    }

    /// <summary>Takes a fresh reading. While <paramref name="rests"/> is set somebody has the pointer or the focus on a row.</summary>
    public void Offer(MyDesk fresh, bool rests)
    {
        if (rests && Shown is not null && !Rows(Shown).SequenceEqual(Rows(fresh)))
        {
            _waiting = fresh;
            return;
        }

        (Shown, _waiting) = (fresh, null);
    }

    public void ShowWaiting()
    {
        if (_waiting is not null)
        {
            (Shown, _waiting) = (_waiting, null);
        }
    }

    /// <summary>Keeps a row that was lost, with the reason, until it is forgotten.</summary>
    public LostRow Lose(DeskRow row, string table, string message)
    {
        Forget(row.Id);
        var place = Shown is null ? null : Tables(Shown).FirstOrDefault(t => t.Code == table);
        var index = place?.Rows.ToList().FindIndex(r => r.Id == row.Id) ?? -1;
        var lost = new LostRow(row, table, Math.Max(0, index), message);
        _lost.Add(lost);
        return lost;
    }

    public void Forget(Guid id) => _lost.RemoveAll(l => l.Row.Id == id);

    public void Forget(LostRow lost) => _lost.Remove(lost);

    /// <summary>The rows of a table with those that were lost at their old places.</summary>
    public IReadOnlyList<(DeskRow Row, string? Message)> RowsOf(DeskTable table)
    {
        var rows = table.Rows.Select(r => (r, _lost.Find(l => l.Row.Id == r.Id && l.Table == table.Code)?.Message)).ToList();
        foreach (var lost in _lost.Where(l => l.Table == table.Code && table.Rows.All(r => r.Id != l.Row.Id)))
        {
            rows.Insert(Math.Min(lost.Index, rows.Count), (lost.Row, lost.Message));
        }

        return rows;
    }

    private static IEnumerable<DeskTable> Tables(MyDesk desk) => desk.Queues.Prepend(desk.Mine);

    /// <summary>Every row with its table, in the order they stand.</summary>
    private static IEnumerable<string> Rows(MyDesk desk) =>
        Tables(desk).SelectMany(t => t.Rows.Select(r => $"{t.Code} {r.Id}"))
            .Concat(desk.Dispositions.Rows.Select(d => $"disposisi {d.Id}"))
            .Concat(desk.UnsignedLetters?.Rows.Select(l => $"surat {l.Id}") ?? []);

    private static IEnumerable<Guid> Requests(MyDesk desk) => Tables(desk).SelectMany(t => t.Rows.Select(r => r.Id));
}
