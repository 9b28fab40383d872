using System.Runtime.CompilerServices;
using DinsosIntranet.Shared.Acting;

namespace DinsosIntranet.Features.VictimCases;

public sealed partial class CaseQueries
{
    private const int ExportBatch = 200;

    /// <summary>Every row of a list, for a file that leaves the program: a locked case never does, not even its team's.</summary>
    public async IAsyncEnumerable<CaseRow> AllAsync(Actor viewer, CaseFilter filter, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        var cases = Narrowed(db, viewer, filter).Where(c => !c.IsLocked);
        for (var skip = 0; ; skip += ExportBatch)
        {
            var rows = await RowsAsync(db, cases, viewer, skip, ExportBatch, cancellationToken);
            foreach (var row in rows)
            {
                yield return row;
            }

            if (rows.Count < ExportBatch)
            {
                yield break;
            }
        }
    }
}
