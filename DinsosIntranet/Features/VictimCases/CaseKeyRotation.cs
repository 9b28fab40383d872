using DinsosIntranet.Features.Audit.Domain;
using DinsosIntranet.Features.VictimCases.Domain;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Data;
using Microsoft.EntityFrameworkCore;

namespace DinsosIntranet.Features.VictimCases;

/// <summary>
/// After the master keys were changed: the keys of all cases are wrapped under the new one, and what finds a case by NIK and phone is
/// computed anew. Safe to run at any time, and again.
/// </summary>
public sealed class CaseKeyRotation(WriteRunner writes, CaseVault vault)
{
    private const int Batch = 100;

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

    /// <summary>
    /// Computes the blind indexes of all blocks under the current key, a batch of cases per write. Returns how many changed. Blocks of
    /// victims saved before the number of the Kartu Keluarga was indexed get its index too.
    /// </summary>
    public async Task<Outcome<int>> ReindexAsync(ActionContext act, CancellationToken cancellationToken = default)
    {
        var total = 0;
        for (Guid? after = Guid.Empty; after is not null;)
        {
            var outcome = await ReindexAsync(after.Value, act, cancellationToken);
            if (!outcome.IsOk)
            {
                return outcome.AsFailure();
            }

            total += outcome.Value.Count;
            after = outcome.Value.Last;
        }

        return total;
    }

    private Task<Outcome<(int Count, Guid? Last)>> ReindexAsync(Guid after, ActionContext act, CancellationToken cancellationToken)
    {
        var text = new AuditText();
        return writes.RunAsync<(int Count, Guid? Last)>(
            act,
            async scope =>
            {
                scope.Audit("kasus.indeks-ulang", CaseService.RecordKind, Guid.Empty, text);
                if (scope.Actor != Actor.System)
                {
                    return Outcome.Forbidden();
                }

                var cases = await scope.Db.VictimCases.Where(c => c.WrappedKey != null && c.Id.CompareTo(after) > 0).OrderBy(c => c.Id).Take(Batch).ToListAsync(cancellationToken);
                var ids = cases.ConvertAll(c => c.Id);
                var blocks = (await scope.Db.CaseBlocks
                    .Where(b => ids.Contains(b.CaseId) && b.RemovedAt == null && (b.NikIndex != null || b.PhoneIndex != null || b.Kind == CaseBlocks.Victim))
                    .ToListAsync(cancellationToken)).ToLookup(b => b.CaseId);
                var count = 0;
                foreach (var victimCase in cases.Where(c => blocks.Contains(c.Id) && !vault.IsErased(c)))
                {
                    using var key = vault.Open(victimCase)!;
                    foreach (var block in blocks[victimCase.Id])
                    {
                        var before = (block.NikIndex, block.FamilyIndex, block.PhoneIndex);
                        vault.Index(block, CaseVault.Read(key, block));
                        count += before == (block.NikIndex, block.FamilyIndex, block.PhoneIndex) ? 0 : 1;
                    }
                }

                text.Fact("blok", count);
                return (count, cases.Count < Batch ? null : cases[^1].Id);
            },
            cancellationToken);
    }
}
