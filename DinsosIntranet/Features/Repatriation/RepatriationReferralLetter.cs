using DinsosIntranet.Features.Agency;
using DinsosIntranet.Features.Agency.Domain;
using DinsosIntranet.Features.Letters;
using DinsosIntranet.Features.Letters.Domain;
using DinsosIntranet.Features.Repatriation.Documents;
using DinsosIntranet.Features.Repatriation.Domain;
using DinsosIntranet.Shared.Data;
using Microsoft.EntityFrameworkCore;

namespace DinsosIntranet.Features.Repatriation;

/// <summary>
/// The letter that refers migrants to another organisation, with its return slip. It names the request by its number only:
/// who they are is told when they are handed over.
/// </summary>
public sealed class RepatriationReferralLetter : ILetterContent
{
    public string Kind => LetterKinds.RepatriationReferral;

    public bool IsBesideSteps => true;

    public bool IsReplaceable => false;

    public bool HoldsNoContent => true;

    public Task<DateOnly?> ValidUntilAsync(DinsosDbContext db, Letter letter, DateOnly datedOn, CancellationToken cancellationToken) => Task.FromResult<DateOnly?>(null);

    public async Task<SignerBrief> BriefAsync(DinsosDbContext db, Letter letter, AgencySnapshot agency, CancellationToken cancellationToken)
    {
        var file = await FileAsync(db, letter.RequestId, cancellationToken);
        return new SignerBrief([new BriefLine("Kepada", $"{file.ReferralBody}, {file.ReferralAddress}"), new BriefLine("Alasan", Reason(file)), new BriefLine("Jumlah", $"{file.People} orang")], [], null);
    }

    public Task<CarriedOver> CarryOverAsync(WriteScope scope, Letter earlier, Guid requestId, ReplacementKind kind, CancellationToken cancellationToken) =>
        throw new InvalidOperationException("A referral is not replaced by a request of its own.");

    public async Task<byte[]> RenderAsync(DinsosDbContext db, AgencyProfile agency, LetterParticulars particulars, CancellationToken cancellationToken)
    {
        var id = particulars.Letter.RequestId;
        var file = await FileAsync(db, id, cancellationToken);
        return RepatriationReferralDocument.Render(
            new RepatriationReferralPaper
            {
                IsDraft = particulars.IsDraft,
                Number = particulars.Letter.Number,
                Body = file.ReferralBody ?? "-",
                Address = file.ReferralAddress ?? "-",
                Code = await db.WorkItems.Where(w => w.Id == id).Select(w => w.Number).FirstAsync(cancellationToken),
                People = file.People,
                Reason = Reason(file),
                Agency = $"{agency.Name} {agency.Regency}",
                Signature = particulars.Signature,
                QrText = particulars.QrText,
                FooterLines = particulars.FooterLines,
                CreatedUtc = particulars.Letter.ApprovedAt ?? particulars.Letter.CreatedAt,
            },
            Letterheads.Of(agency));
    }

    private static string Reason(RepatriationFile file) => file.ReferralReason is { } code ? RepatriationRules.Reasons[code] : "-";

    private static Task<RepatriationFile> FileAsync(DinsosDbContext db, Guid requestId, CancellationToken cancellationToken) =>
        db.RepatriationFiles.AsNoTracking().FirstAsync(f => f.Id == requestId, cancellationToken);
}
