using System.Globalization;
using DinsosIntranet.Features.Intake.Domain;
using DinsosIntranet.Features.VictimCases;
using DinsosIntranet.Features.VictimCases.Domain;
using DinsosIntranet.Shared.Acting;
using Microsoft.EntityFrameworkCore;

namespace DinsosIntranet.App.Demo;

/// <summary>Invented cases of long ago: one whose years are over, one proposed for anonymising, one held for a court, one anonymised.</summary>
internal sealed partial class DemoRequests
{
    private const int YearsAgo = 13;

    private void PlanRetention()
    {
        Old(59);
        var proposed = Old(58);
        Add(proposed, 12, "dedi", ProposeAsync);
        var held = Old(57);
        Add(held, 11, "lina", async (id, act) => await retention.HoldAsync(new PlaceHold { Number = await NumberAsync(id), Reason = "sidang" }, act));
        var erased = Old(56);
        Add(erased, 10, "dedi", ProposeAsync);
        Add(erased, 9, "ratna", async (id, act) => await retention.ApproveAsync(
            new ApproveDestruction { Id = await ProposalAsync(id), IsUnderstood = true, Password = DemoAgency.Password }, act));
    }

    /// <summary>A report that was taken back, and then told as one of years ago: the program itself was not there yet.</summary>
    private Guid Old(double minutesAgo)
    {
        var caseId = Report(minutesAgo, "rendah", "sari", "telepon", "keluarga");
        Add(caseId, minutesAgo - 20, "nani", async (id, act) => await withdrawals.WithdrawAsync(
            id, new WithdrawalInput { AskedBy = WithdrawalAsker.Applicant, Reason = "Korban pindah ke luar daerah" }, act));
        Add(caseId, minutesAgo - 21, "sari", BackdateAsync);
        return caseId;
    }

    private async Task<Outcome> BackdateAsync(Guid caseId, ActionContext act)
    {
        var then = act.Now.AddYears(-YearsAgo);
        await using var db = await factory.CreateDbContextAsync();
        var number = await NumberAsync(caseId);
        var old = number.Replace(act.Now.Year.ToString(CultureInfo.InvariantCulture), then.Year.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);
        await db.WorkItems.Where(w => w.Id == caseId).ExecuteUpdateAsync(set => set.SetProperty(w => w.Number, old).SetProperty(w => w.OpenedAt, then.AddMonths(-2)).SetProperty(w => w.ClosedAt, then));
        await db.ServiceRequests.Where(r => r.Id == caseId).ExecuteUpdateAsync(set => set.SetProperty(r => r.Number, old).SetProperty(r => r.ReceivedAt, then.AddMonths(-2)));
        return Outcome.Ok();
    }

    private Task<Outcome> ProposeAsync(Guid caseId, ActionContext act) =>
        retention.ProposeAsync(new ProposeDestruction { CaseId = caseId, ApprovalLetter = "B-118/ANRI/2026, 02/11/2026" }, act);

    private async Task<string> NumberAsync(Guid caseId)
    {
        await using var db = await factory.CreateDbContextAsync();
        return await db.WorkItems.Where(w => w.Id == caseId).Select(w => w.Number).FirstAsync();
    }

    private async Task<Guid> ProposalAsync(Guid caseId)
    {
        await using var db = await factory.CreateDbContextAsync();
        return await db.CaseDestructions.Where(d => d.CaseId == caseId && d.State == DestructionState.Waiting).Select(d => d.Id).FirstAsync();
    }
}
