using DinsosIntranet.Features.Agency;
using DinsosIntranet.Features.Intake;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Data;
using Microsoft.EntityFrameworkCore;

namespace DinsosIntranet.Features.Agenda;

/// <summary>The scans of incoming letters: kept by the secretariat, opened by whoever may read the letter.</summary>
internal sealed class LetterFiles(AgencyDirectory agencies) : IAttachmentOwner
{
    public bool MayDraft(Actor actor) => AgendaAccess.MayKeep(actor);

    public async Task<AttachmentRights?> FindAsync(DinsosDbContext db, Actor actor, Guid ownerId, CancellationToken cancellationToken)
    {
        if (!await db.AgendaEntries.AnyAsync(a => a.Id == ownerId && a.RequestId == null, cancellationToken))
        {
            return null;
        }

        var agency = await agencies.GetAsync(cancellationToken);
        var maySee = AgendaAccess.MaySee(actor) && await db.AgendaEntries.Where(AgendaFilters.Readable(db, agency, actor)).AnyAsync(a => a.Id == ownerId, cancellationToken);
        return new AttachmentRights(maySee, AgendaAccess.MayKeep(actor));
    }
}
