using DinsosIntranet.Features.Agency;
using DinsosIntranet.Features.Audit.Domain;
using DinsosIntranet.Features.Standards.Domain;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Data;
using DinsosIntranet.Shared.Live;
using DinsosIntranet.Shared.Text;
using Microsoft.EntityFrameworkCore;

namespace DinsosIntranet.Features.Standards;

/// <summary>A day decided for a standard: a version counts from it, or (<see cref="VersionNumber"/> null) none any more.</summary>
public sealed record PlanStandard
{
    public required string Code { get; init; }

    public required int? VersionNumber { get; init; }

    public required DateOnly? From { get; init; }

    /// <summary>The decree or order it rests on.</summary>
    public required string Basis { get; init; }

    /// <summary>The state of the schedule the page showed; null where there was none.</summary>
    public required Guid? Seen { get; init; }
}

public sealed record MovePlan
{
    public required string Code { get; init; }

    public required Guid PlanId { get; init; }

    public required DateOnly? From { get; init; }

    public required Guid? Seen { get; init; }
}

/// <summary>
/// Decides from when a version counts. Requests under way keep theirs whatever is decided here; what has begun is never
/// changed, only followed by something else.
/// </summary>
public sealed class StandardScheduleService(WriteRunner writes, AgencyDirectory agencies, StandardLibrary library, StandardImportService imports, ActionRegistry actions)
{
    private const int BasisMinLength = 5;

    /// <summary>Sets the day of a version, or the day from which the standard takes nobody in any more.</summary>
    public Task<Outcome> PlanAsync(PlanStandard command, ActionContext act, CancellationToken cancellationToken = default) =>
        RunAsync(command.Code, command.Seen, command.VersionNumber is null ? "standar.hentikan" : "standar.rencanakan", act, async (work, text) =>
        {
            var refusals = new List<Refusal>();
            if (ScheduleRules.CheckDay(command.From, work.Today) is { } day)
            {
                refusals.Add(new Refusal(day, nameof(command.From)));
            }

            var basis = command.Basis.Trim();
            if (basis.Length is < BasisMinLength or > StandardPlan.BasisMaxLength)
            {
                refusals.Add(new Refusal($"Isi dasarnya, misalnya nomor SK; {BasisMinLength} sampai {StandardPlan.BasisMaxLength} huruf.", nameof(command.Basis)));
            }

            if (refusals.Count > 0)
            {
                return Outcome.Refused(refusals);
            }

            StandardVersion? version = null;
            if (command.VersionNumber is { } number)
            {
                version = work.Versions.Find(v => v.VersionNumber == number);
                if (version is null)
                {
                    return Outcome.NotFound("Versi ini tidak ada.");
                }

                var standard = (await library.GetAsync(version.Id, cancellationToken)).Standard;
                var codes = imports.CodesOf(work.Agency);
                var obstacles = VersionRules.CheckPanels(standard, actions).Concat(StandardChecker.Check(standard, codes.Desks, codes.Actions).Select(p => p.Text + ".")).ToList();
                if (obstacles.Count > 0)
                {
                    return Outcome.Refused("Versi ini belum dapat diberlakukan. " + string.Join(' ', obstacles));
                }
            }

            var plan = new StandardPlan
            {
                Id = Guid.CreateVersion7(),
                Code = command.Code,
                VersionId = version?.Id,
                VersionNumber = version?.VersionNumber,
                From = command.From!.Value,
                Basis = basis,
                DecidedAt = work.Scope.Now,
                DecidedById = work.Scope.Actor.UserId,
                DecidedBy = work.Scope.Actor.Name,
            };
            if (ScheduleRules.Check([.. work.Schedule.Plans, plan], work.Today) is { } problem)
            {
                return Outcome.Refused(problem, nameof(command.From));
            }

            text.Created("mulai", plan.From).Created("dasar", basis);
            if (plan.VersionNumber is { } planned)
            {
                text.Created("versi", planned);
            }

            work.Schedule.Plans.Add(plan);
            work.Scope.Db.StandardPlans.Add(plan);
            return Outcome.Ok();
        }, cancellationToken);

    /// <summary>Gives something still to come another day.</summary>
    public Task<Outcome> MoveAsync(MovePlan command, ActionContext act, CancellationToken cancellationToken = default) =>
        RunAsync(command.Code, command.Seen, "standar.ubah-rencana", act, (work, text) =>
        {
            var found = ToCome(work, command.PlanId);
            if (!found.IsOk)
            {
                return Task.FromResult<Outcome>(found.AsFailure());
            }

            var plan = found.Value;
            if (ScheduleRules.CheckDay(command.From, work.Today) is { } day)
            {
                return Task.FromResult<Outcome>(Outcome.Refused(day, nameof(command.From)));
            }

            if (command.From == plan.From)
            {
                return Task.FromResult<Outcome>(Outcome.Refused("Tanggalnya tidak berubah.", nameof(command.From)));
            }

            text.Changed("mulai", plan.From, command.From!.Value);
            (plan.From, plan.DecidedAt, plan.DecidedById, plan.DecidedBy) = (command.From.Value, work.Scope.Now, work.Scope.Actor.UserId, work.Scope.Actor.Name);
            return Task.FromResult<Outcome>(ScheduleRules.Check(work.Schedule.Plans, work.Today) is { } problem ? Outcome.Refused(problem, nameof(command.From)) : Outcome.Ok());
        }, cancellationToken);

    /// <summary>Calls off something still to come.</summary>
    public Task<Outcome> CancelAsync(string code, Guid planId, Guid? seen, ActionContext act, CancellationToken cancellationToken = default) =>
        RunAsync(code, seen, "standar.batalkan-rencana", act, (work, text) =>
        {
            var found = ToCome(work, planId);
            if (!found.IsOk)
            {
                return Task.FromResult<Outcome>(found.AsFailure());
            }

            var plan = found.Value;
            text.Removed("mulai", plan.From).Removed("versi", plan.VersionNumber is { } number ? number.ToString(System.Globalization.CultureInfo.InvariantCulture) : "-");
            if (ScheduleRules.Check([.. work.Schedule.Plans.Where(p => p != plan)], work.Today) is { } problem)
            {
                return Task.FromResult<Outcome>(Outcome.Refused("Rencana ini tidak dapat dibatalkan sendirian. " + problem));
            }

            work.Schedule.Plans.Remove(plan);
            work.Scope.Db.StandardPlans.Remove(plan);
            return Task.FromResult<Outcome>(Outcome.Ok());
        }, cancellationToken);

    private static Outcome<StandardPlan> ToCome(Work work, Guid planId) => work.Schedule.Plans.Find(p => p.Id == planId) switch
    {
        null => Outcome.NotFound("Rencana ini sudah tidak ada."),
        { } plan when plan.HasBegun(work.Today) => Outcome.Refused("Rencana ini sudah berlaku, jadi tidak dapat diubah atau dibatalkan."),
        { } plan => plan,
    };

    private async Task<Outcome> RunAsync(string code, Guid? seen, string auditAct, ActionContext act, Func<Work, AuditText, Task<Outcome>> change, CancellationToken cancellationToken)
    {
        var outcome = await writes.RunAsync(
            act,
            async scope =>
            {
                var versions = await scope.Db.StandardVersions.AsNoTracking().Where(v => v.Code == code).OrderByDescending(v => v.VersionNumber).ToListAsync(cancellationToken);
                var text = new AuditText().Fact("standar", code);
                scope.Audit(auditAct, StandardImportService.RecordKind, versions.FirstOrDefault()?.Id ?? Guid.Empty, text);
                if (!VersionRules.MaySee(scope.Actor))
                {
                    return Outcome.Forbidden();
                }

                if (versions.Count == 0)
                {
                    return Outcome.NotFound("Standar ini tidak ada.");
                }

                if (!VersionRules.MaySchedule(scope.Actor, (await library.GetAsync(versions[0].Id, cancellationToken)).Standard.Confidentiality))
                {
                    return Outcome.Forbidden("Anda tidak berwenang menetapkan tanggal standar ini. Penolakan ini dicatat.");
                }

                var agency = await agencies.GetAsync(cancellationToken);
                var schedule = await scope.Db.StandardSchedules.Include(s => s.Plans).FirstOrDefaultAsync(s => s.Code == code, cancellationToken);
                if (schedule?.Version != seen)
                {
                    return Outcome.Conflict(schedule is null
                        ? "Rencana standar ini berubah sejak Anda buka. Muat ulang halaman ini."
                        : $"Rencana standar ini sudah diubah {schedule.ChangedBy ?? "saat aplikasi dijalankan"} pada {IndonesianDates.ShortWithTime(schedule.ChangedAt, agency.Zone)}. Yang terbaru sudah ditampilkan; periksa, lalu ulangi.");
                }

                if (schedule is null)
                {
                    schedule = new StandardSchedule { Code = code, ChangedAt = scope.Now, ChangedBy = scope.Actor.Name, Version = Guid.CreateVersion7() };
                    scope.Db.StandardSchedules.Add(schedule);
                }
                else
                {
                    (schedule.ChangedAt, schedule.ChangedBy) = (scope.Now, scope.Actor.Name);

                    // Twice within a millisecond would change no column, and so no version.
                    scope.Db.Entry(schedule).Property(s => s.ChangedAt).IsModified = true;
                }

                var changed = await change(new Work(scope, agency, agency.DateOf(scope.Now), schedule, versions), text);
                scope.Publish(Topic.Standards, versions[0].Id);
                return changed;
            },
            cancellationToken);
        if (outcome.IsOk)
        {
            library.Forget();
        }

        return outcome;
    }

    private sealed record Work(WriteScope Scope, AgencySnapshot Agency, DateOnly Today, StandardSchedule Schedule, List<StandardVersion> Versions);
}
