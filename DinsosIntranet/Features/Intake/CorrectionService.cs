using DinsosIntranet.Features.Audit.Domain;
using DinsosIntranet.Features.Desks;
using DinsosIntranet.Features.Desks.Domain;
using DinsosIntranet.Features.Intake.Domain;
using DinsosIntranet.Features.Letters;
using DinsosIntranet.Features.Letters.Domain;
using DinsosIntranet.Features.Standards.Domain;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Data;
using DinsosIntranet.Shared.Live;
using DinsosIntranet.Shared.Text;
using Microsoft.EntityFrameworkCore;

namespace DinsosIntranet.Features.Intake;

public sealed record CorrectRequest
{
    public required Guid RequestId { get; init; }

    /// <summary>The data as the form showed them when it opened: whoever wrote meanwhile is not overwritten.</summary>
    public required CorrectionData Opened { get; init; }

    public required CorrectionData Corrected { get; init; }

    public required string Reason { get; init; }
}

/// <summary>
/// Corrects what was written down wrongly of a request and its people: old and new in the trail, one line without personal
/// data in the history. Drafts of letters are made anew; a letter that has its number stays as it is.
/// </summary>
public sealed partial class CorrectionService(
    WriteRunner writes,
    WorkFlow flow,
    PersonService persons,
    ActionRegistry actions,
    LetterService letters,
    ReceiptWriter receipts,
    GuestBookQueries guests,
    IEnumerable<ICorrectionFollower> followers)
{
    public Task<Outcome> CorrectAsync(CorrectRequest command, ActionContext act, CancellationToken cancellationToken = default) =>
        writes.RunAsync(
            act,
            async scope =>
            {
                var text = new AuditText().Fact("alasan", command.Reason.Trim());
                scope.Audit("permohonan.perbaiki", WorkFlow.RecordKind, command.RequestId, text);
                var loaded = await LoadAsync(scope, command.RequestId, cancellationToken);
                if (!loaded.IsOk)
                {
                    return loaded.AsFailure();
                }

                var found = loaded.Value;
                var before = found.Data();
                if (Corrections.Summary(command.Opened, before) is not null)
                {
                    return await ConflictAsync(scope, found, cancellationToken);
                }

                var refusals = await CheckAsync(scope, command, found, before, cancellationToken);
                return refusals.Count > 0
                    ? Outcome.Refused(refusals)
                    : await SaveAsync(scope, command, found, before, text, cancellationToken);
            },
            cancellationToken);

    /// <summary>A receipt with the data as they are now; the earlier one stays as it was given out.</summary>
    public Task<Outcome<Letter>> RenewReceiptAsync(Guid requestId, ActionContext act, CancellationToken cancellationToken = default) =>
        writes.RunAsync<Letter>(
            act,
            async scope =>
            {
                scope.Audit("permohonan.tanda-terima-baru", WorkFlow.RecordKind, requestId);
                if (!CorrectionRules.MayRenewReceipt(scope.Actor))
                {
                    return Outcome.Forbidden();
                }

                var loaded = await flow.LoadAsync(scope, requestId, cancellationToken);
                if (!loaded.IsOk || loaded.Value.Item.IsConfidential)
                {
                    return Outcome.NotFound("Permohonan tidak ditemukan.");
                }

                var changedAt = await scope.Db.ServiceRequests.Where(r => r.Id == requestId).Select(r => r.ReceiptDataChangedAt).FirstAsync(cancellationToken);
                var newest = await scope.Db.Letters
                    .Where(l => l.RequestId == requestId && l.Kind == LetterKinds.RequestReceipt)
                    .OrderByDescending(l => l.Id)
                    .Select(l => new { l.Number, l.CreatedAt })
                    .FirstOrDefaultAsync(cancellationToken);
                if (changedAt is null || newest?.CreatedAt >= changedAt)
                {
                    return Outcome.Conflict($"Tanda terima {newest?.Number} sudah memuat data terbaru.");
                }

                var receipt = await receipts.WriteAsync(scope, requestId, cancellationToken);
                flow.AddHistory(scope, loaded.Value, $"Tanda terima {receipt.Number} dibuat dengan data yang diperbaiki", null);
                scope.Publish(Topic.Work, requestId);
                return receipt;
            },
            cancellationToken);

    private async Task<Outcome<Found>> LoadAsync(WriteScope scope, Guid requestId, CancellationToken cancellationToken)
    {
        var loaded = await flow.LoadAsync(scope, requestId, cancellationToken);
        if (!loaded.IsOk || loaded.Value.Item.IsConfidential || !RequestAccess.MaySee(scope.Actor))
        {
            return loaded.IsOk && !RequestAccess.MaySee(scope.Actor) ? Outcome.Forbidden() : Outcome.NotFound("Permohonan tidak ditemukan.");
        }

        var work = loaded.Value;
        if (CorrectionRules.CanCorrect(work.Item, work.Desk, work.Standard.Unit, scope.Actor) is { } refusal)
        {
            return Outcome.Forbidden(refusal.Message);
        }

        var request = await scope.Db.ServiceRequests.Include(r => r.Requirements).FirstAsync(r => r.Id == requestId, cancellationToken);
        var applicant = await scope.Db.Persons.FirstAsync(p => p.Id == request.ApplicantId, cancellationToken);
        var subject = request.SubjectId == request.ApplicantId ? null : await scope.Db.Persons.FirstAsync(p => p.Id == request.SubjectId, cancellationToken);
        if (applicant.IsPlaceholder || subject is { IsPlaceholder: true })
        {
            return Outcome.Refused(CorrectionRules.Unnamed);
        }

        var guest = await scope.Db.GuestBookEntries.Where(g => g.RequestId == requestId).OrderBy(g => g.Id).FirstOrDefaultAsync(cancellationToken);
        return new Found(work, request, applicant, subject, guest);
    }

    /// <summary>Says who wrote last, what and when; the form keeps what was typed.</summary>
    private static async Task<Outcome.Failure> ConflictAsync(WriteScope scope, Found found, CancellationToken cancellationToken)
    {
        string[] ids = [.. new[] { found.Request.Id, found.Request.ApplicantId, found.Request.SubjectId }.Distinct().Select(id => id.ToString())];
        var last = await scope.Db.AuditRecords.AsNoTracking()
            .Where(a => ids.Contains(a.RecordId) && WritingActs.Contains(a.Act))
            .OrderByDescending(a => a.Sequence)
            .Select(a => new { a.ActorName, a.AtUtc, a.Act })
            .FirstOrDefaultAsync(cancellationToken);
        return Outcome.Conflict(last is null
            ? "Data berubah sejak Anda buka. Isian Anda masih ada."
            : $"Data ini sudah diubah {last.ActorName} pukul {found.Work.Time(last.AtUtc)} ({AuditActs.Name(last.Act).ToLowerInvariant()}). Isian Anda masih ada.");
    }

    /// <summary>The acts that write what a correction may write.</summary>
    private static readonly string[] WritingActs =
        ["permohonan.perbaiki", "orang.ubah", "orang.gabung", "permohonan.lengkapi", "dtks.cek", "dtks.perbaiki"];

    /// <summary>A request with its people, tracked, and the line of the guest book it came of.</summary>
    private sealed record Found(WorkInHand Work, ServiceRequest Request, Person Applicant, Person? Subject, GuestBookEntry? Guest)
    {
        public bool IsWaiting => Work.Item.Status == WorkStatus.WaitingForDocuments;

        public CorrectionData Data() => new()
        {
            Applicant = PersonInput.Of(Applicant),
            IsForOther = Subject is not null,
            Subject = Subject is null ? new PersonInput() : PersonInput.Of(Subject),
            Relation = Request.Relation ?? "",
            ChannelCode = Request.ChannelCode,
            PurposeCode = Request.PurposeCode ?? "",
            GuestId = Guest?.Id,
            Received = IndonesianDates.ShortWithTime(Request.ReceivedAt, Work.Agency.Zone),
            Completed = Request.CompletedAt is { } completed ? IndonesianDates.ShortWithTime(completed, Work.Agency.Zone) : "",
            Present = [.. Request.Requirements.Where(r => r.IsPresent).Select(r => r.Code)],
        };
    }
}
