using DinsosIntranet.Features.Audit.Domain;
using DinsosIntranet.Features.Intake;
using DinsosIntranet.Features.Letters.Domain;
using DinsosIntranet.Features.Standards.Domain;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Data;
using DinsosIntranet.Shared.Live;
using DinsosIntranet.Shared.Text;
using Microsoft.EntityFrameworkCore;

namespace DinsosIntranet.Features.Letters;

public sealed record RevokeLetter
{
    public required Guid LetterId { get; init; }

    public required string Reason { get; init; }

    /// <summary>The password once more: taking back a letter is sworn like signing one.</summary>
    public required string Password { get; init; }
}

public sealed partial class LetterService
{
    /// <summary>
    /// Takes an issued letter back, by whoever signed it or the head of agency. The stored paper stays; anybody who checks
    /// it is told that it is revoked and since when, never why. Where it was not handed over yet, its request goes back to
    /// the step that prepares the letter.
    /// </summary>
    public async Task<Outcome> RevokeAsync(RevokeLetter command, ActionContext act, CancellationToken cancellationToken = default)
    {
        if (await accounts.ProveAsync(act, command.Password, "Kata sandi tidak cocok. Surat belum dicabut.", nameof(command.Password), cancellationToken) is { } wrong)
        {
            return Outcome.Refused([wrong]);
        }

        return await writes.RunAsync(
            act,
            async scope =>
            {
                scope.Audit("surat.cabut", RecordKind, command.LetterId, new AuditText().Fact("alasan", command.Reason));
                var letter = await scope.Db.Letters.VisibleTo(scope.Actor).FirstOrDefaultAsync(l => l.Id == command.LetterId, cancellationToken);
                if (letter is null || contents.All(c => c.Kind != letter.Kind))
                {
                    return Outcome.NotFound("Surat tidak ditemukan.");
                }

                if (!LetterRules.MayRevoke(letter.SignerUserId, scope.Actor))
                {
                    return Outcome.Forbidden();
                }

                var loaded = await flow.LoadAsync(scope, letter.RequestId, cancellationToken);
                if (!loaded.IsOk)
                {
                    return Outcome.NotFound("Surat tidak ditemukan.");
                }

                var work = loaded.Value;
                if (letter.Status == LetterStatus.Revoked)
                {
                    return Outcome.Conflict($"Surat ini sudah dicabut {letter.EndedByText} pada {IndonesianDates.ShortWithTime(letter.EndedAt!.Value, work.Agency.Zone)}.");
                }

                if (letter.Status != LetterStatus.Issued)
                {
                    return Outcome.Refused("Hanya surat yang sudah terbit yang dapat dicabut.");
                }

                if (CheckReason(command.Reason, "Isi alasan pencabutan.") is { } refusal)
                {
                    return Outcome.Refused(refusal.Message, nameof(command.Reason));
                }

                End(scope, letter, LetterStatus.Revoked, command.Reason.Trim(), scope.Actor.Signature);
                var title = $"Surat {letter.Number} dicabut";
                if (work.Item.IsOpen && PreparingStep(work.Standard) is { } preparing)
                {
                    await CreateDraftAgainAsync(scope, letter, cancellationToken);
                    await flow.SendBackAsync(scope, work, preparing, title, command.Reason, cancellationToken);
                }
                else
                {
                    flow.AddHistory(scope, work, title, command.Reason);
                    scope.Publish(Topic.Work, letter.RequestId);
                }

                return Outcome.Ok();
            },
            cancellationToken);
    }

    /// <summary>A correction takes the place of the letter it corrects at the moment it goes out; its signer has sworn to that.</summary>
    private async Task RevokeReplacedAsync(WriteScope scope, Letter letter, CancellationToken cancellationToken)
    {
        if (letter.ReplacesLetterId is not { } replacedId
            || await ReplacedLetter.OfAsync(scope.Db, letter.RequestId, cancellationToken) is not { Kind: ReplacementKind.Correction } replaced)
        {
            return;
        }

        var earlier = await scope.Db.Letters.FirstAsync(l => l.Id == replacedId, cancellationToken);
        if (earlier.Status != LetterStatus.Issued)
        {
            return;
        }

        var reason = $"Digantikan surat nomor {letter.Number}. {replaced.Reason}";
        scope.Audit("surat.cabut", RecordKind, earlier.Id, new AuditText().Fact("pengganti", letter.Id));
        End(scope, earlier, LetterStatus.Revoked, reason.Length > Letter.ReasonMaxLength ? reason[..Letter.ReasonMaxLength] : reason, letter.SignerText!);
        var work = await flow.LoadCarriedAsync(scope, earlier.RequestId, cancellationToken);
        flow.AddHistory(scope, work.Value, $"Surat {earlier.Number} dicabut, digantikan surat {letter.Number}", null);
        scope.Publish(Topic.Work, earlier.RequestId);
    }

    /// <summary>The step a signer sends a letter back to.</summary>
    private static string? PreparingStep(ServiceStandard standard) =>
        standard.Steps.Where(s => s.Action == StepActions.Sign).SelectMany(s => s.Outcomes).FirstOrDefault(o => o.Code == ReturnOutcome)?.To;
}
