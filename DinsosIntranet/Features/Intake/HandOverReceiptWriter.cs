using System.Globalization;
using DinsosIntranet.Features.Desks;
using DinsosIntranet.Features.Intake.Documents;
using DinsosIntranet.Features.Intake.Domain;
using DinsosIntranet.Features.Letters;
using DinsosIntranet.Features.Letters.Domain;
using DinsosIntranet.Shared.Data;
using DinsosIntranet.Shared.Text;

namespace DinsosIntranet.Features.Intake;

/// <summary>Writes the slip both sides sign when a letter changes hands, numbered and stored as it was printed.</summary>
public sealed class HandOverReceiptWriter(NumberService numbers, PaperArchive archive)
{
    private const string NumberPrefix = "TTP";

    public async Task<Letter> WriteAsync(WriteScope scope, WorkInHand work, HandOver handOver, Person applicant, Letter? letter, CancellationToken cancellationToken)
    {
        var agency = work.Agency;
        var year = agency.DateOf(scope.Now).Year;
        var sequence = await numbers.NextAsync(scope, LetterKinds.HandOverReceipt, year, cancellationToken);
        var number = string.Create(CultureInfo.InvariantCulture, $"{NumberPrefix}/{sequence}/{year}");
        var paper = new HandOverReceiptPaper
        {
            Number = number,
            RequestNumber = work.Item.Number,
            HandedOverAt = IndonesianDates.LongWithTime(scope.Now, agency.Zone),
            ApplicantName = applicant.Name,
            CollectorName = handOver.CollectorName,
            CollectorNik = handOver.IdentityKind == IdentityKind.Ktp ? Masking.Nik(handOver.IdentityNumber) : null,
            ProxyRelation = handOver.ProxyRelation,
            ProxyLetter = handOver.ProxyLetter,
            Documents =
            [
                letter is null
                    ? new HandedDocument(handOver.DocumentTitle!, handOver.DocumentNumber, "Asli", "1 berkas")
                    : new HandedDocument(letter.Title, letter.Number, letter.SigningMode == SigningMode.Wet ? "Asli" : "Cetakan", "1 lembar"),
            ],
            Officer = await Letterheads.OfficerAsync(scope.Db, agency.Profile, scope.Actor, "Petugas Front Office,", cancellationToken),
            QrText = work.Item.Number,
            FooterLines = ["Dibuat rangkap dua: untuk penerima dan arsip loket."],
            CreatedUtc = scope.Now,
        };
        var file = await archive.StoreAsync(scope, HandOverReceiptDocument.Render(paper, Letterheads.Of(agency.Profile)), cancellationToken);
        var receipt = new Letter
        {
            Id = Guid.CreateVersion7(),
            RequestId = handOver.RequestId,
            Kind = LetterKinds.HandOverReceipt,
            Title = LetterKinds.Name(LetterKinds.HandOverReceipt),
            Status = LetterStatus.Issued,
            Book = LetterKinds.HandOverReceipt,
            Year = year,
            Sequence = sequence,
            Number = number,
            DatedOn = agency.DateOf(scope.Now),
            IssuedFileId = file.Id,
            IssuedSha256 = file.Sha256,
            CreatedAt = scope.Now,
            IssuedAt = scope.Now,
            CreatedById = scope.Actor.UserId,
            Version = Guid.CreateVersion7(),
        };
        scope.Db.Letters.Add(receipt);
        return receipt;
    }
}
