using DinsosIntranet.Features.Agency;
using DinsosIntranet.Features.Audit.Domain;
using DinsosIntranet.Features.Desks;
using DinsosIntranet.Features.Letters;
using DinsosIntranet.Features.Letters.Domain;
using DinsosIntranet.Features.Standards;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Data;
using DinsosIntranet.Shared.Live;
using Microsoft.EntityFrameworkCore;

namespace DinsosIntranet.Features.Intake;

public sealed record OpenReplacement
{
    public required Guid LetterId { get; init; }

    public required ReplacementKind? Kind { get; init; }

    public required string Reason { get; init; }
}

public sealed record OpenedReplacement(Guid RequestId, string Number, string DeskName, Guid ReceiptId);

/// <summary>
/// Opens the request for a letter that takes the place of an earlier one: same standard, same people and purpose, the
/// requirements and their scans carried over. It begins where something has to be done again and goes the standard's own
/// way from there, so nobody signs what nobody prepared. A correction revokes the earlier letter when it goes out.
/// </summary>
public sealed class ReplacementService(
    WriteRunner writes,
    WorkFlow flow,
    StandardLibrary standards,
    AgencyDirectory agencies,
    NumberService numbers,
    ReceiptWriter receipts,
    LetterService letters,
    IEnumerable<ILetterContent> contents)
{
    public Task<Outcome<OpenedReplacement>> OpenAsync(OpenReplacement command, ActionContext act, CancellationToken cancellationToken = default) =>
        writes.RunAsync<OpenedReplacement>(
            act,
            async scope =>
            {
                scope.Audit("surat.ganti", LetterService.RecordKind, command.LetterId, new AuditText().Fact("jenis", command.Kind?.ToString() ?? "-").Fact("alasan", command.Reason));
                if (!LetterRules.MayReplace(scope.Actor))
                {
                    return Outcome.Forbidden();
                }

                var letter = await scope.Db.Letters.VisibleTo(scope.Actor).FirstOrDefaultAsync(l => l.Id == command.LetterId, cancellationToken);
                var content = contents.FirstOrDefault(c => c.Kind == letter?.Kind);
                if (letter is null || content is not { IsReplaceable: true })
                {
                    return Outcome.NotFound("Surat tidak ditemukan.");
                }

                var earlier = await flow.LoadAsync(scope, letter.RequestId, cancellationToken);
                if (!earlier.IsOk || earlier.Value.Item.IsConfidential)
                {
                    return Outcome.NotFound("Surat tidak ditemukan.");
                }

                if (await CheckAsync(scope, command, letter, earlier.Value, cancellationToken) is { } failure)
                {
                    return failure;
                }

                return await OpenAsync(scope, command, letter, content, cancellationToken);
            },
            cancellationToken);

    private static async Task<Outcome.Failure?> CheckAsync(WriteScope scope, OpenReplacement command, Letter letter, WorkInHand earlier, CancellationToken cancellationToken)
    {
        if (letter.Status is not (LetterStatus.Issued or LetterStatus.Revoked))
        {
            return Outcome.Refused("Hanya surat yang sudah terbit yang dapat diganti.");
        }

        if (earlier.Item.IsOpen)
        {
            return Outcome.Refused("Surat ini belum diserahkan. Bila isinya salah, minta penanda tangannya mencabut surat ini; permohonannya kembali ke langkah yang menyiapkannya.");
        }

        var refusals = new List<Refusal>();
        if (command.Kind is null)
        {
            refusals.Add(new Refusal("Pilih perbaikan atau perpanjangan.", nameof(command.Kind)));
        }
        else if (command.Kind == ReplacementKind.Renewal && letter.Status == LetterStatus.Revoked)
        {
            refusals.Add(new Refusal("Surat yang sudah dicabut tidak dapat diperpanjang. Pilih perbaikan.", nameof(command.Kind)));
        }

        if (string.IsNullOrWhiteSpace(command.Reason))
        {
            refusals.Add(new Refusal("Isi alasan penggantian.", nameof(command.Reason)));
        }
        else if (command.Reason.Length > Letter.ReasonMaxLength)
        {
            refusals.Add(new Refusal($"Alasan paling banyak {Letter.ReasonMaxLength} huruf.", nameof(command.Reason)));
        }

        if (refusals.Count > 0)
        {
            return Outcome.Refused(refusals);
        }

        if (await scope.Db.WorkItems.Where(w => w.Id == letter.ReplacementRequestId && w.ClosedAt == null).Select(w => w.Number).FirstOrDefaultAsync(cancellationToken) is { } open)
        {
            return Outcome.Conflict($"Pengganti surat ini sedang diproses dengan nomor permohonan {open}.");
        }

        var replacement = await scope.Db.Letters
            .Where(l => l.RequestId == letter.ReplacementRequestId && l.ReplacesLetterId == letter.Id && l.Status == LetterStatus.Issued)
            .Select(l => l.Number)
            .FirstOrDefaultAsync(cancellationToken);
        return replacement is null ? null : Outcome.Conflict($"Surat ini sudah digantikan surat nomor {replacement}.");
    }

    private async Task<Outcome<OpenedReplacement>> OpenAsync(WriteScope scope, OpenReplacement command, Letter letter, ILetterContent content, CancellationToken cancellationToken)
    {
        var agency = await agencies.GetAsync(cancellationToken);
        var earlier = await scope.Db.ServiceRequests.AsNoTracking().Include(r => r.Requirements).FirstAsync(r => r.Id == letter.RequestId, cancellationToken);
        var loaded = await standards.FindActiveAsync(earlier.StandardCode, agency.DateOf(scope.Now), cancellationToken);
        if (loaded is null)
        {
            return Outcome.Refused("Standar layanan surat ini tidak berlaku lagi. Daftarkan permohonan baru.");
        }

        var reason = command.Reason.Trim();
        var number = await numbers.NextRequestAsync(scope, loaded.Standard.NumberPrefix, agency.DateOf(scope.Now).Year, cancellationToken);
        var request = FollowingRequests.Open(scope, earlier, loaded, number, new ReplacedBy(letter.Id, command.Kind!.Value, reason));
        letter.ReplacementRequestId = request.Id;

        // What proves the register check goes along only where the check does.
        await FollowingRequests.CopyScansAsync(scope, earlier, request.Id, all: command.Kind == ReplacementKind.Correction, cancellationToken);
        var carried = await content.CarryOverAsync(scope, letter, request.Id, command.Kind.Value, cancellationToken);
        if (carried.IsDrafted)
        {
            letters.CreateDraft(scope, request.Id, letter.Kind, request.SubjectId, request.PurposeCode, letter.Title, letter.Classification);
        }

        var step = loaded.Standard.Steps.First(s => s.Action == carried.EntryAction);
        var title = $"{command.Kind.Value.Name()} surat {letter.Number}, permohonan {earlier.Number}";
        await flow.OpenAtAsync(scope, request.Id, request.Number, loaded, step.Id, title, reason, cancellationToken);
        await RequestExclusions.CarryOverAsync(scope, earlier.Id, request.Id, cancellationToken);
        var work = await flow.LoadAsync(scope, earlier.Id, cancellationToken);
        flow.AddHistory(scope, work.Value, $"Penggantian surat {letter.Number} dibuka, permohonan {request.Number}", reason);
        scope.Publish(Topic.Letters, letter.Id);
        scope.Publish(Topic.Work, earlier.Id);
        await scope.Db.SaveChangesAsync(cancellationToken);
        var receipt = await receipts.WriteAsync(scope, request.Id, cancellationToken);
        return new OpenedReplacement(request.Id, request.Number, agency.DeskName(step.Desk), receipt.Id);
    }
}
