using DinsosIntranet.Features.Agency.Domain;
using DinsosIntranet.Features.Agency.Pages;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Data;
using Microsoft.EntityFrameworkCore;

namespace DinsosIntranet.Features.Agency;

/// <summary>Officials nobody has entered, holidays nobody has imported, a letterhead nobody has looked at.</summary>
internal sealed class AgencyGaps(IDbContextFactory<DinsosDbContext> factory, AgencyDirectory agencies, TimeProvider time) : SettingsGaps
{
    /// <summary>How long before it begins a provisional date is asked about, in days.</summary>
    private const int Notice = 30;

    private static readonly StaffRole[] WholeAgency = [StaffRole.HeadOfAgency, StaffRole.AgencySecretary];

    public override async Task<IReadOnlyList<SettingsGap>> ReadAsync(CancellationToken cancellationToken)
    {
        var agency = await agencies.GetAsync(cancellationToken);
        var today = agency.DateOf(time.GetUtcNow().UtcDateTime);
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        var officials = await db.Officials.AsNoTracking()
            .Where(o => o.From <= today && (o.Until == null || o.Until >= today))
            .Select(o => new { o.Role, o.UnitCode })
            .ToListAsync(cancellationToken);
        List<string> missing = [.. WholeAgency.Where(role => officials.TrueForAll(o => o.Role != role)).Select(role => role.Title())];
        missing.AddRange(UnitsWithHeads(agency)
            .Where(u => officials.TrueForAll(o => o.Role != StaffRole.HeadOfDivision || o.UnitCode != u.Code))
            .Select(u => u.HeadTitle));
        List<SettingsGap> gaps = [];
        if (missing.Count > 0)
        {
            gaps.Add(new SettingsGap(
                30, $"Belum dicatat sebagai pejabat: {string.Join(", ", missing)}. Tanpa itu namanya tidak dapat dicetak di bawah surat.", OfficialsPage.Address, "Pejabat"));
        }

        if (!agency.Calendar.IsDecided(today.Year))
        {
            gaps.Add(new SettingsGap(40, $"Hari libur {today.Year} belum ada. Janji waktu hanya memperhitungkan akhir pekan.", CalendarPage.Address, "Kalender"));
        }

        if (HolidayPlan.MissingYear(agency.Calendar, today) is { } nextYear)
        {
            gaps.Add(new SettingsGap(41, nextYear, CalendarPage.Address, "Kalender"));
        }

        var unsure = agency.Calendar.Days.Where(d => d.Provisional && IsSoon(d.Date, today)).Select(d => d.Name)
            .Concat(agency.Calendar.Profiles.Where(p => p.Provisional && p.From is { } from && IsSoon(from, today)).Select(p => p.Name))
            .Distinct().ToList();
        if (unsure.Count > 0)
        {
            gaps.Add(new SettingsGap(42, $"Segera tiba dan masih sementara: {string.Join(", ", unsure)}. Pastikan tanggal dan jamnya.", CalendarPage.Address, "Kalender"));
        }

        if (agency.Profile.LogoFileId is null && agency.VersionOf(SettingsPart.Letterhead) is null)
        {
            gaps.Add(new SettingsGap(50, "Kop surat belum diperiksa dan belum memuat lambang daerah.", "/pengaturan/kop-surat", "Kop surat dan kertas"));
        }

        return gaps;
    }

    private static bool IsSoon(DateOnly date, DateOnly today) => date >= today && date <= today.AddDays(Notice);

    /// <summary>A division whose head works at a desk sooner or later signs or disposes there.</summary>
    private static IEnumerable<Unit> UnitsWithHeads(AgencySnapshot agency) =>
        agency.Units.Where(u => agency.Desks.Any(d => d.Members.Exists(m => m.Role == StaffRole.HeadOfDivision && m.UnitCode == u.Code)));
}
