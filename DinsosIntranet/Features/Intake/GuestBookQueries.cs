using DinsosIntranet.Features.Desks;
using DinsosIntranet.Features.Intake.Domain;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Data;
using Microsoft.EntityFrameworkCore;

namespace DinsosIntranet.Features.Intake;

/// <summary>One line of the guest book, with the number of the request that came of it.</summary>
public sealed record GuestRow(
    Guid Id,
    int Number,
    DateTime ArrivedAt,
    string Name,
    string? Origin,
    string? Phone,
    string Purpose,
    string? ToUnitCode,
    string? IdCardLeft,
    DateTime? IdCardReturnedAt,
    DateTime? LeftAt,
    Guid? RequestId,
    string? RequestNumber)
{
    public string Label => $"Tamu {Number:000}";

    public bool HoldsCard => IdCardLeft is not null && IdCardReturnedAt is null;
}

/// <summary>A page of one day of the guest book, with the figures of the whole day.</summary>
public sealed record GuestBookPage(IReadOnlyList<GuestRow> Rows, int Total, int StillHere, int CardsHeld)
{
    public static GuestBookPage Empty { get; } = new([], 0, 0, 0);
}

/// <summary>Reads the guest book for those who keep it.</summary>
public sealed class GuestBookQueries(IDbContextFactory<DinsosDbContext> factory, RequestTexts texts)
{
    public const int PageSize = 25;

    /// <summary>Newest first.</summary>
    public async Task<GuestBookPage> PageAsync(DateOnly day, int page, Actor viewer, CancellationToken cancellationToken = default)
    {
        if (!RequestAccess.MayRegister(viewer))
        {
            return GuestBookPage.Empty;
        }

        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        var entries = db.GuestBookEntries.AsNoTracking().Where(g => g.Day == day);
        var figures = await entries
            .GroupBy(_ => 1)
            .Select(g => new
            {
                Total = g.Count(),
                StillHere = g.Count(e => e.LeftAt == null),
                CardsHeld = g.Count(e => e.IdCardLeft != null && e.IdCardReturnedAt == null),
            })
            .FirstOrDefaultAsync(cancellationToken);
        var rows = await Rows(db, viewer, entries.OrderByDescending(g => g.Number).Skip((page - 1) * PageSize).Take(PageSize)).ToListAsync(cancellationToken);
        return new GuestBookPage([.. rows.Select(Opened).OrderByDescending(r => r.Number)], figures?.Total ?? 0, figures?.StillHere ?? 0, figures?.CardsHeld ?? 0);
    }

    /// <summary>Guests of a day for whom no request has been made yet, newest first; with <paramref name="alsoId"/> whatever its day.</summary>
    public async Task<IReadOnlyList<GuestRow>> WithoutRequestAsync(DateOnly day, Guid? alsoId, Actor viewer, CancellationToken cancellationToken = default)
    {
        if (!RequestAccess.MayRegister(viewer))
        {
            return [];
        }

        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        var entries = db.GuestBookEntries.AsNoTracking().Where(g => (g.Day == day && g.RequestId == null) || g.Id == alsoId);
        var rows = await Rows(db, viewer, entries.OrderByDescending(g => g.ArrivedAt).Take(100)).ToListAsync(cancellationToken);
        return [.. rows.Select(Opened).OrderByDescending(r => r.ArrivedAt)];
    }

    /// <summary>The lines of the book are stored encrypted: nobody knows at the counter's door what a guest came for.</summary>
    private GuestRow Opened(GuestRow row) => row with
    {
        Name = texts.Guest(nameof(GuestBookEntry.Name), row.Id, row.Name)!,
        Origin = texts.Guest(nameof(GuestBookEntry.Origin), row.Id, row.Origin),
        Phone = texts.Guest(nameof(GuestBookEntry.Phone), row.Id, row.Phone),
        Purpose = texts.Guest(nameof(GuestBookEntry.Purpose), row.Id, row.Purpose)!,
    };

    private static IQueryable<GuestRow> Rows(DinsosDbContext db, Actor viewer, IQueryable<GuestBookEntry> entries) =>
        from g in entries
        join r in db.ServiceRequests.AsNoTracking().VisibleTo(viewer) on g.RequestId equals r.Id into requests
        from r in requests.DefaultIfEmpty()
        select new GuestRow(
            g.Id, g.Number, g.ArrivedAt, g.Name, g.Origin, g.Phone, g.Purpose, g.ToUnitCode, g.IdCardLeft, g.IdCardReturnedAt, g.LeftAt, r == null ? null : r.Id, r == null ? null : r.Number);
}
