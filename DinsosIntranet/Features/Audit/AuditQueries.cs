using DinsosIntranet.Features.Agency;
using DinsosIntranet.Features.Audit.Domain;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Calendar;
using DinsosIntranet.Shared.Data;
using Microsoft.EntityFrameworkCore;

namespace DinsosIntranet.Features.Audit;

/// <summary>Which rows are asked for; all conditions hold together. Only one of <see cref="Before"/> and <see cref="After"/> is set.</summary>
public sealed record AuditFilter
{
    public Guid? ActorId { get; init; }

    public string? Act { get; init; }

    public string? RecordKind { get; init; }

    public string? RecordId { get; init; }

    public DateOnly? From { get; init; }

    public DateOnly? Until { get; init; }

    /// <summary>Rows older than this number: the next page.</summary>
    public long? Before { get; init; }

    /// <summary>Rows newer than this number: the page before.</summary>
    public long? After { get; init; }
}

/// <summary>One row as the page shows it. <paramref name="Detail"/> is null where the viewer may not see the content.</summary>
public sealed record AuditLine(
    long Sequence, DateTime AtUtc, Guid ActorId, string ActorName, string Act, string RecordKind, string RecordId, string? RecordLabel, AuditDetail? Detail);

public sealed record AuditPage(IReadOnlyList<AuditLine> Lines, bool HasOlder, bool HasNewer);

public sealed record AuditPerson(Guid Id, string Name);

/// <summary>
/// Reads the trail for its page. Paged by the row's number, so the last page costs what the first does; a range of dates
/// is first turned into a range of numbers, because the time of a row has no index and needs none: rows are in its order.
/// </summary>
public sealed class AuditQueries(IDbContextFactory<DinsosDbContext> factory, AgencyDirectory agencies, IEnumerable<AuditNames> names, IEnumerable<SecludedRecords> records)
{
    public const int PageSize = 50;

    /// <summary>Two writes may commit in another order than they read the clock; no further apart than this.</summary>
    private static readonly TimeSpan OutOfOrder = TimeSpan.FromHours(1);

    public Task<AuditPage> PageAsync(AuditFilter filter, AuditSight sight, CancellationToken cancellationToken = default) =>
        PageAsync(filter, sight, PageSize, cancellationToken);

    /// <summary>As above with another number of lines, for whoever goes through all of them.</summary>
    public async Task<AuditPage> PageAsync(AuditFilter filter, AuditSight sight, int size, CancellationToken cancellationToken)
    {
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        var secluded = await SecludedAsync(db, sight, cancellationToken);
        var matching = await MatchingAsync(db, filter, sight, secluded, cancellationToken);
        var isBackwards = filter.After is not null;
        var wanted = isBackwards
            ? matching.Where(r => r.Sequence > filter.After).OrderBy(r => r.Sequence)
            : matching.Where(r => filter.Before == null || r.Sequence < filter.Before).OrderByDescending(r => r.Sequence);
        var rows = await wanted.Take(size + 1).ToListAsync(cancellationToken);
        var hasMore = rows.Count > size;
        if (hasMore)
        {
            rows.RemoveAt(size);
        }

        if (isBackwards)
        {
            rows.Reverse();
        }

        return new AuditPage(
            await DescribeAsync(db, rows, sight, secluded, cancellationToken),
            HasOlder: isBackwards ? rows.Count > 0 : hasMore,
            HasNewer: isBackwards ? hasMore : filter.Before is not null && rows.Count > 0);
    }

    /// <summary>The staff whose acts the viewer may see, the program itself last.</summary>
    public async Task<IReadOnlyList<AuditPerson>> PeopleAsync(AuditSight sight, CancellationToken cancellationToken = default)
    {
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        var people = await db.Users.AsNoTracking()
            .Where(u => sight.SeesEverybody || u.Roles.Any(r => sight.Units.Contains(r.UnitCode!)))
            .OrderBy(u => u.FullName)
            .Select(u => new AuditPerson(u.Id, u.FullName))
            .ToListAsync(cancellationToken);
        return sight.SeesEverybody ? [.. people, new AuditPerson(Actor.System.UserId, Actor.System.Name)] : people;
    }

    /// <summary>The record with this number, to look for its rows; null where there is none, or none for this viewer.</summary>
    public async Task<(string Kind, Guid Id)?> FindRecordAsync(string number, AuditSight sight, CancellationToken cancellationToken = default)
    {
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        foreach (var kind in names)
        {
            if (await kind.FindAsync(db, number, cancellationToken) is { } id)
            {
                return (await SecludedAsync(db, sight, cancellationToken)).Contains(id.ToString()) ? null : (kind.RecordKind, id);
            }
        }

        return null;
    }

    /// <summary>The records whose rows are left out for this viewer, as the rows name them; nearly always none.</summary>
    private async Task<HashSet<string>> SecludedAsync(DinsosDbContext db, AuditSight sight, CancellationToken cancellationToken)
    {
        HashSet<string> secluded = [];
        if (sight.Secluded.Count > 0)
        {
            foreach (var owner in records)
            {
                secluded.UnionWith((await owner.IdsAsync(db, sight.Secluded, cancellationToken)).Select(id => id.ToString()));
            }
        }

        return secluded;
    }

    private async Task<IQueryable<AuditRecord>> MatchingAsync(DinsosDbContext db, AuditFilter filter, AuditSight sight, HashSet<string> secluded, CancellationToken cancellationToken)
    {
        var rows = db.AuditRecords.AsNoTracking();
        if (secluded.Count > 0)
        {
            rows = rows.Where(r => !secluded.Contains(r.RecordId));
        }

        if (!sight.SeesEverybody)
        {
            var staff = await db.RoleAssignments.Where(r => sight.Units.Contains(r.UnitCode!)).Select(r => r.UserId).Distinct().ToListAsync(cancellationToken);
            rows = rows.Where(r => staff.Contains(r.ActorId));
        }

        if (filter.ActorId is { } actor)
        {
            rows = rows.Where(r => r.ActorId == actor);
        }

        if (filter.Act is AuditActs.RefusedPrefix)
        {
            rows = rows.Where(r => r.Act.StartsWith(AuditActs.RefusedPrefix));
        }
        else if (filter.Act is { } act)
        {
            rows = rows.Where(r => r.Act == act);
        }

        if (filter.RecordKind is { } kind)
        {
            rows = rows.Where(r => r.RecordKind == kind);
        }

        if (filter.RecordId is { } id)
        {
            rows = rows.Where(r => r.RecordId == id);
        }

        return await InDatesAsync(db, rows, filter, cancellationToken);
    }

    private async Task<IQueryable<AuditRecord>> InDatesAsync(DinsosDbContext db, IQueryable<AuditRecord> rows, AuditFilter filter, CancellationToken cancellationToken)
    {
        if (filter.From is null && filter.Until is null)
        {
            return rows;
        }

        var zone = (await agencies.GetAsync(cancellationToken)).Zone;
        if (filter.From is { } from)
        {
            var start = WorkCalendar.StartOf(from, zone);
            var first = await FirstSinceAsync(db, start - OutOfOrder, cancellationToken);
            rows = rows.Where(r => r.Sequence >= first && r.AtUtc >= start);
        }

        if (filter.Until is { } until)
        {
            var end = WorkCalendar.StartOf(until.AddDays(1), zone);
            var beyond = await FirstSinceAsync(db, end + OutOfOrder, cancellationToken);
            rows = rows.Where(r => r.Sequence < beyond && r.AtUtc < end);
        }

        return rows;
    }

    /// <summary>The number of the first row at or after a moment, by halving: some twenty looks at the primary key in a million rows.</summary>
    private static async Task<long> FirstSinceAsync(DinsosDbContext db, DateTime moment, CancellationToken cancellationToken)
    {
        var low = 1L;
        var high = (await db.AuditRecords.MaxAsync(r => (long?)r.Sequence, cancellationToken) ?? 0) + 1;
        while (low < high)
        {
            var middle = low + ((high - low) / 2);
            var at = await db.AuditRecords.Where(r => r.Sequence >= middle).OrderBy(r => r.Sequence).Select(r => (DateTime?)r.AtUtc).FirstOrDefaultAsync(cancellationToken);
            if (at is null || at >= moment)
            {
                high = middle;
            }
            else
            {
                low = middle + 1;
            }
        }

        return low;
    }

    private async Task<IReadOnlyList<AuditLine>> DescribeAsync(DinsosDbContext db, List<AuditRecord> rows, AuditSight sight, HashSet<string> secluded, CancellationToken cancellationToken)
    {
        var agency = await agencies.FindAsync(cancellationToken);
        var details = rows.ConvertAll(r => sight.SeesContentOf(r.RecordKind) ? Without(AuditDetail.Read(r.Text), secluded) : null);
        var labels = await LabelsAsync(db, rows, cancellationToken);
        var mentioned = details.OfType<AuditDetail>().SelectMany(d => d.Facts).Select(f => Guid.TryParse(f.Value, out var id) ? id : Guid.Empty).Where(id => id != Guid.Empty).Distinct().ToList();
        var people = mentioned.Count == 0
            ? []
            : await db.Users.AsNoTracking().Where(u => mentioned.Contains(u.Id)).ToDictionaryAsync(u => u.Id.ToString(), u => u.FullName, cancellationToken);
        return [.. rows.Select((r, i) => new AuditLine(
            r.Sequence, r.AtUtc, r.ActorId, r.ActorName, r.Act, r.RecordKind, r.RecordId, labels.GetValueOrDefault(r.RecordId), details[i] is { } detail ? WithNames(detail, agency, people) : null))];
    }

    private async Task<Dictionary<string, string>> LabelsAsync(DinsosDbContext db, List<AuditRecord> rows, CancellationToken cancellationToken)
    {
        var labels = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var kind in names)
        {
            var ids = IdsOf(rows, kind.RecordKind);
            if (ids.Count > 0)
            {
                foreach (var (id, name) in await kind.NamesAsync(db, ids, cancellationToken))
                {
                    labels[id.ToString()] = name;
                }
            }
        }

        return labels;
    }

    private static List<Guid> IdsOf(List<AuditRecord> rows, string kind) =>
        [.. rows.Where(r => r.RecordKind == kind).Select(r => Guid.TryParse(r.RecordId, out var id) ? id : Guid.Empty).Where(id => id != Guid.Empty).Distinct()];

    /// <summary>Another record's row may mention one that is left out (an export of its rows, the letter that took its place).</summary>
    private static AuditDetail Without(AuditDetail detail, HashSet<string> secluded) =>
        secluded.Count == 0 ? detail : detail with { Facts = [.. detail.Facts.Where(f => f.Value is null || !secluded.Contains(f.Value))] };

    private static AuditDetail WithNames(AuditDetail detail, AgencySnapshot? agency, Dictionary<string, string> people) => detail with
    {
        Changes = [.. detail.Changes.Select(c => c.Field == "meja" ? c with { Before = DeskName(c.Before, agency), After = DeskName(c.After, agency) } : c)],
        Facts = [.. detail.Facts.Select(f => f with { Value = f.Name == "kepada" ? DeskName(f.Value, agency) : f.Value is { } id && people.TryGetValue(id, out var name) ? name : f.Value })],
    };

    private static string? DeskName(string? code, AgencySnapshot? agency) => code is null ? null : agency?.DeskName(code) ?? code;
}
