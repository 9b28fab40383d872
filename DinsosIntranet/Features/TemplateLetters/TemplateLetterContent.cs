using DinsosIntranet.Features.Agency;
using DinsosIntranet.Features.Agency.Domain;
using DinsosIntranet.Features.Intake;
using DinsosIntranet.Features.Intake.Domain;
using DinsosIntranet.Features.Letters;
using DinsosIntranet.Features.Letters.Domain;
using DinsosIntranet.Features.Letters.Toolkit;
using DinsosIntranet.Features.Standards;
using DinsosIntranet.Features.Standards.Domain;
using DinsosIntranet.Features.TemplateLetters.Documents;
using DinsosIntranet.Features.TemplateLetters.Domain;
using DinsosIntranet.Shared.Data;
using DinsosIntranet.Shared.Regions;
using DinsosIntranet.Shared.Text;
using Microsoft.EntityFrameworkCore;

namespace DinsosIntranet.Features.TemplateLetters;

/// <summary>
/// Letters whose words stand in the standard: rendered from the version the request keeps, from what is known of the request
/// and what was typed at the step that prepares them.
/// </summary>
public sealed class TemplateLetterContent(StandardLibrary standards, RegionCatalog regions) : ILetterContent
{
    public string Kind => LetterKinds.FromTemplate;

    public async Task<DateOnly?> ValidUntilAsync(DinsosDbContext db, Letter letter, DateOnly datedOn, CancellationToken cancellationToken) =>
        (await TemplateAsync(db, letter.RequestId, cancellationToken)).ValidDays is { } days ? datedOn.AddDays(days) : null;

    public async Task<SignerBrief> BriefAsync(DinsosDbContext db, Letter letter, AgencySnapshot agency, CancellationToken cancellationToken)
    {
        var template = await TemplateAsync(db, letter.RequestId, cancellationToken);
        var entry = await db.TemplateEntries.AsNoTracking().FirstAsync(e => e.RequestId == letter.RequestId, cancellationToken);
        var by = await db.Users.AsNoTracking().Where(u => u.Id == entry.SavedById).Select(u => u.FullName).FirstAsync(cancellationToken);
        var answers = entry.Answers;
        return new SignerBrief(
            [
                .. template.Fields.Where(f => answers.ContainsKey(f.Code)).Select(f => new BriefLine(f.Label, TemplateRules.Printed(f, answers[f.Code]))),
                new BriefLine("Disusun", $"{IndonesianDates.ShortWithTime(entry.SavedAt, agency.Zone)} oleh {by}"),
            ],
            [],
            null);
    }

    /// <summary>What was typed goes along and is looked over again at the step that prepares the letter.</summary>
    public async Task<CarriedOver> CarryOverAsync(WriteScope scope, Letter earlier, Guid requestId, ReplacementKind kind, CancellationToken cancellationToken)
    {
        var entry = await scope.Db.TemplateEntries.AsNoTracking().FirstAsync(e => e.RequestId == earlier.RequestId, cancellationToken);
        scope.Db.TemplateEntries.Add(new TemplateEntry
        {
            RequestId = requestId,
            AnswersJson = entry.AnswersJson,
            SavedAt = scope.Now,
            SavedById = scope.Actor.UserId,
            Version = Guid.CreateVersion7(),
        });
        return new CarriedOver(StepActions.Compose, IsDrafted: true);
    }

    public async Task<byte[]> RenderAsync(DinsosDbContext db, AgencyProfile agency, LetterParticulars particulars, CancellationToken cancellationToken)
    {
        var letter = particulars.Letter;
        var template = await TemplateAsync(db, letter.RequestId, cancellationToken);
        var answers = (await db.TemplateEntries.AsNoTracking().FirstAsync(e => e.RequestId == letter.RequestId, cancellationToken)).Answers;
        var found = await (from r in db.ServiceRequests.AsNoTracking()
                           join s in db.Persons.AsNoTracking() on r.SubjectId equals s.Id
                           join a in db.Persons.AsNoTracking() on r.ApplicantId equals a.Id
                           where r.Id == letter.RequestId
                           select new { r.Number, r.ReceivedAt, Subject = s, Applicant = a.Name }).FirstAsync(cancellationToken);
        var zone = TimeZoneInfo.FindSystemTimeZoneById(agency.TimeZoneId);
        var known = new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["nama"] = found.Subject.Name,
            ["nik"] = found.Subject.Nik,
            ["alamat"] = PersonAddress.Of(found.Subject, regions),
            ["pemohon"] = found.Applicant,
            ["jabatan"] = particulars.CertifiedBy,
            ["dinas"] = agency.Name,
            ["kabupaten"] = agency.Regency,
            ["nomor-permohonan"] = found.Number,
            ["tanggal-permohonan"] = IndonesianDates.Letter(DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeFromUtc(found.ReceivedAt, zone))),
            [LetterPlaces.ValidUntil] = letter.ValidUntil is { } until ? IndonesianDates.Letter(until) : null,
        };
        string? ValueOf(string code) => known.TryGetValue(code, out var value) ? value
            : answers.TryGetValue(code, out var answer) ? TemplateRules.Printed(template.FindField(code)!, answer)
            : null;
        var paper = new TemplateLetterPaper
        {
            IsDraft = particulars.IsDraft,
            Heading = template.Heading,
            Number = letter.Number,
            Parts = [.. template.Parts.Where(p => IsSaid(template, p, answers)).Select(p => Fill(template, p, found.Subject, ValueOf))],
            Replaces = particulars.Replaced?.Reference,
            RevokesReplaced = particulars.Replaced?.Kind == ReplacementKind.Correction,
            Signature = particulars.Signature,
            QrText = particulars.QrText,
            FooterLines = particulars.FooterLines,
            CreatedUtc = letter.ApprovedAt ?? letter.CreatedAt,
        };
        return TemplateLetterDocument.Render(paper, Letterheads.Of(agency));
    }

    /// <summary>A paragraph around a field that was left empty is left out, and rows none of which was filled.</summary>
    private static bool IsSaid(LetterTemplate template, LetterPart part, IReadOnlyDictionary<string, string> answers)
    {
        bool IsFilled(string code) => template.FindField(code) is null || answers.ContainsKey(code);
        return part.Rows is { } rows ? rows.Any(IsFilled) : part.Paragraph is null || LetterPlaces.In(part.Paragraph).All(IsFilled);
    }

    private FilledPart Fill(LetterTemplate template, LetterPart part, Person person, Func<string, string?> valueOf) => part switch
    {
        { Paragraph: { } text } => new FilledPart(LetterPlaces.Fill(text, valueOf)),
        { Numbered: { } items } => new FilledPart(Numbered: [.. items.Select(i => LetterPlaces.Fill(i, valueOf))]),
        { Rows: { } rows } => new FilledPart(Rows: [.. rows.Where(code => valueOf(code) is not null).Select(code => (template.FindField(code)!.Label, valueOf(code)!))]),
        _ => new FilledPart(Rows: [.. Particulars(person)]),
    };

    private IEnumerable<(string Label, string Value)> Particulars(Person person)
    {
        yield return ("Nama", Typography.Unbroken(person.Name));
        yield return ("NIK", person.Nik ?? "-");
        if (person.BirthDate is { } born)
        {
            yield return ("Tanggal lahir", IndonesianDates.Letter(born));
        }

        if (person.FamilyCardNumber is { } card)
        {
            yield return ("Nomor Kartu Keluarga", card);
        }

        yield return ("Alamat", PersonAddress.Of(person, regions));
    }

    private async Task<LetterTemplate> TemplateAsync(DinsosDbContext db, Guid requestId, CancellationToken cancellationToken)
    {
        var version = await db.WorkItems.AsNoTracking().Where(w => w.Id == requestId).Select(w => w.StandardVersionId).FirstAsync(cancellationToken);
        return (await standards.GetAsync(version, cancellationToken)).Standard.Letter!;
    }
}
