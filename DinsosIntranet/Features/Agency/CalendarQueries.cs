using DinsosIntranet.Features.Agency.Domain;
using DinsosIntranet.Shared.Calendar;
using DinsosIntranet.Shared.Data;
using Microsoft.EntityFrameworkCore;

namespace DinsosIntranet.Features.Agency;

public sealed record OfficeHoursLine(Guid Id, OfficeHoursProfile Profile)
{
    public bool IsOrdinary => Profile.From is null;
}

/// <summary>The calendar as its settings page shows it, with the revision to hand back when saving.</summary>
public sealed record CalendarSettings(SettingsRevision? Revision, IReadOnlyList<OfficeHoursLine> Hours, WorkCalendar Calendar, DateOnly Today)
{
    public Guid? Version => Revision?.Version;

    public IReadOnlyList<CalendarDay> DaysOf(int year) => [.. Calendar.Days.Where(d => d.Date.Year == year)];

    /// <summary>The years that can be looked at: those with entries, this one, and one more to be filled.</summary>
    public IReadOnlyList<int> Years
    {
        get
        {
            var known = Calendar.Days.Select(d => d.Date.Year).Append(Today.Year).Distinct().Order().ToList();
            return [.. known, known[^1] + 1];
        }
    }
}

public sealed class CalendarQueries(IDbContextFactory<DinsosDbContext> factory, AgencyDirectory agencies, TimeProvider time)
{
    public async Task<CalendarSettings> ReadAsync(CancellationToken cancellationToken = default)
    {
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        var revision = await db.SettingsRevisions.AsNoTracking().FirstOrDefaultAsync(r => r.Part == SettingsPart.Calendar, cancellationToken);
        var agency = await agencies.GetAsync(cancellationToken);
        var rows = await db.OfficeHours.AsNoTracking().ToListAsync(cancellationToken);
        var hours = rows.Select(r => new OfficeHoursLine(r.Id, r.ToProfile())).OrderBy(h => h.Profile.From ?? DateOnly.MinValue).ToList();
        var days = await db.CalendarDates.AsNoTracking().OrderBy(d => d.Date).ToListAsync(cancellationToken);
        var calendar = new WorkCalendar(agency.Zone, [.. hours.Select(h => h.Profile)], [.. days.Select(d => d.ToDay())]);
        return new CalendarSettings(revision, hours, calendar, agency.DateOf(time.GetUtcNow().UtcDateTime));
    }

    /// <summary>The sentence that asks for next year's holidays, or null; from memory.</summary>
    public async ValueTask<string?> MissingYearAsync(CancellationToken cancellationToken = default)
    {
        var agency = await agencies.GetAsync(cancellationToken);
        return HolidayPlan.MissingYear(agency.Calendar, agency.DateOf(time.GetUtcNow().UtcDateTime));
    }
}
