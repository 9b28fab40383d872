using DinsosIntranet.Features.Accounts;
using DinsosIntranet.Features.Audit.Domain;
using DinsosIntranet.Features.Intake;
using DinsosIntranet.Features.Repatriation.Domain;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Data;
using DinsosIntranet.Shared.Text;
using Microsoft.EntityFrameworkCore;

namespace DinsosIntranet.Features.Repatriation;

/// <summary>The figures of a year, and the same as an Excel file; taking it out is in the trail. Nobody is named in them.</summary>
public sealed class RepatriationFigures(IDbContextFactory<DinsosDbContext> factory, WriteRunner writes, RepatriationVault vault, RepatriationReference reference)
{
    public const string RecordKind = "angka-pemulangan";
    public const int FirstYear = 2020;
    public const int LastYear = 2100;

    private static readonly SheetColumn[] Columns =
    [
        new("Bagian", 16), new("Nama", 34), new("Dicatat di titik debarkasi", 26), new("Tiba di desa/kelurahan", 24), new("Indikator (%)", 14),
    ];

    /// <summary>Counts the journeys that left the point of debarkation in that year, in the month they left.</summary>
    public async Task<ReturnFigures> OfYearAsync(int year, Actor viewer, CancellationToken cancellationToken = default)
    {
        var (first, last) = (new DateOnly(year, 1, 1), new DateOnly(year, 12, 31));
        var people = new List<RecordedReturn>();
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        var files = db.RepatriationFiles.AsNoTracking().VisibleTo(viewer, f => f.Id).Where(f => f.DepartedOn >= first && f.DepartedOn <= last).OrderBy(f => f.Id);
        await foreach (var file in files.AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            people.AddRange(vault.Open(file).Migrants.Where(m => m.WasMet).Select(m => new RecordedReturn(file.DepartedOn!.Value.Month, m[MigrantFields.Country], m[MigrantFields.District], m.HandOver is not null)));
        }

        return ReturnFigures.Of(year, people, IndonesianDates.MonthName, code => reference.Name(MigrantFields.Country, code), reference.District);
    }

    /// <summary>Says in the trail that the figures are taken out, before the first row leaves.</summary>
    public Task<Outcome> RecordAsync(int year, ActionContext act, CancellationToken cancellationToken = default) =>
        writes.RunAsync(
            act,
            scope =>
            {
                scope.Audit("pemulangan.ekspor", RecordKind, Guid.Empty, new AuditText().Fact("tahun", year));
                return Task.FromResult(Policies.Admits(Policies.RepatriationFigures, scope.Actor) ? Outcome.Ok() : Outcome.Forbidden());
            },
            cancellationToken);

    public async Task WriteAsync(Stream target, int year, Actor viewer, CancellationToken cancellationToken = default)
    {
        var figures = await OfYearAsync(year, viewer, cancellationToken);
        await using var sheet = await SheetWriter.BeginAsync(target, $"Pemulangan {year}", Columns, cancellationToken);
        foreach (var (part, rows) in new (string, IReadOnlyList<ReturnFigure>)[] { ("Tahun", [figures.Total]), ("Bulan", figures.Months), ("Negara", figures.Countries), ("Kecamatan", figures.Districts) })
        {
            foreach (var row in rows)
            {
                await sheet.RowAsync([part, row.Name, SheetCell.Number(row.Recorded), SheetCell.Number(row.Home), new SheetCell(null, (double?)row.Indicator)]);
            }
        }
    }
}
