using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;
using DinsosIntranet.Features.Agency;
using DinsosIntranet.Features.Audit.Domain;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Data;
using DinsosIntranet.Shared.Text;

namespace DinsosIntranet.Features.Audit;

/// <summary>
/// The trail as a CSV file, newest first, with the rights of whoever asks. It is written while it is read, some hundred rows
/// at a time. Semicolons and a mark at the beginning, as Indonesian Excel expects them; what would be a formula is escaped.
/// </summary>
public sealed class AuditExport(AuditQueries queries, WriteRunner writes, AgencyDirectory agencies)
{
    /// <summary>What fits into one sheet of Excel beside its head.</summary>
    public const int MostRows = 1_000_000;

    private const int RowsAtOnce = 500;

    private static readonly string[] Heads =
        ["Baris", "Waktu", "Oleh", "Tindakan", "Ditolak", "Jenis catatan", "Catatan", "Perubahan", "Keterangan", "Alasan", "Dari alamat"];

    private static readonly CsvConfiguration Form = new(CultureInfo.InvariantCulture)
    {
        Delimiter = ";",
        NewLine = "\r\n",
        InjectionOptions = InjectionOptions.Escape,
    };

    /// <summary>Says in the trail that it is taken out, and which part of it; before the first row leaves.</summary>
    public Task<Outcome> RecordAsync(AuditFilter filter, ActionContext act, CancellationToken cancellationToken = default) =>
        writes.RunAsync(
            act,
            scope =>
            {
                scope.Audit(AuditActs.Exported, AuditKinds.Trail, Guid.Empty, Narrowed(filter));
                return Task.FromResult(AuditSight.MayRead(scope.Actor) ? Outcome.Ok() : Outcome.Forbidden());
            },
            cancellationToken);

    /// <summary>Writes all matching rows, at most <paramref name="most"/>; a last line says where there are more.</summary>
    public async Task WriteAsync(Stream target, AuditFilter filter, Actor reader, int most = MostRows, CancellationToken cancellationToken = default)
    {
        var zone = (await agencies.GetAsync(cancellationToken)).Zone;
        await using var text = new StreamWriter(target, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), leaveOpen: true);
        await using var csv = new CsvWriter(text, Form, leaveOpen: true);
        await WriteRowAsync(csv, Heads);
        var written = 0;
        long? before = null;
        while (true)
        {
            var page = await queries.PageAsync(filter with { Before = before }, AuditSight.Of(reader), Math.Min(RowsAtOnce, most - written), cancellationToken);
            foreach (var line in page.Lines)
            {
                await WriteRowAsync(csv, Fields(line, zone));
            }

            written += page.Lines.Count;
            if (!page.HasOlder)
            {
                return;
            }

            if (written == most)
            {
                await WriteRowAsync(csv, [$"Hanya {most} baris terbaru. Persempit tanggalnya untuk yang lebih lama."]);
                return;
            }

            before = page.Lines[^1].Sequence;
            await csv.FlushAsync();
        }
    }

    private static AuditText Narrowed(AuditFilter filter)
    {
        var text = new AuditText();
        Note("oleh", filter.ActorId?.ToString());
        Note("tindakan", filter.Act);
        Note("jenis", filter.RecordKind);
        Note("catatan", filter.RecordId);
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

    private static async Task WriteRowAsync(CsvWriter csv, IEnumerable<string?> fields)
    {
        foreach (var field in fields)
        {
            csv.WriteField(field);
        }

        await csv.NextRecordAsync();
    }

    private static IEnumerable<string?> Fields(AuditLine line, TimeZoneInfo zone) =>
    [
        line.Sequence.ToString(CultureInfo.InvariantCulture),
        TimeZoneInfo.ConvertTimeFromUtc(line.AtUtc, zone).ToString("dd'/'MM'/'yyyy HH'.'mm'.'ss", CultureInfo.InvariantCulture),
        line.ActorName,
        AuditActs.Name(line.Act),
        AuditActs.IsRefused(line.Act) ? "ya" : "tidak",
        AuditKinds.Name(line.RecordKind),
        line.RecordLabel,
        Joined(line.Detail?.Changes.Select(c => $"{c.Field}: {c.Before ?? "(kosong)"} menjadi {c.After ?? "(kosong)"}")),
        line.Detail is null ? "tertutup" : line.Detail.Unreadable ?? Joined(line.Detail.Facts.Select(f => $"{f.Name}: {f.Value}")),
        line.Detail?.Reason,
        line.Detail?.Origin,
    ];

    private static string? Joined(IEnumerable<string>? parts) => parts is null ? null : string.Join(", ", parts);
}
