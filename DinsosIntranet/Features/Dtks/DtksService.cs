using DinsosIntranet.Features.Desks;
using DinsosIntranet.Features.Dtks.Domain;
using DinsosIntranet.Features.Intake;
using DinsosIntranet.Features.Letters;
using DinsosIntranet.Features.Letters.Domain;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Data;
using DinsosIntranet.Shared.Live;
using Microsoft.EntityFrameworkCore;

namespace DinsosIntranet.Features.Dtks;

/// <summary>What the operator found in SIKS-NG.</summary>
public sealed record RecordDtksCheck
{
    public required Guid RequestId { get; init; }

    public required RegisterSource Source { get; init; }

    public required string Period { get; init; }

    public required bool? IsRegistered { get; init; }

    public string? FamilyId { get; init; }

    public int? Decile { get; init; }

    public required IReadOnlyList<string> Programmes { get; init; }

    /// <summary>When SIKS-NG was looked at, UTC.</summary>
    public required DateTime? CheckedAt { get; init; }

    public required string PurposeCode { get; init; }

    public string? ReissueReason { get; init; }
}

/// <summary>A letter still valid for the same NIK and purpose.</summary>
public sealed record EarlierLetter(Guid LetterId, string Number, DateOnly? ValidUntil);

/// <summary>The check in SIKS-NG and what follows from it: the certificate's draft, or the sheet that says where to register.</summary>
public sealed partial class DtksService(WriteRunner writes, WorkFlow flow, LetterService letters, NotRegisteredSheetWriter sheets, IDbContextFactory<DinsosDbContext> factory)
{
    public const string CheckAction = "dtks.check";
    public const string PrintAction = "dtks.print";
    public const string ScreenshotPurpose = "tangkapan-layar";
    private const string Registered = "terdaftar";
    private const string NotRegistered = "tidak-terdaftar";

    /// <summary>Records the check and leaves the step by its outcome; "Ya" keeps the request in the operator's hands for printing.</summary>
    public Task<Outcome<DtksCheck>> RecordAsync(RecordDtksCheck command, ActionContext act, CancellationToken cancellationToken = default) =>
        writes.RunAsync<DtksCheck>(
            act,
            async scope =>
            {
                var taken = await TakeAsync(scope, command, CheckAction, cancellationToken);
                if (!taken.IsOk)
                {
                    return taken.AsFailure();
                }

                var (work, check, earlier) = taken.Value;
                if (check.IsRegistered)
                {
                    await flow.AdvanceAsync(
                        scope,
                        work,
                        new StepTaken(Registered, Title(check), earlier is null ? null : $"Terbit ulang: {check.ReissueReason}", new Destination(null, scope.Actor.UserId, scope.Actor.Name)),
                        cancellationToken);
                }
                else
                {
                    await sheets.WriteAsync(scope, work, check, cancellationToken);
                    await flow.AdvanceAsync(scope, work, new StepTaken(NotRegistered, Title(check)), cancellationToken);
                }

                return check;
            },
            cancellationToken);

    /// <summary>
    /// Corrects the check while the certificate is still a draft at the printing step: check and draft are replaced, the
    /// request stays where it is. Who turns out not to be registered cannot stay on this branch of the standard.
    /// </summary>
    public Task<Outcome<DtksCheck>> ReviseAsync(RecordDtksCheck command, ActionContext act, CancellationToken cancellationToken = default) =>
        writes.RunAsync<DtksCheck>(
            act,
            async scope =>
            {
                var taken = await TakeAsync(scope, command, PrintAction, cancellationToken);
                if (!taken.IsOk)
                {
                    return taken.AsFailure();
                }

                var (work, check, earlier) = taken.Value;
                flow.AddHistory(scope, work, "Diperbaiki. " + Title(check), earlier is null ? null : $"Terbit ulang: {check.ReissueReason}");
                scope.Publish(Topic.Work, command.RequestId);
                return check;
            },
            cancellationToken);

    /// <summary>The certificate's draft is in order: on to the signing desk.</summary>
    public Task<Outcome> SubmitAsync(Guid requestId, ActionContext act, CancellationToken cancellationToken = default) =>
        writes.RunAsync(
            act,
            async scope =>
            {
                scope.Audit("dtks.ajukan", WorkFlow.RecordKind, requestId);
                var loaded = await flow.LoadForWorkAsync(scope, requestId, PrintAction, cancellationToken);
                if (!loaded.IsOk)
                {
                    return loaded.AsFailure();
                }

                if (!await scope.Db.Letters.AnyAsync(l => l.RequestId == requestId && l.Kind == LetterKinds.DtksCertificate && l.Status == LetterStatus.Draft, cancellationToken))
                {
                    return Outcome.Refused("Konsep surat belum ada. Catat hasil pengecekan dulu.");
                }

                await flow.AdvanceAsync(scope, loaded.Value, new StepTaken(loaded.Value.Step.MainOutcome.Code, "Surat keterangan diajukan untuk ditandatangani"), cancellationToken);
                return Outcome.Ok();
            },
            cancellationToken);

    public async Task<EarlierLetter?> FindEarlierAsync(Guid requestId, string purposeCode, DateOnly today, Actor viewer, CancellationToken cancellationToken = default)
    {
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        var request = await db.ServiceRequests.VisibleTo(viewer).Where(r => r.Id == requestId).Select(r => new { r.SubjectId, r.ReplacesLetterId }).FirstOrDefaultAsync(cancellationToken);
        return request is null ? null : await FindEarlierAsync(db, viewer, request.SubjectId, request.ReplacesLetterId, purposeCode, today, cancellationToken);
    }

    /// <summary>The letter this request is there to replace is no surprise.</summary>
    private static async Task<EarlierLetter?> FindEarlierAsync(DinsosDbContext db, Actor viewer, Guid subjectId, Guid? replaced, string purposeCode, DateOnly today, CancellationToken cancellationToken)
    {
        // The same NIK may have been entered as a second person; the warning is about the NIK.
        var nik = await db.Persons.Where(p => p.Id == subjectId).Select(p => p.Nik).FirstOrDefaultAsync(cancellationToken);
        return await db.Letters.VisibleTo(viewer)
            .Where(l => l.Kind == LetterKinds.DtksCertificate && l.Status == LetterStatus.Issued && l.PurposeCode == purposeCode)
            .Where(l => l.ValidUntil == null || l.ValidUntil >= today)
            .Where(l => l.Id != replaced)
            .Where(l => l.SubjectId == subjectId || (nik != null && db.Persons.Any(p => p.Id == l.SubjectId && p.Nik == nik)))
            .OrderByDescending(l => l.DatedOn)
            .Select(l => new EarlierLetter(l.Id, l.Number!, l.ValidUntil))
            .FirstOrDefaultAsync(cancellationToken);
    }
}
