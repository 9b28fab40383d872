using DinsosIntranet.Features.Agency.Domain;
using DinsosIntranet.Features.Audit.Domain;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Calendar;
using DinsosIntranet.Shared.Data;
using Microsoft.EntityFrameworkCore;

namespace DinsosIntranet.Features.Agency;

public sealed record SaveCalendarDay
{
    /// <summary>The revision of the calendar the page showed.</summary>
    public required Guid? Seen { get; init; }

    /// <summary>The entry that is changed, as it stands now; null for a new one.</summary>
    public (DateOnly Date, CalendarDayKind Kind)? Original { get; init; }

    public required DateOnly? Date { get; init; }

    public required CalendarDayKind Kind { get; init; }

    public required string Name { get; init; }

    /// <summary>The decree it rests on.</summary>
    public required string Source { get; init; }

    public bool IsProvisional { get; init; }
}

public sealed record ImportHolidays
{
    public required Guid? Seen { get; init; }

    public required int Year { get; init; }

    /// <summary>The file as it was uploaded; it is read again here, whatever the page made of it.</summary>
    public required byte[] Content { get; init; }

    public string? Source { get; init; }
}

/// <summary>
/// Changes of the working calendar: single days, a year from a file, office hours. Requests under way keep their due
/// times; recalculating them is an act of its own.
/// </summary>
public sealed partial class CalendarService(SettingsWriter settings)
{
    public const string RecordKind = "kalender";

    public Task<Outcome> SaveDayAsync(SaveCalendarDay command, ActionContext act, CancellationToken cancellationToken = default) =>
        settings.RunAsync(
            new SettingsChange(SettingsPart.Calendar, command.Original is null ? "kalender.tambah-hari" : "kalender.ubah-hari", RecordKind),
            command.Seen,
            act,
            async (scope, text) =>
            {
                var refusals = Check(command);
                var (date, kind) = (command.Date ?? default, command.Kind);
                var same = command.Original == (date, kind);
                if (refusals.Count == 0 && !same && await scope.Db.CalendarDates.AnyAsync(d => d.Date == date && d.Kind == kind, cancellationToken))
                {
                    refusals.Add(new Refusal($"Tanggal ini sudah ada sebagai {kind.Name().ToLowerInvariant()}.", nameof(command.Date)));
                }

                if (refusals.Count > 0)
                {
                    return Outcome.Refused(refusals);
                }

                CalendarDate? before = null;
                if (command.Original is { } original)
                {
                    before = await scope.Db.CalendarDates.FirstOrDefaultAsync(d => d.Date == original.Date && d.Kind == original.Kind, cancellationToken);
                    if (before is null)
                    {
                        return Outcome.NotFound("Tanggal ini sudah tidak ada di kalender.");
                    }
                }

                var after = new CalendarDay(date, command.Name.Trim(), kind, command.Source.Trim(), command.IsProvisional);
                await ReplaceAsync(scope, text, new HolidayChange(before?.ToDay(), after), cancellationToken);
                return Outcome.Ok();
            },
            cancellationToken);

    public Task<Outcome> RemoveDayAsync(Guid? seen, DateOnly date, CalendarDayKind kind, ActionContext act, CancellationToken cancellationToken = default) =>
        settings.RunAsync(
            new SettingsChange(SettingsPart.Calendar, "kalender.hapus-hari", RecordKind),
            seen,
            act,
            async (scope, text) =>
            {
                var day = await scope.Db.CalendarDates.AsNoTracking().FirstOrDefaultAsync(d => d.Date == date && d.Kind == kind, cancellationToken);
                if (day is null)
                {
                    return Outcome.NotFound("Tanggal ini sudah tidak ada di kalender.");
                }

                await ReplaceAsync(scope, text, new HolidayChange(day.ToDay(), null), cancellationToken);
                return Outcome.Ok();
            },
            cancellationToken);

    /// <summary>Takes a year's holidays in, whole or not at all.</summary>
    public Task<Outcome> ImportAsync(ImportHolidays command, ActionContext act, CancellationToken cancellationToken = default) =>
        settings.RunAsync(
            new SettingsChange(SettingsPart.Calendar, "kalender.impor", RecordKind),
            command.Seen,
            act,
            async (scope, text) =>
            {
                var file = HolidayFile.Read(command.Content, command.Year, command.Source);
                if (!file.IsGood)
                {
                    return Outcome.Refused([.. file.Problems.Select(p => new Refusal(p.Text, nameof(command.Content)))]);
                }

                var (first, last) = (new DateOnly(command.Year, 1, 1), new DateOnly(command.Year, 12, 31));
                var present = await scope.Db.CalendarDates.AsNoTracking().Where(d => d.Date >= first && d.Date <= last).ToListAsync(cancellationToken);
                text.Fact("tahun", command.Year);
                foreach (var change in HolidayPlan.Import(present.Select(d => d.ToDay()), command.Year, file.Days))
                {
                    await ReplaceAsync(scope, text, change, cancellationToken);
                }

                return Outcome.Ok();
            },
            cancellationToken);

    private static List<Refusal> Check(SaveCalendarDay command)
    {
        var refusals = new List<Refusal>();
        if (command.Date is not { } date || !OfficeHoursRules.IsInReach(date))
        {
            refusals.Add(new Refusal("Isi tanggalnya.", nameof(command.Date)));
        }

        CheckText(refusals, command.Name, nameof(command.Name), "Isi nama harinya.", HolidayFile.NameMaxLength);
        CheckText(refusals, command.Source, nameof(command.Source), "Isi keputusan yang menetapkannya.", HolidayFile.SourceMaxLength);
        return refusals;
    }

    private static void CheckText(List<Refusal> refusals, string text, string field, string whenEmpty, int most)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            refusals.Add(new Refusal(whenEmpty, field));
        }
        else if (text.Trim().Length > most)
        {
            refusals.Add(new Refusal($"Paling banyak {most} huruf.", field));
        }
    }

    /// <summary>Puts an entry in the place of another; date and kind are its key, so a moved one is a new row.</summary>
    private static async Task ReplaceAsync(WriteScope scope, AuditText text, HolidayChange change, CancellationToken cancellationToken)
    {
        Note(text, change);
        if (change.Before is { } before)
        {
            var row = await scope.Db.CalendarDates.FindAsync([before.Date, before.Kind], cancellationToken);
            if (change.After is { } same && same.Date == before.Date && same.Kind == before.Kind)
            {
                (row!.Name, row.Source, row.IsProvisional) = (same.Name, same.Source, same.Provisional);
                return;
            }

            scope.Db.CalendarDates.Remove(row!);
        }

        if (change.After is { } after)
        {
            scope.Db.CalendarDates.Add(CalendarDate.From(after));
        }
    }

    private static void Note(AuditText text, HolidayChange change)
    {
        if (change.Before == change.After)
        {
            return;
        }

        if (change.Before is { } before)
        {
            text.Removed(Key(before), Value(before));
        }

        if (change.After is { } after)
        {
            text.Created(Key(after), Value(after));
        }
    }

    private static string Key(CalendarDay day) => FormattableString.Invariant($"{day.Date:yyyy-MM-dd} {day.Kind.Code()}");

    private static string Value(CalendarDay day) => $"{day.Name}; {day.Source}{(day.Provisional ? "; sementara" : "")}";
}
