using DinsosIntranet.Features.Audit.Domain;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Data;
using DinsosIntranet.Shared.Text;

namespace DinsosIntranet.Features.PublicInformation;

/// <summary>The register as an Excel file, every column the law asks for. It is written while it is read; taking it out is in the trail.</summary>
public sealed class InformationExport(InformationRegister register, WriteRunner writes)
{
    public const string RecordKind = "register-informasi";

    private static readonly SheetColumn[] Columns =
    [
        new("No.", 6), new("Nomor pendaftaran", 20), new("Tanggal", 12, SheetFormat.Date), new("Nama", 28), new("Badan hukum atau kelompok", 28), new("Alamat", 40), new("Nomor kontak", 28),
        new("Pekerjaan", 18), new("Informasi yang diminta", 60), new("Tujuan penggunaan", 40), new("Status informasi", 22), new("Bentuk informasi", 14), new("Jenis permintaan", 16),
        new("Keputusan", 20), new("Alasan penolakan", 40), new("Tanggal pemberitahuan tertulis", 16, SheetFormat.Date), new("Tanggal pemberian informasi", 16, SheetFormat.Date), new("Biaya dan cara pembayaran", 22),
    ];

    /// <summary>Says in the trail that the register is taken out, and which part of it; before the first row leaves.</summary>
    public Task<Outcome> RecordAsync(RegisterFilter filter, ActionContext act, CancellationToken cancellationToken = default) =>
        writes.RunAsync(
            act,
            scope =>
            {
                scope.Audit("informasi.ekspor", RecordKind, Guid.Empty, Narrowed(filter));
                return Task.FromResult(InformationRegister.MayExport(scope.Actor) ? Outcome.Ok() : Outcome.Forbidden());
            },
            cancellationToken);

    public async Task WriteAsync(Stream target, RegisterFilter filter, Actor reader, CancellationToken cancellationToken = default)
    {
        await using var sheet = await SheetWriter.BeginAsync(target, "Register informasi", Columns, cancellationToken);
        var line = 0;
        await foreach (var row in register.AllAsync(filter, reader, cancellationToken))
        {
            await sheet.RowAsync(
            [
                SheetCell.Number(++line), row.Number, row.ReceivedOn, row.ApplicantName, row.Organisation, row.Address, row.Contact, row.Occupation, row.Detail, row.Purpose,
                row.Held, row.Form, row.Kind, row.Decision, row.RefusalGround, row.NoticeOn, row.GivenOn, row.Fee,
            ]);
        }
    }

    /// <summary>What was typed into the search is a person's name or number: the trail says that something was, not what.</summary>
    private static AuditText Narrowed(RegisterFilter filter)
    {
        var text = new AuditText();
        Note("status", filter.Status?.ToString());
        Note("dari", filter.From is { } from ? IndonesianDates.Short(from) : null);
        Note("sampai", filter.Until is { } until ? IndonesianDates.Short(until) : null);
        Note("ditandai", filter.OnlyFlagged ? "ya" : null);
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
