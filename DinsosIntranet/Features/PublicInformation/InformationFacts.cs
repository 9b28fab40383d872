using DinsosIntranet.Features.Agency;
using DinsosIntranet.Features.Agency.Domain;
using DinsosIntranet.Features.Intake;
using DinsosIntranet.Features.Intake.Domain;
using DinsosIntranet.Features.Letters;
using DinsosIntranet.Features.Letters.Domain;
using DinsosIntranet.Features.Letters.Toolkit;
using DinsosIntranet.Features.PublicInformation.Documents;
using DinsosIntranet.Features.PublicInformation.Domain;
using DinsosIntranet.Features.Standards;
using DinsosIntranet.Features.Standards.Domain;
using DinsosIntranet.Shared.Data;
using DinsosIntranet.Shared.Regions;
using DinsosIntranet.Shared.Text;
using Microsoft.EntityFrameworkCore;

namespace DinsosIntranet.Features.PublicInformation;

/// <summary>One request for public information with the people and the standard around it, as papers need it.</summary>
public sealed record InformationFacts(ServiceRequest Request, InformationRequest Information, Person Applicant, ServiceStandard Standard)
{
    /// <summary>Reads it inside or outside a write; what the write has not saved yet is not seen.</summary>
    public static async Task<InformationFacts> ReadAsync(DinsosDbContext db, StandardLibrary standards, Guid requestId, CancellationToken cancellationToken)
    {
        var found = await (from r in db.ServiceRequests.AsNoTracking()
                           join i in db.InformationRequests.AsNoTracking() on r.Id equals i.Id
                           join a in db.Persons.AsNoTracking() on r.ApplicantId equals a.Id
                           where r.Id == requestId
                           select new { Request = r, Information = i, Applicant = a }).FirstAsync(cancellationToken);
        return new InformationFacts(found.Request, found.Information, found.Applicant, (await standards.GetAsync(found.Request.StandardVersionId, cancellationToken)).Standard);
    }

    public string Contact => string.Join(", ", new[] { Applicant.Phone, Information.Email }.Where(t => !string.IsNullOrWhiteSpace(t))) is { Length: > 0 } contact ? contact : "-";

    public string? Proxy => Information.ProxyName is { } name ? $"{name}, KTP {Typography.MaskNik(Information.ProxyIdentity!)}, {Information.ProxyLetter}" : null;

    public string Address(RegionCatalog regions) => PersonAddress.Of(Applicant, regions);

    /// <summary>"Surel nama@contoh.id", "Diambil langsung".</summary>
    public string DeliveryText => Information.Delivery is not { } way ? Information.Obtain.Name()
        : way == DeliveryWay.Email ? $"{way.Name()} {Information.Email}"
        : Information.DeliveryAddress is { } to ? $"{way.Name()}, {to}"
        : way.Name();

    public AnsweredRequest Answered(RegionCatalog regions, AgencySnapshot agency) => Answered(regions, agency.Zone);

    public AnsweredRequest Answered(RegionCatalog regions, TimeZoneInfo zone) => new()
    {
        RegistrationNumber = Request.Number,
        RequestedOn = IndonesianDates.Letter(DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeFromUtc(Request.ReceivedAt, zone))),
        ApplicantName = Applicant.Name,
        Organisation = Information.OrganisationName,
        Occupation = Information.Occupation,
        Address = Address(regions),
        Contact = Contact,
        Detail = Information.Detail,
    };

    /// <summary>The frame of a letter the PPID signs: the office of PPID stands above the title of whoever signs for it.</summary>
    public static InformationLetterFrame Frame(AgencyProfile agency, LetterParticulars particulars) => new()
    {
        IsDraft = particulars.IsDraft,
        Number = particulars.Letter.Number,
        Signature = particulars.Signature with { TitleLines = [$"PPID {agency.Name.ToUpperInvariant()}", .. particulars.Signature.TitleLines] },
        QrText = particulars.QrText,
        FooterLines = particulars.FooterLines,
        CreatedUtc = particulars.Letter.ApprovedAt ?? particulars.Letter.CreatedAt,
    };

    /// <summary>The paper of this kind that counts: the newest that was neither voided nor revoked.</summary>
    public static Task<Letter?> LetterAsync(DinsosDbContext db, Guid requestId, string kind, CancellationToken cancellationToken) =>
        db.Letters.AsNoTracking()
            .Where(l => l.RequestId == requestId && l.Kind == kind && l.Status != LetterStatus.Voided && l.Status != LetterStatus.Revoked)
            .OrderByDescending(l => l.CreatedAt)
            .FirstOrDefaultAsync(cancellationToken);
}
