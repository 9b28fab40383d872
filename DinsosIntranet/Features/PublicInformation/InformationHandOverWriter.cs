using DinsosIntranet.Features.Desks;
using DinsosIntranet.Features.Letters;
using DinsosIntranet.Features.Letters.Domain;
using DinsosIntranet.Features.PublicInformation.Documents;
using DinsosIntranet.Features.PublicInformation.Domain;
using DinsosIntranet.Features.Standards;
using DinsosIntranet.Shared.Data;
using DinsosIntranet.Shared.Regions;
using DinsosIntranet.Shared.Text;
using Microsoft.EntityFrameworkCore;

namespace DinsosIntranet.Features.PublicInformation;

/// <summary>Writes the evidence both sides sign when information is given, numbered and stored as it was printed.</summary>
public sealed class InformationHandOverWriter(NumberService numbers, PaperArchive archive, StandardLibrary standards, RegionCatalog regions)
{
    private const string NumberPrefix = "TBI";

    /// <summary>What the evidence rests on where the notice was issued.</summary>
    public static string BasisOf(Letter notice) => $"Pemberitahuan tertulis nomor {notice.Number} tanggal {IndonesianDates.Letter(notice.DatedOn!.Value)}";

    /// <summary>What it rests on where the public list answered; null for a request that was decided.</summary>
    public static string? BasisOf(InformationRequest information) =>
        information.PublicEntryCode is null ? null : $"Daftar informasi publik. Tersedia juga di: {information.PublicEntryWhere}";

    public async Task<Letter> WriteAsync(WriteScope scope, WorkInHand work, InformationHandOver handOver, string basis, CancellationToken cancellationToken)
    {
        var agency = work.Agency;
        var facts = await InformationFacts.ReadAsync(scope.Db, standards, handOver.RequestId, cancellationToken);
        var number = await numbers.NextSlipAsync(scope, LetterKinds.InformationHandOver, NumberPrefix, agency.DateOf(scope.Now).Year, cancellationToken);
        var paper = new InformationHandOverPaper
        {
            Number = number.Text,
            RegistrationNumber = facts.Request.Number,
            HandedOverAt = IndonesianDates.LongWithTime(scope.Now, agency.Zone),
            ApplicantName = facts.Applicant.Name,
            ApplicantNik = facts.Applicant.Nik is null ? null : Masking.Nik(facts.Applicant.Nik),
            Address = facts.Address(regions),
            Proxy = facts.Proxy,
            ReceiverName = handOver.ReceiverName,
            ReceiverIdentity = handOver.ReceiverIdentity,
            Way = handOver.Note is null ? handOver.Way.Name() : $"{handOver.Way.Name()}, {handOver.Note}",
            Fee = facts.Standard.Fee,
            Basis = basis,
            Given = await GivenAsync(scope.Db, handOver.RequestId, cancellationToken),
            Officer = await Letterheads.OfficerAsync(scope.Db, agency.Profile, scope.Actor, scope.Actor.Position, cancellationToken),
            QrText = facts.Request.Number,
            FooterLines = ["Dibuat rangkap dua: untuk penerima dan arsip dinas."],
            CreatedUtc = scope.Now,
        };
        return await archive.IssueAsync(scope, new Slip(handOver.RequestId, LetterKinds.InformationHandOver, agency.DateOf(scope.Now), number) { LetterId = handOver.LetterId }, InformationHandOverDocument.Render(paper, Letterheads.Of(agency.Profile)), cancellationToken);
    }

    private static async Task<IReadOnlyList<GivenInformation>> GivenAsync(DinsosDbContext db, Guid requestId, CancellationToken cancellationToken)
    {
        var items = await db.InformationItems.AsNoTracking().Where(i => i.RequestId == requestId).OrderBy(i => i.Id).ToListAsync(cancellationToken);
        var files = await (from a in db.Attachments.AsNoTracking()
                           join f in db.StoredFiles.AsNoTracking() on a.FileId equals f.Id
                           where a.OwnerId == requestId && a.RemovedAt == null
                           select new { a.Purpose, f.Sha256 }).ToListAsync(cancellationToken);
        return
        [
            .. items.Select(i => new GivenInformation(
                i.Title, i.Form.Name(), InformationWords.Quantity(i.Form, i.Quantity), i.Redaction, files.Find(f => f.Purpose == i.FilePurpose)?.Sha256)),
        ];
    }
}
