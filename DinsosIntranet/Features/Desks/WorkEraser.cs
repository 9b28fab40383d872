using DinsosIntranet.Features.Intake;
using DinsosIntranet.Shared.Data;
using Microsoft.EntityFrameworkCore;

namespace DinsosIntranet.Features.Desks;

/// <summary>Erases what was written along the way of a request: details of its story, reasons for lifting an exclusion, forms somebody began and did not save.</summary>
internal sealed class WorkEraser : IRequestEraser
{
    public async Task EraseAsync(WriteScope scope, Guid requestId, ErasedRequest erased, CancellationToken cancellationToken)
    {
        var db = scope.Db;
        erased.Texts += await db.HistoryEntries.Where(h => h.WorkItemId == requestId && h.Detail != null)
            .ExecuteUpdateAsync(set => set.SetProperty(h => h.Detail, (string?)null), cancellationToken);
        erased.Texts += await db.RequestExclusions.Where(x => x.RequestId == requestId && x.LiftReason != null)
            .ExecuteUpdateAsync(set => set.SetProperty(x => x.LiftReason, (string?)null), cancellationToken);
        var drafts = requestId.ToString("N");
        erased.Texts += await db.Drafts.Where(d => d.Key.Contains(drafts)).ExecuteDeleteAsync(cancellationToken);
    }
}
