using DinsosIntranet.Features.Audit.Domain;
using DinsosIntranet.Features.VictimCases.Domain;
using DinsosIntranet.Shared.Data;
using DinsosIntranet.Shared.Live;
using Microsoft.EntityFrameworkCore;

namespace DinsosIntranet.Features.VictimCases;

/// <summary>Finds ties of staff among the parties of cases, by blind index on both sides, and proposes the conflict to the head.</summary>
internal static class CaseConflicts
{
    /// <summary>What a block says of its party, compared with all ties; <paramref name="niks"/> and <paramref name="cards"/> are the indexes under every key.</summary>
    public static async Task MatchAsync(WriteScope scope, Guid caseId, IReadOnlyList<string> niks, IReadOnlyList<string> cards, CancellationToken cancellationToken)
    {
        if (niks.Count + cards.Count == 0)
        {
            return;
        }

        var found = await scope.Db.StaffTies.AsNoTracking()
            .Where(t => (t.Kind == TieKind.Nik && niks.Contains(t.Index)) || (t.Kind == TieKind.FamilyCard && cards.Contains(t.Index)))
            .Select(t => new { t.UserId, t.Kind })
            .ToListAsync(cancellationToken);
        foreach (var tie in found.DistinctBy(t => t.UserId))
        {
            await ProposeAsync(scope, caseId, tie.UserId, GroundOf(tie.Kind), cancellationToken);
        }
    }

    /// <summary>A new tie, compared with the parties of all cases that still have content.</summary>
    public static async Task MatchAsync(WriteScope scope, StaffTie tie, IReadOnlyList<string> indexes, CancellationToken cancellationToken)
    {
        var isCard = tie.Kind == TieKind.FamilyCard;
        var cases = await scope.Db.CaseBlocks
            .Where(b => b.RemovedAt == null && (isCard ? b.FamilyIndex != null && indexes.Contains(b.FamilyIndex) : b.NikIndex != null && indexes.Contains(b.NikIndex)))
            .Select(b => b.CaseId)
            .Distinct()
            .ToListAsync(cancellationToken);
        foreach (var caseId in cases)
        {
            await ProposeAsync(scope, caseId, tie.UserId, GroundOf(tie.Kind), cancellationToken);
        }
    }

    /// <summary>Puts it before the head, unless it waits there already, was declined before on the same ground, or the person is kept out anyway.</summary>
    public static async Task ProposeAsync(WriteScope scope, Guid caseId, Guid userId, ConflictGround ground, CancellationToken cancellationToken)
    {
        if (await scope.Db.CaseConflicts.AnyAsync(c => c.CaseId == caseId && c.UserId == userId && (c.State == ConflictState.Waiting || c.Ground == ground), cancellationToken)
            || await scope.Db.RequestExclusions.AnyAsync(x => x.RequestId == caseId && x.UserId == userId && x.LiftedAt == null, cancellationToken)
            || await scope.Db.Users.Where(u => u.Id == userId && u.DisabledAt == null).Select(u => u.FullName + ", " + u.Position).FirstOrDefaultAsync(cancellationToken) is not { } name)
        {
            return;
        }

        scope.Audit("kasus.benturan-usul", CaseService.RecordKind, caseId, new AuditText().Fact("pegawai", userId).Fact("dasar", ground));
        scope.Db.CaseConflicts.Add(new CaseConflict
        {
            Id = OrderedId.Create(),
            CaseId = caseId,
            UserId = userId,
            UserText = name,
            Ground = ground,
            FoundAt = scope.Now,
            Version = Guid.CreateVersion7(),
        });
        scope.Publish(Topic.Cases, caseId);
    }

    private static ConflictGround GroundOf(TieKind kind) => kind == TieKind.FamilyCard ? ConflictGround.FamilyCard : ConflictGround.Named;
}
