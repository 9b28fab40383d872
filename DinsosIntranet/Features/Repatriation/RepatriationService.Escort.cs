using DinsosIntranet.Features.Desks;
using DinsosIntranet.Features.Repatriation.Domain;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Data;
using DinsosIntranet.Shared.Text;
using Microsoft.EntityFrameworkCore;

namespace DinsosIntranet.Features.Repatriation;

/// <summary>The journey itself: when the team left, to whom each of the people was handed over, and how it ended.</summary>
public sealed partial class RepatriationService
{
    public Task<Outcome> DepartAsync(Guid requestId, DateOnly? day, ActionContext act, CancellationToken cancellationToken = default) =>
        OnAsync(requestId, act, "pemulangan.berangkat", [EscortAction], (scope, work, file) =>
        {
            if (file.DepartedOn is not null)
            {
                return Task.FromResult<Outcome>(Outcome.Conflict("Keberangkatan sudah dicatat."));
            }

            if (day is not { } departed || departed > work.Agency.DateOf(scope.Now) || departed < work.Agency.DateOf(work.Item.OpenedAt))
            {
                return Task.FromResult<Outcome>(Outcome.Refused("Isi tanggal berangkat, sejak permohonan diterima sampai hari ini.", nameof(day)));
            }

            file.DepartedOn = departed;
            file.Changed(scope.Actor.NameAndPosition, scope.Now);
            flow.AddHistory(scope, work, $"Berangkat dari titik debarkasi tanggal {IndonesianDates.Short(departed)}", null);
            return Task.FromResult(Outcome.Ok());
        }, cancellationToken);

    /// <summary>
    /// Hands one of them over, or puts right what was written of it; the visit that follows is scheduled with it.
    /// <paramref name="seen"/> is the version of the file the form was opened on.
    /// </summary>
    public Task<Outcome> HandOverAsync(Guid requestId, Guid migrantId, IReadOnlyDictionary<string, string> values, Guid seen, ActionContext act, CancellationToken cancellationToken = default) =>
        OnMigrantAsync(requestId, migrantId, seen, act, "pemulangan.serah-terima", async (scope, work, file, content, index) =>
        {
            var refusals = new List<Refusal>(RepatriationRules.CheckHandOver(content.Migrants[index], values, (field, code) => Knows(field, code, work.Agency), work.Agency.DateOf(scope.Now)));
            Require(refusals, Migrant.Day(values, MigrantFields.HandedOn) is not { } day || day >= file.DepartedOn, "Tanggal serah terima sebelum tim berangkat.", MigrantFields.HandedOn);
            if (refusals.Count > 0)
            {
                return Outcome.Refused(refusals);
            }

            content.Migrants[index] = content.Migrants[index] with { HandOver = Trimmed(values), Missed = null };
            await ScheduleVisitAsync(scope, requestId, migrantId, index + 1, Migrant.Day(values, MigrantFields.VisitOn)!.Value, cancellationToken);
            flow.AddHistory(scope, work, $"Orang ke-{index + 1} diserahterimakan di daerah asal", null);
            return Outcome.Ok();
        }, cancellationToken);

    /// <summary>One of them does not arrive: why, and where they are now.</summary>
    public Task<Outcome> MissAsync(Guid requestId, Guid migrantId, IReadOnlyDictionary<string, string> values, Guid seen, ActionContext act, CancellationToken cancellationToken = default) =>
        OnMigrantAsync(requestId, migrantId, seen, act, "pemulangan.tidak-sampai", async (scope, work, _, content, index) =>
        {
            if (RepatriationRules.CheckMissed(values, (field, code) => Knows(field, code, work.Agency)) is { Count: > 0 } refusals)
            {
                return Outcome.Refused(refusals);
            }

            content.Migrants[index] = content.Migrants[index] with { HandOver = null, Missed = Trimmed(values) };
            scope.Db.RepatriationVisits.RemoveRange(await scope.Db.RepatriationVisits.Where(v => v.RequestId == requestId && v.MigrantId == migrantId).ToListAsync(cancellationToken));
            flow.AddHistory(scope, work, $"Orang ke-{index + 1} tidak sampai di daerah asal", null);
            return Outcome.Ok();
        }, cancellationToken);

    /// <summary>Everybody is accounted for and every signed sheet is there: the journey ends, and days booked beyond today are free.</summary>
    public Task<Outcome> FinishAsync(Guid requestId, ActionContext act, CancellationToken cancellationToken = default) =>
        OnAsync(requestId, act, "pemulangan.selesai", [EscortAction], async (scope, work, file) =>
        {
            var migrants = vault.Open(file).Migrants;
            if (file.DepartedOn is null || migrants.Exists(m => !m.IsSettled))
            {
                return Outcome.Refused("Catat dulu serah terima setiap orang, atau mengapa ia tidak sampai.");
            }

            var signed = await scope.Db.RepatriationPapers.Where(p => p.RequestId == requestId && p.Kind == RepatriationPaperKind.SignedSheet && p.RemovedAt == null).Select(p => p.MigrantId).ToListAsync(cancellationToken);
            var unsigned = migrants.Select((m, i) => (Migrant: m, Number: i + 1)).Where(m => m.Migrant.HandOver is not null && !signed.Contains(m.Migrant.Id)).Select(m => m.Number).ToList();
            if (unsigned.Count > 0)
            {
                return Outcome.Refused($"Unggah berita acara bertanda tangan untuk orang ke-{string.Join(", ", unsigned)}.");
            }

            var last = migrants.Where(m => m.HandOver is not null).Max(m => Migrant.Day(m.HandOver!, MigrantFields.HandedOn));
            file.ArrivedOn = last;
            file.Changed(scope.Actor.NameAndPosition, scope.Now);
            await FreeAsync(scope, requestId, work.Agency.DateOf(scope.Now), cancellationToken);
            var home = migrants.Count(m => m.HandOver is not null);
            var title = home == 0 ? "Pengantaran berakhir, tidak seorang pun tiba di daerah asal" : $"Pengantaran selesai, {home} dari {migrants.Count} orang tiba di daerah asal";
            await flow.AdvanceAsync(scope, work, new StepTaken(work.Step.MainOutcome.Code, title), cancellationToken);
            return Outcome.Ok();
        }, cancellationToken);

    /// <summary>An act on one of the people after the team left, with the content open.</summary>
    private Task<Outcome> OnMigrantAsync(
        Guid requestId, Guid migrantId, Guid seen, ActionContext act, string audit, Func<WriteScope, WorkInHand, RepatriationFile, RepatriationContent, int, Task<Outcome>> work, CancellationToken cancellationToken) =>
        OnAsync(requestId, act, audit, null, [EscortAction], needsContent: true, async (scope, hand, file) =>
        {
            if (file.Version != seen)
            {
                return Changed(hand, file);
            }

            if (file.DepartedOn is null)
            {
                return Outcome.Refused("Catat dulu keberangkatan tim.");
            }

            var content = vault.Open(file);
            var index = content.Migrants.FindIndex(m => m.Id == migrantId);
            if (index < 0)
            {
                return Outcome.NotFound("Orang ini tidak ada dalam perjalanan ini.");
            }

            var outcome = await work(scope, hand, file, content, index);
            if (outcome.IsOk)
            {
                file.Payload = vault.Close(requestId, content);
                file.Changed(scope.Actor.NameAndPosition, scope.Now);
            }

            return outcome;
        }, cancellationToken);
}
