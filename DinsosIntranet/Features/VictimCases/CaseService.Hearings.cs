using System.Globalization;
using DinsosIntranet.Features.Audit.Domain;
using DinsosIntranet.Features.VictimCases.Domain;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Data;
using DinsosIntranet.Shared.Live;
using DinsosIntranet.Shared.Text;
using Microsoft.EntityFrameworkCore;

namespace DinsosIntranet.Features.VictimCases;

/// <summary>A questioning or a hearing to which somebody of the team accompanies the victim. Times are those on the agency's wall.</summary>
public sealed record BookHearing
{
    public required Guid CaseId { get; init; }

    /// <summary>Made by the form: booking twice is noticed.</summary>
    public required Guid HearingId { get; init; }

    public string Kind { get; set; } = "";

    public string Stage { get; set; } = "";

    public string Place { get; set; } = "";

    public string Agenda { get; set; } = "";

    public DateOnly? Day { get; set; }

    public string From { get; set; } = "";

    public string Until { get; set; } = "";

    public Guid? CompanionId { get; set; }

    /// <summary>Until when the social report must be there; null where none was asked for.</summary>
    public DateOnly? ReportDue { get; set; }
}

/// <summary>What an appointment is about, as it is stored.</summary>
public static class HearingFields
{
    public const string Kind = "jenis";
    public const string Stage = "tahap";
    public const string Place = "tempat";
    public const string Agenda = "agenda";
}

public sealed partial class CaseService
{
    internal const string HearingTable = "CaseHearings";

    /// <summary>Puts an appointment into the court calendar. A companion is booked once at a time; of two bookings at once the second is told of the first.</summary>
    public Task<Outcome> BookHearingAsync(BookHearing command, ActionContext act, CancellationToken cancellationToken = default)
    {
        var text = new AuditText().Fact("jadwal", command.HearingId);
        return OnWorkAsync(
            command.CaseId,
            act,
            "kasus.sidang-jadwal",
            text,
            async (scope, open, key) =>
            {
                var today = open.Agency.DateOf(scope.Now);
                if (CheckHearing(command, open, today) is { Count: > 0 } refusals)
                {
                    return Outcome.Refused(refusals);
                }

                if (await scope.Db.CaseHearings.AnyAsync(h => h.Id == command.HearingId, cancellationToken))
                {
                    return Outcome.Conflict("Jadwal ini sudah tersimpan.");
                }

                var companion = open.Team.First(m => m.UserId == command.CompanionId);
                var startsAt = Utc(open, command.Day!.Value, command.From)!.Value;
                var endsAt = Utc(open, command.Day.Value, command.Until)!.Value;
                await TakeBookingAsync(scope, companion.UserId, cancellationToken);
                var other = await scope.Db.CaseHearings.AsNoTracking()
                    .Where(h => h.CompanionId == companion.UserId && h.CancelledAt == null && h.StartsAt < endsAt && h.EndsAt > startsAt)
                    .OrderBy(h => h.StartsAt)
                    .FirstOrDefaultAsync(cancellationToken);
                if (other is not null)
                {
                    var taken = $"{IndonesianDates.ShortWithTime(other.StartsAt, open.Agency.Zone)} sampai {IndonesianDates.Time(other.EndsAt, open.Agency.Zone)}";
                    return Outcome.Refused($"Pendamping ini sudah dijadwalkan {taken} oleh {other.SavedByText}. Pilih waktu atau pendamping lain.", nameof(command.CompanionId));
                }

                var values = new BlockValues
                {
                    [HearingFields.Kind] = command.Kind,
                    [HearingFields.Stage] = command.Stage,
                    [HearingFields.Place] = command.Place,
                    [HearingFields.Agenda] = command.Agenda,
                };
                var payload = CaseVault.Seal(key, HearingTable, "Payload", command.HearingId, values.ToJson());
                text.Created("isi", payload).Fact("pendamping", companion.UserId);
                scope.Db.CaseHearings.Add(new CaseHearing
                {
                    Id = command.HearingId,
                    CaseId = command.CaseId,
                    StartsAt = startsAt,
                    EndsAt = endsAt,
                    CompanionId = companion.UserId,
                    CompanionText = companion.UserText,
                    ReportDue = command.ReportDue,
                    Payload = payload,
                    SavedAt = scope.Now,
                    SavedByText = scope.Actor.NameAndPosition,
                    Version = Guid.CreateVersion7(),
                });
                await SetDeadlineAsync(scope, command.CaseId, command.HearingId, DeadlineKind.Hearing, command.Day, isDone: false, cancellationToken);
                await SetDeadlineAsync(scope, command.CaseId, command.HearingId, DeadlineKind.SocialReport, command.ReportDue, isDone: false, cancellationToken);
                scope.Publish(Topic.Cases, command.CaseId);
                return Outcome.Ok();
            },
            cancellationToken);
    }

    /// <summary>The appointment does not take place; its companion is free again.</summary>
    public Task<Outcome> CancelHearingAsync(Guid caseId, Guid hearingId, ActionContext act, CancellationToken cancellationToken = default) =>
        OnHearingAsync(
            caseId,
            hearingId,
            act,
            "kasus.sidang-batal",
            async (scope, hearing) =>
            {
                var letter = await EndCompanionLetterAsync(scope, hearing, cancellationToken);
                if (!letter.IsOk)
                {
                    return letter;
                }

                hearing.Cancel(scope.Actor.NameAndPosition, scope.Now);
                await EndDeadlinesAsync(scope, hearing.Id, cancellationToken);
                return Outcome.Ok();
            },
            cancellationToken);

    /// <summary>The social report lies before the court.</summary>
    public Task<Outcome> ReportHandedInAsync(Guid caseId, Guid hearingId, ActionContext act, CancellationToken cancellationToken = default) =>
        OnHearingAsync(
            caseId,
            hearingId,
            act,
            "kasus.sidang-laporan",
            async (scope, hearing) =>
            {
                if (hearing.ReportDue is null || hearing.ReportDoneAt is not null)
                {
                    return Outcome.Conflict(hearing.ReportDue is null ? "Jadwal ini tidak meminta laporan sosial." : $"Laporan sosial sudah dicatat {hearing.ReportDoneByText}.");
                }

                hearing.ReportDone(scope.Actor.NameAndPosition, scope.Now);
                var deadline = await scope.Db.CaseDeadlines.FirstAsync(d => d.SourceId == hearing.Id && d.Kind == DeadlineKind.SocialReport, cancellationToken);
                deadline.DoneAt ??= scope.Now;
                return Outcome.Ok();
            },
            cancellationToken);

    private Task<Outcome> OnHearingAsync(Guid caseId, Guid hearingId, ActionContext act, string audit, Func<WriteScope, CaseHearing, Task<Outcome>> work, CancellationToken cancellationToken) =>
        OnWorkAsync(
            caseId,
            act,
            audit,
            new AuditText().Fact("jadwal", hearingId),
            async (scope, open, _) =>
            {
                if (await scope.Db.CaseHearings.FirstOrDefaultAsync(h => h.Id == hearingId && h.CaseId == caseId, cancellationToken) is not { } hearing)
                {
                    return Outcome.NotFound("Jadwal ini tidak ada.");
                }

                if (hearing.CancelledAt is { } at)
                {
                    return Outcome.Conflict($"Jadwal ini sudah dibatalkan {hearing.CancelledByText} {Moment(open, at)}.");
                }

                scope.Publish(Topic.Cases, caseId);
                return await work(scope, hearing);
            },
            cancellationToken);

    /// <summary>Two who book the same companion at once meet in this row; whoever is second is run again on what the first left.</summary>
    private static async Task TakeBookingAsync(WriteScope scope, Guid userId, CancellationToken cancellationToken)
    {
        if (await scope.Db.CompanionBookings.FirstOrDefaultAsync(b => b.UserId == userId, cancellationToken) is { } bookings)
        {
            bookings.Count++;
        }
        else
        {
            scope.Db.CompanionBookings.Add(new CompanionBookings { UserId = userId, Count = 1, Version = Guid.CreateVersion7() });
        }

        await scope.Db.SaveChangesAsync(cancellationToken);
    }

    private List<Refusal> CheckHearing(BookHearing command, Open open, DateOnly today)
    {
        var refusals = new List<Refusal>();
        Require(refusals, reference.Knows(CaseReference.HearingKinds, command.Kind), "Pilih jenis pendampingan.", nameof(command.Kind));
        Require(refusals, reference.Knows(CaseReference.LegalStages, command.Stage), "Pilih tahap hukum.", nameof(command.Stage));
        Require(refusals, command.Place.Trim().Length > 0, "Tulis tempatnya.", nameof(command.Place));
        Require(refusals, command.Place.Trim().Length <= BlockField.TextMaxLength, $"Paling banyak {BlockField.TextMaxLength} huruf.", nameof(command.Place));
        Require(refusals, command.Agenda.Trim().Length <= BlockField.TextMaxLength, $"Paling banyak {BlockField.TextMaxLength} huruf.", nameof(command.Agenda));
        Require(refusals, command.Day is not null, "Isi tanggalnya.", nameof(command.Day));
        Require(refusals, command.Day is null || command.Day >= today, "Tanggal sudah lewat. Yang sudah berlangsung dicatat di C5.", nameof(command.Day));
        Require(refusals, Clock(command.From) is not null, "Tulis jam mulai, misalnya 09.30.", nameof(command.From));
        Require(refusals, Clock(command.Until) is not null, "Tulis jam selesai, misalnya 12.00.", nameof(command.Until));
        Require(refusals, Clock(command.From) is not { } from || Clock(command.Until) is not { } until || until > from, "Jam selesai harus sesudah jam mulai.", nameof(command.Until));
        Require(refusals, open.Team.Any(m => m.UserId == command.CompanionId), "Pilih pendamping dari tim kasus.", nameof(command.CompanionId));
        Require(refusals, command.ReportDue is null || command.Day is null || command.ReportDue < command.Day, "Laporan sosial harus ada sebelum hari sidang.", nameof(command.ReportDue));
        return refusals;
    }

    /// <summary>"9.30", "09:30" and "0930" all mean half past nine.</summary>
    private static TimeOnly? Clock(string typed) =>
        TimeOnly.TryParseExact(typed.Trim().Replace('.', ':'), ["H:m", "HH:mm", "HHmm"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? time : null;

    private static DateTime? Utc(Open open, DateOnly day, string typed) => Clock(typed) is { } time ? TimeZoneInfo.ConvertTimeToUtc(day.ToDateTime(time), open.Agency.Zone) : null;
}
