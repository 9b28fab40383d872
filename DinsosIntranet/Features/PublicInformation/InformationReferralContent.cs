using DinsosIntranet.Features.Agency;
using DinsosIntranet.Features.Agency.Domain;
using DinsosIntranet.Features.Letters;
using DinsosIntranet.Features.PublicInformation.Documents;
using DinsosIntranet.Features.PublicInformation.Domain;
using DinsosIntranet.Features.Standards;
using DinsosIntranet.Shared.Data;
using DinsosIntranet.Shared.Regions;

namespace DinsosIntranet.Features.PublicInformation;

/// <summary>The words of the letter that directs a request to the body that holds the information.</summary>
public sealed class InformationReferralContent(StandardLibrary standards, RegionCatalog regions) : InformationLetter
{
    public override string Kind => LetterKinds.InformationReferral;

    public override async Task<byte[]> RenderAsync(DinsosDbContext db, AgencyProfile agency, LetterParticulars particulars, CancellationToken cancellationToken)
    {
        var facts = await InformationFacts.ReadAsync(db, standards, particulars.Letter.RequestId, cancellationToken);
        var information = facts.Information;
        return InformationReferralDocument.Render(
            new InformationReferralPaper
            {
                Frame = InformationFacts.Frame(agency, particulars),
                Body = information.OtherBody ?? "-",
                AddressLines = Lines(information),
                Request = facts.Answered(regions, TimeZoneInfo.FindSystemTimeZoneById(agency.TimeZoneId)),
                Purpose = information.Purpose,
                Note = information.ReferralNote,
            },
            Letterheads.Of(agency));
    }

    protected override Task<IReadOnlyList<BriefLine>> LinesAsync(DinsosDbContext db, InformationRequest information, AgencySnapshot agency, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<BriefLine>>([new BriefLine("Kepada", string.Join(", ", Lines(information).Prepend(information.OtherBody ?? "-")))]);

    private static string[] Lines(InformationRequest information) =>
        (information.OtherBodyAddress ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
