using DinsosIntranet.Features.Accounts;
using DinsosIntranet.Features.Accounts.Domain;
using DinsosIntranet.Features.Agency.Domain;
using DinsosIntranet.Features.Audit.Domain;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Data;
using DinsosIntranet.Shared.Live;
using DinsosIntranet.Shared.Text;
using Microsoft.EntityFrameworkCore;

namespace DinsosIntranet.Features.Agency;

public sealed record AddStandIn
{
    public required Guid OfficialId { get; init; }

    public required Guid ActingUserId { get; init; }

    public required StandInKind Kind { get; init; }

    public required DateOnly? From { get; init; }

    public required DateOnly? Until { get; init; }
}

public sealed partial class OfficialService
{
    /// <summary>Longer than this a position is not covered but filled.</summary>
    private const int LongestDays = 366;

    /// <summary>
    /// Holds from its first day on, without waiting for anybody: an absence comes at eight in the morning. In return whoever
    /// exercises a position that opens rahasia files must be an official already, and nobody enters themselves.
    /// </summary>
    public async Task<Outcome<Guid>> AddStandInAsync(AddStandIn command, ActionContext act, CancellationToken cancellationToken = default)
    {
        var agency = await agencies.GetAsync(cancellationToken);
        if (CheckDates(command, agency.DateOf(act.Now)) is { } wrong)
        {
            return Outcome.Refused(wrong);
        }

        var outcome = await writes.RunAsync<Guid>(
            act,
            async scope =>
            {
                var id = Guid.CreateVersion7();
                scope.Audit("pelaksana.tetapkan", RecordKind, command.OfficialId, new AuditText()
                    .Created("pelaksana", command.ActingUserId).Created("sebagai", command.Kind.Prefix().Trim())
                    .Created("dari", command.From!.Value).Created("sampai", command.Until!.Value));
                if (!AccountAdministration.MayAdminister(scope.Actor))
                {
                    return Outcome.Forbidden();
                }

                await AccountLock.TakeAsync(scope, cancellationToken);
                var official = await scope.Db.Officials.AsNoTracking().FirstOrDefaultAsync(o => o.Id == command.OfficialId, cancellationToken);
                if (official is null)
                {
                    return Outcome.Refused("Pilih pejabat yang digantikan.", nameof(command.OfficialId));
                }

                if (await CheckActingAsync(scope, command, official, cancellationToken) is { } refusal)
                {
                    return Outcome.Refused(refusal);
                }

                scope.Db.StandIns.Add(new StandIn
                {
                    Id = id,
                    OfficialId = official.Id,
                    ActingUserId = command.ActingUserId,
                    Kind = command.Kind,
                    From = command.From.Value,
                    Until = command.Until.Value,
                });
                scope.Publish(Topic.Accounts, command.ActingUserId);
                return id;
            },
            cancellationToken);
        actors.Forget(command.ActingUserId);
        return outcome;
    }

    public async Task<Outcome> RevokeStandInAsync(Guid standInId, ActionContext act, CancellationToken cancellationToken = default)
    {
        var acting = Guid.Empty;
        var outcome = await writes.RunAsync(
            act,
            async scope =>
            {
                var standIn = await scope.Db.StandIns.FirstOrDefaultAsync(s => s.Id == standInId, cancellationToken);
                scope.Audit("pelaksana.cabut", RecordKind, standIn?.OfficialId ?? standInId, standIn is null ? null : new AuditText()
                    .Removed("pelaksana", standIn.ActingUserId).Removed("dari", standIn.From).Removed("sampai", standIn.Until));
                if (!AccountAdministration.MayAdminister(scope.Actor))
                {
                    return Outcome.Forbidden();
                }

                if (standIn is null)
                {
                    return Outcome.NotFound("Penetapan tidak ditemukan.");
                }

                if (standIn.RevokedAt is not null)
                {
                    return Outcome.Conflict("Penetapan ini sudah dicabut.");
                }

                acting = standIn.ActingUserId;
                standIn.RevokedAt = scope.Now;
                scope.Publish(Topic.Accounts, acting);
                return Outcome.Ok();
            },
            cancellationToken);
        actors.Forget(acting);
        return outcome;
    }

    private static Refusal? CheckDates(AddStandIn command, DateOnly today) => command switch
    {
        { From: null } => new Refusal("Isi tanggal mulai.", nameof(command.From)),
        { Until: null } => new Refusal("Isi tanggal akhir.", nameof(command.Until)),
        { From: { } from, Until: { } until } when until < from || until < today => new Refusal("Tanggal akhir sebelum tanggal mulai, atau sudah lewat.", nameof(command.Until)),
        { From: { } from, Until: { } until } when until.DayNumber - from.DayNumber > LongestDays => new Refusal("Paling lama satu tahun, lalu ditetapkan lagi.", nameof(command.Until)),
        _ => null,
    };

    private static async Task<Refusal?> CheckActingAsync(WriteScope scope, AddStandIn command, Official official, CancellationToken cancellationToken)
    {
        if (command.ActingUserId == scope.Actor.UserId)
        {
            return new Refusal("Anda tidak dapat menetapkan diri sendiri sebagai pelaksana. Mintalah administrator lain.", nameof(command.ActingUserId));
        }

        if (command.ActingUserId == official.UserId)
        {
            return new Refusal("Pejabat tidak menggantikan dirinya sendiri.", nameof(command.ActingUserId));
        }

        var account = await scope.Db.Users.AsNoTracking().Include(u => u.Roles).FirstOrDefaultAsync(u => u.Id == command.ActingUserId && u.DisabledAt == null, cancellationToken);
        if (account is null)
        {
            return new Refusal("Pilih pelaksana yang akunnya aktif.", nameof(command.ActingUserId));
        }

        if (RoleRules.NeedsApproval(official.Role, official.UnitCode) && !account.Roles.Any(r => RoleRules.Officials.Contains(r.Role)))
        {
            return new Refusal("Jabatan ini membuka berkas rahasia. Pelaksananya harus pejabat: Kepala Dinas, Sekretaris Dinas, atau Kepala Bidang.", nameof(command.ActingUserId));
        }

        var (from, until) = (command.From!.Value, command.Until!.Value);
        var positions = await scope.Db.Officials.AsNoTracking().Where(o => o.Role == official.Role).ToListAsync(cancellationToken);
        var same = positions.Where(o => OfficialRules.IsSamePosition(official.Role, official.UnitCode, o.Role, o.UnitCode)).Select(o => o.Id).ToList();
        var other = await (from s in scope.Db.StandIns.AsNoTracking()
                           join u in scope.Db.Users on s.ActingUserId equals u.Id
                           where same.Contains(s.OfficialId) && s.RevokedAt == null && s.From <= until && s.Until >= @from
                           select new { u.FullName, s.From, s.Until }).FirstOrDefaultAsync(cancellationToken);
        return other is null
            ? null
            : new Refusal(
                $"Sudah ada pelaksana untuk jabatan ini: {other.FullName}, {IndonesianDates.Short(other.From)}–{IndonesianDates.Short(other.Until)}. Cabut dulu, atau pilih tanggal lain.",
                nameof(command.From));
    }
}
