using DinsosIntranet.Features.Agency;
using DinsosIntranet.Features.Audit.Domain;
using DinsosIntranet.Features.Complaints.Domain;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Data;
using DinsosIntranet.Shared.Text;

namespace DinsosIntranet.Features.Complaints;

/// <summary>The complaint book as an Excel file. It is written while it is read; taking it out is in the trail. Secret names are never in it.</summary>
public sealed class ComplaintExport(ComplaintBook book, AgencyDirectory agencies, WriteRunner writes)
{
    public const string RecordKind = "buku-pengaduan";

    private static readonly SheetColumn[] Columns =
    [
        new("No.", 6), new("Nomor pengaduan", 18), new("Tiket LAPOR!", 14), new("Tanggal diterima", 14, SheetFormat.Date), new("Jam", 8), new("Saluran", 24), new("Kerahasiaan", 18), new("Nama pengadu", 26),
        new("NIK", 18), new("Alamat", 36), new("Kontak", 22), new("Layanan", 28), new("Unit", 28), new("Yang diadukan", 34), new("Waktu kejadian", 22), new("Tempat kejadian", 26), new("Uraian", 60),
        new("Kerugian", 30), new("Permintaan", 30), new("Berkas bukti", 12), new("Golongan", 24), new("Batas waktu", 14, SheetFormat.Date), new("Penelaah", 30), new("Disposisi", 26), new("Diteruskan kepada", 34),
        new("Tim", 50), new("Kegiatan tim", 12), new("Hasil pemeriksaan", 20), new("Tanggal disahkan", 14, SheetFormat.Date), new("Disahkan oleh", 30),
        new("Tanggal jawaban", 14, SheetFormat.Date), new("Cara dijawab", 22), new("Dijawab oleh", 30), new("Tanggapan pengadu", 20), new("Keadaan", 34), new("Tanggal ditutup", 14, SheetFormat.Date),
    ];

    /// <summary>Says in the trail that the book is taken out, and which part of it; before the first row leaves.</summary>
    public Task<Outcome> RecordAsync(BookFilter filter, ActionContext act, CancellationToken cancellationToken = default) =>
        writes.RunAsync(
            act,
            scope =>
            {
                scope.Audit("pengaduan.ekspor", RecordKind, Guid.Empty, Narrowed(filter));
                return Task.FromResult(ComplaintAccess.MayExport(scope.Actor) ? Outcome.Ok() : Outcome.Forbidden());
            },
            cancellationToken);

    public async Task WriteAsync(Stream target, BookFilter filter, Actor actor, CancellationToken cancellationToken = default)
    {
        var agency = await agencies.GetAsync(cancellationToken);
        await using var sheet = await SheetWriter.BeginAsync(target, "Buku pengaduan", Columns, cancellationToken);
        var line = 0;
        await foreach (var row in book.AllAsync(filter, actor, cancellationToken))
        {
            await sheet.RowAsync(
            [
                SheetCell.Number(++line), row.Number, row.Ticket, agency.DateOf(row.ReceivedAt), IndonesianDates.Time(row.ReceivedAt, agency.Zone), row.Channel, row.Naming, row.ComplainantName,
                row.Complainant.Nik, row.Complainant.Address, row.Complainant.Contact, row.Service, row.Unit, row.Accused, row.EventWhen, row.EventPlace, row.Description,
                row.Loss, row.Demand, SheetCell.Number(row.Evidence), row.ClassName, row.DueOn, row.Reviewer, row.DisposedTo, row.PassedTo,
                row.Team, SheetCell.Number(row.TeamActs), row.Verdict, row.ApprovedOn, row.ApprovedBy,
                row.AnsweredOn, row.AnswerWay, row.AnsweredBy, row.Reaction, row.Status, row.ClosedOn,
            ]);
        }
    }

    private static AuditText Narrowed(BookFilter filter)
    {
        var text = new AuditText();
        Note("keadaan", filter.Status?.ToString());
        Note("golongan", filter.ClassCode);
        Note("saluran", filter.ChannelCode);
        Note("dari", filter.From is { } from ? IndonesianDates.Short(from) : null);
        Note("sampai", filter.Until is { } until ? IndonesianDates.Short(until) : null);
        return text;

        void Note(string name, string? value)
        {
            if (value is not null)
            {
                text.Fact(name, value);
            }
        }
    }
}
