using DinsosIntranet.Features.Desks;
using DinsosIntranet.Features.Intake;
using DinsosIntranet.Features.VictimCases;
using DinsosIntranet.Features.VictimCases.Domain;
using DinsosIntranet.Shared.Acting;
using Microsoft.EntityFrameworkCore;

namespace DinsosIntranet.Tests.Support;

/// <summary>Cases of long ago: dedi keeps the archive, ratna and hendra decide.</summary>
public sealed partial class TestData
{
    public const string ApprovalLetter = "B-12/ANRI/2026, 02/11/2026";

    public RetentionService Retention => agency.Get<RetentionService>();

    /// <summary>A case with everything in it that can say who it is about, ended in 2010; its victim was of age then.</summary>
    public async Task<RegisteredCase> OldCaseAsync(bool ofAge = true)
    {
        var guest = (await agency.Get<GuestBookService>().AddAsync(
            new AddGuest { Name = VictimName, Origin = "Kenanga", Phone = SafePhone, Purpose = CarelessNote }, await agency.ActAsync("nani"))).Value;
        var registered = await CaseAsync(CaseReport() with { GuestBookEntryId = guest.Id });
        Require(await OpenCaseAsync(registered.Id));
        foreach (var (kind, values) in ReportBlocks())
        {
            if (kind == CaseBlocks.Victim && ofAge)
            {
                values[CaseBlocks.BirthDate] = "1980-03-15";
                values[CaseBlocks.FamilyCard] = "3602990101110003";
            }

            Require(await SaveAsync(registered.Id, kind, values, kind == CaseBlocks.Violence ? await BlockIdAsync(registered.Id, CaseBlocks.Victim) : null));
        }

        await AttachmentAsync(registered.Id);
        Require(await LeaveAsync(registered.Id, CaseReporting, "tercatat", "sari"));
        Require(await agency.Get<DeskService>().ReleaseAsync(registered.Id, await agency.ActAsync("sari", CarelessNote)));
        Require(await agency.Get<WithdrawalService>().WithdrawAsync(registered.Id, Withdrawal(CarelessNote), await agency.ActAsync("nani")));
        await EndedAsync(registered.Id, new DateTime(2010, 1, 5, 3, 0, 0, DateTimeKind.Utc));
        return registered;
    }

    public Task EndedAsync(Guid caseId, DateTime at) => agency.SqlAsync($"""UPDATE "WorkItems" SET "ClosedAt" = {at} WHERE "Id" = {caseId}""");

    public async Task<Guid> ProposedAsync(Guid caseId)
    {
        Require(await Retention.ProposeAsync(new ProposeDestruction { CaseId = caseId, ApprovalLetter = ApprovalLetter }, await agency.ActAsync("dedi")));
        await using var db = agency.OpenDb();
        return await db.CaseDestructions.Where(d => d.CaseId == caseId && d.State == DestructionState.Waiting).Select(d => d.Id).SingleAsync();
    }

    public async Task<Outcome> ApproveDestructionAsync(Guid id, string by = "ratna") =>
        await Retention.ApproveAsync(new ApproveDestruction { Id = id, IsUnderstood = true, Password = DinsosIntranet.App.Demo.DemoAgency.Password }, await agency.ActAsync(by));
}
