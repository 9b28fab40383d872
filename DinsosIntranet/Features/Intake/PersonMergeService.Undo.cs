using DinsosIntranet.Features.Audit.Domain;
using DinsosIntranet.Features.Intake.Domain;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Data;
using DinsosIntranet.Shared.Live;
using Microsoft.EntityFrameworkCore;

namespace DinsosIntranet.Features.Intake;

public sealed partial class PersonMergeService
{
    /// <summary>
    /// Takes a merge apart: what moved goes back, as far as nobody moved it on since; a particular the merge changed is as
    /// it was, unless it was corrected since. What came after the merge stays with the record that stayed.
    /// </summary>
    public Task<Outcome> UndoAsync(Guid mergeId, string reason, ActionContext act, CancellationToken cancellationToken = default) =>
        writes.RunAsync(
            act,
            async scope =>
            {
                var merge = await scope.Db.PersonMerges.FirstOrDefaultAsync(m => m.Id == mergeId, cancellationToken);
                scope.Audit("orang.pisah", RecordKind, merge?.SurvivorId ?? mergeId, new AuditText().Fact("penunjuk", merge?.LosingId ?? Guid.Empty).Fact("alasan", reason.Trim()));
                if (!MergeRules.MayUndo(scope.Actor))
                {
                    return Outcome.Forbidden();
                }

                Guid[] ids = merge is null ? [] : [merge.SurvivorId, merge.LosingId];
                var people = await scope.Db.Persons.Where(p => ids.Contains(p.Id)).ToOpenOnes(scope.Db, scope.Actor).ToListAsync(cancellationToken);
                if (merge is null || people.Count != ids.Length)
                {
                    return Outcome.NotFound("Penggabungan ini tidak ada, atau tidak untuk Anda.");
                }

                if (merge.UndoneAt is not null)
                {
                    return Outcome.Conflict($"Data ini sudah dipisahkan lagi oleh {merge.UndoneByText}.");
                }

                var (survivor, losing) = (people.First(p => p.Id == merge.SurvivorId), people.First(p => p.Id == merge.LosingId));
                if (survivor.MergedIntoId is not null || losing.MergedIntoId != survivor.Id)
                {
                    return Outcome.Refused("Data ini kemudian digabung lagi dengan yang lain. Pisahkan penggabungan yang lebih baru dulu.");
                }

                if (reason.Trim().Length is 0 or > PersonMerge.ReasonMaxLength)
                {
                    return Outcome.Refused($"Isi alasan pemisahan, paling banyak {PersonMerge.ReasonMaxLength} huruf.", nameof(reason));
                }

                await TakeApartAsync(scope, merge, survivor, losing, reason.Trim(), cancellationToken);
                return Outcome.Ok();
            },
            cancellationToken);

    private async Task TakeApartAsync(WriteScope scope, PersonMerge merge, Person survivor, Person losing, string reason, CancellationToken cancellationToken)
    {
        var moved = MergedRecords.Read(merge.Moved);
        var present = PersonInput.Of(survivor);
        var restored = present with { };
        foreach (var particular in PersonParticulars.All.Where(p => p.Value(present) == p.Value(moved.After)))
        {
            particular.Copy(moved.Before, restored);
        }

        await persons.CorrectAsync(scope, restored, cancellationToken);
        losing.MergedIntoId = null;
        scope.Db.Entry(survivor).Property(p => p.LastSeenAt).IsModified = true;
        (merge.UndoneAt, merge.UndoneByText, merge.UndoneReason) = (scope.Now, scope.Actor.Signature, reason);
        var back = await MoveBackAsync(scope, moved, survivor.Id, losing.Id, cancellationToken);
        await scope.Db.SaveChangesAsync(cancellationToken);
        await SayAsync(scope, back, "Penggabungan data orang dipisahkan lagi", reason, cancellationToken);
        await FollowAsync(scope, survivor.Id, PersonParticulars.Differences(present, restored), [], back, ", penggabungan dipisahkan lagi", cancellationToken);
        await FollowAsync(scope, losing.Id, [], PersonParticulars.Differences(present, PersonInput.Of(losing)), back, ", penggabungan dipisahkan lagi", cancellationToken);
    }

    /// <summary>Ids of the requests that went back.</summary>
    private static async Task<IReadOnlyList<Guid>> MoveBackAsync(WriteScope scope, MergedRecords moved, Guid from, Guid to, CancellationToken cancellationToken)
    {
        var all = moved.Requests;
        var requests = await scope.Db.ServiceRequests.Where(r => all.Contains(r.Id) && (r.ApplicantId == from || r.SubjectId == from)).ToListAsync(cancellationToken);
        foreach (var request in requests)
        {
            request.ApplicantId = request.ApplicantId == from && moved.AsApplicant.Contains(request.Id) ? to : request.ApplicantId;
            request.SubjectId = request.SubjectId == from && moved.AsSubject.Contains(request.Id) ? to : request.SubjectId;
            if (request.ApplicantId != request.SubjectId && request.Relation is null && moved.Relations.TryGetValue(request.Id, out var relation))
            {
                request.Relation = relation;
            }

            scope.Publish(Topic.Work, request.Id);
        }

        var letters = moved.Letters;
        await foreach (var letter in scope.Db.Letters.Where(l => letters.Contains(l.Id) && l.SubjectId == from).AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            letter.SubjectId = to;
        }

        var pointers = moved.Pointers;
        await foreach (var pointer in scope.Db.Persons.Where(p => pointers.Contains(p.Id) && p.MergedIntoId == from).AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            pointer.MergedIntoId = to;
        }

        return [.. requests.Select(r => r.Id)];
    }
}
