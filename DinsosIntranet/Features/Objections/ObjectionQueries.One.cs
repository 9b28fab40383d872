using DinsosIntranet.Features.Agenda;
using DinsosIntranet.Features.Desks.Domain;
using DinsosIntranet.Features.Letters;
using DinsosIntranet.Features.Letters.Domain;
using DinsosIntranet.Features.Objections.Domain;
using DinsosIntranet.Features.PublicInformation;
using DinsosIntranet.Shared.Acting;
using Microsoft.EntityFrameworkCore;

namespace DinsosIntranet.Features.Objections;

/// <summary>What the viewer may do with the objection now; <paramref name="WhyNotDecide"/> is set where they are the superior and may not.</summary>
public sealed record ObjectionRights(bool MayDecide, string? WhyNotDecide, bool MayRecordOutside, bool MayRecall, bool MayConvey, bool MayWithdraw, bool MayRespond);

/// <summary>One objection in full, as its page shows it to one viewer.</summary>
public sealed record ObjectionView
{
    public required Objection Objection { get; init; }

    public required string RequestNumber { get; init; }

    public required string Detail { get; init; }

    public required string ApplicantName { get; init; }

    public required string Address { get; init; }

    public required string Contact { get; init; }

    public required string Occupation { get; init; }

    public required IReadOnlyList<LegalGround> Grounds { get; init; }

    public required string StateText { get; init; }

    public required ClockFace? Clock { get; init; }

    public required Letter? Answer { get; init; }

    /// <summary>Set while the answer waits for ink.</summary>
    public required SigningView? Signing { get; init; }

    /// <summary>Number of the request that was opened to give what was won.</summary>
    public required string? FollowNumber { get; init; }

    public required Superior? Superior { get; init; }

    public required ObjectionRights Rights { get; init; }

    public required string RegisteredBy { get; init; }

    /// <summary>The last day for the Komisi Informasi; null before the answer.</summary>
    public required DateOnly? DisputeBy { get; init; }
}

public sealed partial class ObjectionQueries
{
    /// <summary>Null where there is no such objection, or none for this person.</summary>
    public async Task<ObjectionView?> FindAsync(Guid objectionId, Actor viewer, CancellationToken cancellationToken = default)
    {
        if (!MayRead(viewer))
        {
            return null;
        }

        var agency = await agencies.GetAsync(cancellationToken);
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        if (await db.Objections.AsNoTracking().FirstOrDefaultAsync(o => o.Id == objectionId, cancellationToken) is not { } objection || viewer.IsExcludedFrom(objection.RequestId))
        {
            return null;
        }

        var facts = await InformationFacts.ReadAsync(db, standards, objection.RequestId, cancellationToken);
        var answer = await ObjectionFacts.AnswerAsync(db, objection, cancellationToken);
        var whyNot = ObjectionRules.WhyNotDecide(await ObjectionFacts.DecidersAsync(db, objection.RequestId, cancellationToken), viewer);
        var isSuperior = AgendaAccess.HeadMembership(agency, viewer) is not null;
        var isUndecided = objection.ClosedAt is null && answer is null;
        var handles = ObjectionRules.MayHandle(viewer);
        return new ObjectionView
        {
            Objection = objection,
            RequestNumber = facts.Request.Number,
            Detail = facts.Information.Detail,
            ApplicantName = facts.Applicant.Name,
            Address = facts.Address(regions),
            Contact = facts.Contact,
            Occupation = facts.Information.Occupation,
            Grounds = [.. reference.ObjectionGrounds.Where(g => objection.Grounds.Contains(g.Code))],
            StateText = StateText(objection, answer?.Status),
            Clock = FaceOf(objection, agency, time.GetUtcNow().UtcDateTime),
            Answer = answer,
            Signing = answer is { Status: LetterStatus.AwaitingSignature } ? await letters.ForSigningBesideAsync(answer.Id, agency, cancellationToken) : null,
            FollowNumber = objection.FollowRequestId is { } follow ? await db.ServiceRequests.Where(r => r.Id == follow).Select(r => r.Number).FirstAsync(cancellationToken) : null,
            Superior = await db.Superiors.AsNoTracking().FirstOrDefaultAsync(cancellationToken),
            Rights = new ObjectionRights(
                isUndecided && isSuperior && whyNot is null,
                isUndecided && isSuperior ? whyNot : null,
                isUndecided && whyNot is null && ObjectionRules.MayRecordOutside(viewer),
                objection.ClosedAt is null && answer is { Status: LetterStatus.Draft } && isSuperior,
                objection.ClosedAt is null && answer is { Status: LetterStatus.Issued } && handles,
                objection.ClosedAt is null && answer is null or { Status: LetterStatus.Draft } && handles,
                objection.State == ObjectionState.Answered && handles),
            RegisteredBy = await db.Users.Where(u => u.Id == objection.RegisteredById).Select(u => u.FullName).FirstAsync(cancellationToken),
            DisputeBy = objection.ConveyedAt is { } told ? agency.Calendar.AddWorkingDays(agency.DateOf(told), reference.ObjectionTimes.DisputeWithin) : null,
        };
    }
}
