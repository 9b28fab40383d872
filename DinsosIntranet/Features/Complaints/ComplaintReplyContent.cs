using DinsosIntranet.Features.Agency;
using DinsosIntranet.Features.Agency.Domain;
using DinsosIntranet.Features.Complaints.Documents;
using DinsosIntranet.Features.Complaints.Domain;
using DinsosIntranet.Features.Letters;
using DinsosIntranet.Features.Letters.Domain;
using DinsosIntranet.Features.Letters.Toolkit;
using DinsosIntranet.Features.Standards;
using DinsosIntranet.Shared.Data;
using Microsoft.EntityFrameworkCore;

namespace DinsosIntranet.Features.Complaints;

/// <summary>
/// The letter that answers a complainant. Only an open complainant is named on it; anybody else is addressed by the number
/// of the complaint, for the paper passes other hands.
/// </summary>
public sealed class ComplaintReplyContent(StandardLibrary standards, ComplainantVault vault, ComplaintReference reference) : ComplaintLetterContent(reference)
{
    private const int MostBriefLetters = 600;

    public override string Kind => LetterKinds.ComplaintReply;

    public override async Task<SignerBrief> BriefAsync(DinsosDbContext db, Letter letter, AgencySnapshot agency, CancellationToken cancellationToken)
    {
        var facts = await ComplaintFacts.ReadAsync(db, standards, vault, letter.RequestId, cancellationToken);
        var reply = await db.ComplaintReplies.AsNoTracking().FirstOrDefaultAsync(r => r.Id == letter.RequestId, cancellationToken);
        var verdict = await db.ComplaintFindings.AsNoTracking().Where(f => f.Id == letter.RequestId).Select(f => (Verdict?)f.Verdict).FirstOrDefaultAsync(cancellationToken);
        return new SignerBrief(
            [
                new BriefLine("Diadukan", Typography.Shorten(facts.Complaint.Description, MostBriefLetters)),
                new BriefLine("Kesimpulan", verdict?.Name() ?? "-"),
                new BriefLine("Jawaban", Typography.Shorten(reply?.Text ?? "-", MostBriefLetters)),
                new BriefLine("Disampaikan", reply is null ? "-" : Reference.WayName(reply.WayCode)),
            ],
            WarningsOf(facts.Complaint),
            null);
    }

    public override async Task<byte[]> RenderAsync(DinsosDbContext db, AgencyProfile agency, LetterParticulars particulars, CancellationToken cancellationToken)
    {
        var id = particulars.Letter.RequestId;
        var facts = await ComplaintFacts.ReadAsync(db, standards, vault, id, cancellationToken);
        var reply = await db.ComplaintReplies.AsNoTracking().FirstAsync(r => r.Id == id, cancellationToken);
        var complaint = facts.Complaint;
        var isNamed = complaint.Anonymity == Anonymity.Open && facts.Complainant.Name is not null;
        return ComplaintReplyDocument.Render(
            new ComplaintReplyPaper
            {
                IsDraft = particulars.IsDraft,
                Number = particulars.Letter.Number,
                To = isNamed ? $"Sdr. {facts.Complainant.Name}" : $"Pengadu nomor {facts.Item.Number}",
                Place = isNamed && facts.Complainant.Address is { } address ? address : "tempat",
                ComplaintNumber = facts.Item.Number,
                ReceivedOn = facts.ReceivedOn(TimeZoneInfo.FindSystemTimeZoneById(agency.TimeZoneId)),
                Channel = ChannelOf(complaint),
                Paragraphs = reply.Text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries),
                ResponseDays = Reference.Limits.ResponseWorkingDays,
                IsSecret = complaint.Anonymity == Anonymity.Secret,
                Signature = complaint.IsAboutHead ? OwnOffice.Of(particulars.Signature, agency) : particulars.Signature,
                QrText = particulars.QrText,
                FooterLines = particulars.FooterLines,
                CreatedUtc = particulars.Letter.ApprovedAt ?? particulars.Letter.CreatedAt,
            },
            Letterheads.Of(agency));
    }
}
