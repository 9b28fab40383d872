using DinsosIntranet.Features.Audit.Domain;
using DinsosIntranet.Features.Desks;
using DinsosIntranet.Features.Repatriation.Domain;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Data;
using DinsosIntranet.Shared.Live;
using Microsoft.EntityFrameworkCore;

namespace DinsosIntranet.Features.Repatriation;

/// <summary>One stop ticked on a phone, with the time by its clock.</summary>
public sealed record StopTick(Guid Stop, DateTime At);

/// <summary>What a phone gathered without a connection; <paramref name="Client"/> names the phone, for the same tick sent twice.</summary>
public sealed record TickBatch(Guid Client, IReadOnlyList<StopTick> Ticks);

/// <summary>What became of one tick. Whatever it is, the phone need not send it again.</summary>
public enum TickFate
{
    Received,

    /// <summary>This phone sent it before, or somebody else ticked that stop first.</summary>
    Earlier,

    /// <summary>No such stop for this person, or its journey is over.</summary>
    Refused,
}

public sealed record TickAnswer(Guid Stop, TickFate Fate);

/// <summary>
/// Takes in what the phone of an escort ticked on the way. A stop is ticked once: the same batch sent again changes nothing and
/// is answered the same way.
/// </summary>
public sealed class EscortTicks(WriteRunner writes, WorkFlow flow)
{
    /// <summary>More than any journey has stops.</summary>
    public const int MostTicks = 100;

    public Task<Outcome<IReadOnlyList<TickAnswer>>> ReceiveAsync(TickBatch batch, ActionContext act, CancellationToken cancellationToken = default) =>
        writes.RunAsync<IReadOnlyList<TickAnswer>>(
            act,
            async scope =>
            {
                if (batch.Client == Guid.Empty || batch.Ticks.Count is 0 or > MostTicks)
                {
                    scope.Audit("pemulangan.centang", WorkFlow.RecordKind, Guid.Empty);
                    return Outcome.Refused("Kiriman tidak dapat dibaca.");
                }

                var ids = batch.Ticks.Select(t => t.Stop).Distinct().ToList();
                var stops = await scope.Db.EscortStops.Where(s => ids.Contains(s.Id)).ToDictionaryAsync(s => s.Id, cancellationToken);
                var fates = new Dictionary<Guid, TickFate>();
                foreach (var journey in stops.Values.GroupBy(s => s.RequestId))
                {
                    await ReceiveAsync(scope, journey.Key, [.. journey], batch, fates, cancellationToken);
                }

                if (stops.Count == 0)
                {
                    scope.Audit("pemulangan.centang", WorkFlow.RecordKind, Guid.Empty, new AuditText().Fact("tidak-dikenal", ids.Count));
                }

                return ids.ConvertAll(id => new TickAnswer(id, fates.GetValueOrDefault(id, TickFate.Refused)));
            },
            cancellationToken);

    private async Task ReceiveAsync(WriteScope scope, Guid requestId, IReadOnlyList<EscortStop> stops, TickBatch batch, Dictionary<Guid, TickFate> fates, CancellationToken cancellationToken)
    {
        var text = new AuditText().Fact("perhentian", stops.Count);
        scope.Audit("pemulangan.centang", WorkFlow.RecordKind, requestId, text);
        var loaded = await flow.LoadAsync(scope, requestId, cancellationToken);
        if (!loaded.IsOk)
        {
            return;
        }

        var work = loaded.Value;
        var sight = await RepatriationFinding.SightAsync(scope.Db, work.Item, work.Standard, work.Agency, scope.Actor, cancellationToken);
        if (!work.Item.IsOpen || work.Step.Action != RepatriationService.EscortAction || sight is not (RepatriationSight.Content or RepatriationSight.Escort))
        {
            return;
        }

        foreach (var stop in stops)
        {
            if (stop.TickedAt is not null)
            {
                fates[stop.Id] = TickFate.Earlier;
                continue;
            }

            var at = batch.Ticks.First(t => t.Stop == stop.Id).At;

            // The clock of a phone may be wrong; the tick is not.
            var isPossible = at <= scope.Now && at >= work.Item.OpenedAt;
            stop.Tick(isPossible ? at : scope.Now, batch.Client, scope.Actor.NameAndPosition, scope.Now);
            fates[stop.Id] = TickFate.Received;
            flow.AddHistory(scope, work, stop.Order == 0 ? "Titik debarkasi dicentang tim pengantar" : $"Tujuan orang ke-{stop.Order} dicentang tim pengantar", null);
        }

        scope.Publish(Topic.Work, requestId);
    }
}
