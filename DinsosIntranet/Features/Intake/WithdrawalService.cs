using DinsosIntranet.Features.Accounts;
using DinsosIntranet.Features.Agency;
using DinsosIntranet.Features.Audit.Domain;
using DinsosIntranet.Features.Desks;
using DinsosIntranet.Features.Desks.Domain;
using DinsosIntranet.Features.Intake.Domain;
using DinsosIntranet.Features.Letters;
using DinsosIntranet.Features.Letters.Domain;
using DinsosIntranet.Features.Standards;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Data;
using DinsosIntranet.Shared.Identity;
using Microsoft.EntityFrameworkCore;

namespace DinsosIntranet.Features.Intake;

/// <summary>What recording a withdrawal comes to now: why this person may not, and which letters end with it.</summary>
public sealed record WithdrawalView(string? WhyNot, IReadOnlyList<NumberedLetter> Letters, RequestWords Words)
{
    /// <summary>Taking back a letter is sworn like signing one.</summary>
    public bool AsksPassword => Letters.Any(l => l.IsIssued);
}

/// <summary>
/// Ends a request its applicant takes back, at any step before the letter is handed over. Numbers that were allotted are
/// voided and issued letters revoked in the same write; who asked and why stay with the request.
/// </summary>
public sealed class WithdrawalService(
    WriteRunner writes,
    WorkFlow flow,
    StandardLibrary standards,
    LetterService letters,
    PersonService persons,
    AccountService accounts,
    AgencyDirectory directory,
    IEnumerable<RequestWords> words,
    IDbContextFactory<DinsosDbContext> factory)
{
    /// <summary>Null where there is no such request, or none for this person.</summary>
    public async Task<WithdrawalView?> FindAsync(Guid requestId, Actor viewer, CancellationToken cancellationToken = default)
    {
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        var item = RequestAccess.MaySee(viewer, requestId) ? await db.WorkItems.AsNoTracking().FirstOrDefaultAsync(w => w.Id == requestId, cancellationToken) : null;
        if (item is null)
        {
            return null;
        }

        var standard = (await standards.GetAsync(item.StandardVersionId, cancellationToken)).Standard;
        var takesIn = DeskRules.TakesIn(standard, (await directory.GetAsync(cancellationToken)).FindDesk, viewer);
        var numbered = await NumberedAsync(db, requestId, cancellationToken);
        return new WithdrawalView(WithdrawalRules.CanWithdraw(item, standard.Unit, takesIn, numbered, await IsHandedOverAsync(db, requestId, cancellationToken), viewer)?.Message, numbered, RequestWords.Of(words, standard.Code));
    }

    public async Task<Outcome> WithdrawAsync(Guid requestId, WithdrawalInput input, ActionContext act, CancellationToken cancellationToken = default)
    {
        const string Unproven = "Kata sandi tidak cocok. Penarikan belum dicatat.";
        var wrong = input.Password.Length == 0
            ? new Refusal("Isi kata sandi Anda. Penarikan belum dicatat.", nameof(input.Password))
            : await accounts.ProveAsync(act, input.Password, Unproven, nameof(input.Password), cancellationToken);
        return await writes.RunAsync(
            act,
            async scope =>
            {
                scope.Audit("permohonan.batalkan", WorkFlow.RecordKind, requestId, new AuditText().Fact("diminta", Asked(input)).Fact("alasan", input.Reason.Trim()));
                var loaded = await flow.LoadAsync(scope, requestId, cancellationToken);
                if (!loaded.IsOk)
                {
                    return loaded.AsFailure();
                }

                var numbered = await NumberedAsync(scope.Db, requestId, cancellationToken);
                var (item, standard) = (loaded.Value.Item, loaded.Value.Standard);
                var takesIn = DeskRules.TakesIn(standard, loaded.Value.Agency.FindDesk, scope.Actor);
                if (WithdrawalRules.CanWithdraw(item, standard.Unit, takesIn, numbered, await IsHandedOverAsync(scope.Db, requestId, cancellationToken), scope.Actor) is { } refusal)
                {
                    return Outcome.Refused(refusal.Message);
                }

                List<Refusal> refusals = [.. WithdrawalRules.Check(input, await persons.ContextAsync(scope.Now, cancellationToken))];
                if (wrong is not null && numbered.Any(l => l.IsIssued))
                {
                    refusals.Add(wrong);
                }

                return refusals.Count > 0 ? Outcome.Refused(refusals) : await SaveAsync(scope, loaded.Value, input, cancellationToken);
            },
            cancellationToken);
    }

    private async Task<Outcome> SaveAsync(WriteScope scope, WorkInHand work, WithdrawalInput input, CancellationToken cancellationToken)
    {
        var isProxy = input.AskedBy == WithdrawalAsker.Proxy;
        var reason = input.Reason.Trim();
        scope.Db.Withdrawals.Add(new Withdrawal
        {
            RequestId = work.Item.Id,
            At = scope.Now,
            ByUserId = scope.Actor.UserId,
            AskedBy = input.AskedBy!.Value,
            Reason = reason,
            ProxyName = isProxy ? PersonName.Read(input.ProxyName).Stored : null,
            ProxyRelation = isProxy ? input.ProxyRelation.Trim() : null,
            IdentityKind = isProxy ? input.IdentityKind : null,
            IdentityNumber = isProxy ? WithdrawalRules.StoredNumber(input) : null,
        });
        var named = RequestWords.Of(words, work.Standard.Code);
        var ending = $"{named.RequestFirst} ditarik {named.Applicant}: {reason}";
        await letters.EndAllAsync(scope, work, ending.Length > Letter.ReasonMaxLength ? ending[..Letter.ReasonMaxLength] : ending, cancellationToken);

        // Lists and boards read the history too, so it names no proxy.
        flow.AddHistory(scope, work, $"Ditarik {named.Applicant}" + (isProxy ? ", lewat wakilnya" : ""), reason);
        await flow.WithdrawAsync(scope, work, cancellationToken);
        return Outcome.Ok();
    }

    private static string Asked(WithdrawalInput input) => input.AskedBy switch
    {
        WithdrawalAsker.Applicant => "pemohon",
        WithdrawalAsker.Proxy => "wakil pemohon",
        _ => "-",
    };

    private static Task<List<NumberedLetter>> NumberedAsync(DinsosDbContext db, Guid requestId, CancellationToken cancellationToken) =>
        db.Letters.AsNoTracking()
            .Where(l => l.RequestId == requestId)
            .Where(Letter.IsNumbered)
            .OrderBy(l => l.Id)
            .Select(l => new NumberedLetter(l.Id, l.Number!, l.Status, l.SignerUserId, l.SignerText))
            .ToListAsync(cancellationToken);

    private static Task<bool> IsHandedOverAsync(DinsosDbContext db, Guid requestId, CancellationToken cancellationToken) =>
        db.HandOvers.AnyAsync(h => h.RequestId == requestId, cancellationToken);
}
