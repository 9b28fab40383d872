using DinsosIntranet.Features.Agency;
using DinsosIntranet.Features.Agenda;
using DinsosIntranet.Features.Dispositions;
using DinsosIntranet.Features.Dispositions.Domain;
using DinsosIntranet.Features.Intake;
using DinsosIntranet.Features.Letters;
using DinsosIntranet.Features.Letters.Domain;
using DinsosIntranet.Features.Standards;
using DinsosIntranet.Features.Standards.Domain;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Data;
using Microsoft.EntityFrameworkCore;

namespace DinsosIntranet.Features.Desks;

/// <summary>How much waits for one person behind each entry of the menu.</summary>
/// <param name="Desk">What they hold and what nobody has taken yet at their desks.</param>
/// <param name="Dispositions">Of that, what is to be forwarded, disposed or assigned, and dispositions given to them that are unread or press; for the head also letters not disposed yet.</param>
/// <param name="Letters">Letters at signing steps of their desks, also those that wait for ink.</param>
/// <param name="Ready">Letters that wait at the counter to be collected.</param>
public sealed record WaitingCounts(int Desk, int Dispositions, int Letters, int Ready)
{
    public static WaitingCounts None { get; } = new(0, 0, 0, 0);

    /// <summary>Openings of victims' cases in an emergency that they should look into.</summary>
    public int CaseReviews { get; init; }

    /// <summary>Proposals to anonymise a case that wait for this person.</summary>
    public int Destructions { get; init; }
}

/// <summary>
/// Counts what waits for one person, on every page and after every change: so it reads open work only, grouped by place,
/// and no row of it.
/// </summary>
public sealed class WaitingWork(IDbContextFactory<DinsosDbContext> factory, StandardLibrary standards, AgencyDirectory agencies, IEnumerable<ILetterContent> contents, TimeProvider time)
{
    private static readonly HashSet<string> Disposing = [StepActions.Forward, StepActions.Dispose, StepActions.Assign];

    private static readonly LetterStatus[] Unsigned = [LetterStatus.Draft, LetterStatus.AwaitingSignature];

    private readonly IReadOnlyList<string> _signedKinds = [.. contents.Where(c => !c.IsBesideSteps).Select(c => c.Kind)];
    private readonly IReadOnlyList<ILetterContent> _beside = [.. contents.Where(c => c.IsBesideSteps)];
    private readonly IReadOnlyList<string> _besideKinds = [.. contents.Where(c => c.IsBesideSteps).Select(c => c.Kind)];
    private readonly IReadOnlyList<string> _outlivingKinds = [.. contents.Where(c => c.OutlivesRequest).Select(c => c.Kind)];

    private sealed record Place(Guid VersionId, string StepId, string DeskCode, bool IsTheirs, bool IsConfidential, int Count);

    /// <summary>Somebody who serves no desk has nothing waiting, and nothing is read for them.</summary>
    public async Task<WaitingCounts> CountAsync(Actor actor, CancellationToken cancellationToken = default)
    {
        var agency = await agencies.GetAsync(cancellationToken);
        var desks = agency.Desks.Where(d => d.MembershipOf(actor) is not null).Select(d => d.Code).ToList();
        if (desks.Count == 0)
        {
            return WaitingCounts.None;
        }

        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        var handsOver = RequestAccess.MayRegister(actor);
        var counts = WaitingCounts.None;
        var signs = false;
        foreach (var place in await PlacesAsync(db, actor, desks, handsOver, cancellationToken))
        {
            var action = await ActionAsync(place.VersionId, place.StepId, cancellationToken);
            var isHere = desks.Contains(place.DeskCode);
            signs |= isHere && action == StepActions.Sign;
            counts = counts with
            {
                Desk = counts.Desk + (place.IsTheirs ? place.Count : 0),
                Dispositions = counts.Dispositions + (place.IsTheirs && isHere && Disposing.Contains(action) ? place.Count : 0),
                Ready = counts.Ready + (handsOver && !place.IsConfidential && action == StepActions.HandOver ? place.Count : 0),
            };
        }

        return counts with
        {
            Dispositions = counts.Dispositions + await db.Dispositions.Received(actor, [.. desks]).Pressing(DueDays.At(agency.Calendar, time.GetUtcNow().UtcDateTime)).CountAsync(cancellationToken)
                + (AgendaAccess.HeadMembership(agency, actor) is null ? 0 : await db.AgendaEntries.Undisposed(db).CountAsync(cancellationToken)),
            Letters = (signs ? await LettersAsync(db, actor, desks, cancellationToken) : 0)
                + (await SignsBesideAsync(desks, agency, cancellationToken) ? await BesideAsync(db, actor, desks, agency, cancellationToken) : 0),
        };
    }

    /// <summary>Open work they hold or that lies at their desks; for the counter all of it, since a letter is collected wherever its request lies.</summary>
    private static async Task<IReadOnlyList<Place>> PlacesAsync(DinsosDbContext db, Actor actor, List<string> desks, bool handsOver, CancellationToken cancellationToken) =>
        await (from w in db.WorkItems.AsNoTracking().VisibleTo(actor)
               where w.ClosedAt == null
               let isTheirs = w.HolderId == actor.UserId || (w.HolderId == null && desks.Contains(w.DeskCode))
               where isTheirs || desks.Contains(w.DeskCode) || handsOver
               group w by new { w.StandardVersionId, w.StepId, w.DeskCode, IsTheirs = isTheirs, w.IsConfidential } into place
               select new Place(place.Key.StandardVersionId, place.Key.StepId, place.Key.DeskCode, place.Key.IsTheirs, place.Key.IsConfidential, place.Count()))
            .ToListAsync(cancellationToken);

    private async Task<int> LettersAsync(DinsosDbContext db, Actor actor, List<string> desks, CancellationToken cancellationToken)
    {
        var places = await (from w in db.WorkItems.AsNoTracking().VisibleTo(actor)
                            join l in db.Letters on w.Id equals l.RequestId
                            where w.ClosedAt == null && !w.IsConfidential && desks.Contains(w.DeskCode)
                            where Unsigned.Contains(l.Status) && _signedKinds.Contains(l.Kind)
                            group w by new { w.StandardVersionId, w.StepId } into place
                            select new { place.Key.StandardVersionId, place.Key.StepId, Count = place.Count() }).ToListAsync(cancellationToken);
        var count = 0;
        foreach (var place in places)
        {
            count += await ActionAsync(place.StandardVersionId, place.StepId, cancellationToken) == StepActions.Sign ? place.Count : 0;
        }

        return count;
    }

    /// <summary>Whether a standard in force has letters signed at one of these desks; nothing is read for all others.</summary>
    private async Task<bool> SignsBesideAsync(List<string> desks, AgencySnapshot agency, CancellationToken cancellationToken)
    {
        var active = await standards.ActiveOnAsync(agency.DateOf(time.GetUtcNow().UtcDateTime), cancellationToken);
        return active.Any(s => _beside.Any(c => c.SigningDesk(s.Standard, agency.Desks) is { } desk && desks.Contains(desk)));
    }

    /// <summary>Letters that no step signs, where the standard names one of their desks for it.</summary>
    private async Task<int> BesideAsync(DinsosDbContext db, Actor actor, List<string> desks, AgencySnapshot agency, CancellationToken cancellationToken)
    {
        var groups = await (from l in db.Letters.AsNoTracking().VisibleTo(actor)
                            join w in db.WorkItems on l.RequestId equals w.Id
                            where (w.ClosedAt == null || _outlivingKinds.Contains(l.Kind)) && Unsigned.Contains(l.Status) && _besideKinds.Contains(l.Kind) && !w.IsConfidential
                            group w by new { w.StandardVersionId, l.Kind } into letters
                            select new { letters.Key.StandardVersionId, letters.Key.Kind, Count = letters.Count() }).ToListAsync(cancellationToken);
        var count = 0;
        foreach (var group in groups)
        {
            var standard = (await standards.GetAsync(group.StandardVersionId, cancellationToken)).Standard;
            count += desks.Contains(_beside.First(c => c.Kind == group.Kind).SigningDesk(standard, agency.Desks) ?? "") ? group.Count : 0;
        }

        return count;
    }

    private async Task<string> ActionAsync(Guid versionId, string stepId, CancellationToken cancellationToken) =>
        (await standards.GetAsync(versionId, cancellationToken)).Standard.Step(stepId).Action;
}
