using DinsosIntranet.Features.Accounts;
using DinsosIntranet.Features.Audit;
using DinsosIntranet.Features.Intake;
using DinsosIntranet.Features.Objections.Domain;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Data;
using Microsoft.EntityFrameworkCore;

namespace DinsosIntranet.Features.Objections;

/// <summary>The scans of an objection (letter of authority, signed form, an answer signed outside): kept by those who take objections in, until it is closed.</summary>
internal sealed class ObjectionFiles : IAttachmentOwner
{
    public bool MayDraft(Actor actor) => false;

    public async Task<AttachmentRights?> FindAsync(DinsosDbContext db, Actor actor, Guid ownerId, CancellationToken cancellationToken)
    {
        var found = await db.Objections.AsNoTracking().Where(o => o.Id == ownerId).Select(o => new { IsOpen = o.ClosedAt == null, o.IsDecidedOutside }).FirstOrDefaultAsync(cancellationToken);
        return found is null ? null : new AttachmentRights(Policies.Admits(Policies.Information, actor), found is { IsOpen: true, IsDecidedOutside: false } && ObjectionRules.MayHandle(actor));
    }
}

/// <summary>Objections in the trail, by their number.</summary>
internal sealed class ObjectionNames : AuditNames
{
    public override string RecordKind => ObjectionService.RecordKind;

    public override Task<Dictionary<Guid, string>> NamesAsync(DinsosDbContext db, IReadOnlyList<Guid> ids, CancellationToken cancellationToken) =>
        db.Objections.AsNoTracking().Where(o => ids.Contains(o.Id)).ToDictionaryAsync(o => o.Id, o => $"Keberatan {o.Number}", cancellationToken);
}
