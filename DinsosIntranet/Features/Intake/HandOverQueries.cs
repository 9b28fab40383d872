using DinsosIntranet.Features.Agency;
using DinsosIntranet.Features.Letters;
using DinsosIntranet.Features.Letters.Domain;
using DinsosIntranet.Features.Standards;
using DinsosIntranet.Features.Standards.Domain;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Data;
using DinsosIntranet.Shared.Text;
using Microsoft.EntityFrameworkCore;

namespace DinsosIntranet.Features.Intake;

/// <summary>A letter that waits to be collected.</summary>
public sealed record ReadyRow(
    Guid RequestId,
    string Number,
    string Service,
    string ApplicantName,
    string? SubjectName,
    string? MaskedNik,
    string? MaskedPhone,
    string? LetterNumber,
    string ReadySince,
    string? Holder,
    bool IsPaused);

/// <summary>Where the letter of one request stands, for the one who hands it over.</summary>
public sealed record HandOverView
{
    public required string ApplicantName { get; init; }

    public required string? ApplicantMaskedNik { get; init; }

    public required string? SubjectName { get; init; }

    /// <summary>Null while there is no letter at all.</summary>
    public required Guid? LetterId { get; init; }

    public required string? LetterTitle { get; init; }

    public required string? LetterNumber { get; init; }

    public required string? LetterDate { get; init; }

    public required string? Signer { get; init; }

    public required bool IsIssued { get; init; }

    /// <summary>The product is made on paper: what is handed over is typed. The products of the standard are offered.</summary>
    public required bool AsksDocument { get; init; }

    public required IReadOnlyList<string> Products { get; init; }

    public bool CanHandOver => IsIssued || AsksDocument;
}

/// <summary>What the counter needs to hand letters over: the list of those that wait, and one in detail.</summary>
public sealed class HandOverQueries(IDbContextFactory<DinsosDbContext> factory, StandardLibrary standards, ActionRegistry actions, AgencyDirectory agencies, IEnumerable<ILetterContent> contents)
{
    private readonly IReadOnlyList<string> _stepKinds = [.. contents.Where(c => !c.IsBesideSteps).Select(c => c.Kind)];

    /// <summary>More letters than any counter keeps in its drawer.</summary>
    private const int MaxRows = 500;

    /// <summary>Requests at a step of handing over, the longest waiting first; of open standards only.</summary>
    public async Task<IReadOnlyList<ReadyRow>> WaitingAsync(string? text, Actor actor, CancellationToken cancellationToken = default)
    {
        if (!RequestAccess.MayRegister(actor))
        {
            return [];
        }

        var agency = await agencies.GetAsync(cancellationToken);
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        var places = await HandOverPlacesAsync(db, cancellationToken);
        var steps = places.Select(p => p.StepId).Distinct().ToList();
        var open = db.WorkItems.AsNoTracking().VisibleTo(actor).Where(w => w.ClosedAt == null && !w.IsConfidential && steps.Contains(w.StepId)).Matching(db, text);
        var letters = db.Letters.Where(l => _stepKinds.Contains(l.Kind) && l.Status == LetterStatus.Issued);
        var found = await (from w in open
                           join r in db.ServiceRequests on w.Id equals r.Id
                           join a in db.Persons on r.ApplicantId equals a.Id
                           join s in db.Persons on r.SubjectId equals s.Id
                           orderby w.EnteredDeskAt
                           select new
                           {
                               Item = w,
                               Applicant = a.Name,
                               a.Phone,
                               a.Nik,
                               Subject = r.SubjectId == r.ApplicantId ? null : s.Name,
                               Letter = letters.Where(l => l.RequestId == w.Id).OrderByDescending(l => l.IssuedAt).Select(l => l.Number).FirstOrDefault(),
                           }).Take(MaxRows).ToListAsync(cancellationToken);
        var rows = new List<ReadyRow>(found.Count);
        foreach (var row in found.Where(f => places.Contains(new Place(f.Item.StandardVersionId, f.Item.StepId))))
        {
            var standard = (await standards.GetAsync(row.Item.StandardVersionId, cancellationToken)).Standard;
            rows.Add(new ReadyRow(
                row.Item.Id,
                row.Item.Number,
                standard.ShortTitle,
                row.Applicant,
                row.Subject,
                row.Nik is null ? null : Masking.Nik(row.Nik),
                row.Phone is null ? null : Masking.Phone(row.Phone),
                row.Letter,
                IndonesianDates.ShortWithTime(row.Item.EnteredDeskAt, agency.Zone),
                row.Item.HolderName,
                row.Item.IsPaused));
        }

        return rows;
    }

    /// <summary>Null where there is no such request, or this person may not see it.</summary>
    public async Task<HandOverView?> FindAsync(Guid requestId, Actor actor, CancellationToken cancellationToken = default)
    {
        if (!RequestAccess.MaySee(actor, requestId))
        {
            return null;
        }

        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        var people = await (from r in db.ServiceRequests.AsNoTracking()
                            join w in db.WorkItems on r.Id equals w.Id
                            join a in db.Persons on r.ApplicantId equals a.Id
                            join s in db.Persons on r.SubjectId equals s.Id
                            where r.Id == requestId && !w.IsConfidential
                            select new { w.StandardVersionId, Applicant = a.Name, a.Nik, Subject = r.SubjectId == r.ApplicantId ? null : s.Name }).FirstOrDefaultAsync(cancellationToken);
        if (people is null)
        {
            return null;
        }

        var standard = (await standards.GetAsync(people.StandardVersionId, cancellationToken)).Standard;
        var letter = await db.Letters.AsNoTracking()
            .Where(l => l.RequestId == requestId && _stepKinds.Contains(l.Kind) && (l.Status == LetterStatus.Issued || l.Status == LetterStatus.AwaitingSignature || l.Status == LetterStatus.Draft))
            .OrderByDescending(l => l.CreatedAt)
            .FirstOrDefaultAsync(cancellationToken);
        return new HandOverView
        {
            ApplicantName = people.Applicant,
            ApplicantMaskedNik = people.Nik is null ? null : Masking.Nik(people.Nik),
            SubjectName = people.Subject,
            LetterId = letter?.Id,
            LetterTitle = letter?.Title,
            LetterNumber = letter?.Number,
            LetterDate = letter?.DatedOn is { } date ? IndonesianDates.Letter(date) : null,
            Signer = letter?.SignerText,
            IsIssued = letter?.Status == LetterStatus.Issued,
            AsksDocument = !actions.PreparesLetter(standard),
            Products = standard.Products,
        };
    }

    /// <summary>The steps of handing over at which something stands now, whichever version of its standard it keeps.</summary>
    private async Task<HashSet<Place>> HandOverPlacesAsync(DinsosDbContext db, CancellationToken cancellationToken)
    {
        var standing = await db.WorkItems
            .Where(w => w.ClosedAt == null)
            .Select(w => new { w.StandardVersionId, w.StepId })
            .Distinct()
            .ToListAsync(cancellationToken);
        var places = new HashSet<Place>();
        foreach (var place in standing)
        {
            if ((await standards.GetAsync(place.StandardVersionId, cancellationToken)).Standard.Step(place.StepId).Action == StepActions.HandOver)
            {
                places.Add(new Place(place.StandardVersionId, place.StepId));
            }
        }

        return places;
    }

    private sealed record Place(Guid VersionId, string StepId);
}
