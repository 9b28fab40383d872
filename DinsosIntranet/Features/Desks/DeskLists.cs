using DinsosIntranet.Features.Agency;
using DinsosIntranet.Features.Letters;
using DinsosIntranet.Features.Letters.Domain;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Data;
using DinsosIntranet.Shared.Text;
using Microsoft.EntityFrameworkCore;

namespace DinsosIntranet.Features.Desks;

/// <summary>The two lists below the queues of "Meja saya": what was disposed to the person, and letters waiting for ink.</summary>
internal sealed class DeskLists(DinsosDbContext db, AgencySnapshot agency, DateTime now)
{
    private const int PageSize = DeskQueries.PageSize;

    /// <summary>"pukul 09.28" today, with the date on another day.</summary>
    public static string Moment(DateTime utc, AgencySnapshot agency, DateTime now) => agency.DateOf(utc) == agency.DateOf(now)
        ? "pukul " + IndonesianDates.Time(utc, agency.Zone)
        : IndonesianDates.ShortWithTime(utc, agency.Zone);

    public async Task<Listing<DispositionRow>> DispositionsAsync(Actor actor, CancellationToken cancellationToken)
    {
        var unread = db.Dispositions.AsNoTracking().Where(d => d.ToUserId == actor.UserId && d.ReadAt == null && d.RecalledAt == null);
        var found = await (from d in unread
                           join w in db.WorkItems on d.RequestId equals w.Id
                           orderby d.DueOn == null, d.DueOn, d.At descending
                           select new { d.Id, d.RequestId, w.Number, d.DueOn, d.Instructions, d.Note, d.FromText, d.At })
            .Take(PageSize + 1).ToListAsync(cancellationToken);
        if (found.Count == 0)
        {
            return new Listing<DispositionRow>(0, []);
        }

        var texts = await db.DispositionInstructions.AsNoTracking().ToDictionaryAsync(i => i.Code, i => i.Text, cancellationToken);
        var total = found.Count > PageSize ? await unread.CountAsync(cancellationToken) : found.Count;
        return new Listing<DispositionRow>(total,
        [
            .. found.Take(PageSize).Select(d => new DispositionRow(
                d.Id,
                d.RequestId,
                d.Number,
                DueText(d.DueOn),
                string.Join(". ", d.Instructions.Select(code => texts.GetValueOrDefault(code, code)).Append(d.Note).Where(t => !string.IsNullOrWhiteSpace(t))),
                d.FromText,
                Moment(d.At, agency, now))),
        ]);
    }

    public async Task<Listing<UnsignedLetterRow>> UnsignedAsync(CancellationToken cancellationToken)
    {
        // Through the open work, which is indexed; letters by status would be read through the whole archive.
        var waiting = from w in db.WorkItems.AsNoTracking()
                      join l in db.Letters on w.Id equals l.RequestId
                      where w.ClosedAt == null && !w.IsConfidential && l.Status == LetterStatus.AwaitingSignature
                      select new { l.Id, l.RequestId, w.Number, LetterNumber = l.Number, l.Kind, l.ApprovedAt, l.CreatedAt, l.SignerText };
        var found = await waiting.OrderBy(l => l.ApprovedAt).Take(PageSize + 1).ToListAsync(cancellationToken);
        var total = found.Count > PageSize ? await waiting.CountAsync(cancellationToken) : found.Count;
        return new Listing<UnsignedLetterRow>(total,
        [
            .. found.Take(PageSize).Select(l => new UnsignedLetterRow(
                l.Id,
                l.RequestId,
                l.Number,
                LetterKinds.Name(l.Kind),
                l.LetterNumber,
                Moment(l.ApprovedAt ?? l.CreatedAt, agency, now),
                l.SignerText ?? "")),
        ]);
    }

    private string DueText(DateOnly? due)
    {
        var today = agency.DateOf(now);
        return due is not { } day ? "tanpa batas"
            : day == today ? "hari ini"
            : day < today ? $"lewat, {IndonesianDates.Short(day)}"
            : IndonesianDates.Short(day);
    }
}
