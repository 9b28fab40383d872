using DinsosIntranet.Features.Audit.Domain;
using DinsosIntranet.Features.VictimCases.Domain;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Data;
using DinsosIntranet.Shared.Live;
using DinsosIntranet.Shared.Text;
using Microsoft.EntityFrameworkCore;

namespace DinsosIntranet.Features.VictimCases;

/// <summary>Holding a case for a legal process, by its code.</summary>
public sealed record PlaceHold
{
    public string Number { get; set; } = "";

    public string Reason { get; set; } = "";

    /// <summary>The last day it holds; null until it is lifted.</summary>
    public DateOnly? Until { get; set; }
}

public sealed partial class RetentionService
{
    /// <summary>Holds a case, open or closed: from now on it can be neither destroyed nor anonymised.</summary>
    public Task<Outcome> HoldAsync(PlaceHold command, ActionContext act, CancellationToken cancellationToken = default)
    {
        var text = new AuditText().Fact("alasan", reference.Knows(CaseReference.HoldReasons, command.Reason) ? command.Reason : "-");
        return writes.RunAsync(
            act,
            async scope =>
            {
                var number = command.Number.Trim().ToUpperInvariant();
                var caseId = await scope.Db.WorkItems.Where(w => w.Number == number).Select(w => (Guid?)w.Id).FirstOrDefaultAsync(cancellationToken);
                scope.Audit("kasus.tahan", CaseService.RecordKind, caseId ?? Guid.Empty, text);
                if (!RetentionAccess.MayHold(scope.Actor))
                {
                    return Outcome.Forbidden();
                }

                if (caseId is null || await LoadAsync(scope, caseId.Value, cancellationToken) is not { IsOk: true } loaded)
                {
                    return Outcome.Refused("Kode kasus ini tidak ditemukan.", nameof(command.Number));
                }

                var found = loaded.Value;
                if (!RetentionAccess.MayHold(scope.Actor, found.Case.Case.UnitCode))
                {
                    return Outcome.Forbidden();
                }

                if (Check(command, found.Today(scope.Now)) is { Count: > 0 } refusals)
                {
                    return Outcome.Refused(refusals);
                }

                if (found.Facts.IsErased)
                {
                    return Outcome.Conflict("Isi kasus ini sudah dimusnahkan.");
                }

                if (found.Facts.IsHeld)
                {
                    var there = await scope.Db.CaseHolds.AsNoTracking().Where(h => h.CaseId == caseId && h.LiftedAt == null).OrderByDescending(h => h.Id).FirstAsync(cancellationToken);
                    return Outcome.Conflict($"Kasus ini sudah ditahan {there.PlacedByText} {IndonesianDates.ShortWithTime(there.PlacedAt, found.Agency.Zone)}.");
                }

                if (command.Until is { } until)
                {
                    text.Fact("sampai", until);
                }

                scope.Db.CaseHolds.Add(new CaseHold
                {
                    Id = OrderedId.Create(),
                    CaseId = caseId.Value,
                    Reason = command.Reason,
                    Until = command.Until,
                    PlacedAt = scope.Now,
                    PlacedById = scope.Actor.UserId,
                    PlacedByText = scope.Actor.NameAndPosition,
                    Version = Guid.CreateVersion7(),
                });

                // Whoever approves an anonymising at this moment meets it.
                scope.Db.Entry(found.Case.Case).Property(c => c.OpenedAt).IsModified = true;
                scope.Publish(Topic.Cases, caseId.Value);
                return Outcome.Ok();
            },
            cancellationToken);
    }

    /// <summary>Lifts a hold; the case goes its way again.</summary>
    public Task<Outcome> LiftAsync(Guid holdId, string reason, ActionContext act, CancellationToken cancellationToken = default)
    {
        var text = new AuditText().Fact("alasan", reference.Knows(CaseReference.LiftReasons, reason) ? reason : "-");
        return writes.RunAsync(
            act,
            async scope =>
            {
                var hold = await scope.Db.CaseHolds.FirstOrDefaultAsync(h => h.Id == holdId, cancellationToken);
                scope.Audit("kasus.lepas-tahan", CaseService.RecordKind, hold?.CaseId ?? Guid.Empty, text);
                if (!RetentionAccess.MayLift(scope.Actor))
                {
                    return Outcome.Forbidden("Penahanan dilepas Kepala Dinas atau Sekretaris Dinas. Penolakan ini dicatat.");
                }

                if (hold is null)
                {
                    return Outcome.NotFound("Penahanan ini tidak ada.");
                }

                var loaded = await LoadAsync(scope, hold.CaseId, cancellationToken);
                if (!loaded.IsOk)
                {
                    return loaded.AsFailure();
                }

                if (hold.LiftedAt is { } at)
                {
                    return Outcome.Conflict($"Sudah dilepas {hold.LiftedByText} {IndonesianDates.ShortWithTime(at, loaded.Value.Agency.Zone)}.");
                }

                if (!reference.Knows(CaseReference.LiftReasons, reason))
                {
                    return Outcome.Refused("Pilih alasan melepas.", nameof(reason));
                }

                hold.Lift(reason, scope.Actor.NameAndPosition, scope.Now);
                scope.Publish(Topic.Cases, hold.CaseId);
                return Outcome.Ok();
            },
            cancellationToken);
    }

    private List<Refusal> Check(PlaceHold command, DateOnly today)
    {
        var refusals = new List<Refusal>();
        if (!reference.Knows(CaseReference.HoldReasons, command.Reason))
        {
            refusals.Add(new Refusal("Pilih alasan menahan.", nameof(command.Reason)));
        }

        if (command.Until == IndonesianDates.Unreadable || command.Until < today)
        {
            refusals.Add(new Refusal("Tulis tanggal mulai hari ini, atau kosongkan.", nameof(command.Until)));
        }

        return refusals;
    }
}
