using System.Runtime.CompilerServices;
using DinsosIntranet.Features.Agency;
using DinsosIntranet.Features.Desks.Domain;
using DinsosIntranet.Features.Intake;
using DinsosIntranet.Features.Intake.Domain;
using DinsosIntranet.Features.Objections.Domain;
using DinsosIntranet.Features.PublicInformation;
using DinsosIntranet.Features.PublicInformation.Domain;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Data;
using DinsosIntranet.Shared.Regions;
using DinsosIntranet.Shared.Text;
using Microsoft.EntityFrameworkCore;

namespace DinsosIntranet.Features.Objections;

/// <summary>What the register of objections is asked for. Days are the agency's, both included.</summary>
public sealed record ObjectionFilter
{
    /// <summary>Number of the request, NIK, phone or name of the applicant.</summary>
    public string? Text { get; init; }

    public ObjectionState? State { get; init; }

    public DateOnly? From { get; init; }

    public DateOnly? Until { get; init; }

    /// <summary>As an address writes it. What is searched for names people and is never in it.</summary>
    public static ObjectionFilter Of(string? state, string? from, string? until) => new()
    {
        State = ObjectionWords.States.Where(s => s.Code == state).Select(s => (ObjectionState?)s.Value).FirstOrDefault(),
        From = AddressValues.Day(from),
        Until = AddressValues.Day(until),
    };
}

/// <summary>One line of the register, with every column of Perki KI 1/2021.</summary>
public sealed record ObjectionRow
{
    public required Guid Id { get; init; }

    public required string Number { get; init; }

    public required DateOnly ReceivedOn { get; init; }

    public required string ApplicantName { get; init; }

    public required string? Organisation { get; init; }

    public required string Address { get; init; }

    public required string Contact { get; init; }

    public required string Occupation { get; init; }

    public required string Proxy { get; init; }

    public required Guid RequestId { get; init; }

    public required string RequestNumber { get; init; }

    public required string Detail { get; init; }

    public required string Purpose { get; init; }

    /// <summary>"a. Permohonan ditolak …; g. …".</summary>
    public required string Grounds { get; init; }

    public required string Decision { get; init; }

    public required DateOnly? AnsweredOn { get; init; }

    public required string Superior { get; init; }

    public required string Response { get; init; }

    public required ClockFace? Clock { get; init; }
}

public sealed record ObjectionRegisterRows(IReadOnlyList<ObjectionRow> Rows, int Count);

/// <summary>The register of objections, newest first, read page by page.</summary>
public sealed class ObjectionRegister(IDbContextFactory<DinsosDbContext> factory, AgencyDirectory agencies, RegionCatalog regions, InformationReference reference, TimeProvider time)
{
    public const int PageSize = 25;
    public const int MostAtOnce = 500;

    /// <summary>Empty for somebody who may not read it; the page itself is closed to them.</summary>
    public async Task<ObjectionRegisterRows> PageAsync(ObjectionFilter filter, int page, Actor actor, CancellationToken cancellationToken = default)
    {
        if (!ObjectionQueries.MayRead(actor))
        {
            return new ObjectionRegisterRows([], 0);
        }

        var agency = await agencies.GetAsync(cancellationToken);
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        var found = Filtered(db, filter, agency).VisibleTo(actor, o => o.RequestId);
        var count = await found.CountAsync(cancellationToken);
        var rows = await ReadAsync(db, found.OrderByDescending(o => o.ReceivedAt).ThenByDescending(o => o.Id).Skip((Math.Max(1, page) - 1) * PageSize).Take(PageSize), agency, cancellationToken);
        return new ObjectionRegisterRows(rows, count);
    }

    /// <summary>All matching rows, oldest first, some hundred at a time.</summary>
    public async IAsyncEnumerable<ObjectionRow> AllAsync(ObjectionFilter filter, Actor reader, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var agency = await agencies.GetAsync(cancellationToken);
        var (after, last) = (DateTime.MinValue.ToUniversalTime(), Guid.Empty);
        while (true)
        {
            await using var db = await factory.CreateDbContextAsync(cancellationToken);
            var part = Filtered(db, filter, agency).VisibleTo(reader, o => o.RequestId).Where(o => o.ReceivedAt > after || (o.ReceivedAt == after && o.Id > last)).OrderBy(o => o.ReceivedAt).ThenBy(o => o.Id).Take(MostAtOnce);
            var rows = await ReadAsync(db, part, agency, cancellationToken);
            foreach (var row in rows)
            {
                yield return row;
            }

            if (rows.Count < MostAtOnce)
            {
                yield break;
            }

            last = rows[^1].Id;
            after = await db.Objections.Where(o => o.Id == last).Select(o => o.ReceivedAt).FirstAsync(cancellationToken);
        }
    }

    private static IQueryable<Objection> Filtered(DinsosDbContext db, ObjectionFilter filter, AgencySnapshot agency)
    {
        var found = db.Objections.AsNoTracking();
        if (!string.IsNullOrWhiteSpace(filter.Text))
        {
            var items = db.WorkItems.Matching(db, filter.Text).Select(w => w.Id);
            var number = filter.Text.Trim().ToUpperInvariant();
            found = found.Where(o => items.Contains(o.RequestId) || o.Number == number);
        }

        found = filter.State switch
        {
            ObjectionState.Waiting => found.Where(o => o.ClosedAt == null && o.DecidedAt == null),
            ObjectionState.Decided => found.Where(o => o.ClosedAt == null && o.DecidedAt != null),
            ObjectionState.Answered => found.Where(o => o.ConveyedAt != null),
            ObjectionState.Withdrawn => found.Where(o => o.WithdrawnAt != null),
            _ => found,
        };
        if (filter.From is { } from)
        {
            var start = agency.Calendar.MidnightAfter(from.AddDays(-1));
            found = found.Where(o => o.ReceivedAt >= start);
        }

        if (filter.Until is { } until)
        {
            var end = agency.Calendar.MidnightAfter(until);
            found = found.Where(o => o.ReceivedAt < end);
        }

        return found;
    }

    private async Task<IReadOnlyList<ObjectionRow>> ReadAsync(DinsosDbContext db, IQueryable<Objection> objections, AgencySnapshot agency, CancellationToken cancellationToken)
    {
        var records = await (from o in objections
                             join i in db.InformationRequests on o.RequestId equals i.Id
                             join r in db.ServiceRequests on o.RequestId equals r.Id
                             join p in db.Persons on r.ApplicantId equals p.Id
                             select new Record(o, i, r.Number, p)).ToListAsync(cancellationToken);
        var now = time.GetUtcNow().UtcDateTime;
        return records.ConvertAll(r => Row(r, agency, now));
    }

    private ObjectionRow Row(Record record, AgencySnapshot agency, DateTime now)
    {
        var (objection, information, requestNumber, person) = record;
        return new ObjectionRow
        {
            Id = objection.Id,
            Number = objection.Number,
            ReceivedOn = agency.DateOf(objection.ReceivedAt),
            ApplicantName = person.Name,
            Organisation = information.OrganisationName,
            Address = PersonAddress.Of(person, regions),
            Contact = string.Join(", ", new[] { person.Phone, information.Email }.Where(t => !string.IsNullOrWhiteSpace(t))),
            Occupation = information.Occupation,
            Proxy = objection.ProxyName is { } proxy ? $"{proxy}, {objection.ProxyAddress}, {objection.ProxyLetter}" : "",
            RequestId = objection.RequestId,
            RequestNumber = requestNumber,
            Detail = information.Detail,
            Purpose = objection.Purpose,
            Grounds = string.Join("; ", reference.ObjectionGrounds.Where(g => objection.Grounds.Contains(g.Code)).Select(g => $"{g.Code}. {g.Text}")),
            Decision = objection.State == ObjectionState.Withdrawn ? ObjectionState.Withdrawn.Name() : objection.Decision?.Name() ?? "",
            AnsweredOn = objection.ConveyedAt is { } told ? agency.DateOf(told) : null,
            Superior = objection.SuperiorText ?? "",
            Response = objection.Response is { } response ? string.Join(". ", new[] { response.Name(), objection.ResponseNote }.OfType<string>()) : "",
            Clock = objection.State == ObjectionState.Withdrawn ? null : ClockFace.Of(agency.Calendar, ObjectionRules.Clock(objection, reference.ObjectionTimes, agency.Calendar), now, ClockFace.Legal),
        };
    }

    private sealed record Record(Objection Objection, InformationRequest Information, string RequestNumber, Person Person);
}
