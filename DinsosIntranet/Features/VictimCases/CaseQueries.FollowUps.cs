using DinsosIntranet.Features.Agency;
using DinsosIntranet.Features.Letters.Domain;
using DinsosIntranet.Features.VictimCases.Domain;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Calendar;
using DinsosIntranet.Shared.Data;
using DinsosIntranet.Shared.Keys;
using DinsosIntranet.Shared.Text;
using Microsoft.EntityFrameworkCore;

namespace DinsosIntranet.Features.VictimCases;

public sealed partial class CaseQueries
{
    /// <summary>How many days ahead something due is shown.</summary>
    public const int DaysAhead = 14;

    private const int DeadlinesShown = 20;

    /// <summary>What is due in the cases the viewer works on or heads: code, kind and day, late ones first.</summary>
    public async Task<IReadOnlyList<DeadlineRow>> DeadlinesAsync(Actor viewer, CancellationToken cancellationToken = default)
    {
        var agency = await agencies.GetAsync(cancellationToken);
        var today = agency.DateOf(time.GetUtcNow().UtcDateTime);
        var until = today.AddDays(DaysAhead);
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        var rows = await (from c in Told(db, viewer)
                          join w in db.WorkItems.AsNoTracking() on c.Id equals w.Id
                          join d in db.CaseDeadlines.AsNoTracking() on c.Id equals d.CaseId
                          where w.ClosedAt == null && d.DoneAt == null && d.DueOn <= until && (d.Kind != DeadlineKind.Hearing || d.DueOn >= today)
                          orderby d.DueOn, d.Id
                          select new { d.Id, d.CaseId, w.Number, d.Kind, d.DueOn }).Take(DeadlinesShown).ToListAsync(cancellationToken);
        return [.. rows.Select(r => new DeadlineRow(r.Id, r.CaseId, r.Number, r.Kind, r.DueOn, r.DueOn.DayNumber - today.DayNumber))];
    }

    /// <summary>Who accompanies whom to court on the days from <paramref name="from"/>, in the cases the viewer works on or heads: code, time and companion.</summary>
    public async Task<IReadOnlyList<HearingEntry>> CalendarAsync(Actor viewer, DateOnly from, DateOnly until, CancellationToken cancellationToken = default)
    {
        var agency = await agencies.GetAsync(cancellationToken);
        var zone = agency.Zone;
        var (begin, end) = (WorkCalendar.StartOf(from, zone), WorkCalendar.StartOf(until.AddDays(1), zone));
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        var rows = await (from c in Told(db, viewer)
                          join w in db.WorkItems.AsNoTracking() on c.Id equals w.Id
                          join h in db.CaseHearings.AsNoTracking() on c.Id equals h.CaseId
                          where h.CancelledAt == null && h.StartsAt >= begin && h.StartsAt < end
                          orderby h.StartsAt, h.Id
                          select new { h.Id, h.CaseId, w.Number, h.StartsAt, h.EndsAt, h.CompanionText }).ToListAsync(cancellationToken);
        return [.. rows.Select(r => new HearingEntry(r.Id, r.CaseId, r.Number, agency.DateOf(r.StartsAt), $"{IndonesianDates.Time(r.StartsAt, zone)}–{IndonesianDates.Time(r.EndsAt, zone)}", r.CompanionText.Split(',')[0]))];
    }

    private async Task<CaseFollowUps> FollowUpsAsync(
        DinsosDbContext db, FoundCase found, ContentKey key, IReadOnlyList<FilledBlock> blocks, Dictionary<Guid, Guid> versions, Actor viewer, AgencySnapshot agency, CancellationToken cancellationToken)
    {
        var caseId = found.Case.Id;
        var now = time.GetUtcNow().UtcDateTime;
        var today = agency.DateOf(now);
        string On(string who, DateTime at) => $"{who}, {IndonesianDates.ShortWithTime(at, agency.Zone)}";
        var reviews = await db.AssessmentReviews.AsNoTracking().Where(r => r.CaseId == caseId).OrderByDescending(r => r.Round).ToListAsync(cancellationToken);
        var referrals = await db.CaseReferrals.AsNoTracking().Where(r => r.CaseId == caseId).ToDictionaryAsync(r => r.Id, cancellationToken);
        var hearings = await db.CaseHearings.AsNoTracking().Where(h => h.CaseId == caseId).OrderByDescending(h => h.StartsAt).ToListAsync(cancellationToken);
        var letterIds = hearings.ConvertAll(h => h.LetterId);
        var letters = (await db.Letters.AsNoTracking().Where(l => letterIds.Contains(l.Id) && l.Status != LetterStatus.Voided && l.Status != LetterStatus.Revoked).Select(l => new { l.Id, l.Status, l.Number }).ToListAsync(cancellationToken))
            .ToDictionary(l => l.Id, l => l.Status switch
            {
                LetterStatus.Draft => "menunggu tanda tangan pimpinan",
                LetterStatus.AwaitingSignature => $"nomor {l.Number}, menunggu tanda tangan",
                _ => $"nomor {l.Number}, terbit",
            });
        var closures = await db.CaseClosures.AsNoTracking().Where(c => c.CaseId == caseId).OrderByDescending(c => c.Round).ToListAsync(cancellationToken);
        var attachments = await (from a in db.CaseAttachments.AsNoTracking()
                                 join f in db.StoredFiles.AsNoTracking() on a.FileId equals f.Id
                                 where a.CaseId == caseId && a.RemovedAt == null
                                 orderby a.AddedAt
                                 select new { Row = a, f.Kind, f.Length }).ToListAsync(cancellationToken);
        var deadlines = await db.CaseDeadlines.AsNoTracking().Where(d => d.CaseId == caseId && d.DoneAt == null && (d.Kind != DeadlineKind.Hearing || d.DueOn >= today)).OrderBy(d => d.DueOn).ToListAsync(cancellationToken);
        var facts = await CaseService.ClosureFactsAsync(db, key, caseId, (await standards.GetAsync(found.Item.StandardVersionId, cancellationToken)).Standard, closures.Count > 0 ? closures[0].ReopenedAt : null, now, cancellationToken);
        return new CaseFollowUps
        {
            Reviews =
            [
                .. reviews.Select(r => new ReviewLine(
                    r.Id,
                    r.Round,
                    r.State,
                    On(r.SubmittedByText, r.SubmittedAt),
                    r.DecidedAt is { } at ? On(r.DecidedByText!, at) : null,
                    Read(key, CaseService.ReviewTable, "Note", r.Id, r.Note),
                    r.State == ReviewState.Waiting && CaseAccess.MaySupervise(viewer, found.Facts, r.SubmittedById))),
            ],
            IsAssessmentApproved = facts.IsAssessmentApproved,
            Referrals = [.. blocks.Where(b => b.Kind == CaseBlocks.Referral).OrderBy(b => b.Ordinal).Select(b => Referral(b, versions[b.Id], referrals.GetValueOrDefault(b.Id), key, today, On))],
            Hearings =
            [
                .. hearings.Select(h =>
                {
                    var values = BlockValues.FromJson(CaseVault.Read(key, CaseService.HearingTable, "Payload", h.Id, h.Payload));
                    return new HearingRow(
                        h.Id,
                        reference.Name(CaseReference.HearingKinds, values[HearingFields.Kind]),
                        reference.Name(CaseReference.LegalStages, values[HearingFields.Stage]),
                        values[HearingFields.Place],
                        values[HearingFields.Agenda],
                        h.StartsAt,
                        h.EndsAt,
                        h.CompanionText,
                        h.ReportDue,
                        h.ReportDoneAt is { } done ? On(h.ReportDoneByText!, done) : null,
                        h.CancelledAt is { } cancelled ? On(h.CancelledByText!, cancelled) : null,
                        letters.ContainsKey(h.LetterId ?? Guid.Empty) ? h.LetterId : null,
                        letters.GetValueOrDefault(h.LetterId ?? Guid.Empty));
                }),
            ],
            Closures = [.. closures.Select(c => Closure(c, key, viewer, found.Facts, On))],
            ClosureMissing = ClosureRules.Missing(facts),
            Attachments =
            [
                .. attachments.Select(a =>
                {
                    var values = BlockValues.FromJson(CaseVault.Read(key, CaseService.AttachmentTable, "Payload", a.Row.Id, a.Row.Payload));
                    return new AttachmentLine(a.Row.Id, reference.Name(CaseReference.AttachmentKinds, values[CaseService.AttachmentKind]), values[CaseService.AttachmentName], a.Kind, a.Length, On(a.Row.AddedByText, a.Row.AddedAt));
                }),
            ],
            Deadlines = found.Item.IsOpen ? [.. deadlines.Select(d => new DeadlineRow(d.Id, caseId, found.Item.Number, d.Kind, d.DueOn, d.DueOn.DayNumber - today.DayNumber))] : [],
            Warnings = [.. ServiceRules.WithAccusedReceiver(blocks).Select(b => $"Penerima pada Layanan {b.Ordinal} tercatat sebagai terlapor. Periksa keselamatan korban sekarang.")],
            MayWork = CaseAccess.MayWork(found.Facts),
            MayReopen = !found.Item.IsOpen && closures is [{ Holds: true }, ..] && (CaseAccess.MayWork(found.Facts) || CaseAccess.IsHead(viewer, found.Facts.UnitCode)),
        };
    }

    private ReferralRow Referral(FilledBlock block, Guid version, CaseReferral? sent, ContentKey key, DateOnly today, Func<string, DateTime, string> on)
    {
        var values = block.Values;
        var known = reference.Recipients.FirstOrDefault(r => r.Code == values[ReferralRules.Recipient]);
        var isConsented = values[ReferralRules.Consented] switch
        {
            CaseBlocks.Yes => true,
            CaseBlocks.No => false,
            _ => (bool?)null,
        };
        var until = values.Date(ReferralRules.ConsentUntil) is { } day ? $"berlaku sampai {IndonesianDates.Short(day)}" : "belum ada masa berlakunya";
        return new ReferralRow(
            block.Id,
            version,
            block.Ordinal,
            known?.Name ?? (values[ReferralRules.RecipientName] is { Length: > 0 } typed ? typed : "Penerima belum dipilih"),
            isConsented,
            isConsented != true ? null : values.Date(ReferralRules.WithdrawnOn) is { } withdrawn ? $"Ditarik {IndonesianDates.Short(withdrawn)}" : $"Disetujui, {until}",
            [.. values.Codes(ReferralRules.Opened).Select(c => reference.Name(ReferralRules.Opened, c))],
            isConsented == false ? [] : [.. ReferralRules.WhyNotSend(values, today).Select(r => r.Message)],
            sent?.State,
            sent is null ? null : on(sent.SentByText, sent.SentAt),
            sent?.AnsweredAt is { } at ? on(sent.AnsweredByText!, at) : null,
            sent is null ? null : Read(key, CaseService.ReferralTable, "Answer", sent.Id, sent.Answer));
    }

    private ClosureRow Closure(CaseClosure closure, ContentKey key, Actor viewer, CaseFacts facts, Func<string, DateTime, string> on)
    {
        var values = BlockValues.FromJson(CaseVault.Read(key, CaseService.ClosureTable, "Payload", closure.Id, closure.Payload));
        var met = values.Codes(ClosureRules.Checks);
        return new ClosureRow(
            closure.Id,
            closure.Round,
            closure.State,
            reference.Name(CaseReference.ClosingReasons, values[ClosureRules.Reason]),
            [.. reference.List(CaseReference.ClosingChecks).Select(c => (c.Name, met.Contains(c.Code)))],
            values[ClosureRules.NotMet],
            values[ClosureRules.Feedback],
            values[ClosureRules.FeedbackDeclined] == CaseBlocks.Yes,
            on(closure.ProposedByText, closure.ProposedAt),
            closure.DecidedAt is { } decided ? on(closure.DecidedByText!, decided) : null,
            Read(key, CaseService.ClosureTable, "Note", closure.Id, closure.Note),
            closure.ReopenedAt is { } reopened ? on(closure.ReopenedByText!, reopened) : null,
            Read(key, CaseService.ClosureTable, "ReopenReason", closure.Id, closure.ReopenReason),
            closure.State == ReviewState.Waiting && CaseAccess.MaySupervise(viewer, facts, closure.ProposedById));
    }

    private static string? Read(ContentKey key, string table, string column, Guid rowId, string? envelope) =>
        envelope is null ? null : CaseVault.Read(key, table, column, rowId, envelope);
}
