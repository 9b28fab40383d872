using DinsosIntranet.Features.Agency;
using DinsosIntranet.Features.Desks;
using DinsosIntranet.Features.Intake;
using DinsosIntranet.Features.Letters;
using DinsosIntranet.Features.PublicInformation.Domain;
using DinsosIntranet.Features.Standards;
using DinsosIntranet.Shared.Data;
using Microsoft.EntityFrameworkCore;

namespace DinsosIntranet.Features.PublicInformation;

/// <summary>What an objection won: for which objection, wholly or not, decided by whom.</summary>
public sealed record WonObjection(Guid RequestId, string ObjectionNumber, bool IsPartly, Guid DecidedById, string SuperiorText);

/// <summary>The request that was opened to give what was won.</summary>
public sealed record FollowingRequest(Guid Id, string Number);

/// <summary>
/// Opens the request by which the information desk gives what an objection won after the first request had ended: same
/// people, same form, same scans, decided already, so it begins at the step that gathers the documents.
/// </summary>
public sealed class InformationReopening(WorkFlow flow, StandardLibrary standards, AgencyDirectory agencies, NumberService numbers)
{
    /// <summary>Null where the service is no longer offered: then there is no way to walk.</summary>
    public async Task<FollowingRequest?> OpenAsync(WriteScope scope, WonObjection won, CancellationToken cancellationToken)
    {
        var agency = await agencies.GetAsync(cancellationToken);
        var earlier = await scope.Db.ServiceRequests.AsNoTracking().Include(r => r.Requirements).FirstAsync(r => r.Id == won.RequestId, cancellationToken);
        var today = agency.DateOf(scope.Now);
        if (await standards.FindActiveAsync(earlier.StandardCode, today, cancellationToken) is not { } loaded
            || loaded.Standard.Steps.FirstOrDefault(s => s.Action == InformationService.ProvideAction) is not { } step)
        {
            return null;
        }

        var request = FollowingRequests.Open(scope, earlier, loaded, await numbers.NextRequestAsync(scope, loaded.Standard.NumberPrefix, today.Year, cancellationToken));
        var asked = await scope.Db.InformationRequests.AsNoTracking().FirstAsync(i => i.Id == won.RequestId, cancellationToken);
        scope.Db.InformationRequests.Add(Asked(scope, asked, request.Id, won));
        if (won.IsPartly)
        {
            await CopyTestsAsync(scope, won.RequestId, request.Id, cancellationToken);
        }

        await FollowingRequests.CopyScansAsync(scope, earlier, request.Id, all: false, cancellationToken);
        await flow.OpenAtAsync(
            scope, request.Id, request.Number, loaded, step.Id, $"Dibuka atas keberatan {won.ObjectionNumber}, permohonan {earlier.Number}", $"Diputus {won.SuperiorText}.", cancellationToken);
        return new FollowingRequest(request.Id, request.Number);
    }

    private static InformationRequest Asked(WriteScope scope, InformationRequest earlier, Guid id, WonObjection won) => new()
    {
        Id = id,
        ApplicantKind = earlier.ApplicantKind,
        OrganisationName = earlier.OrganisationName,
        OrganisationProof = earlier.OrganisationProof,
        Occupation = earlier.Occupation,
        Email = earlier.Email,
        ProxyName = earlier.ProxyName,
        ProxyIdentity = earlier.ProxyIdentity,
        ProxyLetter = earlier.ProxyLetter,
        Detail = earlier.Detail,
        Purpose = earlier.Purpose,
        Obtain = earlier.Obtain,
        CopyForm = earlier.CopyForm,
        Delivery = earlier.Delivery,
        DeliveryAddress = earlier.DeliveryAddress,
        FlaggedWords = earlier.FlaggedWords,
        Decision = won.IsPartly ? InformationDecision.GrantedInPart : InformationDecision.Granted,
        DecidedAt = scope.Now,
        DecidedById = won.DecidedById,
        DecisionReason = $"Keberatan {won.ObjectionNumber} diterima {(won.IsPartly ? "sebagian" : "seluruhnya")} oleh {won.SuperiorText}.",
        Version = Guid.CreateVersion7(),
    };

    /// <summary>What stays excluded rests on the tests of the first request; the information desk corrects them to what is left.</summary>
    private static async Task CopyTestsAsync(WriteScope scope, Guid earlierId, Guid requestId, CancellationToken cancellationToken)
    {
        var tests = await scope.Db.ExclusionTests.AsNoTracking().Where(t => t.RequestId == earlierId).OrderBy(t => t.Id).ToListAsync(cancellationToken);
        scope.Db.ExclusionTests.AddRange(tests.Select(t => new ExclusionTest
        {
            Id = OrderedId.Create(),
            RequestId = requestId,
            Information = t.Information,
            Grounds = t.Grounds,
            OtherLaw = t.OtherLaw,
            IfOpened = t.IfOpened,
            IfClosed = t.IfClosed,
            Period = t.Period,
            RecordedAt = t.RecordedAt,
            RecordedById = t.RecordedById,
        }));
    }
}
