using DinsosIntranet.Features.Accounts;
using DinsosIntranet.Features.Agency;
using DinsosIntranet.Features.Audit.Domain;
using DinsosIntranet.Features.Letters;
using DinsosIntranet.Features.VictimCases.Domain;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Data;
using DinsosIntranet.Shared.Live;
using DinsosIntranet.Shared.Text;
using Microsoft.EntityFrameworkCore;

namespace DinsosIntranet.Features.VictimCases;

/// <summary>A proposal to anonymise a closed case.</summary>
public sealed record ProposeDestruction
{
    public required Guid CaseId { get; init; }

    /// <summary>Number and date of the letter that approves from outside, where the schedule asks for one.</summary>
    public string ApprovalLetter { get; set; } = "";
}

/// <summary>The approval: the password once more, and that what it does was read.</summary>
public sealed record ApproveDestruction
{
    public required Guid Id { get; init; }

    public bool IsUnderstood { get; set; }

    public string Password { get; set; } = "";
}

/// <summary>
/// What becomes of closed cases: held for a legal process, proposed for anonymising by whoever keeps the archive, anonymised by
/// the approval of somebody else. None of these people needs to see, or sees, anything but codes.
/// </summary>
public sealed partial class RetentionService(
    WriteRunner writes,
    AccountService accounts,
    AgencyDirectory agencies,
    CaseReference reference,
    CaseVault vault,
    CaseErasure erasure,
    NumberService numbers,
    PaperArchive archive)
{
    /// <summary>The running numbers of the register, one row a year.</summary>
    public const string Register = "ba-musnah";

    private const string NumberPrefix = "BAP";
    private const string NotThere = "Kasus ini tidak ada, atau tidak untuk Anda.";
    private const string WrongPassword = "Kata sandi tidak cocok. Tidak ada yang dimusnahkan.";

    private sealed record Found(FoundCase Case, AgencySnapshot Agency, RetentionItem? Item, RetentionFacts Facts)
    {
        public DateOnly Today(DateTime now) => Agency.DateOf(now);
    }

    /// <summary>Puts a case whose term is over before the second person.</summary>
    public Task<Outcome> ProposeAsync(ProposeDestruction command, ActionContext act, CancellationToken cancellationToken = default) =>
        writes.RunAsync(
            act,
            async scope =>
            {
                scope.Audit("kasus.musnah-usul", CaseService.RecordKind, command.CaseId);
                if (!RetentionAccess.MayPropose(scope.Actor))
                {
                    return Outcome.Forbidden();
                }

                var loaded = await LoadAsync(scope, command.CaseId, cancellationToken);
                if (!loaded.IsOk)
                {
                    return loaded.AsFailure();
                }

                var (found, item) = (loaded.Value, loaded.Value.Item);
                if (RetentionRules.WhyNot(found.Facts, found.Today(scope.Now)) is { } why)
                {
                    return found.Facts.IsProposed ? Outcome.Conflict(why) : Outcome.Refused(why);
                }

                if (RetentionRules.CheckLetter(item!, command.ApprovalLetter, nameof(command.ApprovalLetter)) is { } refusal)
                {
                    return Outcome.Refused([refusal]);
                }

                scope.Db.CaseDestructions.Add(new CaseDestruction
                {
                    Id = OrderedId.Create(),
                    CaseId = command.CaseId,
                    ItemCode = item!.Code,
                    ItemTitle = item.Title,
                    KeptUntil = found.Facts.Term!.EndsOn,
                    ApprovalLetter = command.ApprovalLetter.Trim(),
                    ProposedAt = scope.Now,
                    ProposedById = scope.Actor.UserId,
                    ProposedByText = scope.Actor.NameAndPosition,
                    Version = Guid.CreateVersion7(),
                });
                scope.Publish(Topic.Cases, command.CaseId);
                return Outcome.Ok();
            },
            cancellationToken);

    /// <summary>Sends a proposal back.</summary>
    public Task<Outcome> DeclineAsync(Guid id, string reason, ActionContext act, CancellationToken cancellationToken = default) =>
        OnProposalAsync(
            id,
            act,
            "kasus.musnah-tolak",
            new AuditText().Fact("alasan", reference.Knows(CaseReference.DeclineReasons, reason) ? reason : "-"),
            (scope, destruction, _) =>
            {
                if (!reference.Knows(CaseReference.DeclineReasons, reason))
                {
                    return Task.FromResult<Outcome>(Outcome.Refused("Pilih alasan menolak.", nameof(reason)));
                }

                destruction.Decline(reason, scope.Actor.NameAndPosition, scope.Now);
                return Task.FromResult(Outcome.Ok());
            },
            cancellationToken);

    /// <summary>
    /// Approves a proposal and anonymises the case in the same write: there is no state between. Cannot be undone. Files are
    /// deleted after the commit; what a stop of the program leaves is finished at the next start.
    /// </summary>
    public async Task<Outcome> ApproveAsync(ApproveDestruction command, ActionContext act, CancellationToken cancellationToken = default)
    {
        if (await accounts.ProveAsync(act, command.Password, WrongPassword, nameof(command.Password), cancellationToken) is { } wrong)
        {
            return Outcome.Refused([wrong]);
        }

        var text = new AuditText();
        var outcome = await OnProposalAsync(
            command.Id,
            act,
            "kasus.musnah-setujui",
            text,
            async (scope, destruction, found) =>
            {
                if (!command.IsUnderstood)
                {
                    return Outcome.Refused("Tandai bahwa Anda memahami pemusnahan ini tidak dapat dibatalkan.", nameof(command.IsUnderstood));
                }

                // The proposal itself is what waits; everything else is asked again, because a hold may have come meanwhile.
                if (RetentionRules.WhyNot(found.Facts with { IsProposed = false }, found.Today(scope.Now)) is { } why)
                {
                    return Outcome.Refused(why);
                }

                var (amounts, paths) = await erasure.EraseAsync(scope, found.Case.Case, cancellationToken);
                var number = await numbers.NextSlipAsync(scope, Register, NumberPrefix, found.Today(scope.Now).Year, cancellationToken);
                var report = await archive.StoreAsync(scope, await DrawAsync(scope, destruction, found, number.Text, amounts, cancellationToken), cancellationToken);
                destruction.Approve((number.Year, number.Sequence, number.Text), amounts, paths, report.Id, scope.Actor.NameAndPosition, scope.Now);
                text.Fact("nomor", number.Text).Fact("blok", amounts.Blocks).Fact("berkas", amounts.Files).Fact("catatan terhapus", amounts.Texts);
                return Outcome.Ok();
            },
            cancellationToken);
        if (outcome.IsOk)
        {
            await erasure.FinishAsync(cancellationToken);
        }

        return outcome;
    }

    private Task<Outcome> OnProposalAsync(Guid id, ActionContext act, string audit, AuditText text, Func<WriteScope, CaseDestruction, Found, Task<Outcome>> work, CancellationToken cancellationToken) =>
        writes.RunAsync(
            act,
            async scope =>
            {
                // Writing the row holds it: whoever decides at the same moment waits here, and then reads what was decided.
                await scope.Db.CaseDestructions.Where(d => d.Id == id).ExecuteUpdateAsync(set => set.SetProperty(d => d.ProposedByText, d => d.ProposedByText), cancellationToken);
                var destruction = await scope.Db.CaseDestructions.FirstOrDefaultAsync(d => d.Id == id, cancellationToken);
                scope.Audit(audit, CaseService.RecordKind, destruction?.CaseId ?? Guid.Empty, text);
                if (!RetentionAccess.MayDecide(scope.Actor))
                {
                    return Outcome.Forbidden("Pemusnahan diputus Kepala Dinas atau Sekretaris Dinas. Penolakan ini dicatat.");
                }

                if (destruction is null)
                {
                    return Outcome.NotFound("Usulan ini tidak ada.");
                }

                if (!RetentionAccess.MayDecide(scope.Actor, destruction.ProposedById))
                {
                    return Outcome.Forbidden("Usulan diputus orang lain, bukan pengusulnya. Penolakan ini dicatat.");
                }

                var loaded = await LoadAsync(scope, destruction.CaseId, cancellationToken);
                if (!loaded.IsOk)
                {
                    return loaded.AsFailure();
                }

                if (destruction.State != DestructionState.Waiting)
                {
                    return Outcome.Conflict($"Sudah diputus {destruction.DecidedByText} {IndonesianDates.ShortWithTime(destruction.DecidedAt!.Value, loaded.Value.Agency.Zone)}.");
                }

                scope.Publish(Topic.Cases, destruction.CaseId);
                return await work(scope, destruction, loaded.Value);
            },
            cancellationToken);

    private async Task<Outcome<Found>> LoadAsync(WriteScope scope, Guid caseId, CancellationToken cancellationToken)
    {
        var agency = await agencies.GetAsync(cancellationToken);
        if (await CaseFinding.FindAsync(scope.Db, caseId, scope.Actor, agency, scope.Now, cancellationToken) is not { Sight: not CaseSight.None } found)
        {
            return Outcome.NotFound(NotThere);
        }

        var today = agency.DateOf(scope.Now);
        var item = reference.Retention(found.Item.StandardCode);
        var holds = await scope.Db.CaseHolds.AsNoTracking().Where(h => h.CaseId == caseId && h.LiftedAt == null).ToListAsync(cancellationToken);
        RetentionTerm? term = null;
        if (item is not null && found.Item.ClosedAt is { } closedAt)
        {
            var terms = await RetentionTerms.OfAsync(scope.Db, vault, [new ClosedCase(caseId, found.Case.WrappedKey, agency.DateOf(closedAt), item)], cancellationToken);
            term = terms[caseId];
        }

        return new Found(found, agency, item, new RetentionFacts(
            !found.Item.IsOpen,
            vault.IsErased(found.Case),
            term,
            holds.Exists(h => h.Holds(today)),
            await scope.Db.CaseDestructions.AnyAsync(d => d.CaseId == caseId && d.State == DestructionState.Waiting, cancellationToken)));
    }
}
