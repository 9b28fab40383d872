using DinsosIntranet.Features.Standards.Domain;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Data;
using DinsosIntranet.Shared.Text;
using Microsoft.EntityFrameworkCore;

namespace DinsosIntranet.App.Startup;

/// <summary>
/// Takes the standards of the data folder into the database. A new version is kept whole and counts from today, the first of
/// a standard from ever; where an administrator has planned or retired otherwise, that stands, and the version only waits.
/// One number with two contents stops the start, whether the other came from a file or from an administrator's hand.
/// </summary>
internal sealed class StandardFilesImport(TimeProvider time, ILogger<StandardFilesImport> logger)
{
    /// <summary>The first version known of a standard holds for every day; only a later one has a day from which it counts.</summary>
    private static readonly DateOnly FirstVersionActiveFrom = new(2000, 1, 1);

    /// <summary>Adds to the context; the caller saves.</summary>
    public async Task RunAsync(DinsosDbContext db, IReadOnlyList<StandardFile> files, CancellationToken cancellationToken)
    {
        var zone = await ZoneAsync(db, cancellationToken);
        var known = await db.StandardVersions.AsNoTracking().ToListAsync(cancellationToken);
        var schedules = await db.StandardSchedules.Include(s => s.Plans).ToListAsync(cancellationToken);
        var problems = files.Select(f => Conflict(f, known, zone)).OfType<StandardProblem>().ToList();
        if (problems.Count > 0)
        {
            throw new StandardStartUpException(problems);
        }

        var now = ActionContext.CutToMilliseconds(time.GetUtcNow().UtcDateTime);
        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeFromUtc(now, zone));
        foreach (var file in files.Where(f => !known.Exists(k => IsVersionOf(k, f))))
        {
            var version = new StandardVersion
            {
                Id = Guid.CreateVersion7(),
                Code = file.Standard.Code,
                VersionNumber = file.Standard.Version,
                Title = file.Standard.Title,
                Json = file.Json,
                Sha256 = StandardVersion.HashOf(file.Json),
                ImportedAt = now,
            };
            db.StandardVersions.Add(version);
            var schedule = schedules.Find(s => s.Code == version.Code);
            if (schedule is null)
            {
                schedule = new StandardSchedule { Code = version.Code, ChangedAt = now, Version = Guid.CreateVersion7() };
                db.StandardSchedules.Add(schedule);
            }

            Plan(schedule, version, known.Exists(k => k.Code == version.Code) ? today : FirstVersionActiveFrom, now, today);
        }
    }

    private void Plan(StandardSchedule schedule, StandardVersion version, DateOnly from, DateTime now, DateOnly today)
    {
        var plan = new StandardPlan { Id = Guid.CreateVersion7(), Code = version.Code, VersionId = version.Id, VersionNumber = version.VersionNumber, From = from, DecidedAt = now };
        var isRetired = ScheduleRules.On(schedule.Plans, today)?.IsRetirement == true;
        if (isRetired || ScheduleRules.Check([.. schedule.Plans, plan], today) is not null)
        {
            logger.LogWarning("Standard {Code} version {Version} was imported from its file but counts from no day: its schedule says otherwise.", version.Code, version.VersionNumber);
            return;
        }

        schedule.Plans.Add(plan);
        (schedule.ChangedAt, schedule.ChangedBy) = (now, null);
    }

    private static StandardProblem? Conflict(StandardFile file, List<StandardVersion> known, TimeZoneInfo zone)
    {
        if (known.Find(k => k.Code != file.Standard.Code && PrefixOf(k) == file.Standard.NumberPrefix) is { } other)
        {
            return new StandardProblem(file.Name, null, $"awalan nomor '{file.Standard.NumberPrefix}' sudah dipakai standar '{other.Code}' yang diimpor {Origin(other, zone)}");
        }

        if (known.Find(k => IsVersionOf(k, file)) is not { } same || same.Json == file.Json || (same.ImportedById is not null && StandardFile.SaySame(same.Json, file.Json)))
        {
            return null;
        }

        return new StandardProblem(file.Name, null, same.ImportedById is null
            ? $"Isi berubah, tetapi nomor versi tetap {file.Standard.Version}. Naikkan nomor versi."
            : $"Versi {file.Standard.Version} sudah diimpor {Origin(same, zone)} dengan isi lain. Ganti berkas ini dengan unduhan versi itu dari Pengaturan, Standar layanan, atau naikkan nomor versi berkas ini.");
    }

    private static bool IsVersionOf(StandardVersion version, StandardFile file) => version.Code == file.Standard.Code && version.VersionNumber == file.Standard.Version;

    private static string? PrefixOf(StandardVersion version) => StandardFile.Parse(version.Json, version.Code) is { IsOk: true } parsed ? parsed.Value.Standard.NumberPrefix : null;

    private static string Origin(StandardVersion version, TimeZoneInfo zone) => version.ImportedBy is { } name
        ? $"oleh {name} pada {IndonesianDates.ShortWithTime(version.ImportedAt, zone)}"
        : $"saat aplikasi dijalankan pada {IndonesianDates.ShortWithTime(version.ImportedAt, zone)}";

    /// <summary>Before the agency is set up no zone is known, and no version but the first can come.</summary>
    private static async Task<TimeZoneInfo> ZoneAsync(DinsosDbContext db, CancellationToken cancellationToken) =>
        await db.AgencyProfiles.AsNoTracking().Select(p => p.TimeZoneId).FirstOrDefaultAsync(cancellationToken) is { } id ? TimeZoneInfo.FindSystemTimeZoneById(id) : TimeZoneInfo.Utc;
}
