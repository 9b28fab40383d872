using DinsosIntranet.Features.Agency;
using DinsosIntranet.Features.Agency.Domain;
using DinsosIntranet.Features.Letters;
using DinsosIntranet.Features.PublicInformation.Documents;
using DinsosIntranet.Features.PublicInformation.Domain;
using DinsosIntranet.Features.Standards;
using DinsosIntranet.Shared.Data;
using DinsosIntranet.Shared.Regions;
using Microsoft.EntityFrameworkCore;

namespace DinsosIntranet.Features.PublicInformation;

/// <summary>The words of the written notice: what was gathered, or why there is nothing to give.</summary>
public sealed class InformationNoticeContent(StandardLibrary standards, RegionCatalog regions) : InformationLetter
{
    public override string Kind => LetterKinds.InformationNotice;

    public override async Task<byte[]> RenderAsync(DinsosDbContext db, AgencyProfile agency, LetterParticulars particulars, CancellationToken cancellationToken)
    {
        var facts = await InformationFacts.ReadAsync(db, standards, particulars.Letter.RequestId, cancellationToken);
        var information = facts.Information;
        var items = await db.InformationItems.AsNoTracking().Where(i => i.RequestId == information.Id).OrderBy(i => i.Id).ToListAsync(cancellationToken);
        var tests = await db.ExclusionTests.AsNoTracking().Where(t => t.RequestId == information.Id).OrderBy(t => t.Id).ToListAsync(cancellationToken);
        var isHeld = information.Decision != InformationDecision.NotHeld;
        return InformationNoticeDocument.Render(
            new InformationNoticePaper
            {
                Frame = InformationFacts.Frame(agency, particulars),
                Request = facts.Answered(regions, TimeZoneInfo.FindSystemTimeZoneById(agency.TimeZoneId)),
                OtherBody = isHeld ? null : information.OtherBody,
                Offered = isHeld ? [.. items.Select(i => new OfferedInformation(i.Title, i.Form.Name(), InformationWords.Quantity(i.Form, i.Quantity), i.Redaction))] : [],
                Withheld = isHeld ? [.. tests.Select(t => new WithheldInformation(t.Information, t.LegalBasis))] : [],
                RedactionNote = isHeld ? information.RedactionNote : null,
                Fee = facts.Standard.Fee,
                PreparedWithin = information.PreparationDays switch
                {
                    null => null,
                    0 => "pada hari pemberitahuan ini",
                    { } days => $"{days} hari kerja sejak pemberitahuan ini",
                },
                Delivery = facts.DeliveryText,
                IsNotHeld = !isHeld && information.NotHeld == NotHeldKind.NotHeld,
                IsNotDocumented = !isHeld && information.NotHeld == NotHeldKind.NotDocumented,
                AvailableWhen = isHeld ? null : information.AvailableWhen,
            },
            Letterheads.Of(agency));
    }

    protected override async Task<IReadOnlyList<BriefLine>> LinesAsync(DinsosDbContext db, InformationRequest information, AgencySnapshot agency, CancellationToken cancellationToken)
    {
        var items = await db.InformationItems.CountAsync(i => i.RequestId == information.Id, cancellationToken);
        return [new BriefLine("Keputusan", information.Decision?.Name() ?? "-"), new BriefLine("Informasi", $"{items} dokumen")];
    }
}
