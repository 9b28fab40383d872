using DinsosIntranet.Features.Agency;
using DinsosIntranet.Features.Standards;
using DinsosIntranet.Features.Standards.Domain;
using DinsosIntranet.Shared.Data;
using Microsoft.EntityFrameworkCore;

namespace DinsosIntranet.Features.VictimCases;

/// <summary>A line of today's guest book, by its number only.</summary>
public sealed record TodaysGuest(Guid Id, string Label);

/// <summary>What the form of a new report offers.</summary>
public sealed class CaseIntakeQueries(IDbContextFactory<DinsosDbContext> factory, StandardLibrary standards, ActionRegistry actions, AgencyDirectory agencies, TimeProvider time)
{
    private const int GuestsShown = 50;

    /// <summary>The victims' standards in force that take people in, and the guests of today no request belongs to yet.</summary>
    public async Task<(IReadOnlyList<ServiceStandard> Services, IReadOnlyList<TodaysGuest> Guests)> ChoicesAsync(CancellationToken cancellationToken = default)
    {
        var agency = await agencies.GetAsync(cancellationToken);
        var today = agency.DateOf(time.GetUtcNow().UtcDateTime);
        var active = await standards.ActiveOnAsync(today, cancellationToken);
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        var guests = await db.GuestBookEntries.AsNoTracking()
            .Where(g => g.Day == today && g.RequestId == null && g.LeftAt == null)
            .OrderByDescending(g => g.Number).Take(GuestsShown)
            .Select(g => new { g.Id, g.Number })
            .ToListAsync(cancellationToken);
        return (
            [.. active.Select(s => s.Standard).Where(s => actions.IsCase(s) && actions.TakesIn(s)).OrderBy(s => s.ShortTitle, StringComparer.Ordinal)],
            [.. guests.Select(g => new TodaysGuest(g.Id, $"Tamu {g.Number:000}"))]);
    }
}
