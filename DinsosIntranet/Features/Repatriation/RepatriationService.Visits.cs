using DinsosIntranet.Features.Audit.Domain;
using DinsosIntranet.Features.Desks;
using DinsosIntranet.Features.Repatriation.Domain;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Data;
using DinsosIntranet.Shared.Live;
using Microsoft.EntityFrameworkCore;

namespace DinsosIntranet.Features.Repatriation;

/// <summary>The visit after somebody is home. It comes after the request has ended, so it is an act of the division, not of a step.</summary>
public sealed partial class RepatriationService
{
    public const string RehabilitationStandard = "rehabilitasi-ktk";

    /// <summary>What the visit found, and the case of rehabilitation it leads to where there is one.</summary>
    public Task<Outcome> RecordVisitAsync(Guid requestId, Guid visitId, IReadOnlyDictionary<string, string> values, ActionContext act, CancellationToken cancellationToken = default) =>
        writes.RunAsync(
            act,
            async scope =>
            {
                scope.Audit("pemulangan.kunjungan", WorkFlow.RecordKind, requestId, new AuditText().Fact("kunjungan", visitId));
                var loaded = await flow.LoadAsync(scope, requestId, cancellationToken);
                if (!loaded.IsOk)
                {
                    return loaded.AsFailure();
                }

                var work = loaded.Value;
                if (await RepatriationFinding.SightAsync(scope.Db, work.Item, work.Standard, work.Agency, scope.Actor, cancellationToken) != RepatriationSight.Content)
                {
                    return Outcome.Forbidden(NotForYou);
                }

                if (await scope.Db.RepatriationVisits.FirstOrDefaultAsync(v => v.Id == visitId && v.RequestId == requestId, cancellationToken) is not { } visit)
                {
                    return Outcome.NotFound("Kunjungan ini sudah tidak ada.");
                }

                return await ClosedAsync(scope, requestId, cancellationToken) is { } closed ? closed : await VisitAsync(scope, work, visit, values, cancellationToken);
            },
            cancellationToken);

    private async Task<Outcome> VisitAsync(WriteScope scope, WorkInHand work, RepatriationVisit visit, IReadOnlyDictionary<string, string> values, CancellationToken cancellationToken)
    {
        if (visit.DoneOn is not null)
        {
            return Outcome.Conflict($"Kunjungan ini sudah dicatat {visit.DoneByText}.");
        }

        var migrant = vault.Open(await FileAsync(scope, visit.RequestId, cancellationToken)).Migrants.First(m => m.Id == visit.MigrantId);
        var handedOn = Migrant.Day(migrant.HandOver!, MigrantFields.HandedOn)!.Value;
        var refusals = new List<Refusal>(RepatriationRules.CheckVisit(values, (field, code) => Knows(field, code, work.Agency), handedOn, work.Agency.DateOf(scope.Now)));
        var code = values.GetValueOrDefault(MigrantFields.RehabCode, "").Trim();
        var cases = await RepatriationFinding.CasesAsync(scope.Db, code.Length > 0 ? [code] : [], RehabilitationStandard, scope.Actor, work.Agency, scope.Now, cancellationToken);
        Require(refusals, code.Length == 0 || cases.Count == 1, "Kode kasus rehabilitasi ini tidak ditemukan.", MigrantFields.RehabCode);
        if (refusals.Count > 0)
        {
            return Outcome.Refused(refusals);
        }

        (visit.DoneOn, visit.DoneByText) = (Migrant.Day(values, MigrantFields.HandedOn), scope.Actor.NameAndPosition);
        visit.Payload = vault.Close(visit.Id, Trimmed(values));
        visit.Version = Guid.CreateVersion7();
        flow.AddHistory(scope, work, $"Kunjungan lanjut kepada orang ke-{visit.PersonNumber} dicatat", null);
        scope.Publish(Topic.Work, visit.RequestId);
        return Outcome.Ok();
    }

    private static async Task ScheduleVisitAsync(WriteScope scope, Guid requestId, Guid migrantId, int number, DateOnly dueOn, CancellationToken cancellationToken)
    {
        scope.Db.RepatriationVisits.RemoveRange(await scope.Db.RepatriationVisits.Where(v => v.RequestId == requestId && v.MigrantId == migrantId).ToListAsync(cancellationToken));
        scope.Db.RepatriationVisits.Add(new RepatriationVisit
        {
            Id = OrderedId.Create(),
            RequestId = requestId,
            MigrantId = migrantId,
            PersonNumber = number,
            DueOn = dueOn,
            Version = Guid.CreateVersion7(),
        });
    }
}
