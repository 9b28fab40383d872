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

public sealed partial class DtksService
{
    /// <summary>A screenshot older than this was made for somebody else.</summary>
    private static readonly TimeSpan OldestCheck = TimeSpan.FromDays(3);

    /// <summary>What recording and correcting have in common: the same rules, one check and one draft in place of any earlier.</summary>
    private async Task<Outcome<Taken>> TakeAsync(WriteScope scope, RecordDtksCheck command, string action, CancellationToken cancellationToken)
    {
        scope.Audit(action == CheckAction ? "dtks.cek" : "dtks.perbaiki", WorkFlow.RecordKind, command.RequestId, new AuditText()
            .Fact("sumber", command.Source).Fact("periode", command.Period).Fact("terdaftar", command.IsRegistered ?? false));
        var loaded = await flow.LoadForWorkAsync(scope, command.RequestId, action, cancellationToken);
        if (!loaded.IsOk)
        {
            return loaded.AsFailure();
        }

        var work = loaded.Value;
        var request = await scope.Db.ServiceRequests.FirstAsync(r => r.Id == command.RequestId, cancellationToken);
        var earlier = await FindEarlierAsync(scope.Db, scope.Actor, request.SubjectId, request.ReplacesLetterId, command.PurposeCode, work.Agency.DateOf(scope.Now), cancellationToken);
        var refusals = await CheckAsync(scope, command, action, earlier, cancellationToken);
        if (refusals.Count > 0)
        {
            return Outcome.Refused(refusals);
        }

        var check = await SaveAsync(scope, command, cancellationToken);
        request.PurposeCode = command.PurposeCode;
        await DraftStore.RemoveAsync(scope, DraftKeys.Step(command.RequestId, work.Step.Id), cancellationToken);
        if (check.IsRegistered)
        {
            letters.CreateDraft(scope, command.RequestId, LetterKinds.DtksCertificate, request.SubjectId, command.PurposeCode);
        }

        await scope.Db.SaveChangesAsync(cancellationToken);
        return new Taken(work, check, earlier);
    }

    private static async Task<IReadOnlyList<Refusal>> CheckAsync(WriteScope scope, RecordDtksCheck command, string action, EarlierLetter? earlier, CancellationToken cancellationToken)
    {
        var refusals = new List<Refusal>();
        if (command.IsRegistered is null)
        {
            refusals.Add(new Refusal("Pilih hasil pengecekan.", nameof(command.IsRegistered)));
        }
        else if (action == PrintAction && command.IsRegistered == false)
        {
            refusals.Add(new Refusal("Di langkah ini hasilnya harus terdaftar. Bila ternyata tidak terdaftar, batalkan permohonan ini dan buat yang baru.", nameof(command.IsRegistered)));
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
            refusals.Add(new Refusal("Pilih desil 1 sampai 10, atau belum diperingkat.", nameof(command.Decile)));
        }

        if (command.FamilyId?.Length > DtksCheck.FamilyIdMaxLength)
        {
            refusals.Add(new Refusal($"ID keluarga paling banyak {DtksCheck.FamilyIdMaxLength} huruf.", nameof(command.FamilyId)));
        }

        if (await scope.Db.AidProgrammes.CountAsync(p => p.RetiredAt == null && command.Programmes.Contains(p.Code), cancellationToken) != command.Programmes.Distinct().Count())
        {
            refusals.Add(new Refusal("Program tidak dikenal. Muat ulang halaman.", nameof(command.Programmes)));
        }

        if (!await scope.Db.CertificatePurposes.AnyAsync(
            p => p.Code == command.PurposeCode && (p.RetiredAt == null || scope.Db.ServiceRequests.Any(r => r.Id == command.RequestId && r.PurposeCode == p.Code)), cancellationToken))
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

    private sealed record Taken(WorkInHand Work, DtksCheck Check, EarlierLetter? Earlier);
}
