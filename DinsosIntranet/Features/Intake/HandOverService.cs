using DinsosIntranet.Features.Audit.Domain;
using DinsosIntranet.Features.Desks;
using DinsosIntranet.Features.Intake.Domain;
using DinsosIntranet.Features.Letters;
using DinsosIntranet.Features.Letters.Domain;
using DinsosIntranet.Features.Standards.Domain;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Data;
using DinsosIntranet.Shared.Identity;
using DinsosIntranet.Shared.Live;
using Microsoft.EntityFrameworkCore;

namespace DinsosIntranet.Features.Intake;

public sealed record HandedOver(Guid ReceiptId, string ReceiptNumber);

/// <summary>
/// Puts the issued letter, or a product made on paper where the standard prepares none, into the hands of the applicant or a
/// proxy, and says so on a receipt both sign.
/// </summary>
public sealed class HandOverService(WriteRunner writes, WorkFlow flow, PersonService persons, HandOverReceiptWriter receipts, ActionRegistry actions, IEnumerable<ILetterContent> contents)
{
    private readonly IReadOnlyList<string> _stepKinds = [.. contents.Where(c => !c.IsBesideSteps).Select(c => c.Kind)];

    public Task<Outcome<HandedOver>> HandOverAsync(Guid requestId, HandOverInput input, ActionContext act, CancellationToken cancellationToken = default) =>
        writes.RunAsync<HandedOver>(
            act,
            async scope =>
            {
                scope.Audit("surat.serahkan", WorkFlow.RecordKind, requestId, new AuditText().Fact("kuasa", input.IsProxy).Fact("identitas", input.IdentityKind));
                var loaded = await flow.LoadForWorkAsync(scope, requestId, StepActions.HandOver, cancellationToken);
                if (!loaded.IsOk)
                {
                    return loaded.AsFailure();
                }

                var asksDocument = !actions.PreparesLetter(loaded.Value.Standard);
                var letter = await scope.Db.Letters.AsNoTracking()
                    .Where(l => l.RequestId == requestId && _stepKinds.Contains(l.Kind) && l.Status == LetterStatus.Issued)
                    .OrderByDescending(l => l.IssuedAt)
                    .FirstOrDefaultAsync(cancellationToken);
                if (letter is null && !asksDocument)
                {
                    return Outcome.Refused("Surat belum terbit, jadi belum dapat diserahkan.");
                }

                var applicant = await (from r in scope.Db.ServiceRequests.AsNoTracking()
                                       join p in scope.Db.Persons.AsNoTracking() on r.ApplicantId equals p.Id
                                       where r.Id == requestId
                                       select p).FirstAsync(cancellationToken);
                var context = await persons.ContextAsync(scope.Now, cancellationToken);
                var refusals = HandOverRules.Check(input, applicant.Nik, context, asksDocument);
                return refusals.Count > 0
                    ? Outcome.Refused(refusals)
                    : await SaveAsync(scope, loaded.Value, HandOverOf(scope, requestId, letter, applicant, input, context), applicant, letter, cancellationToken);
            },
            cancellationToken);

    private static HandOver HandOverOf(WriteScope scope, Guid requestId, Letter? letter, Person applicant, HandOverInput input, PersonRules.Context context) => new()
    {
        Id = Guid.CreateVersion7(),
        RequestId = requestId,
        LetterId = letter?.Id,
        DocumentTitle = letter is null ? input.DocumentTitle.Trim() : null,
        DocumentNumber = letter is null && input.DocumentNumber.Trim() is { Length: > 0 } number ? number : null,
        At = scope.Now,
        ByUserId = scope.Actor.UserId,
        CollectorName = input.IsProxy ? PersonName.Read(input.CollectorName).Stored : applicant.Name,
        IdentityKind = input.IdentityKind,
        IdentityNumber = HandOverRules.StoredNumber(input, context),
        ProxyRelation = input.IsProxy ? input.ProxyRelation.Trim() : null,
        ProxyLetter = input.IsProxy ? input.ProxyLetter.Trim() : null,
        Note = input.Note.Trim() is { Length: > 0 } note ? note : null,
    };

    private async Task<Outcome<HandedOver>> SaveAsync(WriteScope scope, WorkInHand work, HandOver handOver, Person applicant, Letter? letter, CancellationToken cancellationToken)
    {
        scope.Db.HandOvers.Add(handOver);
        var receipt = await receipts.WriteAsync(scope, work, handOver, applicant, letter, cancellationToken);

        // The history is read on boards and lists too, so it names no collector; the receipt does.
        var to = handOver.ProxyRelation is null ? "pemohon" : "wakil pemohon";
        await flow.AdvanceAsync(
            scope,
            work,
            new StepTaken(work.Step.MainOutcome.Code, letter is null ? $"{handOver.DocumentTitle} diserahkan kepada {to}" : $"Surat {letter.Number} diserahkan kepada {to}", $"Tanda terima {receipt.Number}"),
            cancellationToken);
        if (letter is not null)
        {
            scope.Publish(Topic.Letters, letter.Id);
        }

        return new HandedOver(receipt.Id, receipt.Number!);
    }
}
