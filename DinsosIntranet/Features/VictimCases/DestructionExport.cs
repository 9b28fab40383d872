using DinsosIntranet.Features.Audit.Domain;
using DinsosIntranet.Features.VictimCases.Domain;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Data;
using DinsosIntranet.Shared.Text;

namespace DinsosIntranet.Features.VictimCases;

/// <summary>The destruction register as an Excel file: codes, days and staff. Taking it out is in the trail.</summary>
public sealed class DestructionExport(RetentionQueries queries, WriteRunner writes)
{
    private const int Batch = 500;

    private static readonly SheetColumn[] Columns =
    [
        new("No.", 6), new("Nomor berita acara", 20), new("Tanggal", 14, SheetFormat.Date), new("Kode kasus", 18), new("Jenis arsip", 54), new("Disimpan sampai", 16, SheetFormat.Date),
        new("Surat persetujuan", 34), new("Diusulkan oleh", 40), new("Disetujui oleh", 40), new("Cara", 60), new("Blok", 8), new("Berkas", 8), new("Catatan", 9),
    ];

    /// <summary>Says in the trail that the register is taken out; before the first row leaves.</summary>
    public Task<Outcome> RecordAsync(ActionContext act, CancellationToken cancellationToken = default) =>
        writes.RunAsync(
            act,
            scope =>
            {
                scope.Audit("kasus.musnah-ekspor", CaseService.RecordKind, Guid.Empty, new AuditText());
                return Task.FromResult(RetentionAccess.MayExport(scope.Actor) ? Outcome.Ok() : Outcome.Forbidden());
            },
            cancellationToken);

    public async Task WriteAsync(Stream target, Actor actor, CancellationToken cancellationToken = default)
    {
        await using var sheet = await SheetWriter.BeginAsync(target, "Register pemusnahan", Columns, cancellationToken);
        var line = 0;
        IReadOnlyList<DestructionRow> rows;
        do
        {
            rows = (await queries.RegisterAsync(line, Batch, actor, cancellationToken)).Rows;
            foreach (var row in rows)
            {
                await sheet.RowAsync(
                [
                    SheetCell.Number(++line), row.RegisterNumber, row.Day, row.Number, row.Item, row.KeptUntil, row.ApprovalLetter, row.ProposedBy, row.ApprovedBy, CaseDestruction.Method,
                    SheetCell.Number(row.Blocks), SheetCell.Number(row.Files), SheetCell.Number(row.Texts),
                ]);
            }
        }
        while (rows.Count == Batch);
    }
}
