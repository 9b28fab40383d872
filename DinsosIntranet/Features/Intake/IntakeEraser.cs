using DinsosIntranet.Shared.Data;
using Microsoft.EntityFrameworkCore;

namespace DinsosIntranet.Features.Intake;

/// <summary>Erases what the counter wrote down: lines of the guest book, notes, who came for an applicant, scans.</summary>
internal sealed class IntakeEraser : IRequestEraser
{
    public async Task EraseAsync(WriteScope scope, Guid requestId, ErasedRequest erased, CancellationToken cancellationToken)
    {
        var db = scope.Db;
        erased.Texts += await GuestBookService.EraseAsync(scope, requestId, cancellationToken);
        erased.Texts += await db.ServiceRequests.Where(r => r.Id == requestId && r.Note != null)
            .ExecuteUpdateAsync(set => set.SetProperty(r => r.Note, (string?)null), cancellationToken);
        erased.Texts += await db.RequestRequirements.Where(r => r.RequestId == requestId && r.Note != null)
            .ExecuteUpdateAsync(set => set.SetProperty(r => r.Note, (string?)null), cancellationToken);
        erased.Texts += await db.Withdrawals.Where(w => w.RequestId == requestId).ExecuteUpdateAsync(
            set => set
                .SetProperty(w => w.Reason, GuestBookService.Erased)
                .SetProperty(w => w.ProxyName, (string?)null)
                .SetProperty(w => w.ProxyRelation, (string?)null)
                .SetProperty(w => w.IdentityNumber, (string?)null),
            cancellationToken);
        erased.Texts += await db.HandOvers.Where(h => h.RequestId == requestId).ExecuteUpdateAsync(
            set => set
                .SetProperty(h => h.CollectorName, GuestBookService.Erased)
                .SetProperty(h => h.IdentityNumber, "")
                .SetProperty(h => h.ProxyRelation, (string?)null)
                .SetProperty(h => h.ProxyLetter, (string?)null)
                .SetProperty(h => h.Note, (string?)null),
            cancellationToken);

        var attachments = await db.Attachments.Where(a => a.OwnerId == requestId).ToListAsync(cancellationToken);
        var ids = attachments.ConvertAll(a => a.FileId);
        db.Attachments.RemoveRange(attachments);
        foreach (var file in await db.StoredFiles.Where(f => ids.Contains(f.Id)).ToListAsync(cancellationToken))
        {
            erased.Remove(scope, file);
        }
    }
}
