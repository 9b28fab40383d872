using DinsosIntranet.Features.Agency;
using DinsosIntranet.Features.Complaints.Documents;
using DinsosIntranet.Features.Complaints.Domain;
using DinsosIntranet.Features.Letters;
using DinsosIntranet.Features.Letters.Domain;
using DinsosIntranet.Features.Letters.Toolkit;
using DinsosIntranet.Features.Standards;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Calendar;
using DinsosIntranet.Shared.Data;
using DinsosIntranet.Shared.Text;
using Microsoft.EntityFrameworkCore;

namespace DinsosIntranet.Features.Complaints;

/// <summary>Writes the slip the complainant takes home, numbered and stored as it was printed.</summary>
public sealed class ComplaintReceiptWriter(
    AgencyDirectory agencies, StandardLibrary standards, NumberService numbers, PaperArchive archive, ComplainantVault vault, ComplaintReference reference)
{
    /// <summary>The complaint must already be saved in this write.</summary>
    public async Task<Letter> WriteAsync(WriteScope scope, Guid id, CancellationToken cancellationToken)
    {
        var agency = await agencies.GetAsync(cancellationToken);
        var facts = await ComplaintFacts.ReadAsync(scope.Db, standards, vault, id, cancellationToken);
        var answer = await scope.Db.ComplaintAnswers.AsNoTracking().FirstOrDefaultAsync(a => a.ComplaintId == id && a.IsAtOnce, cancellationToken);
        var number = await numbers.NextSlipAsync(scope, LetterKinds.ComplaintReceipt, "TTP", agency.DateOf(scope.Now).Year, cancellationToken);
        var title = scope.Actor.Has(StaffRole.FrontOffice) ? "Petugas penerima," : scope.Actor.Position + ",";
        var officer = await Letterheads.OfficerAsync(scope.Db, agency.Profile, scope.Actor, title, cancellationToken);
        var pdf = ComplaintReceiptDocument.Render(Paper(facts, answer, number.Text, agency, officer, scope.Now), Letterheads.Of(agency.Profile));
        return await archive.IssueAsync(scope, new Slip(id, LetterKinds.ComplaintReceipt, agency.DateOf(scope.Now), number), pdf, cancellationToken);
    }

    private ComplaintReceiptPaper Paper(ComplaintFacts facts, ComplaintAnswer? answer, string number, AgencySnapshot agency, SignatureBlock officer, DateTime now)
    {
        var complaint = facts.Complaint;
        var isOpen = complaint.Anonymity == Anonymity.Open;
        return new ComplaintReceiptPaper
        {
            Number = number,
            ComplaintNumber = facts.Item.Number,
            ReceivedAt = agency.DateOf(facts.Request.ReceivedAt) == agency.DateOf(now)
                ? IndonesianDates.LongWithTime(now, agency.Zone)
                : $"{facts.ReceivedOn(agency.Zone)}, dicatat {IndonesianDates.LongWithTime(now, agency.Zone)}",
            Channel = reference.ChannelName(complaint.ChannelCode) + (complaint.Ticket is { } ticket ? $", tiket {ticket}" : ""),
            Complainant = facts.Name,
            Address = isOpen ? facts.Complainant.Address : null,
            About = facts.About,
            When = complaint.EventWhen ?? ComplaintFacts.Untold,
            Place = complaint.EventPlace ?? ComplaintFacts.Untold,
            Description = complaint.Description,
            Demand = complaint.Demand,
            AnswerWay = reference.WayName(complaint.AnswerWayCode),
            Answered = answer is null ? null : $"oleh {answer.ByText}; pengadu {answer.Reaction?.Name().ToLowerInvariant()}",
            Limits = [.. facts.Standard.Complaints.Limits.Select(l => (l.Name, $"{l.Days} {TimeUnits.FromCode(l.Unit)?.Name()}"))],
            RightsTitle = reference.RightsTitle,
            Rights = reference.Rights,
            Officer = officer,
            SignerName = isOpen ? facts.Complainant.Name! : ".....................",
            QrText = facts.Item.Number,
            FooterLines = [$"Nomor pengaduan {facts.Item.Number}. Sebutkan nomor ini bila menanyakan kemajuannya. Tidak dipungut biaya."],
            CreatedUtc = now,
        };
    }
}
