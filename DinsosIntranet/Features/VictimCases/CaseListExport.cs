using DinsosIntranet.Features.Accounts;
using DinsosIntranet.Features.Agency;
using DinsosIntranet.Features.Audit.Domain;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Data;
using DinsosIntranet.Shared.Text;

namespace DinsosIntranet.Features.VictimCases;

/// <summary>
/// The list of cases as an Excel file without a name of anybody: code, step, state and clocks, of what the reader sees in the
/// list. Taking it out needs a reason, is in the trail, and the file says whose it is.
/// </summary>
public sealed class CaseListExport(CaseQueries cases, CaseReference reference, AgencyDirectory agencies, WriteRunner writes)
{
    public const string RecordKind = "daftar-kasus";

    private static readonly SheetColumn[] Columns =
    [
        new("No.", 6), new("Kode", 18), new("Layanan", 36), new("Langkah", 36), new("Meja", 28), new("Keadaan", 16), new("Tingkat risiko", 14),
        new("Harus ditangani", 22), new("Batas ditangani", 34), new("Janji layanan", 22), new("Batas janji", 34),
    ];

    /// <summary>Says in the trail that the list is taken out, which and why; before the first row leaves.</summary>
    public Task<Outcome> RecordAsync(CaseFilter filter, string reason, ActionContext act, CancellationToken cancellationToken = default) =>
        writes.RunAsync(
            act,
            scope =>
            {
                var isListed = reference.Knows(CaseReference.ExportReasons, reason);
                scope.Audit("kasus.ekspor", RecordKind, Guid.Empty, new AuditText().Fact("daftar", Name(filter)).Fact("alasan", isListed ? reason : "-"));
                return Task.FromResult<Outcome>(
                    !Policies.Admits(Policies.Cases, scope.Actor) ? Outcome.Forbidden()
                    : isListed ? Outcome.Ok()
                    : Outcome.Refused("Pilih alasan mengunduh.", nameof(reason)));
            },
            cancellationToken);

    public async Task WriteAsync(Stream target, CaseFilter filter, string reason, ActionContext act, CancellationToken cancellationToken = default)
    {
        var agency = await agencies.GetAsync(cancellationToken);
        await using var sheet = await SheetWriter.BeginAsync(target, "Daftar kasus", Columns, cancellationToken);
        var line = 0;
        await foreach (var row in cases.AllAsync(act.Actor, filter, cancellationToken))
        {
            await sheet.RowAsync(
            [
                SheetCell.Number(++line), row.Number, row.Service, row.Step, row.IsOpen ? row.DeskName : "", row.State, row.Risk?.Name ?? "Belum diskrining",
                row.Attend?.Text, row.Attend?.Title, row.Promise.Text, row.Promise.Title,
            ]);
        }

        foreach (var note in new[]
        {
            $"Rahasia. Kasus {Name(filter)}, tanpa nama dan tanpa kasus terkunci. Alasan: {reference.Name(CaseReference.ExportReasons, reason).ToLowerInvariant()}.",
            $"Diunduh {act.Actor.Name}, {IndonesianDates.ShortWithTime(act.Now, agency.Zone)} {IndonesianDates.ZoneName(agency.Zone)}",
        })
        {
            await sheet.RowAsync(["", note, "", "", "", "", "", "", "", "", ""]);
        }
    }

    private static string Name(CaseFilter filter) => filter switch
    {
        CaseFilter.Mine => "tim sendiri",
        CaseFilter.Closed => "selesai",
        CaseFilter.Running => "berjalan",
        _ => throw new ArgumentOutOfRangeException(nameof(filter)),
    };
}
