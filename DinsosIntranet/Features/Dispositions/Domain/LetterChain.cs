namespace DinsosIntranet.Features.Dispositions.Domain;

/// <summary>How the dispositions of one letter hang together: each may have been passed on, to several, several times.</summary>
public static class LetterChain
{
    /// <summary>
    /// Ends one disposition, and with it everything it was passed on to; then, upwards, each one it came from, as long as
    /// nothing else that was passed on from there is still open.
    /// </summary>
    public static void Finish(IReadOnlyList<Disposition> all, Disposition ended, DateTime now)
    {
        FinishDown(all, ended, now);
        for (var parent = ParentOf(all, ended); parent is { DoneAt: null } && ChildrenOf(all, parent).All(d => d.DoneAt is not null); parent = ParentOf(all, parent))
        {
            parent.DoneAt = now;
        }
    }

    private static void FinishDown(IReadOnlyList<Disposition> all, Disposition ended, DateTime now)
    {
        ended.DoneAt ??= now;
        foreach (var child in ChildrenOf(all, ended))
        {
            FinishDown(all, child, now);
        }
    }

    private static IEnumerable<Disposition> ChildrenOf(IReadOnlyList<Disposition> all, Disposition parent) =>
        all.Where(d => d.ParentId == parent.Id && d.RecalledAt is null);

    private static Disposition? ParentOf(IReadOnlyList<Disposition> all, Disposition child) => all.FirstOrDefault(d => d.Id == child.ParentId);
}
