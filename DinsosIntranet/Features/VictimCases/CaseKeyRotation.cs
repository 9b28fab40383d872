using DinsosIntranet.Features.Audit.Domain;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Data;
using Microsoft.EntityFrameworkCore;

namespace DinsosIntranet.Features.VictimCases;

/// <summary>After the master key was changed: the keys of all cases are wrapped under the new one. Safe to run at any time, and again.</summary>
public sealed class CaseKeyRotation(WriteRunner writes, CaseVault vault)
{
    /// <summary>Returns how many were wrapped anew. The program itself does it, on a command at the machine; nobody does it on a page.</summary>
    public Task<Outcome<int>> RewrapAsync(ActionContext act, CancellationToken cancellationToken = default)
    {
        var text = new AuditText();
        return writes.RunAsync<int>(
            act,
            async scope =>
            {
                scope.Audit("kasus.bungkus-kunci", CaseService.RecordKind, Guid.Empty, text);
                if (scope.Actor != Actor.System)
                {
                    return Outcome.Forbidden();
                }

                var count = (await scope.Db.VictimCases.Where(c => c.WrappedKey != null).ToListAsync(cancellationToken)).Count(vault.Rewrap);
                text.Fact("kasus", count);
                return count;
            },
            cancellationToken);
    }
}
