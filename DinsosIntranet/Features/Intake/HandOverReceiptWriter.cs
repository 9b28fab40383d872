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
        var number = await numbers.NextSlipAsync(scope, LetterKinds.HandOverReceipt, NumberPrefix, agency.DateOf(scope.Now).Year, cancellationToken);
        var paper = new HandOverReceiptPaper
        {
            Number = number.Text,
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
        return await archive.IssueAsync(scope, new Slip(handOver.RequestId, LetterKinds.HandOverReceipt, agency.DateOf(scope.Now), number), HandOverReceiptDocument.Render(paper, Letterheads.Of(agency.Profile)), cancellationToken);
    }
}
