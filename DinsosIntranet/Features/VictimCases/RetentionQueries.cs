using DinsosIntranet.Features.Agency;
using DinsosIntranet.Features.Accounts;
using DinsosIntranet.Features.Letters;
using DinsosIntranet.Features.Letters.Domain;
using DinsosIntranet.Features.Standards;
using DinsosIntranet.Features.VictimCases.Domain;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Data;
using DinsosIntranet.Shared.Text;
using Microsoft.EntityFrameworkCore;

namespace DinsosIntranet.Features.VictimCases;

/// <summary>A closed case whose years are over, or nearly: code, item of the schedule, days. <see cref="WhyNot"/> is null where it can be proposed.</summary>
public sealed record RetentionRow(Guid CaseId, string Number, string Service, DateOnly ClosedOn, RetentionItem Item, RetentionTerm Term, string? WhyNot);

/// <summary>A proposal that waits, with all its approval would do.</summary>
public sealed record DestructionProposal(
    Guid Id, string Number, string Item, DateOnly ClosedOn, DateOnly KeptUntil, string ApprovalLetter, string Proposed, int Blocks, int Files, bool IsHeld, bool MayDecide);

public sealed record HoldRow(Guid Id, string Number, string Reason, DateOnly? Until, string Placed, string? Lifted, bool Holds);

/// <summary>One line of the destruction register.</summary>
public sealed record DestructionRow(
    Guid Id, string RegisterNumber, DateOnly Day, string Number, string Item, DateOnly KeptUntil, string ApprovalLetter, string ProposedBy, string ApprovedBy, int Blocks, int Files, int Texts, bool IsFinished);

public sealed record RetentionPart<T>(IReadOnlyList<T> Rows, int Total);

/// <summary>Reads what is kept how long: codes, days and staff, for those who keep the archive and those who decide.</summary>
public sealed class RetentionQueries(
    IDbContextFactory<DinsosDbContext> factory, AgencyDirectory agencies, StandardLibrary standards, CaseReference reference, CaseVault vault, PaperArchive archive, TimeProvider time)
{
    public const int PageSize = 25;
    private const int MostShown = 100;

    public static bool MayRead(Actor actor) => Policies.Admits(Policies.CaseRetention, actor);

    /// <summary>Closed cases that may be over their term, those closed first come first. A locked case of others is not there: its team unlocks it first.</summary>
    public async Task<RetentionPart<RetentionRow>> DueAsync(int page, Actor viewer, CancellationToken cancellationToken = default)
    {
        if (!MayRead(viewer))
        {
            return new RetentionPart<RetentionRow>([], 0);
        }

        var agency = await agencies.GetAsync(cancellationToken);
        var today = agency.DateOf(time.GetUtcNow().UtcDateTime);
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        var before = reference.Schedule.ToDictionary(i => i.Standard, i => agency.Calendar.MidnightAfter(RetentionRules.ClosedBefore(i, today).AddDays(-1)));
        var closed = from c in CaseQueries.Visible(db, viewer)
                     join w in db.WorkItems.AsNoTracking() on c.Id equals w.Id
                     where w.ClosedAt != null && c.WrappedKey != null
                     select new { c.Id, c.WrappedKey, w.Number, w.StandardCode, w.StandardVersionId, ClosedAt = w.ClosedAt!.Value };
        var codes = before.Keys.ToList();
        var latest = before.Values.DefaultIfEmpty(DateTime.MinValue).Max();
        var due = closed.Where(c => codes.Contains(c.StandardCode) && c.ClosedAt < latest);
        var rows = await due.OrderBy(c => c.ClosedAt).ThenBy(c => c.Id).Skip((page - 1) * PageSize).Take(PageSize).ToListAsync(cancellationToken);
        var ids = rows.ConvertAll(r => r.Id);
        var terms = await RetentionTerms.OfAsync(db, vault, rows.ConvertAll(r => new ClosedCase(r.Id, r.WrappedKey, agency.DateOf(r.ClosedAt), reference.Retention(r.StandardCode)!)), cancellationToken);
        var held = (await db.CaseHolds.AsNoTracking().Where(h => ids.Contains(h.CaseId) && h.LiftedAt == null).ToListAsync(cancellationToken)).Where(h => h.Holds(today)).Select(h => h.CaseId).ToHashSet();
        var proposed = (await db.CaseDestructions.AsNoTracking().Where(d => ids.Contains(d.CaseId) && d.State == DestructionState.Waiting).Select(d => d.CaseId).ToListAsync(cancellationToken)).ToHashSet();
        var list = new List<RetentionRow>(rows.Count);
        foreach (var row in rows)
        {
            var facts = new RetentionFacts(true, false, terms[row.Id], held.Contains(row.Id), proposed.Contains(row.Id));
            list.Add(new RetentionRow(
                row.Id,
                row.Number,
                (await standards.GetAsync(row.StandardVersionId, cancellationToken)).Standard.ShortTitle,
                agency.DateOf(row.ClosedAt),
                reference.Retention(row.StandardCode)!,
                terms[row.Id],
                RetentionRules.WhyNot(facts, today)));
        }

        return new RetentionPart<RetentionRow>(list, await due.CountAsync(cancellationToken));
    }

    /// <summary>Proposals that wait for the second person, the oldest first.</summary>
    public async Task<IReadOnlyList<DestructionProposal>> ProposalsAsync(Actor viewer, CancellationToken cancellationToken = default)
    {
        if (!MayRead(viewer))
        {
            return [];
        }

        var agency = await agencies.GetAsync(cancellationToken);
        var today = agency.DateOf(time.GetUtcNow().UtcDateTime);
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        var rows = await (from d in db.CaseDestructions.AsNoTracking()
                          join c in CaseQueries.Visible(db, viewer) on d.CaseId equals c.Id
                          join w in db.WorkItems.AsNoTracking() on c.Id equals w.Id
                          where d.State == DestructionState.Waiting
                          orderby d.Id
                          select new
                          {
                              Destruction = d,
                              w.Number,
                              w.ClosedAt,
                              Blocks = db.CaseBlocks.Count(b => b.CaseId == c.Id),
                              Files = db.CaseAttachments.Count(a => a.CaseId == c.Id) + db.Attachments.Count(a => a.OwnerId == c.Id),
                              Holds = db.CaseHolds.Where(h => h.CaseId == c.Id && h.LiftedAt == null).ToList(),
                          }).Take(MostShown).ToListAsync(cancellationToken);
        return
        [
            .. rows.Select(r => new DestructionProposal(
                r.Destruction.Id,
                r.Number,
                $"{r.Destruction.ItemTitle} ({r.Destruction.ItemCode})",
                agency.DateOf(r.ClosedAt ?? r.Destruction.ProposedAt),
                r.Destruction.KeptUntil,
                r.Destruction.ApprovalLetter,
                $"{r.Destruction.ProposedByText}, {IndonesianDates.ShortWithTime(r.Destruction.ProposedAt, agency.Zone)}",
                r.Blocks,
                r.Files,
                r.Holds.Exists(h => h.Holds(today)),
                RetentionAccess.MayDecide(viewer, r.Destruction.ProposedById))),
        ];
    }

    /// <summary>How many proposals wait for this person, for the menu.</summary>
    public async Task<int> WaitingAsync(Actor viewer, CancellationToken cancellationToken = default)
    {
        if (!RetentionAccess.MayDecide(viewer))
        {
            return 0;
        }

        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        var own = viewer.UserId;
        return await CaseQueries.Visible(db, viewer).CountAsync(c => db.CaseDestructions.Any(d => d.CaseId == c.Id && d.State == DestructionState.Waiting && d.ProposedById != own), cancellationToken);
    }

    /// <summary>Holds, those that hold first, then the newest.</summary>
    public async Task<IReadOnlyList<HoldRow>> HoldsAsync(Actor viewer, CancellationToken cancellationToken = default)
    {
        if (!MayRead(viewer))
        {
            return [];
        }

        var agency = await agencies.GetAsync(cancellationToken);
        var today = agency.DateOf(time.GetUtcNow().UtcDateTime);
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        var rows = await (from h in db.CaseHolds.AsNoTracking()
                          join c in CaseQueries.Visible(db, viewer) on h.CaseId equals c.Id
                          join w in db.WorkItems.AsNoTracking() on c.Id equals w.Id
                          orderby h.LiftedAt != null, h.Id descending
                          select new { Hold = h, w.Number }).Take(MostShown).ToListAsync(cancellationToken);
        return
        [
            .. rows.Select(r => new HoldRow(
                r.Hold.Id,
                r.Number,
                reference.Name(CaseReference.HoldReasons, r.Hold.Reason),
                r.Hold.Until,
                $"{r.Hold.PlacedByText}, {IndonesianDates.ShortWithTime(r.Hold.PlacedAt, agency.Zone)}",
                r.Hold.LiftedAt is { } at
                    ? $"Dilepas {r.Hold.LiftedByText} {IndonesianDates.ShortWithTime(at, agency.Zone)}: {reference.Name(CaseReference.LiftReasons, r.Hold.LiftReason!).ToLowerInvariant()}"
                    : r.Hold.Holds(today) ? null : "Berakhir menurut tanggalnya",
                r.Hold.Holds(today))),
        ];
    }

    /// <summary>The destruction register, the newest first.</summary>
    public async Task<RetentionPart<DestructionRow>> RegisterAsync(int page, Actor viewer, CancellationToken cancellationToken = default) =>
        await RegisterAsync((page - 1) * PageSize, PageSize, viewer, cancellationToken);

    internal async Task<RetentionPart<DestructionRow>> RegisterAsync(int skip, int take, Actor viewer, CancellationToken cancellationToken)
    {
        if (!MayRead(viewer))
        {
            return new RetentionPart<DestructionRow>([], 0);
        }

        var agency = await agencies.GetAsync(cancellationToken);
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        var done = from d in db.CaseDestructions.AsNoTracking()
                   join c in CaseQueries.Visible(db, viewer) on d.CaseId equals c.Id
                   join w in db.WorkItems.AsNoTracking() on c.Id equals w.Id
                   where d.State == DestructionState.Done
                   select new { Destruction = d, w.Number };
        var rows = await done.OrderByDescending(d => d.Destruction.Year).ThenByDescending(d => d.Destruction.Sequence).Skip(skip).Take(take).ToListAsync(cancellationToken);
        return new RetentionPart<DestructionRow>(
            [
                .. rows.Select(r => new DestructionRow(
                    r.Destruction.Id,
                    r.Destruction.Number!,
                    agency.DateOf(r.Destruction.DecidedAt!.Value),
                    r.Number,
                    $"{r.Destruction.ItemTitle} ({r.Destruction.ItemCode})",
                    r.Destruction.KeptUntil,
                    r.Destruction.ApprovalLetter,
                    r.Destruction.ProposedByText,
                    r.Destruction.DecidedByText!,
                    r.Destruction.ErasedBlocks,
                    r.Destruction.ErasedFiles,
                    r.Destruction.ErasedTexts,
                    r.Destruction.FinishedAt is not null)),
            ],
            await done.CountAsync(cancellationToken));
    }

    /// <summary>The berita acara as it was issued; null where there is none for this viewer. Handing it out is in the trail.</summary>
    public async Task<CasePaper?> ReportAsync(Guid destructionId, ActionContext act, CancellationToken cancellationToken = default)
    {
        if (!MayRead(act.Actor))
        {
            return null;
        }

        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        var found = await (from d in db.CaseDestructions.AsNoTracking()
                           join c in CaseQueries.Visible(db, act.Actor) on d.CaseId equals c.Id
                           where d.Id == destructionId && d.ReportFileId != null
                           select new { d.ReportFileId, d.Number }).FirstOrDefaultAsync(cancellationToken);
        if (found is null || !(await archive.RecordPrintAsync(destructionId, RetentionService.Register, PrintWay.Printed, act, cancellationToken)).IsOk)
        {
            return null;
        }

        return new CasePaper(await archive.ReadAsync(found.ReportFileId!.Value, cancellationToken), $"berita-acara-{LetterPapers.FileName(found.Number!)}.pdf");
    }
}
