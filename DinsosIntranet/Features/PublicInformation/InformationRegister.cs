using DinsosIntranet.Features.Accounts;
using DinsosIntranet.Features.Agency;
using DinsosIntranet.Features.Desks.Domain;
using DinsosIntranet.Features.Intake;
using DinsosIntranet.Features.Intake.Domain;
using DinsosIntranet.Features.Letters;
using DinsosIntranet.Features.Letters.Domain;
using DinsosIntranet.Features.PublicInformation.Domain;
using DinsosIntranet.Features.Standards;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Data;
using DinsosIntranet.Shared.Regions;
using Microsoft.EntityFrameworkCore;

namespace DinsosIntranet.Features.PublicInformation;

/// <summary>What the register can be narrowed to: how a request was answered, or that it was not yet.</summary>
public enum RegisterStatus
{
    Unanswered,
    Granted,
    GrantedInPart,
    Excluded,
    NotHeld,
    Withdrawn,
}

/// <summary>What the register is asked for. Days are the agency's, both included.</summary>
public sealed record RegisterFilter
{
    /// <summary>Number, NIK, phone or name; or a part of what was asked for, behind an equals sign of its own field.</summary>
    public string? Text { get; init; }

    public RegisterStatus? Status { get; init; }

    public bool OnlyFlagged { get; init; }

    public DateOnly? From { get; init; }

    public DateOnly? Until { get; init; }
}

/// <summary>One line of the register, with every column the law asks for (UU 14/2008, Perki KI 1/2021).</summary>
public sealed record RegisterRow
{
    public required Guid Id { get; init; }

    public required string Number { get; init; }

    public required DateOnly ReceivedOn { get; init; }

    public required string ApplicantName { get; init; }

    public required string? Organisation { get; init; }

    public required string Address { get; init; }

    public required string Contact { get; init; }

    public required string Occupation { get; init; }

    public required string Detail { get; init; }

    public required string Purpose { get; init; }

    /// <summary>"dikuasai", "belum dikuasai", "belum didokumentasikan", "dikuasai badan publik lain"; nothing before it was decided.</summary>
    public required string Held { get; init; }

    /// <summary>The body that holds it, and the letter to it; empty where this agency holds it.</summary>
    public required string OtherBody { get; init; }

    /// <summary>When the letter went to that body.</summary>
    public required DateOnly? ReferredOn { get; init; }

    public required string Form { get; init; }

    public required string Kind { get; init; }

    public required string Decision { get; init; }

    public required string RefusalGround { get; init; }

    public required DateOnly? NoticeOn { get; init; }

    public required DateOnly? GivenOn { get; init; }

    public required string Fee { get; init; }

    public required bool IsFlagged { get; init; }

    public required ClockFace? LegalClock { get; init; }

    public required ClockFace Clock { get; init; }
}

public sealed record InformationRegisterPage(IReadOnlyList<RegisterRow> Rows, int Count);

/// <summary>The register of requests for public information, newest first, read page by page.</summary>
public sealed class InformationRegister(
    IDbContextFactory<DinsosDbContext> factory, StandardLibrary standards, AgencyDirectory agencies, RegionCatalog regions, TimeProvider time)
{
    public const int PageSize = 25;
    public const int MostAtOnce = 500;

    public static bool MayRead(Actor actor) => Policies.Admits(Policies.Information, actor);

    /// <summary>Names and addresses leave the program with it: those who answer for the register, not everybody who reads it.</summary>
    public static bool MayExport(Actor actor) => actor.HasAny(StaffRole.PpidOfficer, StaffRole.AgencySecretary, StaffRole.HeadOfAgency, StaffRole.Supervisor);

    /// <summary>Empty for somebody who may not read it; the page itself is closed to them.</summary>
    public async Task<InformationRegisterPage> PageAsync(RegisterFilter filter, int page, Actor actor, CancellationToken cancellationToken = default)
    {
        if (!MayRead(actor))
        {
            return new InformationRegisterPage([], 0);
        }

        var agency = await agencies.GetAsync(cancellationToken);
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        var found = Filtered(db, filter, agency).VisibleTo(actor);
        var count = await found.CountAsync(cancellationToken);
        var rows = await ReadAsync(db, found.OrderByDescending(w => w.OpenedAt).ThenByDescending(w => w.Number).Skip((Math.Max(1, page) - 1) * PageSize).Take(PageSize), agency, cancellationToken);
        return new InformationRegisterPage(rows, count);
    }

    /// <summary>All matching rows, oldest first, some hundred at a time; what is registered meanwhile is not missed and nothing comes twice.</summary>
    public async IAsyncEnumerable<RegisterRow> AllAsync(RegisterFilter filter, Actor reader, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var agency = await agencies.GetAsync(cancellationToken);
        var (after, last) = (DateTime.MinValue.ToUniversalTime(), "");
        while (true)
        {
            await using var db = await factory.CreateDbContextAsync(cancellationToken);
#pragma warning disable CA1309 // Translated to a comparison of the database.
            var part = Filtered(db, filter, agency).VisibleTo(reader).Where(w => w.OpenedAt > after || (w.OpenedAt == after && string.Compare(w.Number, last) > 0));
#pragma warning restore CA1309
            var items = await part.OrderBy(w => w.OpenedAt).ThenBy(w => w.Number).Take(MostAtOnce).Select(w => new { w.OpenedAt, w.Number }).ToListAsync(cancellationToken);
            if (items.Count == 0)
            {
                yield break;
            }

            foreach (var row in await ReadAsync(db, part.OrderBy(w => w.OpenedAt).ThenBy(w => w.Number).Take(MostAtOnce), agency, cancellationToken))
            {
                yield return row;
            }

            (after, last) = (items[^1].OpenedAt, items[^1].Number);
        }
    }

    private static IQueryable<WorkItem> Filtered(DinsosDbContext db, RegisterFilter filter, AgencySnapshot agency)
    {
        var items = db.WorkItems.AsNoTracking().Where(w => !w.IsConfidential && db.InformationRequests.Select(i => i.Id).Contains(w.Id)).Matching(db, filter.Text);
        items = filter.Status switch
        {
            null => items,
            RegisterStatus.Withdrawn => items.Where(w => w.Status == WorkStatus.Withdrawn),
            RegisterStatus.Unanswered => items.Where(w => w.Status != WorkStatus.Withdrawn && db.InformationRequests.Any(i => i.Id == w.Id && i.NoticeGivenAt == null)),
            { } status => WithDecision(items, db, DecisionOf(status)),
        };
        if (filter.OnlyFlagged)
        {
            items = items.Where(w => db.InformationRequests.Any(i => i.Id == w.Id && i.FlaggedWords.Length > 0));
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

    private static IQueryable<WorkItem> WithDecision(IQueryable<WorkItem> items, DinsosDbContext db, InformationDecision decision) =>
        items.Where(w => db.InformationRequests.Any(i => i.Id == w.Id && i.Decision == decision));

    private static InformationDecision DecisionOf(RegisterStatus status) => status switch
    {
        RegisterStatus.Granted => InformationDecision.Granted,
        RegisterStatus.GrantedInPart => InformationDecision.GrantedInPart,
        RegisterStatus.Excluded => InformationDecision.Excluded,
        RegisterStatus.NotHeld => InformationDecision.NotHeld,
        _ => throw new ArgumentOutOfRangeException(nameof(status)),
    };

    private async Task<IReadOnlyList<RegisterRow>> ReadAsync(DinsosDbContext db, IQueryable<WorkItem> page, AgencySnapshot agency, CancellationToken cancellationToken)
    {
        var records = await (from w in page
                             join i in db.InformationRequests on w.Id equals i.Id
                             join r in db.ServiceRequests on w.Id equals r.Id
                             join p in db.Persons on r.ApplicantId equals p.Id
                             join c in db.WorkClocks.Where(c => c.Kind == ClockKind.Promise) on w.Id equals c.WorkItemId
                             join l in db.WorkClocks.Where(c => c.Kind == ClockKind.LegalLimit) on w.Id equals l.WorkItemId into limits
                             from legal in limits.DefaultIfEmpty()
                             select new Record(w, i, r, p, c, legal)).ToListAsync(cancellationToken);
        var ids = records.ConvertAll(r => r.Item.Id);
        var tests = (await db.ExclusionTests.AsNoTracking().Where(t => ids.Contains(t.RequestId)).OrderBy(t => t.Id).ToListAsync(cancellationToken)).ToLookup(t => t.RequestId);
        var given = await db.InformationHandOvers.AsNoTracking()
            .Where(h => ids.Contains(h.RequestId) && h.CompletedAt != null)
            .ToDictionaryAsync(h => h.RequestId, h => h.CompletedAt!.Value, cancellationToken);
        var referrals = (await db.Letters.AsNoTracking()
            .Where(l => ids.Contains(l.RequestId) && l.Kind == LetterKinds.InformationReferral && l.Status == LetterStatus.Issued)
            .OrderBy(l => l.IssuedAt)
            .Select(l => new { l.RequestId, l.Number })
            .ToListAsync(cancellationToken)).GroupBy(l => l.RequestId).ToDictionary(g => g.Key, g => g.Last().Number!);
        var now = time.GetUtcNow().UtcDateTime;
        var rows = new List<RegisterRow>(records.Count);
        foreach (var record in records)
        {
            var fee = (await standards.GetAsync(record.Item.StandardVersionId, cancellationToken)).Standard.Fee;
            rows.Add(Row(record, [.. tests[record.Item.Id]], given.TryGetValue(record.Item.Id, out var at) ? at : null, referrals.GetValueOrDefault(record.Item.Id), fee, agency, now));
        }

        return rows;
    }

    private RegisterRow Row(Record record, IReadOnlyList<ExclusionTest> tests, DateTime? given, string? referral, string fee, AgencySnapshot agency, DateTime now)
    {
        var (item, information, _, person, clock, legal) = record;
        var isRefused = information.Decision is InformationDecision.Excluded or InformationDecision.GrantedInPart;
        return new RegisterRow
        {
            Id = item.Id,
            Number = item.Number,
            ReceivedOn = agency.DateOf(item.OpenedAt),
            ApplicantName = person.Name,
            Organisation = information.OrganisationName,
            Address = PersonAddress.Of(person, regions),
            Contact = string.Join(", ", new[] { person.Phone, information.Email }.Where(t => !string.IsNullOrWhiteSpace(t))),
            Occupation = information.Occupation,
            Detail = information.Detail,
            Purpose = information.Purpose,
            Held = information.Decision is null ? "" : information.NotHeld is { } kind ? kind.Name().ToLowerInvariant() : "dikuasai",
            OtherBody = information.OtherBody is not { } body ? "" : referral is null ? body : $"{body}, surat {referral}",
            ReferredOn = information.ReferralSentAt is { } sent ? agency.DateOf(sent) : null,
            Form = information.CopyForm?.Name().ToLowerInvariant() ?? "",
            Kind = information.Obtain == ObtainWay.Look ? "melihat" : "meminta salinan",
            Decision = item.Status == WorkStatus.Withdrawn ? WorkWords.Status(item.Status) : information.Decision?.Name() + (information.PublicEntryCode is null ? "" : ", dari daftar informasi publik"),
            RefusalGround = isRefused ? string.Join("; ", tests.Select(t => t.LegalBasis).Distinct()) : "",
            NoticeOn = information.NoticeGivenAt is { } notice ? agency.DateOf(notice) : null,
            GivenOn = given is { } day ? agency.DateOf(day) : null,
            Fee = fee,
            IsFlagged = information.IsFlagged,
            LegalClock = legal is null || item.Status == WorkStatus.Withdrawn ? null : ClockFace.Of(agency.Calendar, legal.Read(null), now, ClockFace.Legal),
            Clock = ClockFace.Of(agency.Calendar, clock.Read(item.PausedSince), now),
        };
    }

    private sealed record Record(WorkItem Item, InformationRequest Information, ServiceRequest Request, Person Person, WorkClock Clock, WorkClock? Legal);
}
