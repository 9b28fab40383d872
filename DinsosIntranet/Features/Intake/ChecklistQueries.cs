using DinsosIntranet.Features.Desks.Domain;
using DinsosIntranet.Features.Standards;
using DinsosIntranet.Features.Standards.Domain;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Data;
using Microsoft.EntityFrameworkCore;

namespace DinsosIntranet.Features.Intake;

/// <summary>One requirement as its standard asks for it, and whether it is there.</summary>
public sealed record ChecklistLine(StandardRequirement Requirement, bool IsPresent, string? Note);

/// <summary>The checklist of one request; it is closed once the file is complete.</summary>
public sealed record Checklist(bool IsWaiting, IReadOnlyList<ChecklistLine> Lines);

/// <summary>What a request still lacks.</summary>
public sealed class ChecklistQueries(IDbContextFactory<DinsosDbContext> factory, StandardLibrary standards)
{
    /// <summary>Null where there is no such request, or this person may not see it.</summary>
    public async Task<Checklist?> FindAsync(Guid requestId, Actor actor, CancellationToken cancellationToken = default)
    {
        if (!RequestAccess.MaySee(actor, requestId))
        {
            return null;
        }

        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        var found = await (from r in db.ServiceRequests.AsNoTracking()
                           join w in db.WorkItems on r.Id equals w.Id
                           where r.Id == requestId && !w.IsConfidential
                           select new { r.StandardVersionId, r.ChannelCode, w.Status, r.Requirements }).FirstOrDefaultAsync(cancellationToken);
        if (found is null)
        {
            return null;
        }

        var standard = (await standards.GetAsync(found.StandardVersionId, cancellationToken)).Standard;
        return new Checklist(
            found.Status == WorkStatus.WaitingForDocuments,
            [
                .. standard.RequirementsOf(found.ChannelCode).Select(asked =>
                {
                    var line = found.Requirements.FirstOrDefault(l => l.Code == asked.Code);
                    return new ChecklistLine(asked, line?.IsPresent ?? false, line?.Note);
                }),
            ]);
    }
}
