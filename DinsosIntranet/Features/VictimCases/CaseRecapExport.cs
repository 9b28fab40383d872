using DinsosIntranet.Features.Agency;
using DinsosIntranet.Features.Audit.Domain;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Data;
using DinsosIntranet.Shared.Text;

namespace DinsosIntranet.Features.VictimCases;

/// <summary>The recap as an Excel file, with what the page says and no more. Taking it out is in the trail.</summary>
public sealed class CaseRecapExport(CaseRecap recap, AgencyDirectory agencies, WriteRunner writes)
{
    public const string RecordKind = "rekap-kasus";

    /// <summary>In place of a figure that is not said.</summary>
    public const string Covered = "*";

    /// <summary>What the page and the file say of it.</summary>
    public const string Explanation =
        "* ditutup: di bawah 5, atau dapat dipakai menghitung angka di bawah 5. Yang dihitung: laporan yang korbannya setuju datanya dipakai tanpa nama; kasus terkunci tidak dihitung.";

    private static readonly SheetColumn[] Columns =
        [new("Tabel", 34), new("Yang dihitung", 14), new("Kode", 20), new("Golongan", 38), new("Bulan ini", 12), new("Tahun berjalan", 16), new("Tahun berjalan sampai", 24)];

    /// <summary>Says in the trail that the recap of this month is taken out; before the first row leaves.</summary>
    public Task<Outcome> RecordAsync(DateOnly? month, ActionContext act, CancellationToken cancellationToken = default) =>
        writes.RunAsync(
            act,
            async scope =>
            {
                scope.Audit("kasus.rekap-unduh", RecordKind, Guid.Empty, new AuditText().Fact("bulan", month is { } day ? Name(day) : "terakhir"));
                return await recap.MayReadAsync(scope.Actor, cancellationToken) ? Outcome.Ok() : Outcome.Forbidden();
            },
            cancellationToken);

    public async Task WriteAsync(Stream target, RecapView view, ActionContext act, CancellationToken cancellationToken = default)
    {
        var agency = await agencies.GetAsync(cancellationToken);
        await using var sheet = await SheetWriter.BeginAsync(target, $"Rekap {Name(view.Month)}", Columns, cancellationToken);
        await LineAsync("Jumlah", "korban", "", "Semua korban", view.Victims);
        await LineAsync("Jumlah", "kasus", "", "Semua kasus", view.Cases);
        foreach (var table in view.Tables)
        {
            foreach (var row in table.Rows)
            {
                await LineAsync(table.Title, table.Unit.Word(), row.Code, row.Name, row.Cell);
            }
        }

        await NoteAsync($"Rekap {Name(view.Month)} menurut bulan pelaporan. {Explanation}");
        await NoteAsync($"Diunduh {act.Actor.Name}, {IndonesianDates.ShortWithTime(act.Now, agency.Zone)} {IndonesianDates.ZoneName(agency.Zone)}");

        async Task LineAsync(string table, string unit, string code, string name, RecapCell cell) =>
            await sheet.RowAsync([table, unit, code, name, Figure(cell.Month), Figure(cell.UpTo), cell.UpToMonth is { } month ? IndonesianDates.MonthName(month) : ""]);

        async Task NoteAsync(string text) => await sheet.RowAsync([text, "", "", "", "", "", ""]);
    }

    /// <summary>"Oktober 2026".</summary>
    public static string Name(DateOnly month) => $"{IndonesianDates.MonthName(month.Month)} {month.Year}";

    private static SheetCell Figure(int? count) => count is { } said ? SheetCell.Number(said) : Covered;
}
