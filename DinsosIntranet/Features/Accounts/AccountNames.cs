using DinsosIntranet.Features.Audit;
using DinsosIntranet.Shared.Data;
using Microsoft.EntityFrameworkCore;

namespace DinsosIntranet.Features.Accounts;

/// <summary>Accounts in the trail, by the person's name.</summary>
internal sealed class AccountNames : AuditNames
{
    public override string RecordKind => AccountService.RecordKind;

    public override Task<Dictionary<Guid, string>> NamesAsync(DinsosDbContext db, IReadOnlyList<Guid> ids, CancellationToken cancellationToken) =>
        db.Users.AsNoTracking().Where(u => ids.Contains(u.Id)).Select(u => new { u.Id, u.FullName }).ToDictionaryAsync(u => u.Id, u => u.FullName, cancellationToken);
}
