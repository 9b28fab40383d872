using DinsosIntranet.Features.Accounts;
using DinsosIntranet.Features.Accounts.Domain;
using DinsosIntranet.Features.Agency.Domain;
using DinsosIntranet.Features.Audit.Domain;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Data;
using DinsosIntranet.Shared.Identity;
using DinsosIntranet.Shared.Live;
using DinsosIntranet.Shared.Text;
using Microsoft.EntityFrameworkCore;

namespace DinsosIntranet.Features.Agency;

/// <summary>What the signature block prints of an official, and between which days.</summary>
public abstract record OfficialParticulars
{
    public required string NameWithTitles { get; init; }

    public required string Rank { get; init; }

    public required string Nip { get; init; }

    public required string PositionTitle { get; init; }

    public required DateOnly? From { get; init; }

    public DateOnly? Until { get; init; }
}

public sealed record AddOfficial : OfficialParticulars
{
    public required Guid UserId { get; init; }

    /// <summary>A role the person holds already: entering an official gives no rights.</summary>
    public required RoleChoice? Role { get; init; }
}

public sealed record ChangeOfficial : OfficialParticulars
{
    public required Guid OfficialId { get; init; }
}

/// <summary>The officials of the agency and who exercises their positions while they are absent.</summary>
public sealed partial class OfficialService(WriteRunner writes, AgencyDirectory agencies, ActorDirectory actors)
{
    public const string RecordKind = "pejabat";

    public async Task<Outcome<Guid>> AddAsync(AddOfficial command, ActionContext act, CancellationToken cancellationToken = default)
    {
        var refusals = Check(command);
        if (command.Role is null || !RoleRules.Officials.Contains(command.Role.Role))
        {
            refusals.Add(new Refusal("Pilih jabatan yang dipegang orang ini.", nameof(command.Role)));
        }

        if (refusals.Count > 0)
        {
            return Outcome.Refused(refusals);
        }

        return await writes.RunAsync<Guid>(
            act,
            async scope =>
            {
                var id = Guid.CreateVersion7();
                scope.Audit("pejabat.tambah", RecordKind, id, new AuditText()
                    .Created("akun", command.UserId).Created("nama", command.NameWithTitles.Trim()).Created("jabatan", command.PositionTitle.Trim())
                    .Created("peran", command.Role!.Role.Code()).Created("unit", command.Role.UnitCode)
                    .Created("dari", command.From!.Value).Created("sampai", command.Until));
                if (!AccountAdministration.MayAdminister(scope.Actor))
                {
                    return Outcome.Forbidden();
                }

                await AccountLock.TakeAsync(scope, cancellationToken);
                var (role, unit) = (command.Role.Role, command.Role.UnitCode);
                if (!await scope.Db.Users.AnyAsync(u => u.Id == command.UserId && u.DisabledAt == null && u.Roles.Any(r => r.Role == role && r.UnitCode == unit), cancellationToken))
                {
                    return Outcome.Refused("Orang ini belum memegang peran itu. Berikan perannya dulu di Pegawai.", nameof(command.Role));
                }

                if (await OverlapAsync(scope.Db, role, unit, command, null, cancellationToken) is { } overlap)
                {
                    return Outcome.Refused(overlap);
                }

                scope.Db.Officials.Add(new Official
                {
                    Id = id,
                    UserId = command.UserId,
                    NameWithTitles = command.NameWithTitles.Trim(),
                    Rank = command.Rank.Trim(),
                    Nip = Nip.Read(command.Nip).Digits,
                    Role = role,
                    UnitCode = unit,
                    PositionTitle = command.PositionTitle.Trim(),
                    From = command.From.Value,
                    Until = command.Until,
                });
                scope.Publish(Topic.Accounts, command.UserId);
                return id;
            },
            cancellationToken);
    }

    public async Task<Outcome> ChangeAsync(ChangeOfficial command, ActionContext act, CancellationToken cancellationToken = default)
    {
        var refusals = Check(command);
        if (refusals.Count > 0)
        {
            return Outcome.Refused(refusals);
        }

        return await writes.RunAsync(
            act,
            async scope =>
            {
                var text = new AuditText();
                scope.Audit("pejabat.ubah", RecordKind, command.OfficialId, text);
                if (!AccountAdministration.MayAdminister(scope.Actor))
                {
                    return Outcome.Forbidden();
                }

                await AccountLock.TakeAsync(scope, cancellationToken);
                var official = await scope.Db.Officials.FirstOrDefaultAsync(o => o.Id == command.OfficialId, cancellationToken);
                if (official is null)
                {
                    return Outcome.NotFound("Pejabat tidak ditemukan.");
                }

                if (await OverlapAsync(scope.Db, official.Role, official.UnitCode, command, official.Id, cancellationToken) is { } overlap)
                {
                    return Outcome.Refused(overlap);
                }

                Apply(official, command, text);
                if (!text.HasChanges)
                {
                    return Outcome.Refused("Tidak ada yang berubah.");
                }

                scope.Publish(Topic.Accounts, official.UserId);
                return Outcome.Ok();
            },
            cancellationToken);
    }

    private static void Apply(Official official, ChangeOfficial command, AuditText text)
    {
        var nip = Nip.Read(command.Nip).Digits;
        text.Changed("nama", official.NameWithTitles, command.NameWithTitles.Trim())
            .Changed("pangkat", official.Rank, command.Rank.Trim())
            .Changed("NIP", official.Nip, nip)
            .Changed("jabatan", official.PositionTitle, command.PositionTitle.Trim())
            .Changed("dari", official.From, command.From!.Value)
            .Changed("sampai", official.Until, command.Until);
        official.NameWithTitles = command.NameWithTitles.Trim();
        official.Rank = command.Rank.Trim();
        official.Nip = nip;
        official.PositionTitle = command.PositionTitle.Trim();
        official.From = command.From.Value;
        official.Until = command.Until;
    }

    private static List<Refusal> Check(OfficialParticulars particulars)
    {
        var refusals = new List<Refusal>();
        if (particulars.NameWithTitles.Trim().Length is 0 or > OfficialRules.NameMaxLength)
        {
            refusals.Add(new Refusal($"Isi nama dengan gelar, paling banyak {OfficialRules.NameMaxLength} huruf.", nameof(particulars.NameWithTitles)));
        }

        if (particulars.PositionTitle.Trim().Length is 0 or > OfficialRules.PositionTitleMaxLength)
        {
            refusals.Add(new Refusal($"Isi nama jabatan, paling banyak {OfficialRules.PositionTitleMaxLength} huruf.", nameof(particulars.PositionTitle)));
        }

        if (particulars.Rank.Trim().Length is 0 or > OfficialRules.RankMaxLength)
        {
            refusals.Add(new Refusal($"Isi pangkat dan golongan, paling banyak {OfficialRules.RankMaxLength} huruf.", nameof(particulars.Rank)));
        }

        if (Nip.Read(particulars.Nip).Findings.FirstOrDefault(f => f.Level == FindingLevel.Error) is { } fault)
        {
            refusals.Add(new Refusal(fault.Message, nameof(particulars.Nip)));
        }

        if (particulars.From is null)
        {
            refusals.Add(new Refusal("Isi tanggal mulai menjabat.", nameof(particulars.From)));
        }
        else if (particulars.Until < particulars.From)
        {
            refusals.Add(new Refusal("Tanggal akhir sebelum tanggal mulai.", nameof(particulars.Until)));
        }

        return refusals;
    }

    private static async Task<Refusal?> OverlapAsync(
        DinsosDbContext db, StaffRole role, string? unit, OfficialParticulars particulars, Guid? except, CancellationToken cancellationToken)
    {
        var others = await db.Officials.AsNoTracking().Where(o => o.Role == role && o.Id != except).ToListAsync(cancellationToken);
        var other = others.Find(o => OfficialRules.IsSamePosition(role, unit, o.Role, o.UnitCode)
            && OfficialRules.Overlap(particulars.From!.Value, particulars.Until, o.From, o.Until));
        return other is null
            ? null
            : new Refusal(
                $"Jabatan ini dipegang {other.NameWithTitles} {IndonesianDates.Short(other.From)} sampai {(other.Until is { } until ? IndonesianDates.Short(until) : "sekarang")}. Akhiri dulu masa jabatannya, atau mulai sesudahnya.",
                nameof(particulars.From));
    }
}
