using System.Globalization;
using DinsosIntranet.Features.Agency;
using DinsosIntranet.Features.Agency.Domain;
using DinsosIntranet.Features.Dtks.Documents;
using DinsosIntranet.Features.Dtks.Domain;
using DinsosIntranet.Features.Intake;
using DinsosIntranet.Features.Letters;
using DinsosIntranet.Features.Letters.Domain;
using DinsosIntranet.Features.Letters.Toolkit;
using DinsosIntranet.Shared.Data;
using DinsosIntranet.Shared.Regions;
using DinsosIntranet.Shared.Text;
using Microsoft.EntityFrameworkCore;

namespace DinsosIntranet.Features.Dtks;

/// <summary>The words of Surat Keterangan DTKS/DTSEN, from the last check of the request.</summary>
public sealed class DtksCertificateContent(RegionCatalog regions) : ILetterContent
{
    public string Kind => LetterKinds.DtksCertificate;

    public async Task<DateOnly?> ValidUntilAsync(DinsosDbContext db, Letter letter, DateOnly datedOn, CancellationToken cancellationToken)
    {
        var days = await db.CertificatePurposes.Where(p => p.Code == letter.PurposeCode).Select(p => p.DaysValid).FirstOrDefaultAsync(cancellationToken);
        return days is null ? null : datedOn.AddDays(days.Value);
    }

    public async Task<SignerBrief> BriefAsync(DinsosDbContext db, Letter letter, AgencySnapshot agency, CancellationToken cancellationToken)
    {
        var found = await (from c in db.DtksChecks.AsNoTracking()
                           join u in db.Users.AsNoTracking() on c.CheckedById equals u.Id
                           join p in db.CertificatePurposes.AsNoTracking() on c.PurposeCode equals p.Code
                           where c.RequestId == letter.RequestId && c.ReplacedAt == null
                           select new { Check = c, CheckedBy = u.FullName, Purpose = p }).FirstAsync(cancellationToken);
        var (check, purpose) = (found.Check, found.Purpose);
        string?[] warnings =
        [
            PurposeRules.DecileWarning(purpose.MaximumDecile, check.Decile),
            check.ReissueReason is null ? null : $"Surat lama untuk NIK dan tujuan yang sama masih berlaku. Alasan terbit ulang: {check.ReissueReason}",
            check.ScreenshotFileId is null ? "Bukti tangkapan layar SIKS-NG tidak dilampirkan." : null,
        ];
        return new SignerBrief(
            [
                new BriefLine("Hasil cek", $"terdaftar di {check.Source.ToString().ToUpperInvariant()} {check.Period}"),
                new BriefLine("Desil", check.Decile?.ToString(CultureInfo.InvariantCulture) ?? "belum diperingkat"),
                new BriefLine("Tujuan", PurposeRules.Label(purpose.Name, purpose.MaximumDecile, purpose.DaysValid)),
                new BriefLine("Dicek", $"{CheckTime.Format(check.CheckedAt, agency.Zone)} oleh {found.CheckedBy}"),
            ],
            [.. warnings.OfType<string>()],
            check.ScreenshotFileId is null ? null : DtksService.ScreenshotPurpose);
    }

    /// <summary>
    /// A corrected certificate rests on the same look into SIKS-NG, unless another person or NIK is concerned by now; a
    /// renewed one needs a new look, for the register has moved on.
    /// </summary>
    public async Task<CarriedOver> CarryOverAsync(WriteScope scope, Letter earlier, Guid requestId, ReplacementKind kind, CancellationToken cancellationToken)
    {
        if (kind == ReplacementKind.Renewal)
        {
            return new CarriedOver(DtksService.CheckAction, IsDrafted: false);
        }

        var check = await scope.Db.DtksChecks.AsNoTracking().FirstOrDefaultAsync(c => c.RequestId == earlier.RequestId && c.ReplacedAt == null, cancellationToken);
        if (check is null)
        {
            // Somebody else is concerned than the one who was looked up.
            return new CarriedOver(DtksService.CheckAction, IsDrafted: false);
        }

        var purpose = scope.Db.ServiceRequests.Local.First(r => r.Id == requestId).PurposeCode;
        scope.Db.DtksChecks.Add(new DtksCheck
        {
            Id = Guid.CreateVersion7(),
            RequestId = requestId,
            Source = check.Source,
            Period = check.Period,
            IsRegistered = check.IsRegistered,
            FamilyId = check.FamilyId,
            Decile = check.Decile,
            Programmes = check.Programmes,
            CheckedAt = check.CheckedAt,
            CheckedById = check.CheckedById,
            PurposeCode = purpose ?? check.PurposeCode,
            ScreenshotFileId = check.ScreenshotFileId,
        });
        return new CarriedOver(DtksService.PrintAction, IsDrafted: true);
    }

    public async Task<byte[]> RenderAsync(DinsosDbContext db, AgencyProfile agency, LetterParticulars particulars, CancellationToken cancellationToken)
    {
        var letter = particulars.Letter;
        var check = await db.DtksChecks.AsNoTracking().Where(c => c.RequestId == letter.RequestId && c.ReplacedAt == null).FirstAsync(cancellationToken);
        var people = await (from r in db.ServiceRequests.AsNoTracking()
                            join s in db.Persons.AsNoTracking() on r.SubjectId equals s.Id
                            join a in db.Persons.AsNoTracking() on r.ApplicantId equals a.Id
                            where r.Id == letter.RequestId
                            select new { Subject = s, ApplicantName = a.Name, r.Relation }).FirstAsync(cancellationToken);
        var purpose = await db.CertificatePurposes.AsNoTracking().FirstAsync(p => p.Code == check.PurposeCode, cancellationToken);
        var programmes = await db.AidProgrammes.AsNoTracking().Where(p => check.Programmes.Contains(p.Code)).OrderBy(p => p.SortOrder).Select(p => p.Code).ToListAsync(cancellationToken);
        var zone = TimeZoneInfo.FindSystemTimeZoneById(agency.TimeZoneId);
        var paper = new DtksCertificatePaper
        {
            IsDraft = particulars.IsDraft,
            Number = letter.Number,
            SourceShortName = check.Source.ToString().ToUpperInvariant(),
            SourceName = RegisterSources.FullName(check.Source),
            CertifiedBy = particulars.CertifiedBy,
            HolderName = people.Subject.Name,
            HolderNik = people.Subject.Nik ?? "-",
            BirthDate = people.Subject.BirthDate is { } born ? IndonesianDates.Letter(born) : null,
            FamilyCardNumber = people.Subject.FamilyCardNumber,
            Address = PersonAddress.Of(people.Subject, regions),
            ApplicantName = people.Relation is null ? null : people.ApplicantName,
            ApplicantRelation = people.Relation is null ? null : $"pemohon untuk {people.Relation.ToLowerInvariant()}",
            CheckedAt = $"{IndonesianDates.Letter(DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeFromUtc(check.CheckedAt, zone)))} pukul {IndonesianDates.TimeWithZone(check.CheckedAt, zone)}",
            DataPeriod = check.Period,
            IdTitle = check.Source == RegisterSource.Dtsen ? "ID keluarga" : "ID DTKS",
            Id = check.FamilyId,
            Decile = check.Decile,
            Programmes = programmes,
            Purpose = Typography.MidSentence(purpose.Name),
            Replaces = particulars.Replaced?.Reference,
            RevokesReplaced = particulars.Replaced?.Kind == ReplacementKind.Correction,
            ValidUntil = letter.ValidUntil is { } until ? IndonesianDates.Letter(until) : null,
            Signature = particulars.Signature,
            QrText = particulars.QrText,
            FooterLines = particulars.FooterLines,
            CreatedUtc = letter.ApprovedAt ?? letter.CreatedAt,
        };
        return DtksCertificateDocument.Render(paper, Letterheads.Of(agency));
    }
}

/// <summary>Names of the two registers as letters write them.</summary>
public static class RegisterSources
{
    public static string FullName(RegisterSource source) => source == RegisterSource.Dtsen
        ? "Data Tunggal Sosial dan Ekonomi Nasional (DTSEN)"
        : "Data Terpadu Kesejahteraan Sosial (DTKS)";
}
