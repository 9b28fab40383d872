using DinsosIntranet.Features.Audit.Domain;
using DinsosIntranet.Features.VictimCases.Domain;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Data;
using DinsosIntranet.Shared.Live;

namespace DinsosIntranet.Features.VictimCases;

public sealed partial class CaseService
{
    /// <summary>
    /// Records that a form is printed, and why; the id names this one printing. The paper is handed out to the same person and
    /// for <see cref="CaseFormWriter.FetchMinutes"/> minutes only.
    /// </summary>
    public Task<Outcome<Guid>> PrintAsync(Guid caseId, string form, string reason, ActionContext act, CancellationToken cancellationToken = default) =>
        OnAsync<Guid>(
            caseId,
            act,
            "kasus.cetak",
            new AuditText().Fact("form", reference.Forms.FirstOrDefault(f => f.Code == form)?.Code ?? "-").Fact("alasan", Listed(CaseReference.PrintReasons, reason)),
            (scope, open) =>
            {
                if (reference.Forms.All(f => f.Code != form))
                {
                    return Task.FromResult<Outcome<Guid>>(Outcome.Refused("Pilih formulir.", nameof(form)));
                }

                if (!reference.Knows(CaseReference.PrintReasons, reason))
                {
                    return Task.FromResult<Outcome<Guid>>(Outcome.Refused("Pilih alasan mencetak.", nameof(reason)));
                }

                var id = OrderedId.Create();
                Sighted(scope, caseId, SightingKind.Printed, reason, form, id: id);
                scope.Publish(Topic.Cases, caseId);
                return Task.FromResult<Outcome<Guid>>(id);
            },
            cancellationToken);
}
