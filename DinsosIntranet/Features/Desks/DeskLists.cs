using DinsosIntranet.Features.Agency;
using DinsosIntranet.Features.Agenda;
using DinsosIntranet.Features.Dispositions;
using DinsosIntranet.Features.Dispositions.Domain;
using DinsosIntranet.Features.Intake;
using DinsosIntranet.Features.Letters.Domain;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Data;
using DinsosIntranet.Shared.Text;
using Microsoft.EntityFrameworkCore;

namespace DinsosIntranet.Features.Desks;

/// <summary>What dispositions and letters add to "Meja saya": what was disposed to the person, how near its day is, and letters waiting for ink.</summary>
internal sealed class DeskLists(DinsosDbContext db, AgencySnapshot agency, RequestTexts requestTexts, DateTime now)
{
    private const int PageSize = DeskQueries.PageSize;

    /// <summary>"pukul 09.28" today, with the date on another day.</summary>
    public static string Moment(DateTime utc, AgencySnapshot agency, DateTime now) => agency.DateOf(utc) == agency.DateOf(now)
        ? "pukul " + IndonesianDates.Time(utc, agency.Zone)
        : IndonesianDates.ShortWithTime(utc, agency.Zone);

    public async Task<Listing<DispositionRow>> DispositionsAsync(Actor actor, CancellationToken cancellationToken)
    {
        var days = DueDays.At(agency.Calendar, now);
        var pressing = db.Dispositions.AsNoTracking().Received(actor, AgendaAccess.DesksOf(agency, actor)).Pressing(days);
        var found = await (from d in pressing
                           join w in db.WorkItems on d.RequestId equals (Guid?)w.Id into items
                           from w in items.DefaultIfEmpty()
                           join a in db.AgendaEntries on d.AgendaId equals (Guid?)a.Id into entries
                           from a in entries.DefaultIfEmpty()
                           orderby d.DueOn == null, d.DueOn, d.At descending
                           select new { Disposition = d, Number = w == null ? "Agenda " + a.Number + "/" + a.Year : w.Number })
            .Take(PageSize + 1).ToListAsync(cancellationToken);
        if (found.Count == 0)
        {
            return new Listing<DispositionRow>(0, []);
        }

        var texts = await db.DispositionInstructions.AsNoTracking().ToDictionaryAsync(i => i.Code, i => i.Text, cancellationToken);
        var total = found.Count > PageSize ? await pressing.CountAsync(cancellationToken) : found.Count;
        return new Listing<DispositionRow>(total,
        [
            .. found.Take(PageSize).Select(f => (f.Number, d: f.Disposition)).Select(f => new DispositionRow(
                f.d.Id,
                f.d.RequestId is { } requestId ? $"/permohonan/{requestId}" : $"/agenda/{f.d.AgendaId}",
                f.Number,
                f.d.DueOn is { } due ? IndonesianDates.Short(due) : "tanpa batas",
                DispositionSigns.Of(f.d, agency, days),
                f.d.ReadAt is not null,
                string.Join(". ", f.d.Instructions.Select(code => texts.GetValueOrDefault(code, code)).Append(requestTexts.Note(f.d)).Where(t => !string.IsNullOrWhiteSpace(t))),
                f.d.FromText,
                Moment(f.d.At, agency, now))),
        ]);
    }

    public async Task<Listing<UnsignedLetterRow>> UnsignedAsync(Actor actor, CancellationToken cancellationToken)
    {
        // The desks a letter passes see all that wait for ink, a head those with their own name below.
        var (own, passes) = (actor.UserId, actor.HasAny(StaffRole.DtksOperator, StaffRole.Secretariat, StaffRole.FrontOffice));

        // Through the open work, which is indexed; letters by status would be read through the whole archive.
        var waiting = from w in db.WorkItems.AsNoTracking().VisibleTo(actor)
                      join l in db.Letters on w.Id equals l.RequestId
                      where w.ClosedAt == null && !w.IsConfidential && l.Status == LetterStatus.AwaitingSignature && (passes || l.SignerUserId == own)
                      select new { l.Id, l.RequestId, w.Number, LetterNumber = l.Number, l.Title, l.ApprovedAt, l.CreatedAt, l.SignerText };
        var found = await waiting.OrderBy(l => l.ApprovedAt).Take(PageSize + 1).ToListAsync(cancellationToken);
        var total = found.Count > PageSize ? await waiting.CountAsync(cancellationToken) : found.Count;
        return new Listing<UnsignedLetterRow>(total,
        [
            .. found.Take(PageSize).Select(l => new UnsignedLetterRow(
                l.Id,
                l.RequestId,
                l.Number,
                l.Title,
                l.LetterNumber,
                Moment(l.ApprovedAt ?? l.CreatedAt, agency, now),
                l.SignerText ?? "")),
        ]);
    }

    /// <summary>How near the day of what was disposed is, and who reminded, of the requests shown; without those that have neither.</summary>
    public async Task<Dictionary<Guid, DispositionSigns>> SignsAsync(IReadOnlyList<(Guid Id, string DeskCode)> requests, CancellationToken cancellationToken)
    {
        var ids = requests.Select(r => r.Id).ToList();
        if (ids.Count == 0)
        {
            return [];
        }

        var days = DueDays.At(agency.Calendar, now);
        var open = (await db.Dispositions.AsNoTracking()
            .Where(d => d.RequestId != null && ids.Contains(d.RequestId.Value) && d.DoneAt == null && d.RecalledAt == null && (d.RemindedAt != null || d.DueOn <= days.NearUntil))
            .ToListAsync(cancellationToken)).ToLookup(d => d.RequestId!.Value);
        return requests
            .Where(r => open.Contains(r.Id))
            .ToDictionary(r => r.Id, r => DispositionSigns.Of(open[r.Id], r.DeskCode, agency, days));
    }
}
