using DinsosIntranet.Features.Audit.Domain;
using DinsosIntranet.Shared.Acting;

namespace DinsosIntranet.Features.VictimCases;

public sealed partial class CaseService
{
    /// <summary>Switches the clock of the report to the police on or off; what was reported already stays written down.</summary>
    public Task<Outcome> SetPoliceClockAsync(Guid caseId, bool isOn, ActionContext act, CancellationToken cancellationToken = default) =>
        OnAsync(
            caseId,
            act,
            "kasus.jam-polisi",
            new AuditText().Fact("menyala", isOn),
            needsContent: true,
            (scope, open) =>
            {
                if (open.Case.HasPoliceClock == isOn)
                {
                    return Task.FromResult<Outcome>(Outcome.Conflict(isOn ? "Jam lapor polisi sudah menyala." : "Jam lapor polisi sudah mati."));
                }

                open.Case.HasPoliceClock = isOn;
                Touch(scope, open.Case);
                return Task.FromResult(Outcome.Ok());
            },
            cancellationToken);
}
