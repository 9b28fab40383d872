using DinsosIntranet.Features.Accounts;
using DinsosIntranet.Features.Agency;
using DinsosIntranet.Features.Agenda;
using DinsosIntranet.Features.Desks.Domain;
using DinsosIntranet.Features.Intake;
using DinsosIntranet.Features.Letters;
using DinsosIntranet.Features.Letters.Domain;
using DinsosIntranet.Features.Letters.Toolkit;
using DinsosIntranet.Features.Objections.Domain;
using DinsosIntranet.Features.PublicInformation;
using DinsosIntranet.Features.Standards;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Data;
using DinsosIntranet.Shared.Regions;
using Microsoft.EntityFrameworkCore;

namespace DinsosIntranet.Features.Objections;

/// <summary>A ground on the form: its letter and words, and whether it fits this request now.</summary>
public sealed record GroundChoice(string Code, string Text, DateOnly? ArisesOn, DateOnly? LodgeBy, string? WhyNot);

/// <summary>The request an objection is written against, as the form shows it.</summary>
public sealed record ObjectionFormView
{
    public required string RequestNumber { get; init; }

    public required DateOnly RequestedOn { get; init; }

    public required string ApplicantName { get; init; }

    public required string Detail { get; init; }

    public required string Purpose { get; init; }

    public required IReadOnlyList<GroundChoice> Grounds { get; init; }

    /// <summary>The objection that is open already; a second one waits for its answer.</summary>
    public required (Guid Id, string Number)? Open { get; init; }

    public required ObjectionTimes Times { get; init; }

    public required DateOnly Today { get; init; }
}

/// <summary>An objection in a list: on the request's page, and where objections wait.</summary>
public sealed record ObjectionLine(Guid Id, string Number, string RequestNumber, DateOnly ReceivedOn, string Detail, string StateText, ClockFace? Clock, DateOnly? ProvideBy, Guid? FollowRequestId);

public sealed record ObjectionsOfRequest(IReadOnlyList<ObjectionLine> Lines, bool MayRegister);

public sealed record WaitingObjectionList(IReadOnlyList<ObjectionLine> Lines, int Total);

/// <summary>What the pages of objections show, each with its viewer's rights.</summary>
public sealed partial class ObjectionQueries(
    IDbContextFactory<DinsosDbContext> factory, StandardLibrary standards, AgencyDirectory agencies, InformationReference reference, RegionCatalog regions, LetterQueries letters, TimeProvider time)
{
    /// <summary>More nobody answers at once; the register has them all.</summary>
    private const int MostWaiting = 25;

    private const int ShownLetters = 120;

    public static bool MayRead(Actor actor) => Policies.Admits(Policies.Information, actor);

    /// <summary>Null where there is no such request for information, or none this person may object to.</summary>
    public async Task<ObjectionFormView?> FormAsync(Guid requestId, Actor viewer, CancellationToken cancellationToken = default)
    {
        if (!ObjectionRules.MayHandle(viewer) || viewer.IsExcludedFrom(requestId))
        {
            return null;
        }

        var agency = await agencies.GetAsync(cancellationToken);
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        if (await ObjectionFacts.AnsweredAsync(db, requestId, agency, cancellationToken) is not { } answered)
        {
            return null;
        }

        var facts = await InformationFacts.ReadAsync(db, standards, requestId, cancellationToken);
        var open = await db.Objections.AsNoTracking().Where(o => o.RequestId == requestId && o.ClosedAt == null).Select(o => new { o.Id, o.Number }).FirstOrDefaultAsync(cancellationToken);
        var (times, today) = (reference.ObjectionTimes, agency.DateOf(time.GetUtcNow().UtcDateTime));
        var fits = ObjectionGrounds.Fit(answered, today).ToDictionary(f => f.Code);
        return new ObjectionFormView
        {
            RequestNumber = facts.Request.Number,
            RequestedOn = agency.DateOf(facts.Request.ReceivedAt),
            ApplicantName = facts.Applicant.Name,
            Detail = facts.Information.Detail,
            Purpose = facts.Information.Purpose,
            Grounds =
            [
                .. reference.ObjectionGrounds.Select(g => (Ground: g, Fit: fits[g.Code])).Select(g => new GroundChoice(
                    g.Ground.Code, g.Ground.Text, g.Fit.ArisesOn, g.Fit.ArisesOn is { } day ? ObjectionGrounds.LodgeBy(day, times.LodgeWithin, agency.Calendar) : null, g.Fit.WhyNot)),
            ],
            Open = open is null ? null : (open.Id, open.Number),
            Times = times,
            Today = today,
        };
    }

    /// <summary>The objections against a request, newest first; null where it is none for information, or none for this person.</summary>
    public async Task<ObjectionsOfRequest?> OfRequestAsync(Guid requestId, Actor viewer, CancellationToken cancellationToken = default)
    {
        if (!MayRead(viewer) || viewer.IsExcludedFrom(requestId))
        {
            return null;
        }

        var agency = await agencies.GetAsync(cancellationToken);
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        var lines = await LinesAsync(db, db.Objections.AsNoTracking().Where(o => o.RequestId == requestId).OrderByDescending(o => o.ReceivedAt).Take(MostWaiting), agency, cancellationToken);
        var answered = await ObjectionFacts.AnsweredAsync(db, requestId, agency, cancellationToken);
        if (answered is null)
        {
            return lines.Count > 0 ? new ObjectionsOfRequest(lines, MayRegister: false) : null;
        }

        var fits = ObjectionGrounds.Fit(answered, agency.DateOf(time.GetUtcNow().UtcDateTime)).Any(f => f.ArisesOn is not null);
        var isOpen = await db.Objections.AnyAsync(o => o.RequestId == requestId && o.ClosedAt == null, cancellationToken);
        return new ObjectionsOfRequest(lines, fits && !isOpen && ObjectionRules.MayHandle(viewer));
    }

    /// <summary>Open objections for those who answer them and those who follow the answer, the nearest limit first; nothing for anybody else.</summary>
    public async Task<WaitingObjectionList> WaitingAsync(Actor viewer, CancellationToken cancellationToken = default)
    {
        var agency = await agencies.GetAsync(cancellationToken);
        if (!ObjectionRules.MayRecordOutside(viewer) && AgendaAccess.HeadMembership(agency, viewer) is null)
        {
            return new WaitingObjectionList([], 0);
        }

        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        var open = db.Objections.AsNoTracking().VisibleTo(viewer, o => o.RequestId).Where(o => o.ClosedAt == null);
        var lines = await LinesAsync(db, open.OrderBy(o => o.ReceivedAt).ThenBy(o => o.Id).Take(MostWaiting), agency, cancellationToken);
        return new WaitingObjectionList(lines, lines.Count < MostWaiting ? lines.Count : await open.CountAsync(cancellationToken));
    }

    private async Task<IReadOnlyList<ObjectionLine>> LinesAsync(DinsosDbContext db, IQueryable<Objection> objections, AgencySnapshot agency, CancellationToken cancellationToken)
    {
        var found = await (from o in objections
                           join i in db.InformationRequests on o.RequestId equals i.Id
                           join w in db.WorkItems on o.RequestId equals w.Id
                           select new
                           {
                               Objection = o,
                               i.Detail,
                               w.Number,
                               Answer = db.Letters
                                   .Where(l => l.RequestId == o.RequestId && l.Kind == LetterKinds.ObjectionAnswer && l.Status != LetterStatus.Voided && l.Status != LetterStatus.Revoked && l.CreatedAt >= o.DecidedAt)
                                   .OrderByDescending(l => l.CreatedAt)
                                   .Select(l => (LetterStatus?)l.Status)
                                   .FirstOrDefault(),
                           }).ToListAsync(cancellationToken);
        var now = time.GetUtcNow().UtcDateTime;
        return found.ConvertAll(f => new ObjectionLine(
            f.Objection.Id,
            f.Objection.Number,
            f.Number,
            agency.DateOf(f.Objection.ReceivedAt),
            Typography.Shorten(f.Detail, ShownLetters),
            StateText(f.Objection, f.Answer),
            FaceOf(f.Objection, agency, now),
            f.Objection.ProvideBy,
            f.Objection.FollowRequestId));
    }

    private ClockFace? FaceOf(Objection objection, AgencySnapshot agency, DateTime now) =>
        objection.State == ObjectionState.Withdrawn ? null : ClockFace.Of(agency.Calendar, ObjectionRules.Clock(objection, reference.ObjectionTimes, agency.Calendar), now, ClockFace.Legal);

    private static string StateText(Objection objection, LetterStatus? answer) => (objection.State, answer) switch
    {
        (ObjectionState.Answered, _) => $"{objection.Decision!.Value.Name()}, tanggapan disampaikan",
        (ObjectionState.Decided, null) => "Diputus, tanggapan belum disusun",
        (ObjectionState.Decided, LetterStatus.Draft) => "Konsep tanggapan menunggu tanda tangan",
        (ObjectionState.Decided, LetterStatus.AwaitingSignature) => "Tanggapan menunggu tanda tangan basah",
        (ObjectionState.Decided, _) => "Tanggapan terbit, belum disampaikan",
        _ => objection.State.Name(),
    };
}
