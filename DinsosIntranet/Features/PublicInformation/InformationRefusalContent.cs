using DinsosIntranet.Features.Agency;
using DinsosIntranet.Features.Agency.Domain;
using DinsosIntranet.Features.Letters;
using DinsosIntranet.Features.Letters.Domain;
using DinsosIntranet.Features.PublicInformation.Documents;
using DinsosIntranet.Features.PublicInformation.Domain;
using DinsosIntranet.Features.Standards;
using DinsosIntranet.Shared.Data;
using DinsosIntranet.Shared.Regions;
using Microsoft.EntityFrameworkCore;

namespace DinsosIntranet.Features.PublicInformation;

/// <summary>The words of the decision of refusal, from the consequence tests of the request.</summary>
public sealed class InformationRefusalContent(StandardLibrary standards, RegionCatalog regions, InformationReference reference) : InformationLetter
{
    public override string Kind => LetterKinds.InformationRefusal;

    public override async Task<string?> CheckApprovalAsync(DinsosDbContext db, Letter letter, DateOnly datedOn, CancellationToken cancellationToken) =>
        await db.ExclusionTests.AnyAsync(t => t.RequestId == letter.RequestId, cancellationToken)
            ? null
            : "Uji konsekuensi permohonan ini tidak ada, jadi penolakannya tidak dapat ditandatangani.";

    public override async Task<byte[]> RenderAsync(DinsosDbContext db, AgencyProfile agency, LetterParticulars particulars, CancellationToken cancellationToken)
    {
        var facts = await InformationFacts.ReadAsync(db, standards, particulars.Letter.RequestId, cancellationToken);
        var tests = await TestsAsync(db, facts.Information.Id, cancellationToken);
        return InformationRefusalDocument.Render(
            new InformationRefusalPaper
            {
                Frame = InformationFacts.Frame(agency, particulars),
                Request = facts.Answered(regions, TimeZoneInfo.FindSystemTimeZoneById(agency.TimeZoneId)),
                Grounds = [.. reference.Grounds.Select(g => new NamedGround(g.Code, g.Text, tests.Exists(t => t.Grounds.Contains(g.Code))))],
                OtherLaws = [.. tests.Select(t => t.OtherLaw).OfType<string>().Distinct()],
                Refused = [.. tests.Select(t => new RefusedInformation(t.Information, t.LegalBasis, t.IfOpened, t.IfClosed, t.Period))],
                Note = facts.Information.RefusalNote,
            },
            Letterheads.Of(agency));
    }

    protected override async Task<IReadOnlyList<BriefLine>> LinesAsync(DinsosDbContext db, InformationRequest information, AgencySnapshot agency, CancellationToken cancellationToken) =>
        [.. (await TestsAsync(db, information.Id, cancellationToken)).Select(t => new BriefLine("Dikecualikan", $"{t.Information}: {t.LegalBasis}, {t.Period}"))];

    private static Task<List<ExclusionTest>> TestsAsync(DinsosDbContext db, Guid requestId, CancellationToken cancellationToken) =>
        db.ExclusionTests.AsNoTracking().Where(t => t.RequestId == requestId).OrderBy(t => t.Id).ToListAsync(cancellationToken);
}
