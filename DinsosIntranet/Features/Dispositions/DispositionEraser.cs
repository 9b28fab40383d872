using DinsosIntranet.Features.Intake;
using DinsosIntranet.Shared.Data;
using Microsoft.EntityFrameworkCore;

namespace DinsosIntranet.Features.Dispositions;

/// <summary>Erases what was written to dispositions of a request; who disposed to whom stays.</summary>
internal sealed class DispositionEraser : IRequestEraser
{
    public async Task EraseAsync(WriteScope scope, Guid requestId, ErasedRequest erased, CancellationToken cancellationToken) =>
        erased.Texts += await scope.Db.Dispositions.Where(d => d.RequestId == requestId && d.Note != null)
            .ExecuteUpdateAsync(set => set.SetProperty(d => d.Note, (string?)null), cancellationToken);
}
