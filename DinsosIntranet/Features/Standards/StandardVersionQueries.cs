using DinsosIntranet.Features.Agency;
using DinsosIntranet.Features.Intake;
using DinsosIntranet.Features.Standards.Domain;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Data;
using Microsoft.EntityFrameworkCore;

namespace DinsosIntranet.Features.Standards;

/// <summary>One standard in the list of those that can be looked after.</summary>
public sealed record StandardLine(string Code, string Title, int? ActiveVersion, DateOnly? ActiveSince, bool IsRetired, StandardPlan? Next, int Waiting, bool IsSecret, bool IsInternal = false);

public sealed record StandardLines(DateOnly Today, TimeZoneInfo Zone, IReadOnlyList<StandardLine> Lines);

/// <summary>One version of a standard, with what is planned of it and how many open requests keep it.</summary>
public sealed record VersionLine(Guid Id, int Number, string Title, DateTime ImportedAt, string? ImportedBy, string Sha256, StandardPlan? Plan, bool IsActive, int OpenRequests);

/// <summary>One standard with all its versions, the newest first, and all its days.</summary>
public sealed record StandardHistory(
    string Code, string Title, bool IsSecret, DateOnly Today, TimeZoneInfo Zone, StandardSchedule? Schedule, StandardPlan? Current, IReadOnlyList<VersionLine> Versions)
{
    /// <summary>What a change of the days must have seen.</summary>
    public Guid? Seen => Schedule?.Version;

    public IReadOnlyList<StandardPlan> Plans => Schedule is null ? [] : ScheduleRules.InOrder(Schedule.Plans);

    public StandardPlan? Retirement => Plans.FirstOrDefault(p => p.IsRetirement && !p.HasBegun(Today));
}

/// <summary>One version to be read, with what it changes against the one that counts.</summary>
public sealed record VersionReading
{
    public required StandardHistory History { get; init; }

    public required VersionLine Version { get; init; }

    public required ServiceStandard Standard { get; init; }

    public required IReadOnlyList<DeskDefinition> Desks { get; init; }

    /// <summary>The number of the version it is compared with; null where it is the first.</summary>
    public required int? ComparedWith { get; init; }

    public required IReadOnlyList<DifferenceGroup> Differences { get; init; }

    /// <summary>What keeps it from counting.</summary>
    public required IReadOnlyList<string> Obstacles { get; init; }

    /// <summary>What should be thought of before it counts.</summary>
    public required IReadOnlyList<string> Warnings { get; init; }

    /// <summary>Whether the stored text is still the one whose fingerprint was taken when it came in.</summary>
    public required bool IsIntact { get; init; }
}

/// <summary>The text of a version as it was imported.</summary>
public sealed record VersionFile(string FileName, string Json);

/// <summary>Reads the versions of the standards for those who look after them.</summary>
public sealed class StandardVersionQueries(IDbContextFactory<DinsosDbContext> factory, AgencyDirectory agencies, StandardLibrary library, ActionRegistry actions, TimeProvider time)
{
    public async Task<StandardLines> ListAsync(CancellationToken cancellationToken = default)
    {
        var agency = await agencies.GetAsync(cancellationToken);
        var today = Today(agency);
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        var versions = await db.StandardVersions.AsNoTracking().Select(v => new { v.Id, v.Code, v.VersionNumber, v.Title }).ToListAsync(cancellationToken);
        var plans = (await db.StandardPlans.AsNoTracking().ToListAsync(cancellationToken)).ToLookup(p => p.Code);
        var lines = new List<StandardLine>();
        foreach (var standard in versions.GroupBy(v => v.Code))
        {
            var ordered = ScheduleRules.InOrder(plans[standard.Key]);
            var current = ScheduleRules.On(ordered, today);
            var newest = standard.MaxBy(v => v.VersionNumber)!;
            var latest = (await library.GetAsync(newest.Id, cancellationToken)).Standard;
            lines.Add(new StandardLine(
                standard.Key,
                (standard.FirstOrDefault(v => v.VersionNumber == current?.VersionNumber) ?? newest).Title,
                current?.VersionNumber,
                current?.From,
                current?.IsRetirement == true,
                ordered.FirstOrDefault(p => !p.HasBegun(today)),
                standard.Count(v => v.VersionNumber > (ordered.Max(p => p.VersionNumber) ?? 0)),
                latest.Confidentiality == Confidentiality.Secret,
                latest.IsInternal));
        }

        return new StandardLines(today, agency.Zone, [.. lines.OrderBy(l => l.Title, StringComparer.Ordinal)]);
    }

    /// <summary>Null where there is no standard with this code.</summary>
    public async Task<StandardHistory?> FindAsync(string code, Actor viewer, CancellationToken cancellationToken = default)
    {
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        return await HistoryAsync(db, code, viewer, await agencies.GetAsync(cancellationToken), cancellationToken);
    }

    /// <summary>Null where there is no such version.</summary>
    public async Task<VersionReading?> FindAsync(string code, int number, Actor viewer, CancellationToken cancellationToken = default)
    {
        var agency = await agencies.GetAsync(cancellationToken);
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        if (await HistoryAsync(db, code, viewer, agency, cancellationToken) is not { } history || history.Versions.FirstOrDefault(v => v.Number == number) is not { } line)
        {
            return null;
        }

        // Against the one that counts; that one itself, and those that are past, against the one before them.
        var counting = history.Current?.VersionNumber;
        var other = counting is not null && counting < number ? counting : history.Versions.Where(v => v.Number < number).Max(v => (int?)v.Number);
        var text = await db.StandardVersions.AsNoTracking().Where(v => v.Id == line.Id).Select(v => v.Json).FirstAsync(cancellationToken);
        var standard = (await library.GetAsync(line.Id, cancellationToken)).Standard;
        var compared = history.Versions.FirstOrDefault(v => v.Number == other);
        return new VersionReading
        {
            History = history,
            Version = line,
            Standard = standard,
            Desks = DesksOf(agency),
            ComparedWith = other,
            Differences = await DifferencesAsync(compared?.Id, standard, agency, cancellationToken),
            Obstacles = VersionRules.CheckPanels(standard, actions),
            Warnings = await WarningsAsync(db, standard, agency, cancellationToken),
            IsIntact = StandardVersion.HashOf(text) == line.Sha256,
        };
    }

    /// <summary>Null where there is no such version.</summary>
    public async Task<VersionFile?> FileAsync(string code, int number, CancellationToken cancellationToken = default)
    {
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        return await db.StandardVersions.AsNoTracking().Where(v => v.Code == code && v.VersionNumber == number)
            .Select(v => new VersionFile($"{v.Code}-versi-{v.VersionNumber}.json", v.Json)).FirstOrDefaultAsync(cancellationToken);
    }

    /// <summary>What a version not yet stored would look like and change, for the one who is about to import it.</summary>
    public async Task<VersionPreview> PreviewAsync(ServiceStandard standard, CancellationToken cancellationToken = default)
    {
        var agency = await agencies.GetAsync(cancellationToken);
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        var plans = await db.StandardPlans.AsNoTracking().Where(p => p.Code == standard.Code).ToListAsync(cancellationToken);
        var known = await db.StandardVersions.AsNoTracking().Where(v => v.Code == standard.Code).OrderByDescending(v => v.VersionNumber).Select(v => new { v.Id, v.VersionNumber }).ToListAsync(cancellationToken);
        var compared = known.Find(v => v.VersionNumber == ScheduleRules.On(plans, Today(agency))?.VersionNumber) ?? known.FirstOrDefault();
        return new VersionPreview(
            standard,
            DesksOf(agency),
            compared?.VersionNumber,
            await DifferencesAsync(compared?.Id, standard, agency, cancellationToken),
            [.. VersionRules.CheckPanels(standard, actions), .. await WarningsAsync(db, standard, agency, cancellationToken)]);
    }

    private async Task<StandardHistory?> HistoryAsync(DinsosDbContext db, string code, Actor viewer, AgencySnapshot agency, CancellationToken cancellationToken)
    {
        var today = Today(agency);
        var versions = await db.StandardVersions.AsNoTracking().Where(v => v.Code == code).OrderByDescending(v => v.VersionNumber)
            .Select(v => new { v.Id, v.VersionNumber, v.Title, v.ImportedAt, v.ImportedBy, v.Sha256 }).ToListAsync(cancellationToken);
        if (versions.Count == 0)
        {
            return null;
        }

        var schedule = await db.StandardSchedules.AsNoTracking().Include(s => s.Plans).FirstOrDefaultAsync(s => s.Code == code, cancellationToken);
        var open = await db.WorkItems.VisibleTo(viewer).Where(w => w.StandardCode == code && w.ClosedAt == null).GroupBy(w => w.StandardVersionId)
            .Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, cancellationToken);
        var plans = schedule is null ? [] : ScheduleRules.InOrder(schedule.Plans);
        var current = ScheduleRules.On(plans, today);
        return new StandardHistory(
            code,
            (versions.Find(v => v.VersionNumber == current?.VersionNumber) ?? versions[0]).Title,
            (await library.GetAsync(versions[0].Id, cancellationToken)).Standard.Confidentiality == Confidentiality.Secret,
            today,
            agency.Zone,
            schedule,
            current,
            [
                .. versions.Select(v => new VersionLine(
                    v.Id, v.VersionNumber, v.Title, v.ImportedAt, v.ImportedBy, v.Sha256, plans.LastOrDefault(p => p.VersionId == v.Id), current?.VersionId == v.Id, open.GetValueOrDefault(v.Id))),
            ]);
    }

    /// <summary>Desks nobody serves, and steps without a panel where that keeps nobody waiting.</summary>
    private async Task<IReadOnlyList<string>> WarningsAsync(DinsosDbContext db, ServiceStandard standard, AgencySnapshot agency, CancellationToken cancellationToken)
    {
        var roles = await (from r in db.RoleAssignments.AsNoTracking()
                           join u in db.Users on r.UserId equals u.Id
                           where u.DisabledAt == null
                           select new { r.Role, r.UnitCode }).Distinct().ToListAsync(cancellationToken);
        var warnings = new List<string>();
        foreach (var code in standard.Steps.Select(s => s.Desk).Concat(standard.Steps.Select(s => s.Proposal?.ToDesk).OfType<string>()).Distinct())
        {
            if (agency.FindDesk(code) is { } desk && !roles.Exists(r => desk.Members.Exists(m => m.Role == r.Role && (m.UnitCode is null || m.UnitCode == r.UnitCode))))
            {
                warnings.Add($"Belum ada pegawai aktif di meja {desk.Name}; permohonan akan menunggu di sana.");
            }
        }

        if (!standard.IntakeOpen && actions.Unbuilt(standard) is { Count: > 0 } unbuilt)
        {
            warnings.Add($"Hanya ditampilkan, tidak menerima permohonan: layar kerja belum ada untuk {string.Join(", ", unbuilt.Select(a => a.Name))}.");
        }

        return warnings;
    }

    private async Task<IReadOnlyList<DifferenceGroup>> DifferencesAsync(Guid? before, ServiceStandard after, AgencySnapshot agency, CancellationToken cancellationToken) =>
        before is { } id ? StandardComparison.Of((await library.GetAsync(id, cancellationToken)).Standard, after, agency.DeskName, agency.UnitName) : [];

    private static List<DeskDefinition> DesksOf(AgencySnapshot agency) =>
        [.. agency.Desks.Concat(agency.RetiredDesks).Select(d => new DeskDefinition(d.Code, d.Name, d.SortOrder, [.. d.Members.Select(m => new DeskMember(m.Role.Code(), m.UnitCode))]))];

    private DateOnly Today(AgencySnapshot agency) => agency.DateOf(time.GetUtcNow().UtcDateTime);
}

/// <summary>A version about to be imported.</summary>
public sealed record VersionPreview(ServiceStandard Standard, IReadOnlyList<DeskDefinition> Desks, int? ComparedWith, IReadOnlyList<DifferenceGroup> Differences, IReadOnlyList<string> Warnings);
