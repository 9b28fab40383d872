using DinsosIntranet.Features.Agency;
using DinsosIntranet.Features.Agency.Domain;
using DinsosIntranet.Features.Desks;
using DinsosIntranet.Features.Desks.Domain;
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

/// <summary>
/// The words of the notice of a longer time. The time is longer from the moment this letter is issued; it must bear a date
/// on which the first limit had not passed.
/// </summary>
public sealed class InformationExtensionContent(StandardLibrary standards, RegionCatalog regions, InformationReference reference, AgencyDirectory agencies) : InformationLetter
{
    public override string Kind => LetterKinds.InformationExtension;

    public override async Task<string?> CheckApprovalAsync(DinsosDbContext db, Letter letter, DateOnly datedOn, CancellationToken cancellationToken)
    {
        var facts = await InformationFacts.ReadAsync(db, standards, letter.RequestId, cancellationToken);
        return ExtensionRules.WhyNot(facts.Standard.LegalLimit, await ClockAsync(db, letter.RequestId, cancellationToken), datedOn, (await agencies.GetAsync(cancellationToken)).Calendar);
    }

    public override async Task IssuedAsync(WriteScope scope, WorkInHand work, Letter letter, CancellationToken cancellationToken)
    {
        var clock = await ClockAsync(scope.Db, letter.RequestId, cancellationToken);
        if (ExtensionRules.WhyNot(work.Standard.LegalLimit, clock, letter.DatedOn!.Value, work.Agency.Calendar) is not null)
        {
            // Answered, or extended, while this letter waited for its ink: it changes nothing any more.
            return;
        }

        (await scope.Db.InformationRequests.FirstAsync(i => i.Id == letter.RequestId, cancellationToken)).ExtendedAt = scope.Now;
        await WorkFlow.ExtendLegalLimitAsync(scope, work, cancellationToken);
    }

    public override async Task<byte[]> RenderAsync(DinsosDbContext db, AgencyProfile agency, LetterParticulars particulars, CancellationToken cancellationToken)
    {
        var facts = await InformationFacts.ReadAsync(db, standards, particulars.Letter.RequestId, cancellationToken);
        var clock = await ClockAsync(db, facts.Request.Id, cancellationToken) ?? throw new InvalidOperationException("A standard without a limit of the law has nothing to extend.");
        var limit = facts.Standard.LegalLimit!;
        var calendar = (await agencies.GetAsync(cancellationToken)).Calendar;
        return InformationExtensionDocument.Render(
            new InformationExtensionPaper
            {
                Frame = InformationFacts.Frame(agency, particulars),
                Request = facts.Answered(regions, calendar.Zone),
                Reason = reference.ExtensionReasons.FirstOrDefault(r => r.Code == facts.Information.ExtensionReasonCode)?.Text ?? "-",
                Explanation = facts.Information.ExtensionReason ?? "-",
                FirstLimit = IndonesianDates.Letter(calendar.AddWorkingDays(calendar.DateOf(clock.StartedAt!.Value), limit.Amount)),
                NewLimit = IndonesianDates.Letter(ExtensionRules.LastDay(limit, clock, calendar)),
                Days = limit.Extension!.Amount!.Value,
            },
            Letterheads.Of(agency));
    }

    protected override Task<IReadOnlyList<BriefLine>> LinesAsync(DinsosDbContext db, InformationRequest information, AgencySnapshot agency, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<BriefLine>>(
        [
            new BriefLine("Alasan", reference.ExtensionReasons.FirstOrDefault(r => r.Code == information.ExtensionReasonCode)?.Text ?? "-"),
            new BriefLine("Penjelasan", information.ExtensionReason ?? "-"),
        ]);

    private static Task<WorkClock?> ClockAsync(DinsosDbContext db, Guid requestId, CancellationToken cancellationToken) =>
        db.WorkClocks.AsNoTracking().FirstOrDefaultAsync(c => c.WorkItemId == requestId && c.Kind == ClockKind.LegalLimit, cancellationToken);
}
