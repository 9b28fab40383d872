using DinsosIntranet.Features.Audit.Domain;
using DinsosIntranet.Features.Desks;
using DinsosIntranet.Features.Repatriation.Domain;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Data;

namespace DinsosIntranet.Features.Repatriation;

/// <summary>Who the people are, and whether they are the agency's to bring home.</summary>
public sealed partial class RepatriationService
{
    /// <summary>Writes down who is to be brought home, until the team is formed.</summary>
    public Task<Outcome> SaveMigrantsAsync(Guid requestId, IReadOnlyList<Migrant> migrants, Guid seen, ActionContext act, CancellationToken cancellationToken = default) =>
        OnAsync(
            requestId,
            act,
            "pemulangan.simpan-migran",
            new AuditText().Fact("orang", migrants.Count),
            [VerifyAction, PlanAction],
            needsContent: true,
            async (scope, work, file) =>
            {
                if (file.Version != seen)
                {
                    return Changed(work, file);
                }

                var refusals = new List<Refusal>(RepatriationRules.CheckMigrants(migrants, (field, code) => Knows(field, code, work.Agency), work.Agency.DateOf(scope.Now)));
                await CheckCasesAsync(scope, work, migrants, refusals, cancellationToken);
                if (refusals.Count > 0)
                {
                    return Outcome.Refused(refusals);
                }

                var known = vault.Open(file);
                file.Payload = vault.Close(requestId, known with { Migrants = [.. migrants.Select(m => new Migrant { Id = m.Id, Values = Trimmed(m.Values) })] });
                file.People = migrants.Count;
                file.Changed(scope.Actor.NameAndPosition, scope.Now);
                return Outcome.Ok();
            },
            cancellationToken);

    /// <summary>Leaves the verification: Ya needs both requirements confirmed and everybody written down, Tidak the reason.</summary>
    public Task<Outcome> VerifyAsync(Guid requestId, bool isFulfilled, bool isResident, bool isVictim, string? reason, ActionContext act, CancellationToken cancellationToken = default) =>
        OnAsync(requestId, act, "pemulangan.verifikasi", [VerifyAction], async (scope, work, file) =>
        {
            if (isFulfilled)
            {
                var refusals = new List<Refusal>();
                Require(refusals, isResident, "Pastikan KTP dan keluarganya di wilayah kabupaten, lalu centang.", nameof(isResident));
                Require(refusals, isVictim, "Pastikan korban kekerasan, lalu centang.", nameof(isVictim));
                Require(refusals, vault.Open(file).Migrants.Count > 0, "Data migran belum diisi.", "Migrants");
                if (refusals.Count > 0)
                {
                    return Outcome.Refused(refusals);
                }
            }
            else if (reason is null || !RepatriationRules.Reasons.ContainsKey(reason))
            {
                return Outcome.Refused("Pilih persyaratan yang tidak terpenuhi.", nameof(reason));
            }

            file.ReferralReason = isFulfilled ? null : reason;
            var outcome = work.Standard.Outcome(work.Step.Id, isFulfilled ? "memenuhi" : "tidak-memenuhi");
            await flow.AdvanceAsync(scope, work, new StepTaken(outcome.Code, outcome.Label, To: new Destination(null, scope.Actor.UserId, scope.Actor.Name)), cancellationToken);
            return Outcome.Ok();
        }, cancellationToken);

    private static async Task CheckCasesAsync(WriteScope scope, WorkInHand work, IReadOnlyList<Migrant> migrants, List<Refusal> refusals, CancellationToken cancellationToken)
    {
        var codes = migrants.Select(m => m[MigrantFields.CaseCode].Trim()).Where(c => c.Length > 0).Distinct().ToList();
        var known = await RepatriationFinding.CasesAsync(scope.Db, codes, null, scope.Actor, work.Agency, scope.Now, cancellationToken);
        for (var i = 0; i < migrants.Count; i++)
        {
            var code = migrants[i][MigrantFields.CaseCode].Trim();
            Require(refusals, code.Length == 0 || known.ContainsKey(code), "Kode kasus ini tidak ditemukan.", RepatriationRules.Field(i, MigrantFields.CaseCode));
        }
    }

    private static Dictionary<string, string> Trimmed(IReadOnlyDictionary<string, string> values) =>
        values.Where(v => v.Value.Trim().Length > 0).ToDictionary(v => v.Key, v => v.Value.Trim());
}
