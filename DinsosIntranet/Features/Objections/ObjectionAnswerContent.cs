using DinsosIntranet.Features.Agency;
using DinsosIntranet.Features.Agency.Domain;
using DinsosIntranet.Features.Agenda;
using DinsosIntranet.Features.Letters;
using DinsosIntranet.Features.Letters.Domain;
using DinsosIntranet.Features.Objections.Documents;
using DinsosIntranet.Features.Objections.Domain;
using DinsosIntranet.Features.PublicInformation;
using DinsosIntranet.Features.Standards;
using DinsosIntranet.Features.Standards.Domain;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Data;
using DinsosIntranet.Shared.Regions;
using DinsosIntranet.Shared.Text;
using Microsoft.EntityFrameworkCore;

namespace DinsosIntranet.Features.Objections;

/// <summary>
/// The words of the superior's answer. It is signed by the head of the agency, wherever the request stands and also after
/// it has ended, and never by whoever decided or signed what is objected to.
/// </summary>
public sealed class ObjectionAnswerContent(StandardLibrary standards, RegionCatalog regions, InformationReference reference) : ILetterContent
{
    public string Kind => LetterKinds.ObjectionAnswer;

    public bool IsBesideSteps => true;

    public bool OutlivesRequest => true;

    public bool IsReplaceable => false;

    public string? SigningDesk(ServiceStandard standard, IReadOnlyList<Desk> desks) => AgendaAccess.HeadDesk(desks)?.Code;

    public async Task<string?> CheckSignerAsync(DinsosDbContext db, Letter letter, Actor signer, CancellationToken cancellationToken) =>
        ObjectionRules.WhyNotDecide(await ObjectionFacts.DecidersAsync(db, letter.RequestId, cancellationToken), signer);

    public Task<DateOnly?> ValidUntilAsync(DinsosDbContext db, Letter letter, DateOnly datedOn, CancellationToken cancellationToken) => Task.FromResult<DateOnly?>(null);

    public async Task<SignerBrief> BriefAsync(DinsosDbContext db, Letter letter, AgencySnapshot agency, CancellationToken cancellationToken)
    {
        var objection = await AnsweredAsync(db, letter, cancellationToken);
        List<BriefLine> lines =
        [
            new("Keberatan", $"{objection.Number}, diterima {IndonesianDates.Letter(agency.DateOf(objection.ReceivedAt))}"),
            new("Alasan", string.Join("; ", GroundTexts(objection))),
            new("Kasus posisi", objection.CaseText),
            new("Putusan", objection.Decision!.Value.Name()),
            new("Pertimbangan", objection.DecisionReason!),
        ];
        if (objection.ProvideDays is { } days)
        {
            lines.Add(new BriefLine("Diberikan dalam", $"{days} hari kerja"));
        }

        return new SignerBrief(lines, [], null);
    }

    public Task<CarriedOver> CarryOverAsync(WriteScope scope, Letter earlier, Guid requestId, ReplacementKind kind, CancellationToken cancellationToken) =>
        throw new InvalidOperationException("The answer to an objection is not replaced by a request of its own.");

    public async Task<byte[]> RenderAsync(DinsosDbContext db, AgencyProfile agency, LetterParticulars particulars, CancellationToken cancellationToken)
    {
        var letter = particulars.Letter;
        var objection = await AnsweredAsync(db, letter, cancellationToken);
        var facts = await InformationFacts.ReadAsync(db, standards, letter.RequestId, cancellationToken);
        var zone = TimeZoneInfo.FindSystemTimeZoneById(agency.TimeZoneId);
        return ObjectionAnswerDocument.Render(
            new ObjectionAnswerPaper
            {
                IsDraft = particulars.IsDraft,
                Number = letter.Number,
                ObjectionNumber = objection.Number,
                ReceivedOn = IndonesianDates.Letter(DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeFromUtc(objection.ReceivedAt, zone))),
                RegistrationNumber = facts.Request.Number,
                ApplicantName = facts.Applicant.Name,
                Address = facts.Address(regions),
                Detail = facts.Information.Detail,
                Grounds = GroundTexts(objection),
                Decision = objection.Decision!.Value.Name().ToUpperInvariant(),
                Reason = objection.DecisionReason!,
                ProvideDays = objection.ProvideDays,
                DisputeDays = reference.ObjectionTimes.DisputeWithin,
                Signature = particulars.Signature with { TitleLines = ["ATASAN PPID", .. particulars.Signature.TitleLines] },
                QrText = particulars.QrText,
                FooterLines = particulars.FooterLines,
                CreatedUtc = letter.ApprovedAt ?? letter.CreatedAt,
            },
            Letterheads.Of(agency));
    }

    /// <summary>The objection this letter answers: the one it was handed over for, or else the open one.</summary>
    private static Task<Objection> AnsweredAsync(DinsosDbContext db, Letter letter, CancellationToken cancellationToken) =>
        db.Objections.AsNoTracking()
            .Where(o => o.RequestId == letter.RequestId && (o.AnswerLetterId == letter.Id || o.ClosedAt == null))
            .OrderByDescending(o => o.AnswerLetterId == letter.Id)
            .FirstAsync(cancellationToken);

    private IReadOnlyList<string> GroundTexts(Objection objection) =>
        [.. reference.ObjectionGrounds.Where(g => objection.Grounds.Contains(g.Code)).Select(g => $"Huruf {g.Code}: {g.Text}")];
}
