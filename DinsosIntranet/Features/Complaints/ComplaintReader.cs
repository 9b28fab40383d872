using DinsosIntranet.Features.Agency.Domain;
using DinsosIntranet.Features.Complaints.Domain;
using DinsosIntranet.Features.Desks.Domain;
using DinsosIntranet.Features.Intake;
using DinsosIntranet.Shared.Acting;

namespace DinsosIntranet.Features.Complaints;

/// <summary>What a complaint holds is for those who handle complaints and the desk where it lies.</summary>
internal sealed class ComplaintReader : IRequestReader
{
    public string StandardCode => ComplaintService.Standard;

    public bool MayRead(WorkItem item, Desk? desk, Actor actor) => ComplaintAccess.MayRead(item, desk, actor);
}

/// <summary>Complaint officers have no counter, and yet file what came with a complaint before it is saved.</summary>
internal sealed class ComplaintDrafts : IAttachmentOwner
{
    public bool MayDraft(Actor actor) => ComplaintAccess.MayRegister(actor);

    public Task<AttachmentRights?> FindAsync(Shared.Data.DinsosDbContext db, Actor actor, Guid ownerId, CancellationToken cancellationToken) => Task.FromResult<AttachmentRights?>(null);
}
