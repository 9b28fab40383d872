using DinsosIntranet.Features.Audit.Domain;
using DinsosIntranet.Features.Desks;
using DinsosIntranet.Features.Dtks.Domain;
using DinsosIntranet.Features.Letters;
using DinsosIntranet.Features.Letters.Domain;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Data;
using DinsosIntranet.Shared.Drafts;
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
public sealed class DtksService(WriteRunner writes, WorkFlow flow, LetterService letters, NotRegisteredSheetWriter sheets, IDbContextFactory<DinsosDbContext> factory)
{
    public const string CheckAction = "dtks.check";
    public const string PrintAction = "dtks.print";
    public const string ScreenshotPurpose = "tangkapan-layar";
    private const string Registered = "terdaftar";
    private const string NotRegistered = "tidak-terdaftar";

    /// <summary>A screenshot older than this was made for somebody else.</summary>
    private static readonly TimeSpan OldestCheck = TimeSpan.FromDays(3);

    /// <summary>Records the check and leaves the step by its outcome; "Ya" keeps the request in the operator's hands for printing.</summary>
    public Task<Outcome<DtksCheck>> RecordAsync(RecordDtksCheck command, ActionContext act, CancellationToken cancellationToken = default) =>
        writes.RunAsync<DtksCheck>(
            act,
            async scope =>
            {
                scope.Audit("dtks.cek", WorkFlow.RecordKind, command.RequestId, new AuditText()
                    .Fact("sumber", command.Source).Fact("periode", command.Period).Fact("terdaftar", command.IsRegistered ?? false));
                var loaded = await flow.LoadForWorkAsync(scope, command.RequestId, CheckAction, cancellationToken);
                if (!loaded.IsOk)
                {
                    return loaded.AsFailure();
                }

                var work = loaded.Value;
                var request = await scope.Db.ServiceRequests.FirstAsync(r => r.Id == command.RequestId, cancellationToken);
                var earlier = await FindEarlierAsync(scope.Db, request.SubjectId, command.PurposeCode, work.Agency.DateOf(scope.Now), cancellationToken);
                var refusals = await CheckAsync(scope, command, earlier, cancellationToken);
                if (refusals.Count > 0)
                {
                    return Outcome.Refused(refusals);
                }

                var check = await SaveAsync(scope, command, cancellationToken);
                request.PurposeCode = command.PurposeCode;
                await DraftStore.RemoveAsync(scope, DraftKeys.Step(command.RequestId, work.Step.Id), cancellationToken);
                await scope.Db.SaveChangesAsync(cancellationToken);
                if (check.IsRegistered)
                {
                    letters.CreateDraft(scope, command.RequestId, LetterKinds.DtksCertificate, request.SubjectId, command.PurposeCode);
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

    public async Task<EarlierLetter?> FindEarlierAsync(Guid requestId, string purposeCode, DateOnly today, CancellationToken cancellationToken = default)
    {
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        var subject = await db.ServiceRequests.Where(r => r.Id == requestId).Select(r => r.SubjectId).FirstOrDefaultAsync(cancellationToken);
        return await FindEarlierAsync(db, subject, purposeCode, today, cancellationToken);
    }

    private static async Task<EarlierLetter?> FindEarlierAsync(DinsosDbContext db, Guid subjectId, string purposeCode, DateOnly today, CancellationToken cancellationToken)
    {
        // The same NIK may have been entered as a second person; the warning is about the NIK.
        var nik = await db.Persons.Where(p => p.Id == subjectId).Select(p => p.Nik).FirstOrDefaultAsync(cancellationToken);
        return await db.Letters
            .Where(l => l.Kind == LetterKinds.DtksCertificate && l.Status == LetterStatus.Issued && l.PurposeCode == purposeCode)
            .Where(l => l.ValidUntil == null || l.ValidUntil >= today)
            .Where(l => l.SubjectId == subjectId || (nik != null && db.Persons.Any(p => p.Id == l.SubjectId && p.Nik == nik)))
            .OrderByDescending(l => l.DatedOn)
            .Select(l => new EarlierLetter(l.Id, l.Number!, l.ValidUntil))
            .FirstOrDefaultAsync(cancellationToken);
    }

    private static async Task<IReadOnlyList<Refusal>> CheckAsync(WriteScope scope, RecordDtksCheck command, EarlierLetter? earlier, CancellationToken cancellationToken)
    {
        var refusals = new List<Refusal>();
        if (command.IsRegistered is null)
        {
            refusals.Add(new Refusal("Pilih hasil pengecekan.", nameof(command.IsRegistered)));
        }

        if (string.IsNullOrWhiteSpace(command.Period) || command.Period.Length > DtksCheck.PeriodMaxLength)
        {
            refusals.Add(new Refusal("Pilih periode data.", nameof(command.Period)));
        }

        if (command.CheckedAt is not { } checkedAt)
        {
            refusals.Add(new Refusal("Isi waktu cek, misalnya 23/11/2026 09.40.", nameof(command.CheckedAt)));
        }
        else if (checkedAt > scope.Now.AddMinutes(1) || checkedAt < scope.Now - OldestCheck)
        {
            refusals.Add(new Refusal("Waktu cek belum terjadi, atau lebih dari tiga hari yang lalu. Periksa lagi.", nameof(command.CheckedAt)));
        }

        if (command.Decile is < 1 or > 10)
        {
            refusals.Add(new Refusal("Desil 1 sampai 10, atau belum diperingkat.", nameof(command.Decile)));
        }

        if (command.FamilyId?.Length > DtksCheck.FamilyIdMaxLength)
        {
            refusals.Add(new Refusal($"ID keluarga paling banyak {DtksCheck.FamilyIdMaxLength} huruf.", nameof(command.FamilyId)));
        }

        if (await scope.Db.AidProgrammes.CountAsync(p => command.Programmes.Contains(p.Code), cancellationToken) != command.Programmes.Distinct().Count())
        {
            refusals.Add(new Refusal("Program tidak dikenal. Muat ulang halaman.", nameof(command.Programmes)));
        }

        if (!await scope.Db.CertificatePurposes.AnyAsync(p => p.Code == command.PurposeCode, cancellationToken))
        {
            refusals.Add(new Refusal("Pilih tujuan penggunaan.", nameof(command.PurposeCode)));
        }

        if (command.IsRegistered == true && earlier is not null && string.IsNullOrWhiteSpace(command.ReissueReason))
        {
            refusals.Add(new Refusal("Wajib diisi karena surat lama masih berlaku.", nameof(command.ReissueReason)));
        }
        else if (command.ReissueReason?.Length > DtksCheck.ReissueReasonMaxLength)
        {
            refusals.Add(new Refusal($"Alasan paling banyak {DtksCheck.ReissueReasonMaxLength} huruf.", nameof(command.ReissueReason)));
        }

        return refusals;
    }

    private static async Task<DtksCheck> SaveAsync(WriteScope scope, RecordDtksCheck command, CancellationToken cancellationToken)
    {
        await scope.Db.DtksChecks
            .Where(c => c.RequestId == command.RequestId && c.ReplacedAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(c => c.ReplacedAt, scope.Now), cancellationToken);
        await scope.Db.Letters
            .Where(l => l.RequestId == command.RequestId && l.Kind == LetterKinds.DtksCertificate && l.Status == LetterStatus.Draft)
            .ExecuteDeleteAsync(cancellationToken);
        var screenshot = await scope.Db.Attachments
            .Where(a => a.OwnerId == command.RequestId && a.Purpose == ScreenshotPurpose && a.RemovedAt == null)
            .OrderByDescending(a => a.Id)
            .Select(a => (Guid?)a.FileId)
            .FirstOrDefaultAsync(cancellationToken);
        var isRegistered = command.IsRegistered!.Value;
        var check = new DtksCheck
        {
            Id = Guid.CreateVersion7(),
            RequestId = command.RequestId,
            Source = command.Source,
            Period = command.Period.Trim(),
            IsRegistered = isRegistered,
            FamilyId = isRegistered && command.FamilyId?.Trim() is { Length: > 0 } family ? family : null,
            Decile = isRegistered ? command.Decile : null,
            Programmes = isRegistered ? [.. command.Programmes.Distinct()] : [],
            CheckedAt = ActionContext.CutToMilliseconds(command.CheckedAt!.Value),
            CheckedById = scope.Actor.UserId,
            PurposeCode = command.PurposeCode,
            ReissueReason = command.ReissueReason?.Trim() is { Length: > 0 } reason ? reason : null,
            ScreenshotFileId = screenshot,
        };
        scope.Db.DtksChecks.Add(check);
        return check;
    }

    private static string Title(DtksCheck check) =>
        $"Hasil cek SIKS-NG: {(check.IsRegistered ? "terdaftar" : "tidak terdaftar")} di {check.Source.ToString().ToUpperInvariant()} {check.Period}";
}
