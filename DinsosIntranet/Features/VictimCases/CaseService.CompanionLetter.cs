using DinsosIntranet.Features.Assignments;
using DinsosIntranet.Features.Assignments.Domain;
using DinsosIntranet.Features.Letters.Domain;
using DinsosIntranet.Features.VictimCases.Domain;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Data;
using Microsoft.EntityFrameworkCore;

namespace DinsosIntranet.Features.VictimCases;

public sealed partial class CaseService
{
    /// <summary>
    /// Puts the companion's letter of assignment before its signer. It names the companion, the day and the code of the case;
    /// where and why the victim is heard stays in the case. The letter of an appointment before gives way once it is issued.
    /// </summary>
    public Task<Outcome> SubmitCompanionLetterAsync(Guid caseId, Guid hearingId, ActionContext act, CancellationToken cancellationToken = default) =>
        OnHearingAsync(
            caseId,
            hearingId,
            act,
            "kasus.sidang-tugas",
            async (scope, hearing) =>
            {
                var loaded = await flow.LoadAsync(scope, caseId, cancellationToken);
                if (!loaded.IsOk)
                {
                    return loaded.AsFailure();
                }

                var work = loaded.Value;
                if (!work.Item.IsOpen)
                {
                    return Outcome.Conflict("Kasus ini sudah ditutup.");
                }

                var earlier = await scope.Db.Letters.FirstOrDefaultAsync(l => l.Id == hearing.LetterId, cancellationToken);
                if (earlier is { Status: not (LetterStatus.Voided or LetterStatus.Revoked) })
                {
                    return Outcome.Conflict(earlier.Number is { } number ? $"Surat tugas sudah bernomor {number}." : "Surat tugas sudah diajukan.");
                }

                if (await AssignmentService.LetterAsync(scope.Db, caseId, cancellationToken) is { Status: LetterStatus.Issued })
                {
                    var ended = await assignments.EndAsync(scope, work, cancellationToken);
                    if (!ended.IsOk)
                    {
                        return ended;
                    }

                    await scope.Db.SaveChangesAsync(cancellationToken);
                }

                var day = DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeFromUtc(hearing.StartsAt, work.Agency.Zone));
                var submitted = await assignments.SubmitAsync(
                    scope,
                    work,
                    new AssignmentInput
                    {
                        Members = [new MemberInput { StaffId = hearing.CompanionId, Duty = "Pendamping", IsLead = true }],
                        Basis = $"Penanganan kasus {work.Item.Number}",
                        Task = $"Mendampingi klien kasus {work.Item.Number} dalam proses hukum",
                        Place = work.Agency.Profile.Seat,
                        From = day,
                        Until = day,
                    },
                    cancellationToken);
                if (!submitted.IsOk)
                {
                    // The letter has no form of its own here: its fields mean nothing on this page.
                    return submitted.Kind == OutcomeKind.Refused ? Outcome.Refused([.. submitted.Refusals.Select(r => new Refusal(r.Message))]) : submitted.AsFailure();
                }

                hearing.LetterId = submitted.Value.Id;
                return Outcome.Ok();
            },
            cancellationToken);

    /// <summary>A companion who does not go needs no letter; one that waits for ink must have its number given up first.</summary>
    private async Task<Outcome> EndCompanionLetterAsync(WriteScope scope, CaseHearing hearing, CancellationToken cancellationToken)
    {
        if (hearing.LetterId is null || await AssignmentService.LetterAsync(scope.Db, hearing.CaseId, cancellationToken) is not { } letter || letter.Id != hearing.LetterId)
        {
            return Outcome.Ok();
        }

        var loaded = await flow.LoadAsync(scope, hearing.CaseId, cancellationToken);
        return loaded.IsOk ? await assignments.EndAsync(scope, loaded.Value, cancellationToken) : loaded.AsFailure();
    }
}
