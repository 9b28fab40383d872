using DinsosIntranet.Features.VictimCases.Domain;
using DinsosIntranet.Shared.Data;
using DinsosIntranet.Shared.Keys;
using Microsoft.EntityFrameworkCore;

namespace DinsosIntranet.Features.VictimCases;

public sealed partial class CaseService
{
    /// <summary>The days that follow from a block: the next visit of the case, the follow-up of one return.</summary>
    private static async Task FollowDeadlinesAsync(WriteScope scope, ContentKey key, CaseBlock block, BlockValues values, CancellationToken cancellationToken)
    {
        switch (block.Kind)
        {
            case CaseBlocks.Service:
                var isReturn = values[ServiceRules.Kind] is ServiceRules.Repatriation or ServiceRules.Reintegration;
                await SetDeadlineAsync(
                    scope, block.CaseId, block.Id, DeadlineKind.FollowUp, isReturn ? values.Date(ServiceRules.FollowUpOn) : null, values[ServiceRules.FollowUpResult].Length > 0, cancellationToken);
                break;
            case CaseBlocks.Monitoring:
                // The latest visit says when the next one is; one that was the last leaves none.
                var visits = await BlocksAsync(scope, key, block.CaseId, cancellationToken);
                visits.RemoveAll(b => b.Id == block.Id || b.Kind != CaseBlocks.Monitoring);
                visits.Add(new FilledBlock(block.Id, block.Kind, block.Ordinal, null, values));
                var latest = visits.OrderBy(v => v.Values.Date("tanggal")).ThenBy(v => v.Ordinal).Last().Values;
                await SetDeadlineAsync(scope, block.CaseId, block.CaseId, DeadlineKind.Visit, latest[CaseBlocks.LastMonitoring] == CaseBlocks.Yes ? null : latest.Date(CaseBlocks.NextVisit), isDone: false, cancellationToken);
                break;
        }
    }

    /// <summary>Puts a day down, moves it, or ends it where there is none any more.</summary>
    private static async Task SetDeadlineAsync(WriteScope scope, Guid caseId, Guid sourceId, DeadlineKind kind, DateOnly? dueOn, bool isDone, CancellationToken cancellationToken)
    {
        var deadline = await scope.Db.CaseDeadlines.FirstOrDefaultAsync(d => d.SourceId == sourceId && d.Kind == kind, cancellationToken);
        if (dueOn is not { } day)
        {
            if (deadline is not null)
            {
                deadline.DoneAt ??= scope.Now;
            }

            return;
        }

        if (deadline is null)
        {
            deadline = new CaseDeadline { Id = OrderedId.Create(), CaseId = caseId, SourceId = sourceId, Kind = kind, DueOn = day };
            scope.Db.CaseDeadlines.Add(deadline);
        }

        (deadline.DueOn, deadline.DoneAt) = (day, isDone ? deadline.DoneAt ?? scope.Now : null);
    }

    private static async Task EndDeadlinesAsync(WriteScope scope, Guid sourceId, CancellationToken cancellationToken)
    {
        foreach (var deadline in await scope.Db.CaseDeadlines.Where(d => d.SourceId == sourceId && d.DoneAt == null).ToListAsync(cancellationToken))
        {
            deadline.DoneAt = scope.Now;
        }
    }
}
