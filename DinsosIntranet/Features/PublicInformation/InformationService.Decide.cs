using DinsosIntranet.Features.Audit.Domain;
using DinsosIntranet.Features.Desks;
using DinsosIntranet.Features.Letters;
using DinsosIntranet.Features.PublicInformation.Domain;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Data;
using DinsosIntranet.Shared.Live;
using Microsoft.EntityFrameworkCore;

namespace DinsosIntranet.Features.PublicInformation;

public sealed partial class InformationService
{
    private const string Granted = "dapat-diberikan";
    private const string Excluded = "dikecualikan";
    private const string NotHeld = "belum-dikuasai";

    /// <summary>Records one consequence test. It can be done before, at, or after the decision, but never after the letter that rests on it.</summary>
    public Task<Outcome> AddTestAsync(Guid requestId, ExclusionTestInput input, ActionContext act, CancellationToken cancellationToken = default) =>
        OnAsync(
            requestId,
            act,
            "informasi.uji",
            new AuditText().Fact("huruf", string.Join(",", input.Grounds.Order(StringComparer.Ordinal))),
            Weighing,
            async (scope, open) =>
            {
                if (await WhyTestsAreClosedAsync(scope, requestId, cancellationToken) is { } closed)
                {
                    return Outcome.Refused(closed);
                }

                if (await scope.Db.ExclusionTests.CountAsync(t => t.RequestId == requestId, cancellationToken) >= ExclusionTest.MostOfRequest)
                {
                    return Outcome.Refused($"Paling banyak {ExclusionTest.MostOfRequest} uji untuk satu permohonan.");
                }

                var refusals = input.Check(reference.GroundCodes, reference.OtherLawCode);
                if (refusals.Count > 0)
                {
                    return Outcome.Refused(refusals);
                }

                scope.Db.ExclusionTests.Add(new ExclusionTest
                {
                    Id = OrderedId.Create(),
                    RequestId = requestId,
                    Information = input.Information.Trim(),
                    Grounds = [.. input.Grounds.Order(StringComparer.Ordinal)],
                    OtherLaw = Trimmed(input.OtherLaw),
                    IfOpened = input.IfOpened.Trim(),
                    IfClosed = input.IfClosed.Trim(),
                    Period = input.Period.Trim(),
                    RecordedAt = scope.Now,
                    RecordedById = scope.Actor.UserId,
                });
                flow.AddHistory(scope, open.Work, "Uji konsekuensi dicatat", null);
                scope.Publish(Topic.Work, requestId);
                return Outcome.Ok();
            },
            cancellationToken);

    public Task<Outcome> RemoveTestAsync(Guid requestId, Guid testId, ActionContext act, CancellationToken cancellationToken = default) =>
        OnAsync(
            requestId,
            act,
            "informasi.hapus-uji",
            new AuditText().Fact("uji", testId),
            Weighing,
            async (scope, open) =>
            {
                if (await WhyTestsAreClosedAsync(scope, requestId, cancellationToken) is { } closed)
                {
                    return Outcome.Refused(closed);
                }

                var needsOne = open.Information.Decision is InformationDecision.Excluded or InformationDecision.GrantedInPart;
                if (needsOne && await scope.Db.ExclusionTests.CountAsync(t => t.RequestId == requestId, cancellationToken) <= 1)
                {
                    return Outcome.Refused("Keputusan permohonan ini bersandar pada uji ini. Catat uji yang benar dulu, lalu hapus yang ini.");
                }

                if (await scope.Db.ExclusionTests.Where(t => t.Id == testId && t.RequestId == requestId).ExecuteDeleteAsync(cancellationToken) == 0)
                {
                    return Outcome.NotFound("Uji ini sudah dihapus.");
                }

                flow.AddHistory(scope, open.Work, "Uji konsekuensi dihapus", null);
                scope.Publish(Topic.Work, requestId);
                return Outcome.Ok();
            },
            cancellationToken);

    /// <summary>Decides, and leaves the step by the branch the standard has for it; the request stays with whoever decided.</summary>
    public Task<Outcome> DecideAsync(Guid requestId, DecisionInput input, ActionContext act, CancellationToken cancellationToken = default) =>
        OnAsync(
            requestId,
            act,
            "informasi.putuskan",
            new AuditText().Fact("keputusan", input.Decision?.ToString() ?? "-"),
            [DecideAction],
            async (scope, open) =>
            {
                var tests = await scope.Db.ExclusionTests.CountAsync(t => t.RequestId == requestId, cancellationToken);
                var refusals = DecisionRules.Check(input, open.Information.IsFlagged, tests);
                if (refusals.Count > 0)
                {
                    return Outcome.Refused(refusals);
                }

                var (information, decision) = (open.Information, input.Decision!.Value);
                var isNotHeld = decision == InformationDecision.NotHeld;
                (information.Decision, information.DecidedAt, information.DecidedById) = (decision, scope.Now, scope.Actor.UserId);
                information.DecisionReason = Trimmed(input.Reason);
                information.NotHeld = isNotHeld ? input.NotHeld : null;
                information.OtherBody = isNotHeld && input.NotHeld == NotHeldKind.HeldByOtherBody ? Trimmed(input.OtherBody) : null;
                information.AvailableWhen = isNotHeld && input.NotHeld != NotHeldKind.HeldByOtherBody ? Trimmed(input.AvailableWhen) : null;
                await scope.Db.SaveChangesAsync(cancellationToken);
                await flow.AdvanceAsync(
                    scope,
                    open.Work,
                    new StepTaken(OutcomeOf(decision), $"Keputusan: {decision.Name().ToLowerInvariant()}", information.DecisionReason, new Destination(null, scope.Actor.UserId, scope.Actor.Name)),
                    cancellationToken);
                return Outcome.Ok();
            },
            cancellationToken);

    /// <summary>The outcome of the deciding step this decision is.</summary>
    internal static string OutcomeOf(InformationDecision decision) => decision switch
    {
        InformationDecision.Excluded => Excluded,
        InformationDecision.NotHeld => NotHeld,
        _ => Granted,
    };

    private static async Task<string?> WhyTestsAreClosedAsync(WriteScope scope, Guid requestId, CancellationToken cancellationToken)
    {
        foreach (var kind in (string[])[LetterKinds.InformationRefusal, LetterKinds.InformationNotice])
        {
            if (await IsSubmittedAsync(scope, requestId, kind, cancellationToken))
            {
                return $"{LetterKinds.Name(kind)} sudah diajukan. Tarik dulu konsepnya bila uji konsekuensinya perlu diubah.";
            }
        }

        return null;
    }
}
