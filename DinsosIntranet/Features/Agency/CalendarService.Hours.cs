using DinsosIntranet.Features.Agency.Domain;
using DinsosIntranet.Features.Audit.Domain;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Calendar;
using Microsoft.EntityFrameworkCore;

namespace DinsosIntranet.Features.Agency;

public sealed record SaveOfficeHours
{
    public required Guid? Seen { get; init; }

    /// <summary>The profile that is changed; null for a new one.</summary>
    public Guid? Id { get; init; }

    public required string Name { get; init; }

    public required string Source { get; init; }

    public DateOnly? From { get; init; }

    public DateOnly? Until { get; init; }

    public bool IsProvisional { get; init; }

    /// <summary>Per weekday the hours as typed: "07.30–12.00, 13.00–16.00"; empty where closed.</summary>
    public required IReadOnlyDictionary<DayOfWeek, string> Week { get; init; }
}

public sealed partial class CalendarService
{
    public Task<Outcome> SaveHoursAsync(SaveOfficeHours command, ActionContext act, CancellationToken cancellationToken = default) =>
        settings.RunAsync(
            new SettingsChange(SettingsPart.Calendar, command.Id is null ? "kalender.tambah-jam" : "kalender.ubah-jam", RecordKind),
            command.Seen,
            act,
            async (scope, text) =>
            {
                var rows = await scope.Db.OfficeHours.ToListAsync(cancellationToken);
                var row = rows.Find(r => r.Id == command.Id);
                if (command.Id is not null && row is null)
                {
                    return Outcome.NotFound("Jam kerja ini sudah tidak ada.");
                }

                // The ordinary hours are the only ones without dates, and stay so.
                var isOrdinary = row is { From: null };
                var read = ReadHours(command, isOrdinary, rows.Where(r => r != row).Select(r => r.ToProfile()));
                if (!read.IsOk)
                {
                    return read.AsFailure();
                }

                var before = row?.ToProfile();
                var after = read.Value;
                Note(text, before, after);
                if (row is null)
                {
                    scope.Db.OfficeHours.Add(OfficeHours.Of(after));
                    return Outcome.Ok();
                }

                var written = OfficeHours.Of(after);
                (row.Name, row.Source, row.From, row.Until, row.IsProvisional, row.Hours) =
                    (written.Name, written.Source, written.From, written.Until, written.IsProvisional, written.Hours);
                return Outcome.Ok();
            },
            cancellationToken);

    public Task<Outcome> RemoveHoursAsync(Guid? seen, Guid id, ActionContext act, CancellationToken cancellationToken = default) =>
        settings.RunAsync(
            new SettingsChange(SettingsPart.Calendar, "kalender.hapus-jam", RecordKind),
            seen,
            act,
            async (scope, text) =>
            {
                var row = await scope.Db.OfficeHours.FirstOrDefaultAsync(r => r.Id == id, cancellationToken);
                if (row is null)
                {
                    return Outcome.NotFound("Jam kerja ini sudah tidak ada.");
                }

                if (row.From is null)
                {
                    return Outcome.Refused("Jam kerja biasa tidak dapat dihapus; ubah jamnya.");
                }

                text.Removed(row.Name, OfficeHoursRules.Dates(row.ToProfile()));
                scope.Db.OfficeHours.Remove(row);
                return Outcome.Ok();
            },
            cancellationToken);

    /// <summary>The profile the typed hours make, or everything that is wrong with them.</summary>
    public static Outcome<OfficeHoursProfile> ReadHours(SaveOfficeHours command, bool isOrdinary, IEnumerable<OfficeHoursProfile> others)
    {
        var refusals = new List<Refusal>();
        CheckText(refusals, command.Name, nameof(command.Name), "Isi nama jam kerja.", OfficeHoursRules.NameMaxLength);
        CheckText(refusals, command.Source, nameof(command.Source), "Isi aturan yang menetapkannya.", OfficeHoursRules.SourceMaxLength);
        if (OfficeHoursRules.CheckDates(isOrdinary, command.From, command.Until, others) is { } dates)
        {
            refusals.Add(dates);
        }

        var week = new Dictionary<DayOfWeek, IReadOnlyList<HourRange>>();
        foreach (var day in OfficeHoursRules.Week)
        {
            var ranges = OfficeHoursRules.Parse(command.Week.GetValueOrDefault(day), day);
            if (!ranges.IsOk)
            {
                refusals.AddRange(ranges.Refusals);
            }
            else if (ranges.Value.Count > 0)
            {
                week[day] = ranges.Value;
            }
        }

        if (refusals.Count == 0 && week.Count == 0)
        {
            refusals.Add(new Refusal("Isi jam buka setidaknya satu hari.", nameof(DayOfWeek.Monday)));
        }

        return refusals.Count > 0
            ? Outcome.Refused(refusals)
            : new OfficeHoursProfile(command.Name.Trim(), command.Source.Trim(), isOrdinary ? null : command.From, isOrdinary ? null : command.Until, week, command.IsProvisional);
    }

    private static void Note(AuditText text, OfficeHoursProfile? before, OfficeHoursProfile after)
    {
        text.Fact("jam kerja", before?.Name ?? after.Name)
            .Changed("nama", before?.Name, after.Name)
            .Changed("sumber", before?.Source, after.Source)
            .Changed("dari", before?.From, after.From)
            .Changed("sampai", before?.To, after.To)
            .Changed("sementara", before?.Provisional ?? false, after.Provisional);
        foreach (var day in OfficeHoursRules.Week)
        {
            text.Changed(Shared.Text.IndonesianDates.DayName(day).ToLowerInvariant(), before is null ? "" : OfficeHoursRules.Text(before.On(day)), OfficeHoursRules.Text(after.On(day)));
        }
    }
}
