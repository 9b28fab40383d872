using DinsosIntranet.Features.Audit.Domain;
using DinsosIntranet.Features.Desks;
using DinsosIntranet.Features.Letters;
using DinsosIntranet.Features.Letters.Domain;
using DinsosIntranet.Features.PublicInformation.Domain;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Data;
using DinsosIntranet.Shared.Identity;
using DinsosIntranet.Shared.Live;
using Microsoft.EntityFrameworkCore;

namespace DinsosIntranet.Features.PublicInformation;

/// <summary>How the information is given, as typed.</summary>
public sealed record InformationHandOverInput
{
    public DeliveryWay? Way { get; set; }

    public string ReceiverName { get; set; } = "";

    /// <summary>Number of the card shown; asked for at the counter.</summary>
    public string ReceiverIdentity { get; set; } = "";

    public string Note { get; set; } = "";
}

public sealed partial class InformationService
{
    private const string Given = "serahkan";

    /// <summary>Makes the evidence of the hand-over, to be signed or sent along. Made anew, it takes the place of the earlier one.</summary>
    public Task<Outcome> PrepareHandOverAsync(Guid requestId, InformationHandOverInput input, ActionContext act, CancellationToken cancellationToken = default) =>
        OnAsync(
            requestId,
            act,
            "informasi.siapkan-bukti",
            new AuditText().Fact("cara", input.Way?.ToString() ?? "-"),
            [HandOverAction],
            async (scope, open) =>
            {
                var refusals = CheckHandOver(input);
                if (refusals.Count > 0)
                {
                    return Outcome.Refused(refusals);
                }

                var basis = await BasisAsync(scope, open.Information, cancellationToken);
                if (!basis.IsOk)
                {
                    return basis;
                }

                await ReplaceAsync(scope, requestId, cancellationToken);
                var handOver = new InformationHandOver
                {
                    Id = OrderedId.Create(),
                    RequestId = requestId,
                    LetterId = Guid.CreateVersion7(),
                    PreparedAt = scope.Now,
                    PreparedById = scope.Actor.UserId,
                    Way = input.Way!.Value,
                    ReceiverName = PersonName.Read(input.ReceiverName).Stored,
                    ReceiverIdentity = input.Way == DeliveryWay.Collect ? Trimmed(input.ReceiverIdentity) : null,
                    Note = Trimmed(input.Note),
                };
                var letter = await handOvers.WriteAsync(scope, open.Work, handOver, basis.Value, cancellationToken);
                scope.Db.InformationHandOvers.Add(handOver);
                flow.AddHistory(scope, open.Work, $"Tanda bukti penyerahan {letter.Number} dibuat", null);
                scope.Publish(Topic.Work, requestId);
                return Outcome.Ok();
            },
            cancellationToken);

    /// <summary>Both signed, or the parcel went: the information is given, which ends the request.</summary>
    public Task<Outcome> CompleteHandOverAsync(Guid requestId, bool isSignedByBoth, ActionContext act, CancellationToken cancellationToken = default) =>
        OnAsync(
            requestId,
            act,
            "informasi.serahkan",
            null,
            [HandOverAction],
            async (scope, open) =>
            {
                var handOver = await scope.Db.InformationHandOvers.FirstOrDefaultAsync(h => h.RequestId == requestId && h.ReplacedAt == null, cancellationToken);
                if (handOver is null)
                {
                    return Outcome.Refused("Buat tanda bukti penyerahan dulu.");
                }

                if (handOver.Way == DeliveryWay.Collect && !isSignedByBoth)
                {
                    return Outcome.Refused("Tanda bukti harus ditandatangani kedua pihak sebelum informasi diserahkan.", nameof(isSignedByBoth));
                }

                handOver.CompletedAt = scope.Now;
                if (open.Information.PublicEntryCode is not null)
                {
                    // Answered at the counter: being handed over is being told.
                    (open.Information.NoticeWay, open.Information.NoticeGivenAt) = (handOver.Way, scope.Now);
                }

                var number = await scope.Db.Letters.Where(l => l.Id == handOver.LetterId).Select(l => l.Number).FirstAsync(cancellationToken);
                await scope.Db.SaveChangesAsync(cancellationToken);
                await flow.AdvanceAsync(scope, open.Work, new StepTaken(Given, $"Informasi diserahkan: {handOver.Way.Name().ToLowerInvariant()}", $"Tanda bukti {number}"), cancellationToken);
                return Outcome.Ok();
            },
            cancellationToken);

    /// <summary>What the evidence rests on: the public list, or the notice, which must be issued first.</summary>
    private static async Task<Outcome<string>> BasisAsync(WriteScope scope, InformationRequest information, CancellationToken cancellationToken)
    {
        if (InformationHandOverWriter.BasisOf(information) is { } listed)
        {
            return listed;
        }

        var notice = await IssuedAsync(scope, information.Id, LetterKinds.InformationNotice, cancellationToken);
        return notice.IsOk ? InformationHandOverWriter.BasisOf(notice.Value) : notice.AsFailure();
    }

    private static List<Refusal> CheckHandOver(InformationHandOverInput input)
    {
        var refusals = new List<Refusal>();
        if (input.Way is null)
        {
            refusals.Add(new Refusal("Pilih cara penyerahan.", nameof(input.Way)));
        }

        refusals.AddRange(PersonName.Read(input.ReceiverName).Findings
            .Where(f => f.Level is FindingLevel.Error or FindingLevel.OverridableError)
            .Select(f => new Refusal(f.Message, nameof(input.ReceiverName))));
        if (input.Way == DeliveryWay.Collect)
        {
            DecisionRules.RequireText(refusals, input.ReceiverIdentity, "Isi nomor identitas penerima.", nameof(input.ReceiverIdentity), InformationHandOver.IdentityMaxLength);
        }

        if (input.Way is DeliveryWay.Courier or DeliveryWay.Post)
        {
            DecisionRules.RequireText(refusals, input.Note, "Isi nomor resi pengiriman.", nameof(input.Note), InformationHandOver.NoteMaxLength);
        }
        else if (input.Note.Length > InformationHandOver.NoteMaxLength)
        {
            refusals.Add(new Refusal($"Catatan paling banyak {InformationHandOver.NoteMaxLength} huruf.", nameof(input.Note)));
        }

        return refusals;
    }

    private static async Task ReplaceAsync(WriteScope scope, Guid requestId, CancellationToken cancellationToken)
    {
        if (await scope.Db.InformationHandOvers.FirstOrDefaultAsync(h => h.RequestId == requestId && h.ReplacedAt == null, cancellationToken) is not { } earlier)
        {
            return;
        }

        earlier.ReplacedAt = scope.Now;
        var letter = await scope.Db.Letters.FirstAsync(l => l.Id == earlier.LetterId, cancellationToken);
        (letter.Status, letter.EndedAt, letter.EndedReason) = (LetterStatus.Voided, scope.Now, "Dibuat ulang sebelum ditandatangani.");
        letter.EndedByText = scope.Actor.NameAndPosition;
        scope.Publish(Topic.Letters, letter.Id);
    }
}
