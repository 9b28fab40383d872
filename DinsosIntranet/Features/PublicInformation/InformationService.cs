using DinsosIntranet.Features.Audit.Domain;
using DinsosIntranet.Features.Desks;
using DinsosIntranet.Features.Letters;
using DinsosIntranet.Features.Letters.Domain;
using DinsosIntranet.Features.PublicInformation.Domain;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Data;
using DinsosIntranet.Shared.Live;
using Microsoft.EntityFrameworkCore;

namespace DinsosIntranet.Features.PublicInformation;

/// <summary>
/// What the information desk does with a request: weighs, decides, answers, hands over, lengthens the time. Letters go out
/// beside the steps: a step that needs one can only be left once it was issued.
/// </summary>
public sealed partial class InformationService(
    WriteRunner writes, WorkFlow flow, LetterService letters, InformationReference reference, InformationHandOverWriter handOvers)
{
    public const string DecideAction = "information.decide";
    public const string RefuseAction = "information.refuse";
    public const string ProvideAction = "information.provide";
    public const string HandOverAction = "information.hand-over";
    public const string Capability = "PublicInformation";

    private static readonly string[] Weighing = [DecideAction, RefuseAction, ProvideAction];

    /// <summary>A request in hand with its particulars.</summary>
    private sealed record Open(WorkInHand Work, InformationRequest Information);

    /// <summary>One write at a step with one of these actions; refused unless the actor may work on the request there now.</summary>
    private Task<Outcome> OnAsync(
        Guid requestId, ActionContext act, string audit, AuditText? text, string[] actions, Func<WriteScope, Open, Task<Outcome>> work, CancellationToken cancellationToken) =>
        writes.RunAsync(
            act,
            async scope =>
            {
                scope.Audit(audit, WorkFlow.RecordKind, requestId, text);
                var open = await LoadAsync(scope, requestId, actions, cancellationToken);
                return open.IsOk ? await work(scope, open.Value) : open.AsFailure();
            },
            cancellationToken);

    private async Task<Outcome<Open>> LoadAsync(WriteScope scope, Guid requestId, string[] actions, CancellationToken cancellationToken)
    {
        var loaded = await flow.LoadForWorkAsync(scope, requestId, step => actions.Contains(step.Action), cancellationToken);
        if (!loaded.IsOk)
        {
            return loaded.AsFailure();
        }

        var information = await scope.Db.InformationRequests.FirstOrDefaultAsync(i => i.Id == requestId, cancellationToken);
        return information is null ? Outcome.NotFound("Isian permohonan informasi ini tidak ada.") : new Open(loaded.Value, information);
    }

    /// <summary>Puts a letter before its signer; what it says stands in the request.</summary>
    private async Task<Outcome> SubmitAsync(WriteScope scope, Open open, string kind, CancellationToken cancellationToken)
    {
        if (await InformationFacts.LetterAsync(scope.Db, open.Information.Id, kind, cancellationToken) is { } earlier)
        {
            return Outcome.Conflict(earlier.Status == LetterStatus.Issued
                ? $"{earlier.Title} sudah terbit dengan nomor {earlier.Number}."
                : $"{earlier.Title} sudah diajukan dan menunggu tanda tangan.");
        }

        var applicant = await scope.Db.ServiceRequests.Where(r => r.Id == open.Information.Id).Select(r => r.ApplicantId).FirstAsync(cancellationToken);
        var letter = letters.CreateDraft(scope, open.Information.Id, kind, applicant, null);
        flow.AddHistory(scope, open.Work, $"{letter.Title} diajukan untuk ditandatangani", null);
        scope.Publish(Topic.Work, open.Information.Id);
        scope.Publish(Topic.Letters, letter.Id);
        return Outcome.Ok();
    }

    /// <summary>Takes a letter back before anybody signed it, to change what it says.</summary>
    public Task<Outcome> RecallAsync(Guid requestId, string kind, ActionContext act, CancellationToken cancellationToken = default) =>
        OnAsync(
            requestId,
            act,
            "informasi.tarik",
            new AuditText().Fact("surat", kind),
            Weighing,
            async (scope, open) =>
            {
                var letter = await InformationFacts.LetterAsync(scope.Db, requestId, kind, cancellationToken);
                if (letter is not { Status: LetterStatus.Draft })
                {
                    return Outcome.Conflict(letter is null ? "Konsep surat ini sudah tidak ada." : $"{letter.Title} sudah bernomor {letter.Number}, jadi tidak dapat ditarik.");
                }

                await scope.Db.Letters.Where(l => l.Id == letter.Id && l.Status == LetterStatus.Draft).ExecuteDeleteAsync(cancellationToken);
                flow.AddHistory(scope, open.Work, $"{letter.Title} ditarik kembali untuk diperbaiki", null);
                scope.Publish(Topic.Work, requestId);
                scope.Publish(Topic.Letters, letter.Id);
                return Outcome.Ok();
            },
            cancellationToken);

    /// <summary>The issued letter of this kind, or why the step cannot be left yet.</summary>
    private static async Task<Outcome<Letter>> IssuedAsync(WriteScope scope, Guid requestId, string kind, CancellationToken cancellationToken) =>
        await InformationFacts.LetterAsync(scope.Db, requestId, kind, cancellationToken) is { Status: LetterStatus.Issued } letter
            ? letter
            : Outcome.Refused($"{LetterKinds.Name(kind)} belum terbit. Ajukan, lalu tunggu sampai ditandatangani.");

    private static async Task<bool> IsSubmittedAsync(WriteScope scope, Guid requestId, string kind, CancellationToken cancellationToken) =>
        await InformationFacts.LetterAsync(scope.Db, requestId, kind, cancellationToken) is not null;

    private static string? Trimmed(string? text) => text?.Trim() is { Length: > 0 } trimmed ? trimmed : null;
}
