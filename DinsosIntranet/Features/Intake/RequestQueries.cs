using DinsosIntranet.Features.Agency;
using DinsosIntranet.Features.Desks.Domain;
using DinsosIntranet.Features.Standards;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Data;
using DinsosIntranet.Shared.Text;
using Microsoft.EntityFrameworkCore;

namespace DinsosIntranet.Features.Intake;

/// <summary>The orders the register offers; both are kept by an index.</summary>
public enum RequestSort
{
    Received,
    Number,
}

/// <summary>What the register is asked for. Dates are the agency's days, both included.</summary>
public sealed record RequestFilter
{
    public string? Text { get; init; }

    public WorkStatus? Status { get; init; }

    public string? StandardCode { get; init; }

    public DateOnly? From { get; init; }

    public DateOnly? Until { get; init; }

    public RequestSort Sort { get; init; }

    public bool Ascending { get; init; }
}

/// <summary>One line of the register. Of a confidential request it carries number, step and clock, and nobody's name.</summary>
public sealed record RequestRow
{
    public required Guid Id { get; init; }

    public required string Number { get; init; }

    public required string Service { get; init; }

    public required bool IsConfidential { get; init; }

    public string? ApplicantName { get; init; }

    public string? ApplicantMaskedNik { get; init; }

    /// <summary>The person concerned, where that is not the applicant.</summary>
    public string? SubjectName { get; init; }

    public string? SubjectMaskedNik { get; init; }

    public required string Received { get; init; }

    public required string Step { get; init; }

    /// <summary>Where it lies; null once it is closed.</summary>
    public string? Desk { get; init; }

    public string? Holder { get; init; }

    public required string Status { get; init; }

    public required ClockFace Clock { get; init; }
}

public sealed record RequestPage(IReadOnlyList<RequestRow> Rows, int Count);

/// <summary>The register of requests, read page by page.</summary>
public sealed class RequestQueries(IDbContextFactory<DinsosDbContext> factory, StandardLibrary standards, AgencyDirectory agencies, TimeProvider time)
{
    public const int MaxPageSize = 100;

    /// <summary>Empty for somebody who may see no requests; the page itself is closed to them.</summary>
    public async Task<RequestPage> SearchAsync(RequestFilter filter, int skip, int take, Actor actor, CancellationToken cancellationToken = default)
    {
        if (!RequestAccess.MaySee(actor))
        {
            return new RequestPage([], 0);
        }

        var agency = await agencies.GetAsync(cancellationToken);
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        var found = Filtered(db, filter, agency).VisibleTo(actor);
        var count = await found.CountAsync(cancellationToken);

        // The page is cut out before anything is joined to it: a row that is skipped costs an index entry, not four look-ups.
        var page = Sorted(found, filter).Skip(Math.Max(0, skip)).Take(Math.Clamp(take, 1, MaxPageSize));
        var records = await Records(db, page).ToListAsync(cancellationToken);
        var now = time.GetUtcNow().UtcDateTime;
        var rows = new List<RequestRow>(records.Count);
        foreach (var record in records)
        {
            rows.Add(await RowAsync(record, agency, now, cancellationToken));
        }

        return new RequestPage(rows, count);
    }

    private static IQueryable<WorkItem> Filtered(DinsosDbContext db, RequestFilter filter, AgencySnapshot agency)
    {
        var items = db.WorkItems.AsNoTracking().Matching(db, filter.Text);
        if (filter.Status is { } status)
        {
            items = items.Where(w => w.Status == status);
        }

        if (filter.StandardCode is { } code)
        {
            items = items.Where(w => w.StandardCode == code);
        }

        if (filter.From is { } from)
        {
            var start = agency.Calendar.MidnightAfter(from.AddDays(-1));
            items = items.Where(w => w.OpenedAt >= start);
        }

        if (filter.Until is { } until)
        {
            var end = agency.Calendar.MidnightAfter(until);
            items = items.Where(w => w.OpenedAt < end);
        }

        return items;
    }

    private static IOrderedQueryable<WorkItem> Sorted(IQueryable<WorkItem> items, RequestFilter filter) => (filter.Sort, filter.Ascending) switch
    {
        (RequestSort.Number, true) => items.OrderBy(w => w.Number),
        (RequestSort.Number, false) => items.OrderByDescending(w => w.Number),
        (_, true) => items.OrderBy(w => w.OpenedAt),
        _ => items.OrderByDescending(w => w.OpenedAt),
    };

    /// <summary>Joins what a line shows; the order of the page stays.</summary>
    private static IQueryable<RequestRecord> Records(DinsosDbContext db, IQueryable<WorkItem> page) =>
        from w in page
        join r in db.ServiceRequests on w.Id equals r.Id
        join a in db.Persons on r.ApplicantId equals a.Id
        join s in db.Persons on r.SubjectId equals s.Id
        join c in db.WorkClocks.Where(c => c.Kind == ClockKind.Promise) on w.Id equals c.WorkItemId
        select new RequestRecord(
            w,
            c,
            w.IsConfidential ? null : a.Name,
            w.IsConfidential ? null : a.Nik,
            w.IsConfidential || r.SubjectId == r.ApplicantId ? null : s.Name,
            w.IsConfidential || r.SubjectId == r.ApplicantId ? null : s.Nik);

    private async Task<RequestRow> RowAsync(RequestRecord record, AgencySnapshot agency, DateTime now, CancellationToken cancellationToken)
    {
        var item = record.Item;
        var standard = (await standards.GetAsync(item.StandardVersionId, cancellationToken)).Standard;
        var step = standard.Step(item.StepId);
        return new RequestRow
        {
            Id = item.Id,
            Number = item.Number,
            Service = standard.ShortTitle,
            IsConfidential = item.IsConfidential,
            ApplicantName = record.ApplicantName,
            ApplicantMaskedNik = Masked(record.ApplicantNik),
            SubjectName = record.SubjectName,
            SubjectMaskedNik = Masked(record.SubjectNik),
            Received = IndonesianDates.ShortWithTime(item.OpenedAt, agency.Zone),
            Step = $"{step.Number}. {step.ShortTitle}",
            Desk = item.IsOpen ? agency.DeskName(item.DeskCode) : null,
            Holder = item.HolderName,
            Status = WorkWords.Status(item.Status),
            Clock = item.Status == WorkStatus.Withdrawn ? ClockFace.Withdrawn : ClockFace.Of(agency.Calendar, record.Clock.Read(item.PausedSince), now),
        };
    }

    private static string? Masked(string? nik) => nik is null ? null : Masking.Nik(nik);

    private sealed record RequestRecord(WorkItem Item, WorkClock Clock, string? ApplicantName, string? ApplicantNik, string? SubjectName, string? SubjectNik);
}
