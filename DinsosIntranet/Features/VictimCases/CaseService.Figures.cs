using DinsosIntranet.Features.VictimCases.Domain;
using DinsosIntranet.Shared.Data;
using DinsosIntranet.Shared.Keys;
using Microsoft.EntityFrameworkCore;

namespace DinsosIntranet.Features.VictimCases;

public sealed partial class CaseService
{
    /// <summary>The blocks a case is counted by.</summary>
    private static readonly string[] Counted =
        [CaseBlocks.Register, CaseBlocks.Event, CaseBlocks.Consent, CaseBlocks.Victim, CaseBlocks.Violence, CaseBlocks.Accused, CaseBlocks.Service];

    /// <summary>
    /// Writes down anew what the case counts as, in the write that saved or removed a block of this kind. Without the consent
    /// to it nothing stays.
    /// </summary>
    private async Task CountAsync(WriteScope scope, Open open, ContentKey key, string kind, CancellationToken cancellationToken)
    {
        if (!Counted.Contains(kind))
        {
            return;
        }

        var row = await scope.Db.CaseFigures.FirstOrDefaultAsync(f => f.Id == open.Case.Id, cancellationToken);
        if (row is null)
        {
            row = FigureVault.Begin(open.Case, open.Agency);
            scope.Db.CaseFigures.Add(row);
        }

        row.Month = FigureVault.MonthOf(open.Case, open.Agency);
        figures.Set(row, CodedCase.Of(await BlocksAsync(scope, key, open.Case.Id, cancellationToken)));
    }
}
