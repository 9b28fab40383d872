using DinsosIntranet.Features.Agency;
using DinsosIntranet.Features.VictimCases.Domain;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Data;
using Microsoft.EntityFrameworkCore;

namespace DinsosIntranet.Features.VictimCases;

/// <summary>
/// The recap of victims and cases by month, in the codes of SIMFONI-PPA. Counted are the cases reported in a month that has
/// ended, with consent to it. Everybody who may read it reads the same figures: a case that is locked, or from which somebody is
/// excluded, counts for nobody while that lasts, because the difference of two people's figures would tell it.
/// </summary>
public sealed class CaseRecap(IDbContextFactory<DinsosDbContext> factory, AgencyDirectory agencies, CaseReference reference, FigureVault figures, TimeProvider time)
{
    private static readonly CodeName Unknown = new(CodedCase.Unknown, "Tidak diketahui");

    /// <summary>The heads who answer for victims, the head and the secretary of the agency, supervisors. The figures name nobody.</summary>
    public async ValueTask<bool> MayReadAsync(Actor actor, CancellationToken cancellationToken = default) =>
        CaseAccess.MayReadRecap(actor, CaseFinding.IsOverSocialWorkers(actor, await agencies.GetAsync(cancellationToken)));

    /// <summary>
    /// Of this month; of the last that has ended where none is named or it has not ended yet. Null for whoever may not read it.
    /// </summary>
    public async Task<RecapView?> OfAsync(DateOnly? asked, Actor actor, CancellationToken cancellationToken = default)
    {
        if (!await MayReadAsync(actor, cancellationToken))
        {
            return null;
        }

        var today = (await agencies.GetAsync(cancellationToken)).DateOf(time.GetUtcNow().UtcDateTime);
        var last = new DateOnly(today.Year, today.Month, 1).AddMonths(-1);
        var month = asked is { } named && named <= last ? new DateOnly(named.Year, named.Month, 1) : last;
        var january = new DateOnly(month.Year, 1, 1);
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        var rows = await (from f in db.CaseFigures.AsNoTracking()
                          join c in db.VictimCases.AsNoTracking() on f.Id equals c.Id
                          where f.Payload != null && f.Month >= january && f.Month <= month && !c.IsLocked
                              && !db.RequestExclusions.Any(e => e.RequestId == c.Id && e.LiftedAt == null)
                          select new { f.Id, f.Month, f.Payload }).ToListAsync(cancellationToken);
        return View(rows.ConvertAll(r => (r.Month.Month, figures.Read(r.Id, r.Payload)!)), month, last);
    }

    private RecapView View(List<(int Month, CodedCase Case)> cases, DateOnly month, DateOnly last)
    {
        List<(int Month, CodedVictim Victim)> victims = [.. cases.SelectMany(c => c.Case.Victims.Select(v => (c.Month, v)))];
        var months = month.Month;
        var totals = new Dictionary<RecapUnit, ReleasedRow>
        {
            [RecapUnit.Victims] = CellSuppression.Total(PerMonth(victims, months, _ => true)),
            [RecapUnit.Cases] = CellSuppression.Total(PerMonth(cases, months, _ => true)),
        };

        RecapTable OfVictims(string code, string title, IReadOnlyList<CodeName> names, Func<CodedVictim, IReadOnlyList<string>> codes, bool hasSeveral = false) =>
            Table(new RecapTable(code, title, RecapUnit.Victims, hasSeveral, []), totals, names, victims, codes, months);

        RecapTable OfCases(string code, string title, IReadOnlyList<CodeName> names, Func<CodedCase, IReadOnlyList<string>> codes, bool hasSeveral = false) =>
            Table(new RecapTable(code, title, RecapUnit.Cases, hasSeveral, []), totals, names, cases, codes, months);

        return new RecapView
        {
            Month = month,
            Last = last,
            Victims = Cell(totals[RecapUnit.Victims], months),
            Cases = Cell(totals[RecapUnit.Cases], months),
            Months = [.. Enumerable.Range(1, months).Select(m => new RecapMonth(m, totals[RecapUnit.Victims].Month(m), totals[RecapUnit.Cases].Month(m)))],
            Tables =
            [
                OfVictims("kelamin", "Jenis kelamin", [.. reference.List(CaseBlocks.Sex), Unknown], v => [v.Sex]),
                OfVictims("usia", "Kelompok usia saat kejadian", [.. reference.List(CaseBlocks.AgeBand), Unknown], v => [v.AgeBand]),
                OfVictims("kekerasan", "Bentuk kekerasan", [.. reference.List("bentuk-kekerasan"), Unknown], v => v.Violence, hasSeveral: true),
                OfVictims("layanan", "Layanan yang sudah diterima", [.. reference.List("layanan"), new CodeName(CodedCase.NoService, "Belum ada layanan tercatat")], v => v.Services, hasSeveral: true),
                OfCases("tempat", "Tempat kejadian", [.. reference.List(CaseBlocks.Place), Unknown], c => [c.Place]),
                OfCases("hubungan", "Hubungan terlapor dengan korban", reference.List(CaseBlocks.Relation), c => c.Relations, hasSeveral: true),
                OfCases("kecamatan", "Kecamatan kejadian", reference.List(CaseBlocks.District), c => [c.District]),
            ],
        };
    }

    /// <summary>A code no list has any more counts as unknown, so that the rows still add up.</summary>
    private static RecapTable Table<T>(
        RecapTable table, Dictionary<RecapUnit, ReleasedRow> totals, IReadOnlyList<CodeName> names, List<(int Month, T Item)> items, Func<T, IReadOnlyList<string>> codes, int months)
    {
        var known = names.Select(n => n.Code).ToHashSet();
        List<(int Month, List<string> Codes)> coded = [.. items.Select(i => (i.Month, codes(i.Item).Select(c => known.Contains(c) ? c : CodedCase.Unknown).Distinct().ToList()))];
        var rows = CellSuppression.Rows(totals[table.Unit], [.. names.Select(n => PerMonth(coded, months, c => c.Contains(n.Code)))]);
        return table with { Rows = [.. names.Zip(rows, (n, r) => new RecapRow(n.Code, n.Name, Cell(r, months)))] };
    }

    private static int[] PerMonth<T>(IEnumerable<(int Month, T Item)> items, int months, Func<T, bool> counts)
    {
        var perMonth = new int[months];
        foreach (var (month, _) in items.Where(i => counts(i.Item)))
        {
            perMonth[month - 1]++;
        }

        return perMonth;
    }

    private static RecapCell Cell(ReleasedRow row, int month) => new(row.Month(month), row.UpTo(month)?.Count, row.UpTo(month)?.Month);
}
