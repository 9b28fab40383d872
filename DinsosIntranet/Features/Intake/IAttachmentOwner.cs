using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Data;

namespace DinsosIntranet.Features.Intake;

/// <summary>What somebody may do with the files of one record.</summary>
public sealed record AttachmentRights(bool MaySee, bool MayChange);

/// <summary>
/// Registered by a capability whose records have scans and are no requests: it says who may see and change them.
/// </summary>
public interface IAttachmentOwner
{
    /// <summary>Whether this person fills in forms of this capability, and may therefore upload before one is saved.</summary>
    bool MayDraft(Actor actor);

    /// <summary>The rights on the files of this record; null where it is none of the capability's.</summary>
    Task<AttachmentRights?> FindAsync(DinsosDbContext db, Actor actor, Guid ownerId, CancellationToken cancellationToken);
}
