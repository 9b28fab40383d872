using DinsosIntranet.Features.Audit.Domain;
using DinsosIntranet.Features.VictimCases.Domain;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Live;
using Microsoft.EntityFrameworkCore;

namespace DinsosIntranet.Features.VictimCases;

public sealed partial class CaseService
{
    /// <summary>What a new block begins with, taken from what the victim or reporter has told already. Showing it is recorded like revealing it.</summary>
    public Task<Outcome<IReadOnlyDictionary<string, string>>> BeginBlockAsync(Guid caseId, string kind, ActionContext act, CancellationToken cancellationToken = default)
    {
        var text = new AuditText().Fact("blok", CaseBlocks.Find(kind)?.Code ?? "-");
        return OnAsync<IReadOnlyDictionary<string, string>>(
            caseId,
            act,
            "kasus.ungkap",
            text,
            async (scope, open) =>
            {
                if (MayWrite(scope, open) is { IsOk: false } refused)
                {
                    return refused.AsFailure();
                }

                if (CaseBlocks.Find(kind) is null)
                {
                    return Outcome.Refused("Blok ini tidak dikenal.");
                }

                var opened = KeyOf(open.Case);
                if (!opened.IsOk)
                {
                    return opened.AsFailure();
                }

                using var key = opened.Value;
                var blocks = await scope.Db.CaseBlocks.AsNoTracking().Where(b => b.CaseId == caseId && b.RemovedAt == null).OrderBy(b => b.Ordinal).ToListAsync(cancellationToken);
                var (values, from) = CarryOver.Of(kind, [.. blocks.Select(b => new FilledBlock(b.Id, b.Kind, b.Ordinal, b.ParentId, CaseVault.Read(key, b)))], scope.Actor.NameAndPosition);
                text.Fact("dari", string.Join(", ", from.Select(b => b.Kind).Distinct()));
                if (from.Count > 0)
                {
                    scope.Publish(Topic.Cases, caseId);
                    var reason = await ReasonOfOpeningAsync(scope, caseId, cancellationToken);
                    foreach (var source in from.DistinctBy(b => b.Id))
                    {
                        Sighted(scope, caseId, SightingKind.Revealed, reason, $"{source.Kind} {CaseBlocks.Find(source.Kind)!.Name(source.Ordinal)}");
                    }
                }

                return Outcome.Ok(values);
            },
            cancellationToken);
    }
}
