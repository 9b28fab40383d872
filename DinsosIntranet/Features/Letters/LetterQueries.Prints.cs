using DinsosIntranet.Features.Intake;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Data;
using Microsoft.EntityFrameworkCore;

namespace DinsosIntranet.Features.Letters;

public sealed partial class LetterQueries
{
    /// <summary>Who printed, downloaded or looked at what, newest first; nothing of confidential requests.</summary>
    public async Task<PrintPage> PrintsAsync(PrintFilter filter, int page, Actor viewer, CancellationToken cancellationToken = default)
    {
        if (!RequestAccess.MaySee(viewer))
        {
            return new PrintPage([], 0);
        }

        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        return await PrintsAsync(db, viewer, filter, page, PageSize, cancellationToken);
    }

    /// <summary>The kinds of paper and the people the register knows, for its filters.</summary>
    public async Task<(IReadOnlyList<string> Kinds, IReadOnlyList<(Guid Id, string Name)> People)> PrintChoicesAsync(CancellationToken cancellationToken = default)
    {
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        var kinds = await db.PrintRecords.AsNoTracking().Select(p => p.Kind).Distinct().ToListAsync(cancellationToken);
        var people = await db.Users.AsNoTracking()
            .Where(u => db.PrintRecords.Any(p => p.ByUserId == u.Id))
            .OrderBy(u => u.FullName)
            .Select(u => new { u.Id, u.FullName })
            .ToListAsync(cancellationToken);
        return ([.. kinds.OrderBy(LetterKinds.Name)], [.. people.Select(u => (u.Id, u.FullName))]);
    }

    private async Task<PrintPage> PrintsAsync(DinsosDbContext db, Actor viewer, PrintFilter filter, int page, int size, CancellationToken cancellationToken)
    {
        var records = db.PrintRecords.AsNoTracking();
        if (filter.LetterId is { } letterId)
        {
            records = records.Where(p => p.RecordId == letterId);
        }

        if (filter.Kind is { } kind)
        {
            records = records.Where(p => p.Kind == kind);
        }

        if (filter.Way is { } way)
        {
            records = records.Where(p => p.Way == way);
        }

        if (filter.ByUserId is { } by)
        {
            records = records.Where(p => p.ByUserId == by);
        }

        if (filter.From is { } from)
        {
            records = records.Where(p => p.At >= from);
        }

        if (filter.Until is { } until)
        {
            records = records.Where(p => p.At < until);
        }

        // A sheet rendered on demand belongs to its request; a draft that was written anew is gone, its line stays.
        var lines = from p in records
                    join l in db.Letters.AsNoTracking() on p.RecordId equals l.Id into letters
                    from l in letters.DefaultIfEmpty()
                    join w in db.WorkItems.AsNoTracking() on ((Guid?)l.RequestId ?? p.RecordId) equals w.Id into items
                    from w in items.DefaultIfEmpty()
                    where w == null || !w.IsConfidential || (l != null && _kindsWithoutContent.Contains(l.Kind))
                    select new { Print = p, LetterId = (Guid?)l.Id, l.Number, l.Title, RequestId = (Guid?)w.Id, RequestNumber = w.Number };
        lines = lines.VisibleTo(viewer, line => line.RequestId);
        var total = await lines.CountAsync(cancellationToken);
        var rows = await lines
            .OrderByDescending(p => p.Print.At).ThenByDescending(p => p.Print.Id)
            .Skip((page - 1) * size).Take(size)
            .ToListAsync(cancellationToken);
        var users = rows.Select(r => r.Print.ByUserId).Distinct().ToList();
        var people = await db.Users.AsNoTracking().Where(u => users.Contains(u.Id)).ToDictionaryAsync(u => u.Id, u => u.FullName, cancellationToken);
        return new PrintPage(
            [.. rows.Select(r => new PrintLine(r.Print.Id, r.Print.At, people[r.Print.ByUserId], r.Print.Way, r.Print.Copy, r.Title ?? LetterKinds.Name(r.Print.Kind), r.LetterId, r.Number ?? r.RequestNumber, r.RequestId))],
            total);
    }
}
