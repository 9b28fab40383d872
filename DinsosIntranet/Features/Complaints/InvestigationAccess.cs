using DinsosIntranet.Features.Agency;
using DinsosIntranet.Features.Audit;
using DinsosIntranet.Features.Complaints.Domain;
using DinsosIntranet.Features.Intake;
using DinsosIntranet.Features.Standards;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Data;
using Microsoft.EntityFrameworkCore;

namespace DinsosIntranet.Features.Complaints;

/// <summary>What belongs to a log entry: seen by the team and whoever may read the complaint, changed by whoever wrote the entry while the team works.</summary>
internal sealed class ComplaintLogFiles(AgencyDirectory agencies, StandardLibrary standards) : IAttachmentOwner
{
    public bool MayDraft(Actor actor) => false;

    public async Task<AttachmentRights?> FindAsync(DinsosDbContext db, Actor actor, Guid ownerId, CancellationToken cancellationToken)
    {
        var entry = await db.ComplaintLog.AsNoTracking().FirstOrDefaultAsync(e => e.Id == ownerId, cancellationToken);
        if (entry is null)
        {
            return null;
        }

        if (actor.IsExcludedFrom(entry.ComplaintId))
        {
            return new AttachmentRights(false, false);
        }

        var item = await db.WorkItems.AsNoTracking().FirstAsync(w => w.Id == entry.ComplaintId, cancellationToken);
        var agency = await agencies.GetAsync(cancellationToken);
        var isMember = await ComplaintTeam.MembersOf(db, entry.ComplaintId).AnyAsync(m => m.StaffId == actor.UserId, cancellationToken);
        var isUnderWay = item is { IsOpen: true, IsPaused: false } && (await standards.GetAsync(item.StandardVersionId, cancellationToken)).Standard.Step(item.StepId).Action == ComplaintService.InvestigateAction;
        return new AttachmentRights(isMember || ComplaintAccess.MayRead(item, agency.FindDesk(item.DeskCode), actor), isMember && isUnderWay && entry.ById == actor.UserId);
    }
}

/// <summary>Files of a team's log in the trail: they would tell that there is a complaint.</summary>
internal sealed class ComplaintLogRecords : SecludedRecords
{
    public override async Task<IReadOnlyList<Guid>> IdsAsync(DinsosDbContext db, IReadOnlyCollection<Guid> requests, CancellationToken cancellationToken) =>
        await (from e in db.ComplaintLog
               join a in db.Attachments on e.Id equals a.OwnerId
               where requests.Contains(e.ComplaintId)
               select a.Id).ToListAsync(cancellationToken);
}
