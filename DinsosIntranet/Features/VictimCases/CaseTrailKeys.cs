using DinsosIntranet.Features.Desks;
using DinsosIntranet.Shared.Data;
using Microsoft.EntityFrameworkCore;

namespace DinsosIntranet.Features.VictimCases;

/// <summary>What is typed about acts on a case enters the trail under the key of the case, and is gone with it.</summary>
internal sealed class CaseTrailKeys(CaseVault vault) : RequestTrailKeys
{
    public override async Task<IReadOnlyDictionary<Guid, Func<string, string>>> SealersAsync(DinsosDbContext db, IReadOnlyCollection<Guid> requestIds, CancellationToken cancellationToken)
    {
        var cases = await db.VictimCases.AsNoTracking().Where(c => requestIds.Contains(c.Id)).Select(c => new { c.Id, c.WrappedKey }).ToListAsync(cancellationToken);
        return cases.Where(c => c.WrappedKey is not null && !vault.WasDestroyed(c.Id)).ToDictionary(c => c.Id, c => (Func<string, string>)(text => Seal(c.Id, c.WrappedKey!, text)));
    }

    private string Seal(Guid caseId, string wrapped, string text)
    {
        using var key = vault.Open(caseId, wrapped)!;
        return CaseVault.Seal(key, "AuditRecords", "Text", caseId, text);
    }
}
