using DinsosIntranet.Features.Agency;
using DinsosIntranet.Features.Desks.Domain;
using DinsosIntranet.Features.Intake.Domain;
using DinsosIntranet.Features.Letters;
using DinsosIntranet.Features.Letters.Domain;
using DinsosIntranet.Shared.Data;
using DinsosIntranet.Shared.Text;
using Microsoft.EntityFrameworkCore;

namespace DinsosIntranet.Features.Desks;

/// <summary>The papers of one request as its page lists them.</summary>
internal static class RequestPapers
{
    public static async Task<IReadOnlyList<PaperLine>> ReadAsync(DinsosDbContext db, WorkItem item, string? agenda, AgencySnapshot agency, CancellationToken cancellationToken)
    {
        var requestId = item.Id;
        var letters = await db.Letters.AsNoTracking()
            .Where(l => l.RequestId == requestId)
            .OrderBy(l => l.CreatedAt).ThenBy(l => l.Id)
            .Select(l => new { l.Id, l.Kind, l.Title, l.Number, l.Status, l.SigningMode, l.IssuedAt, l.ApprovedAt, Copies = db.PrintRecords.Count(p => p.RecordId == l.Id && p.Copy != null) })
            .ToListAsync(cancellationToken);
        var papers = letters.ConvertAll(l => new PaperLine(
            l.Number is null ? l.Title : $"{l.Title} {l.Number}",
            Detail(l.Status, l.SigningMode, l.IssuedAt ?? l.ApprovedAt, l.Copies, agency)
                + (item.Status == WorkStatus.Withdrawn && l.Kind == LetterKinds.RequestReceipt ? $", permohonan {WorkWords.Status(item.Status).ToLowerInvariant()}" : ""),
            $"/cetak/surat/{l.Id}",
            $"/surat/{l.Id}"));
        if (agenda is not null)
        {
            papers.Add(new PaperLine($"{LetterKinds.Name(LetterKinds.DispositionSheet)} {agenda}", "nomor agenda sekretariat", $"/cetak/disposisi/{requestId}"));
        }

        return papers;
    }

    /// <summary>
    /// Of the receipts only the newest counts: a newer one says what is right. Letters count while they hold, and no longer
    /// once the request for the one that takes their place is open.
    /// </summary>
    public static async Task<IReadOnlyList<OutdatedPaper>> OutdatedAsync(DinsosDbContext db, ServiceRequest request, CancellationToken cancellationToken)
    {
        if (request is { ReceiptDataChangedAt: null, LetterDataChangedAt: null })
        {
            return [];
        }

        var papers = await db.Letters.AsNoTracking()
            .Where(l => l.RequestId == request.Id && (l.Status == LetterStatus.AwaitingSignature || l.Status == LetterStatus.Issued))
            .Where(l => l.Kind == LetterKinds.RequestReceipt || !ApplicantPapers.OtherKinds.Contains(l.Kind))
            .OrderByDescending(l => l.Id)
            .Select(l => new { l.Id, l.Kind, l.Title, l.Number, l.SigningMode, At = l.ApprovedAt ?? l.CreatedAt, l.ReplacementRequestId })
            .ToListAsync(cancellationToken);
        return
        [
            .. papers.Where(l => l.Kind == LetterKinds.RequestReceipt).Take(1).Where(l => l.At < request.ReceiptDataChangedAt)
                .Concat(papers.Where(l => l.Kind != LetterKinds.RequestReceipt && l.ReplacementRequestId is null && l.At < request.LetterDataChangedAt))
                .Select(l => new OutdatedPaper(l.Id, $"{l.Title} {l.Number}".TrimEnd(), l.Kind == LetterKinds.RequestReceipt, l.SigningMode is not null)),
        ];
    }

    private static string Detail(LetterStatus status, SigningMode? mode, DateTime? at, int copies, AgencySnapshot agency)
    {
        var state = status switch
        {
            LetterStatus.Draft => "konsep",
            LetterStatus.AwaitingSignature => mode == SigningMode.External ? "menunggu TTE luar" : "menunggu tanda tangan basah",
            LetterStatus.Voided => "nomor dibatalkan",
            LetterStatus.Revoked => "dicabut",
            _ => "terbit",
        };
        var when = at is { } utc ? " " + IndonesianDates.ShortWithTime(utc, agency.Zone) : "";
        return copies == 0 ? state + when : $"{state}{when} · dicetak {copies} kali";
    }
}
