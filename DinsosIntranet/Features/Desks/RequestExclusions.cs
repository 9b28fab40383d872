using DinsosIntranet.Features.Accounts;
using DinsosIntranet.Features.Agency;
using DinsosIntranet.Features.Agency.Domain;
using DinsosIntranet.Features.Audit.Domain;
using DinsosIntranet.Features.Desks.Domain;
using DinsosIntranet.Features.Intake;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Data;
using DinsosIntranet.Shared.Live;
using DinsosIntranet.Shared.Text;
using Microsoft.EntityFrameworkCore;

namespace DinsosIntranet.Features.Desks;

public sealed record AddExclusion
{
    public required Guid RequestId { get; init; }

    public required Guid UserId { get; init; }

    /// <summary>Null while none is chosen.</summary>
    public required ExclusionReason? Reason { get; init; }
}

/// <summary>What whoever excluded must know: a desk without anybody else, a disposition that is still open.</summary>
public sealed record ExclusionMade(Guid Id, IReadOnlyList<string> Warnings);

/// <summary>
/// Keeps somebody away from one request because of a conflict of interest. From then on the request does not exist for them
/// (<see cref="RequestVisibility"/>, <see cref="WorkFlow.LoadAsync"/>); nobody else is told, and the history says nothing.
/// </summary>
public sealed partial class RequestExclusions(
    WriteRunner writes, WorkFlow flow, ExclusionRights rights, AgencyDirectory agencies, ActorDirectory actors, RequestTexts texts, IDbContextFactory<DinsosDbContext> factory)
{
    private static Refusal NoPerson => new("Pilih pegawai.", nameof(AddExclusion.UserId));

    public async Task<Outcome<ExclusionMade>> AddAsync(AddExclusion command, ActionContext act, CancellationToken cancellationToken = default)
    {
        var made = await writes.RunAsync<ExclusionMade>(
            act,
            async scope =>
            {
                Announce(scope, command.RequestId, command.UserId, command.Reason);
                var loaded = await LoadAsync(scope, command.RequestId, cancellationToken);
                if (!loaded.IsOk)
                {
                    return loaded.AsFailure();
                }

                if (command.Reason is { } reason && Enum.IsDefined(reason))
                {
                    return await ExcludeAsync(scope, loaded.Value, command.UserId, reason, cancellationToken);
                }

                var noReason = new Refusal("Pilih alasan.", nameof(command.Reason));
                return command.UserId == Guid.Empty ? Outcome.Refused([NoPerson, noReason]) : Outcome.Refused([noReason]);
            },
            cancellationToken);
        if (made.IsOk)
        {
            actors.Forget(command.UserId);
        }

        return made;
    }

    /// <summary>As above inside the write of a capability that has asked for the right itself.</summary>
    public async Task<Outcome<ExclusionMade>> AddAsync(WriteScope scope, Guid requestId, Guid userId, ExclusionReason reason, CancellationToken cancellationToken)
    {
        Announce(scope, requestId, userId, reason);
        var loaded = await flow.LoadAsync(scope, requestId, cancellationToken);
        return loaded.IsOk ? await ExcludeAsync(scope, loaded.Value, userId, reason, cancellationToken) : loaded.AsFailure();
    }

    public async Task<Outcome> LiftAsync(Guid exclusionId, string reason, ActionContext act, CancellationToken cancellationToken = default)
    {
        Guid? lifted = null;
        var outcome = await writes.RunAsync(
            act,
            async scope =>
            {
                var exclusion = await FindAsync(scope, exclusionId, reason, cancellationToken);
                if (!exclusion.IsOk)
                {
                    return exclusion;
                }

                lifted = exclusion.Value.UserId;
                var loaded = await LoadAsync(scope, exclusion.Value.RequestId, cancellationToken);
                return loaded.IsOk ? Lift(scope, loaded.Value, exclusion.Value, reason) : loaded;
            },
            cancellationToken);
        if (outcome.IsOk && lifted is { } userId)
        {
            actors.Forget(userId);
        }

        return outcome;
    }

    /// <summary>As above inside the write of a capability that has asked for the right itself.</summary>
    public async Task<Outcome> LiftAsync(WriteScope scope, Guid exclusionId, string reason, CancellationToken cancellationToken)
    {
        var exclusion = await FindAsync(scope, exclusionId, reason, cancellationToken);
        if (!exclusion.IsOk)
        {
            return exclusion;
        }

        var loaded = await flow.LoadAsync(scope, exclusion.Value.RequestId, cancellationToken);
        return loaded.IsOk ? Lift(scope, loaded.Value, exclusion.Value, reason) : loaded;
    }

    /// <summary>
    /// Why a request cannot be given to this person, or to a desk where nobody else works; null where it can. It does not
    /// tell that there is a conflict of interest.
    /// </summary>
    internal static async Task<string?> RefusalAsync(WriteScope scope, WorkInHand work, Desk desk, Actor? person, CancellationToken cancellationToken)
    {
        var excluded = await StandingAsync(scope.Db, work.Item.Id, cancellationToken);
        if (excluded.Count == 0)
        {
            return null;
        }

        if (person is not null)
        {
            return excluded.Contains(person.UserId) ? $"{person.Name} tidak dapat menerima permohonan ini." : null;
        }

        var holders = await SeatHolders.ReadAsync(scope.Db, work.Agency.DateOf(scope.Now), cancellationToken);
        return IsLeftAlone(desk, holders, excluded) ? $"Meja {desk.Name} tidak dapat menerima permohonan ini." : null;
    }

    /// <summary>A request that follows another one, for its letter to be replaced, keeps away whom that one did.</summary>
    internal static async Task CarryOverAsync(WriteScope scope, Guid fromRequestId, Guid toRequestId, CancellationToken cancellationToken)
    {
        var standing = await scope.Db.RequestExclusions.AsNoTracking().Where(x => x.RequestId == fromRequestId && x.LiftedAt == null).ToListAsync(cancellationToken);
        foreach (var exclusion in standing)
        {
            scope.Db.RequestExclusions.Add(new RequestExclusion
            {
                Id = Guid.CreateVersion7(),
                RequestId = toRequestId,
                UserId = exclusion.UserId,
                Reason = exclusion.Reason,
                At = scope.Now,
                ByUserId = exclusion.ByUserId,
                ByText = exclusion.ByText,
                Version = Guid.CreateVersion7(),
            });
            scope.Publish(Topic.Accounts, exclusion.UserId);
        }
    }

    private static void Announce(WriteScope scope, Guid requestId, Guid userId, ExclusionReason? reason) =>
        scope.Audit("permohonan.kecualikan", WorkFlow.RecordKind, requestId, new AuditText().Fact("pegawai", userId).Fact("sebab", reason is { } known && Enum.IsDefined(known) ? known.Words() : "-"));

    /// <summary>The request, refused unless the actor may exclude somebody from it.</summary>
    private async Task<Outcome<WorkInHand>> LoadAsync(WriteScope scope, Guid requestId, CancellationToken cancellationToken)
    {
        var loaded = await flow.LoadAsync(scope, requestId, cancellationToken);
        return loaded.IsOk && !rights.MayExclude(loaded.Value.Item.StandardCode, scope.Actor) ? Outcome.Forbidden() : loaded;
    }

    private async Task<Outcome<ExclusionMade>> ExcludeAsync(WriteScope scope, WorkInHand work, Guid userId, ExclusionReason reason, CancellationToken cancellationToken)
    {
        var item = work.Item;
        if (await scope.Db.Users.Where(u => u.Id == userId && u.DisabledAt == null).Select(u => u.FullName).FirstOrDefaultAsync(cancellationToken) is not { } name)
        {
            return Outcome.Refused([NoPerson]);
        }

        if (await scope.Db.RequestExclusions.FirstOrDefaultAsync(x => x.RequestId == item.Id && x.UserId == userId && x.LiftedAt == null, cancellationToken) is { } earlier)
        {
            return Outcome.Conflict($"{name} sudah dikecualikan {earlier.ByText} {IndonesianDates.ShortWithTime(earlier.At, work.Agency.Zone)}.");
        }

        var exclusion = new RequestExclusion
        {
            Id = Guid.CreateVersion7(),
            RequestId = item.Id,
            UserId = userId,
            Reason = reason,
            At = scope.Now,
            ByUserId = scope.Actor.UserId,
            ByText = scope.Actor.Signature,
            Version = Guid.CreateVersion7(),
        };
        scope.Db.RequestExclusions.Add(exclusion);

        // Whoever takes, moves or gives the request at this moment has not seen the exclusion: one of the two is run again.
        scope.Db.Entry(item).Property(w => w.Status).IsModified = true;
        if (item.IsOpen && item.HolderId == userId)
        {
            item.Release();
            flow.AddHistory(scope, work, $"Dikembalikan ke antrean {work.Desk.Name}", null, scope.Actor.Signature);
        }

        Publish(scope, item.Id, userId);
        return new ExclusionMade(exclusion.Id, await WarningsAsync(scope, work, userId, name, cancellationToken));
    }

    private static async Task<IReadOnlyList<string>> WarningsAsync(WriteScope scope, WorkInHand work, Guid userId, string name, CancellationToken cancellationToken)
    {
        List<string> warnings = [];
        if (!work.Item.IsOpen)
        {
            return warnings;
        }

        HashSet<Guid> excluded = [.. await StandingAsync(scope.Db, work.Item.Id, cancellationToken), userId];
        var holders = await SeatHolders.ReadAsync(scope.Db, work.Agency.DateOf(scope.Now), cancellationToken);
        var desks = work.Standard.Steps.Select(s => s.Desk).Append(work.Standard.SigningDesk).Append(work.Item.DeskCode).OfType<string>().Distinct().Select(work.Agency.FindDesk).OfType<Desk>();
        foreach (var desk in desks.Where(d => IsLeftAlone(d, holders, excluded) && Members(d, holders).Contains(userId)))
        {
            warnings.Add($"Meja {desk.Name} tidak mempunyai pegawai lain untuk permohonan ini. Tunjuk Plh. atau pegawai lain di meja itu.");
        }

        if (await scope.Db.Dispositions.AnyAsync(d => d.RequestId == work.Item.Id && d.ToUserId == userId && d.DoneAt == null && d.RecalledAt == null, cancellationToken))
        {
            warnings.Add($"Disposisi kepada {name} belum selesai. Pastikan permohonan ini ditangani orang lain.");
        }

        return warnings;
    }

    /// <summary>The exclusion to be lifted; what is wrong with the reason is refused here.</summary>
    private async Task<Outcome<RequestExclusion>> FindAsync(WriteScope scope, Guid exclusionId, string reason, CancellationToken cancellationToken)
    {
        var exclusion = await scope.Db.RequestExclusions.FirstOrDefaultAsync(x => x.Id == exclusionId, cancellationToken);
        scope.Audit(
            "permohonan.cabut-kecualian", WorkFlow.RecordKind, exclusion?.RequestId ?? exclusionId, new AuditText().Fact("pegawai", exclusion?.UserId ?? Guid.Empty).Fact("alasan", reason.Trim()));
        if (exclusion is null)
        {
            return Outcome.NotFound("Pengecualian ini tidak ditemukan.");
        }

        if (exclusion is { LiftedAt: { } at })
        {
            return Outcome.Conflict($"Pengecualian ini sudah dicabut {exclusion.LiftedByText}, {IndonesianDates.ShortWithTime(at, (await agencies.GetAsync(cancellationToken)).Zone)}.");
        }

        if (string.IsNullOrWhiteSpace(reason))
        {
            return Outcome.Refused("Isi alasan pencabutan.", nameof(reason));
        }

        return reason.Trim().Length > RequestExclusion.LiftReasonMaxLength
            ? Outcome.Refused($"Alasan paling banyak {RequestExclusion.LiftReasonMaxLength} huruf.", nameof(reason))
            : exclusion;
    }

    private static Outcome Lift(WriteScope scope, WorkInHand work, RequestExclusion exclusion, string reason)
    {
        exclusion.Lift(scope.Actor.UserId, scope.Actor.Signature, reason.Trim(), scope.Now);
        Publish(scope, work.Item.Id, exclusion.UserId);
        return Outcome.Ok();
    }

    /// <summary>The person first: who they are must be read anew before any page is.</summary>
    private static void Publish(WriteScope scope, Guid requestId, Guid userId)
    {
        scope.Publish(Topic.Accounts, userId);
        scope.Publish(Topic.Work, requestId);
        scope.Publish(Topic.Dispositions, requestId);
        scope.Publish(Topic.Letters, requestId);
    }

    private static async Task<HashSet<Guid>> StandingAsync(DinsosDbContext db, Guid requestId, CancellationToken cancellationToken) =>
        [.. await db.RequestExclusions.Where(x => x.RequestId == requestId && x.LiftedAt == null).Select(x => x.UserId).ToListAsync(cancellationToken)];

    private static HashSet<Guid> Members(Desk desk, IReadOnlyList<SeatHolder> holders) =>
        [.. holders.Where(h => DeskSeats.Of(desk).Any(s => s.Admits(h.Role, h.UnitCode))).Select(h => h.UserId)];

    private static bool IsLeftAlone(Desk desk, IReadOnlyList<SeatHolder> holders, HashSet<Guid> excluded) =>
        Members(desk, holders) is { Count: > 0 } members && members.IsSubsetOf(excluded);
}
