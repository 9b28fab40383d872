using DinsosIntranet.Features.Agency;
using DinsosIntranet.Features.Complaints.Domain;
using DinsosIntranet.Features.Desks.Domain;
using DinsosIntranet.Features.Intake;
using DinsosIntranet.Features.Letters;
using DinsosIntranet.Features.Letters.Domain;
using DinsosIntranet.Features.PublicInformation;
using DinsosIntranet.Features.Standards;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Calendar;
using DinsosIntranet.Shared.Data;
using DinsosIntranet.Shared.Text;
using Microsoft.EntityFrameworkCore;

namespace DinsosIntranet.Features.Complaints;

/// <summary>A service the form offers to name.</summary>
public sealed record ServiceOption(string Code, string Title);

/// <summary>What there is to choose from when a complaint is written down.</summary>
public sealed record ComplaintChoices(
    AgencySnapshot Agency, DateTime Now, bool IsOpen, IReadOnlyList<ServiceOption> Services, IReadOnlyList<StaffChoice> Staff, IReadOnlyList<StaffChoice> Officials)
{
    public DateOnly Today => Agency.DateOf(Now);
}

/// <summary>A class with the limit the complaint's own standard gives it.</summary>
public sealed record ClassOption(string Code, string Name, string Meaning, string Limit);

/// <summary>Evidence as the page lists it.</summary>
public sealed record EvidenceRow(Guid Id, string Name, string Size);

/// <summary>Everything the page shows of one complaint to those who may read it.</summary>
public sealed record ComplaintView
{
    public required Complaint Complaint { get; init; }

    public required string Channel { get; init; }

    public required string ReceivedText { get; init; }

    /// <summary>The complainant as this viewer may know them; a secret one is opened by an act of its own.</summary>
    public required ComplainantData Complainant { get; init; }

    public required string ComplainantName { get; init; }

    public required bool MayReveal { get; init; }

    public required string AnswerWay { get; init; }

    public required (Guid Id, string Number)? Linked { get; init; }

    public required string? Service { get; init; }

    public required string? Unit { get; init; }

    public required IReadOnlyList<string> Accused { get; init; }

    public required IReadOnlyList<EvidenceRow> Evidence { get; init; }

    public required string ClassName { get; init; }

    public required string? LimitText { get; init; }

    public required bool MayClassify { get; init; }

    public required IReadOnlyList<ClassOption> Classes { get; init; }

    public required IReadOnlyList<ComplaintAnswer> Answers { get; init; }

    public required ComplaintTransfer? Transfer { get; init; }

    /// <summary>The letter of the transfer on its way; null while there is none.</summary>
    public required InformationLetterState? Letter { get; init; }

    /// <summary>Whether a team was formed, or the superior decided: there is more to read of it.</summary>
    public required bool HasInvestigation { get; init; }

    /// <summary>Why the signer sent the last letter back; null once it was submitted again.</summary>
    public required (string By, string? Reason)? Returned { get; init; }
}

/// <summary>What the pages of complaints read.</summary>
public sealed class ComplaintQueries(
    IDbContextFactory<DinsosDbContext> factory,
    AgencyDirectory agencies,
    StandardLibrary standards,
    LetterQueries letters,
    ComplainantVault vault,
    ComplaintReference reference,
    RequestReaders readers,
    TimeProvider time)
{
    public async Task<ComplaintChoices> ChoicesAsync(CancellationToken cancellationToken = default)
    {
        var agency = await agencies.GetAsync(cancellationToken);
        var now = time.GetUtcNow().UtcDateTime;
        var active = await standards.ActiveOnAsync(agency.DateOf(now), cancellationToken);
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        return new ComplaintChoices(
            agency,
            now,
            active.Any(s => s.Standard is { Code: ComplaintService.Standard, IntakeOpen: true }),
            [.. active.Where(s => !s.Standard.IsInternal).Select(s => new ServiceOption(s.Standard.Code, s.Standard.ShortTitle)).OrderBy(s => s.Title, StringComparer.Ordinal)],
            await ComplaintStaff.AllAsync(db, cancellationToken),
            await ComplaintStaff.OfficialsAsync(db, cancellationToken));
    }

    /// <summary>Staff the review offers to name as complained about, and officials who may have answered.</summary>
    public async Task<(IReadOnlyList<StaffChoice> Staff, IReadOnlyList<StaffChoice> Officials)> StaffAsync(CancellationToken cancellationToken = default)
    {
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        return (await ComplaintStaff.AllAsync(db, cancellationToken), await ComplaintStaff.OfficialsAsync(db, cancellationToken));
    }

    /// <summary>Who is above the head; null while nobody entered it.</summary>
    public async Task<ComplaintSuperior?> SuperiorAsync(CancellationToken cancellationToken = default)
    {
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        return await db.ComplaintSuperiors.AsNoTracking().FirstOrDefaultAsync(cancellationToken);
    }

    /// <summary>The complaint as this person may see it; null where there is none, or none for them.</summary>
    public async Task<ComplaintView?> FindAsync(Guid id, Actor viewer, CancellationToken cancellationToken = default)
    {
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        var found = await (from w in db.WorkItems.AsNoTracking().VisibleTo(viewer)
                           join c in db.Complaints.AsNoTracking() on w.Id equals c.Id
                           join r in db.ServiceRequests.AsNoTracking() on w.Id equals r.Id
                           where w.Id == id
                           select new { Item = w, Complaint = c, Request = r }).FirstOrDefaultAsync(cancellationToken);
        var agency = await agencies.GetAsync(cancellationToken);
        if (found is null || !readers.MayRead(found.Item, agency, viewer))
        {
            return null;
        }

        var complaint = found.Complaint;
        var standard = (await standards.GetAsync(found.Request.StandardVersionId, cancellationToken)).Standard;
        var (number, service) = await ComplaintFacts.LinkAsync(db, standards, complaint, found.Request.ReceivedAt, cancellationToken);
        var transfer = await db.ComplaintTransfers.AsNoTracking().FirstOrDefaultAsync(t => t.Id == id, cancellationToken);
        var isNamed = complaint.Anonymity == Anonymity.Open;
        var known = complaint.Anonymity == Anonymity.Secret ? new ComplainantData() : vault.Open(complaint);
        var accused = await db.ComplaintAccused.AsNoTracking().Where(a => a.ComplaintId == id).OrderBy(a => a.Id).Select(a => a.Text).ToListAsync(cancellationToken);
        return new ComplaintView
        {
            Complaint = complaint,
            Channel = reference.ChannelName(complaint.ChannelCode),
            ReceivedText = IndonesianDates.LongWithTime(found.Request.ReceivedAt, agency.Zone),
            Complainant = known,
            ComplainantName = isNamed ? known.Name ?? "" : complaint.Anonymity.Masked(),
            MayReveal = complaint is { Anonymity: Anonymity.Secret, ComplainantCipher: not null } && ComplaintAccess.MayReveal(found.Item, agency.FindDesk(found.Item.DeskCode), viewer),
            AnswerWay = reference.WayName(complaint.AnswerWayCode),
            Linked = complaint.LinkedRequestId is { } linked && number is not null ? (linked, number) : null,
            Service = service,
            Unit = complaint.UnitCode is { } unit ? agency.UnitName(unit) : null,
            Accused = [.. accused.Concat(new[] { complaint.OtherAccused }.OfType<string>())],
            Evidence = await EvidenceAsync(db, id, cancellationToken),
            ClassName = reference.ClassName(complaint.ClassCode),
            LimitText = complaint.ClassCode is { } classCode ? ComplaintWords.LimitOf(standard, classCode)?.Text : null,
            MayClassify = found.Item.IsOpen && ComplaintAccess.MayClassify(found.Item, agency.Desk(found.Item.DeskCode), viewer),
            Classes = [.. standard.Complaints.Limits.Select(l => new ClassOption(l.Class, reference.ClassName(l.Class), reference.Classes.FirstOrDefault(c => c.Code == l.Class)?.Meaning ?? l.Name, $"{l.Days} {TimeUnits.FromCode(l.Unit)?.Name()}"))],
            Answers = await db.ComplaintAnswers.AsNoTracking().Where(a => a.ComplaintId == id).OrderBy(a => a.Id).ToListAsync(cancellationToken),
            Transfer = transfer,
            HasInvestigation = await db.Assignments.AnyAsync(a => a.RequestId == id, cancellationToken) || await db.ComplaintFindings.AnyAsync(f => f.Id == id, cancellationToken),
            Letter = await LetterAsync(db, id, found.Item, standard, agency, cancellationToken),
            Returned = await ReturnedAsync(db, id, cancellationToken),
        };
    }

    private static async Task<IReadOnlyList<EvidenceRow>> EvidenceAsync(DinsosDbContext db, Guid id, CancellationToken cancellationToken)
    {
        var files = await (from a in db.Attachments.AsNoTracking()
                           join f in db.StoredFiles.AsNoTracking() on a.FileId equals f.Id
                           where a.OwnerId == id && a.RemovedAt == null
                           orderby a.UploadedAt
                           select new { a.Id, a.DisplayName, f.Length }).ToListAsync(cancellationToken);
        return files.ConvertAll(f => new EvidenceRow(f.Id, f.DisplayName, FileSizes.Text(f.Length)));
    }

    private async Task<InformationLetterState?> LetterAsync(DinsosDbContext db, Guid id, WorkItem item, Standards.Domain.ServiceStandard standard, AgencySnapshot agency, CancellationToken cancellationToken)
    {
        var action = standard.Step(item.StepId).Action;
        if (action is not (ComplaintService.PassOnAction or ComplaintService.HandUpAction)
            || await ComplaintService.LetterAsync(db, id, ComplaintService.KindOf(action == ComplaintService.HandUpAction), cancellationToken) is not { } letter)
        {
            return null;
        }

        var signing = letter.Status == LetterStatus.AwaitingSignature ? await letters.ForSigningBesideAsync(letter.Id, agency, cancellationToken) : null;
        return new InformationLetterState(letter.Id, letter.Title, letter.Status, letter.Number, signing);
    }

    /// <summary>The last line of the story that a signer wrote, unless a letter was submitted after it.</summary>
    private static async Task<(string By, string? Reason)?> ReturnedAsync(DinsosDbContext db, Guid id, CancellationToken cancellationToken)
    {
        var last = await db.HistoryEntries.AsNoTracking()
            .Where(h => h.WorkItemId == id && h.Title == LetterService.ReturnedTitle)
            .OrderByDescending(h => h.Id)
            .Select(h => new { h.At, h.ActorText, h.Detail })
            .FirstOrDefaultAsync(cancellationToken);
        return last is null || await db.Letters.AnyAsync(l => l.RequestId == id && l.CreatedAt > last.At, cancellationToken) ? null : (last.ActorText, last.Detail);
    }
}
