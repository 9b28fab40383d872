using DinsosIntranet.Features.Intake.Domain;
using DinsosIntranet.Features.Letters.Domain;
using DinsosIntranet.Features.Standards;
using DinsosIntranet.Shared.Data;
using DinsosIntranet.Shared.Files;
using Microsoft.EntityFrameworkCore;

namespace DinsosIntranet.Features.Intake;

/// <summary>The letter a request is opened to replace, and why.</summary>
internal sealed record ReplacedBy(Guid LetterId, ReplacementKind Kind, string Reason);

/// <summary>A request that goes on from an ended one: the same people, channel and purpose, with what was brought then.</summary>
internal static class FollowingRequests
{
    public static ServiceRequest Open(WriteScope scope, ServiceRequest earlier, LoadedStandard loaded, string number, ReplacedBy? replaces = null)
    {
        var request = new ServiceRequest
        {
            Id = Guid.CreateVersion7(),
            Number = number,
            StandardCode = loaded.Standard.Code,
            StandardVersionId = loaded.VersionId,
            ChannelCode = earlier.ChannelCode,
            ApplicantId = earlier.ApplicantId,
            SubjectId = earlier.SubjectId,
            Relation = earlier.Relation,
            PurposeCode = earlier.PurposeCode,
            Note = earlier.Note,
            ReceivedAt = scope.Now,
            CompletedAt = scope.Now,
            ReceivedById = scope.Actor.UserId,
            ReplacesLetterId = replaces?.LetterId,
            Replacement = replaces?.Kind,
            ReplacementReason = replaces?.Reason,
            Version = Guid.CreateVersion7(),
        };
        foreach (var requirement in loaded.Standard.RequirementsOf(earlier.ChannelCode))
        {
            var found = earlier.Requirements.FirstOrDefault(r => r.Code == requirement.Code);
            request.Requirements.Add(new RequestRequirement
            {
                Id = Guid.CreateVersion7(),
                RequestId = request.Id,
                Code = requirement.Code,
                IsPresent = found?.IsPresent ?? false,
                Note = found?.Note,
            });
        }

        scope.Db.ServiceRequests.Add(request);
        return request;
    }

    /// <summary>The same stored files under the new request: those of its requirements, or <paramref name="all"/> of the earlier one.</summary>
    public static async Task CopyScansAsync(WriteScope scope, ServiceRequest earlier, Guid requestId, bool all, CancellationToken cancellationToken)
    {
        var requirements = earlier.Requirements.Select(r => r.Code).ToList();
        var found = await scope.Db.Attachments.AsNoTracking()
            .Where(a => a.OwnerId == earlier.Id && a.RemovedAt == null && (all || requirements.Contains(a.Purpose)))
            .OrderBy(a => a.Id)
            .ToListAsync(cancellationToken);
        scope.Db.Attachments.AddRange(found.Select(a => new Attachment
        {
            Id = Guid.CreateVersion7(),
            OwnerId = requestId,
            Purpose = a.Purpose,
            FileId = a.FileId,
            DisplayName = a.DisplayName,
            UploadedById = a.UploadedById,
            UploadedAt = a.UploadedAt,
        }));
    }
}
