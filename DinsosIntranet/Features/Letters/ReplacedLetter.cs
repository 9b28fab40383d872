using DinsosIntranet.Features.Letters.Domain;
using DinsosIntranet.Shared.Data;
using DinsosIntranet.Shared.Text;
using Microsoft.EntityFrameworkCore;

namespace DinsosIntranet.Features.Letters;

/// <summary>The letter a request is to replace, and why.</summary>
public sealed record ReplacedLetter(Guid Id, string Number, DateOnly DatedOn, LetterStatus Status, Guid? SignerUserId, string? SignerText, ReplacementKind Kind, string Reason)
{
    /// <summary>"400.9.14.1/012/Dinsos/XI/2026 tanggal 20 November 2026".</summary>
    public string Reference => $"{Number} tanggal {IndonesianDates.Letter(DatedOn)}";

    /// <summary>Null for a request of its own.</summary>
    public static Task<ReplacedLetter?> OfAsync(DinsosDbContext db, Guid requestId, CancellationToken cancellationToken) =>
        (from r in db.ServiceRequests.AsNoTracking()
         join l in db.Letters.AsNoTracking() on r.ReplacesLetterId equals l.Id
         where r.Id == requestId
         select new ReplacedLetter(l.Id, l.Number!, l.DatedOn!.Value, l.Status, l.SignerUserId, l.SignerText, r.Replacement!.Value, r.ReplacementReason!)).FirstOrDefaultAsync(cancellationToken);
}
