using DinsosIntranet.Features.Audit.Domain;
using DinsosIntranet.Features.VictimCases.Domain;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Data;
using DinsosIntranet.Shared.Live;
using Microsoft.EntityFrameworkCore;

namespace DinsosIntranet.Features.VictimCases;

/// <summary>One instance of a block as filled in.</summary>
public sealed record SaveBlock
{
    public required Guid CaseId { get; init; }

    /// <summary>Made by the form for a new instance: saving twice is noticed.</summary>
    public required Guid BlockId { get; init; }

    public required string Kind { get; init; }

    /// <summary>The victim a violence belongs to.</summary>
    public Guid? ParentId { get; init; }

    /// <summary>What the form was filled from; null for a new instance.</summary>
    public Guid? Version { get; init; }

    public required IReadOnlyDictionary<string, string> Values { get; init; }
}

public sealed record SavedBlock(Guid Id, Guid Version, int Ordinal, DateTime SavedAt);

public sealed partial class CaseService
{
    /// <summary>
    /// Saves one block as one goes. What is missing never stops it, what is wrong does. Of two who changed the same block, the
    /// second is told who was first; nothing of either is mixed.
    /// </summary>
    public Task<Outcome<SavedBlock>> SaveBlockAsync(SaveBlock command, ActionContext act, CancellationToken cancellationToken = default)
    {
        var text = new AuditText().Fact("blok", CaseBlocks.Find(command.Kind)?.Code ?? "-");
        return OnAsync<SavedBlock>(
            command.CaseId,
            act,
            "kasus.simpan",
            text,
            async (scope, open) =>
            {
                if (MayWrite(scope, open) is { IsOk: false } refused)
                {
                    return refused.AsFailure();
                }

                if (CaseBlocks.Find(command.Kind) is not { } definition)
                {
                    return Outcome.Refused("Blok ini tidak dikenal.");
                }

                var values = BlockRules.Normalise(definition, command.Values);
                if (BlockRules.Check(definition, values, open.Agency.DateOf(scope.Now), reference.Knows) is { Count: > 0 } refusals)
                {
                    return Outcome.Refused(refusals);
                }

                var opened = KeyOf(open.Case);
                if (!opened.IsOk)
                {
                    return opened.AsFailure();
                }

                using var key = opened.Value;
                var block = await scope.Db.CaseBlocks.FirstOrDefaultAsync(b => b.Id == command.BlockId, cancellationToken);
                if (block is null ? command.Version is not null : WhyNot(block, command, open) is not null)
                {
                    return Outcome.Conflict(block is null ? "Blok ini sudah tidak ada." : WhyNot(block, command, open)!);
                }

                if (await AmongAsync(scope, key, command, definition, values, block, cancellationToken) is { Count: > 0 } faults)
                {
                    return Outcome.Refused(faults);
                }

                var payload = CaseVault.Seal(key, command.BlockId, values);
                if (block is null)
                {
                    var added = await AddAsync(scope, open, command, definition, payload, cancellationToken);
                    if (!added.IsOk)
                    {
                        return added.AsFailure();
                    }

                    block = added.Value;
                    text.Created("isi", payload);
                }
                else
                {
                    text.Changed("isi", block.Payload, payload);
                    (block.Payload, block.SavedAt, block.SavedById, block.SavedByText) = (payload, scope.Now, scope.Actor.UserId, scope.Actor.NameAndPosition);
                }

                text.Fact("urutan", block.Ordinal);
                vault.Index(block, values);
                await CaseConflicts.MatchAsync(scope, open.Case.Id, vault.NikIndexes(values[CaseBlocks.NikField]), vault.FamilyIndexes(values[CaseBlocks.FamilyCard]), cancellationToken);
                Follow(scope, open, definition.Code, values);
                await FollowDeadlinesAsync(scope, key, block, values, cancellationToken);
                scope.Publish(Topic.Cases, open.Case.Id);
                await scope.Db.SaveChangesAsync(cancellationToken);
                await CountAsync(scope, open, key, definition.Code, cancellationToken);
                return new SavedBlock(block.Id, block.Version, block.Ordinal, block.SavedAt);
            },
            cancellationToken);
    }

    /// <summary>Takes one instance of a repeatable block away; what hangs on it goes first.</summary>
    public Task<Outcome> RemoveBlockAsync(Guid caseId, Guid blockId, Guid version, ActionContext act, CancellationToken cancellationToken = default)
    {
        var text = new AuditText();
        return OnAsync(
            caseId,
            act,
            "kasus.hapus-blok",
            text,
            needsContent: true,
            async (scope, open) =>
            {
                if (MayWrite(scope, open) is { IsOk: false } refused)
                {
                    return refused;
                }

                var block = await scope.Db.CaseBlocks.FirstOrDefaultAsync(b => b.Id == blockId && b.CaseId == caseId && b.RemovedAt == null, cancellationToken);
                if (block is null)
                {
                    return Outcome.NotFound("Blok ini sudah dihapus.");
                }

                text.Fact("blok", block.Kind).Fact("urutan", block.Ordinal).Removed("isi", block.Payload);
                if (!CaseBlocks.Find(block.Kind)!.IsRepeatable)
                {
                    return Outcome.Refused("Blok ini hanya dapat diubah.");
                }

                if (block.Version != version)
                {
                    return Outcome.Conflict($"Sudah diubah {block.SavedByText} {Moment(open, block.SavedAt)}. Periksa dulu isinya.");
                }

                if (await scope.Db.CaseBlocks.AnyAsync(b => b.ParentId == blockId && b.RemovedAt == null, cancellationToken))
                {
                    return Outcome.Refused("Masih ada kekerasan yang dicatat pada korban ini. Hapus itu dulu.");
                }

                if (await scope.Db.CaseReferrals.AnyAsync(r => r.Id == blockId, cancellationToken))
                {
                    return Outcome.Refused("Rujukan ini sudah dikirim dan tetap di berkas.");
                }

                (block.RemovedAt, block.NikIndex, block.FamilyIndex, block.PhoneIndex) = (scope.Now, null, null, null);
                await EndDeadlinesAsync(scope, blockId, cancellationToken);
                scope.Publish(Topic.Cases, caseId);
                await scope.Db.SaveChangesAsync(cancellationToken);
                return await WithKeyAsync(open, async key =>
                {
                    await CountAsync(scope, open, key, block.Kind, cancellationToken);
                    return Outcome.Ok();
                });
            },
            cancellationToken);
    }

    private static string? WhyNot(CaseBlock block, SaveBlock command, Open open)
    {
        if (block.CaseId != command.CaseId || block.Kind != command.Kind || block.ParentId != command.ParentId)
        {
            return "Blok ini milik berkas lain.";
        }

        if (block.RemovedAt is { } removed)
        {
            return $"Blok ini sudah dihapus {Moment(open, removed)}.";
        }

        return block.Version == command.Version ? null : $"Sudah diubah {block.SavedByText} {Moment(open, block.SavedAt)}. Isian Anda belum disimpan.";
    }

    private static async Task<Outcome<CaseBlock>> AddAsync(WriteScope scope, Open open, SaveBlock command, BlockDefinition definition, string payload, CancellationToken cancellationToken)
    {
        var siblings = await scope.Db.CaseBlocks.AsNoTracking()
            .Where(b => b.CaseId == command.CaseId && b.Kind == command.Kind && b.ParentId == command.ParentId)
            .OrderBy(b => b.Ordinal)
            .ToListAsync(cancellationToken);
        if (!definition.IsRepeatable && siblings.Count > 0)
        {
            return Outcome.Conflict($"{definition.Title} sudah diisi {siblings[0].SavedByText} {Moment(open, siblings[0].SavedAt)}. Isian Anda belum disimpan.");
        }

        if (siblings.Count >= BlockDefinition.MostInstances)
        {
            return Outcome.Refused($"Paling banyak {BlockDefinition.MostInstances} {definition.ItemName?.ToLowerInvariant()} dalam satu kasus.");
        }

        if (definition.Parent is null != command.ParentId is null
            || (command.ParentId is { } parent && !await scope.Db.CaseBlocks.AnyAsync(b => b.Id == parent && b.CaseId == command.CaseId && b.Kind == definition.Parent && b.RemovedAt == null, cancellationToken)))
        {
            return Outcome.Refused("Pilih korban yang mengalaminya.");
        }

        var block = new CaseBlock
        {
            Id = command.BlockId,
            CaseId = command.CaseId,
            Kind = definition.Code,
            Ordinal = siblings.Count == 0 ? 1 : siblings[^1].Ordinal + 1,
            ParentId = command.ParentId,
            Payload = payload,
            SavedAt = scope.Now,
            SavedById = scope.Actor.UserId,
            SavedByText = scope.Actor.NameAndPosition,
            Version = Guid.CreateVersion7(),
        };
        scope.Db.CaseBlocks.Add(block);
        return block;
    }

    /// <summary>What the outline of a case takes from its blocks: the level of risk, when it was reported, when somebody attended.</summary>
    private void Follow(WriteScope scope, Open open, string kind, BlockValues values)
    {
        var victimCase = open.Case;
        switch (kind)
        {
            case CaseBlocks.Register when ReportedAt(values, open.Agency.Zone) is { } reported && reported <= scope.Now:
                victimCase.ReportedAt = reported;
                Screen(open, victimCase.Risk);
                break;
            case CaseBlocks.Event when PoliceReport.IsCalledFor(values):
                victimCase.HasPoliceClock ??= true;
                break;
            case CaseBlocks.Court when PoliceReport.IsReported(values):
                victimCase.PoliceToldAt ??= scope.Now;
                break;
            case CaseBlocks.Screening:
                Screen(open, values[CaseBlocks.Risk]);
                break;
            case CaseBlocks.Service or CaseBlocks.Outreach:
                victimCase.AttendedAt ??= scope.Now;
                break;
        }
    }

    private void Screen(Open open, string? risk)
    {
        if (reference.Risk(risk) is { } level)
        {
            open.Case.Screen(level.Code, AttendBy(level, open.Case.ReportedAt, open.Agency));
        }
    }

    /// <summary>Until when the victim must have been attended to.</summary>
    internal static DateTime AttendBy(RiskLevel level, DateTime reportedAt, Agency.AgencySnapshot agency) =>
        agency.Calendar.Due(CaseReference.TimeOf(level), reportedAt).Utc ?? reportedAt;

    private static DateTime? ReportedAt(BlockValues values, TimeZoneInfo zone) =>
        values.Date(CaseBlocks.ReportedOn) is { } day && TimeOnly.TryParse(values[CaseBlocks.ReportedAt], System.Globalization.CultureInfo.InvariantCulture, out var time)
            ? TimeZoneInfo.ConvertTimeToUtc(day.ToDateTime(time), zone)
            : null;
}
