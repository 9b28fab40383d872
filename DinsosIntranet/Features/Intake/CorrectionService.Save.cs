using System.Linq.Expressions;
using DinsosIntranet.Features.Audit.Domain;
using DinsosIntranet.Features.Desks;
using DinsosIntranet.Features.Desks.Domain;
using DinsosIntranet.Features.Intake.Domain;
using DinsosIntranet.Features.Standards.Domain;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Data;
using DinsosIntranet.Shared.Live;
using DinsosIntranet.Shared.Text;
using Microsoft.EntityFrameworkCore;

namespace DinsosIntranet.Features.Intake;

public sealed partial class CorrectionService
{
    private async Task<Outcome> SaveAsync(
        WriteScope scope, CorrectRequest command, Found found, CorrectionData before, AuditText text, CancellationToken cancellationToken)
    {
        var (request, input) = (found.Request, command.Corrected);
        var applicant = await persons.CorrectAsync(scope, input.Applicant, cancellationToken);
        var subject = input.IsForOther ? await persons.CorrectAsync(scope, input.Subject, cancellationToken) : null;
        request.ApplicantId = applicant.Id;
        request.SubjectId = subject?.Id ?? applicant.Id;
        request.Relation = input.IsForOther ? input.Relation.Trim() : null;
        request.ChannelCode = input.ChannelCode;
        request.PurposeCode = OrNull(input.PurposeCode);
        request.Version = Guid.CreateVersion7();
        MarkRequirements(found, input.Present, scope.Db);
        await CorrectTimesAsync(scope, found, before, input, cancellationToken);
        var guest = await LinkGuestAsync(scope, found, input.GuestId, cancellationToken);
        var after = (found with { Applicant = applicant, Subject = subject, Guest = guest }).Data();
        if (Corrections.Summary(before, after) is not { } summary)
        {
            return Outcome.Refused("Belum ada yang diubah.");
        }

        foreach (var entry in Corrections.OfRequest(before, after))
        {
            text.Changed(entry.Code, OrNull(entry.Value(before)), OrNull(entry.Value(after)));
        }

        Stamp(request, before, after, scope.Now);
        var title = summary.Length > HistoryEntry.TitleMaxLength ? summary[..HistoryEntry.TitleMaxLength] : summary;
        flow.AddHistory(scope, found.Work, title, Detail(found, after, command.Reason.Trim()));
        scope.Publish(Topic.Work, request.Id);
        await scope.Db.SaveChangesAsync(cancellationToken);
        await FollowAsync(scope, found.Work, request, before, after, cancellationToken);
        await FollowElsewhereAsync(scope, request, before, after, cancellationToken);
        return Outcome.Ok();
    }

    /// <summary>The reason; and that the clock goes on though something mandatory turned out to be missing, so that whoever holds it asks for it.</summary>
    private static string Detail(Found found, CorrectionData after, string reason)
    {
        var lacking = found.Work.Standard.RequirementsOf(after.ChannelCode).Where(r => r.Mandatory && !after.Present.Contains(r.Code)).Select(r => r.Text).ToList();
        return lacking.Count == 0 || !found.Work.Item.IsOpen || found.IsWaiting ? reason : $"{reason}. Belum ada: {string.Join(", ", lacking)}. Jam tetap berjalan.";
    }

    /// <summary>The only entries that move a clock: the moments it counts from.</summary>
    private async Task CorrectTimesAsync(WriteScope scope, Found found, CorrectionData before, CorrectionData after, CancellationToken cancellationToken)
    {
        var zone = found.Work.Agency.Zone;
        if (Corrections.IsOtherReceived(before, after))
        {
            found.Request.ReceivedAt = IndonesianDates.ReadWithTime(after.Received, zone)!.Value;
            await flow.CorrectStartAsync(scope, found.Work, ClockStart.Received, found.Request.ReceivedAt, cancellationToken);
        }

        if (Corrections.IsOtherCompleted(before, after))
        {
            found.Request.CompletedAt = IndonesianDates.ReadWithTime(after.Completed, zone)!.Value;
            await flow.CorrectStartAsync(scope, found.Work, ClockStart.Complete, found.Request.CompletedAt.Value, cancellationToken);
        }
    }

    private static void Stamp(ServiceRequest request, CorrectionData before, CorrectionData after, DateTime now)
    {
        request.ReceiptDataChangedAt = Corrections.TouchReceipt(before, after) ? now : request.ReceiptDataChangedAt;
        request.LetterDataChangedAt = Corrections.TouchLetter(before, after) ? now : request.LetterDataChangedAt;
    }

    /// <summary>Another channel may ask for more: its lines are added, none is taken away.</summary>
    private static void MarkRequirements(Found found, HashSet<string> present, DinsosDbContext db)
    {
        var request = found.Request;
        foreach (var asked in found.Work.Standard.RequirementsOf(request.ChannelCode))
        {
            if (request.Requirements.FirstOrDefault(r => r.Code == asked.Code) is { } line)
            {
                line.IsPresent = present.Contains(asked.Code);
            }
            else
            {
                db.RequestRequirements.Add(new RequestRequirement { Id = Guid.CreateVersion7(), RequestId = request.Id, Code = asked.Code, IsPresent = present.Contains(asked.Code) });
            }
        }
    }

    private static async Task<GuestBookEntry?> LinkGuestAsync(WriteScope scope, Found found, Guid? guestId, CancellationToken cancellationToken)
    {
        if (found.Guest?.Id == guestId)
        {
            return found.Guest;
        }

        if (found.Guest is { } old)
        {
            old.RequestId = null;
            scope.Publish(Topic.GuestBook, old.Id);
        }

        var guest = guestId is { } id ? await scope.Db.GuestBookEntries.FirstAsync(g => g.Id == id, cancellationToken) : null;
        if (guest is not null)
        {
            guest.RequestId = found.Request.Id;
            scope.Publish(Topic.GuestBook, guest.Id);
        }

        return guest;
    }

    /// <summary>Drafts are made anew; where what was found out no longer holds, the request goes back to be asked again.</summary>
    private async Task FollowAsync(WriteScope scope, WorkInHand work, ServiceRequest request, CorrectionData before, CorrectionData after, CancellationToken cancellationToken)
    {
        if (Corrections.TouchLetter(before, after))
        {
            await letters.RenewDraftsAsync(scope, request.Id, request.SubjectId, request.PurposeCode, cancellationToken);
        }

        await AskFollowersAsync(scope, work, request, Corrections.ChangeIdentity(before, after), cancellationToken);
    }

    /// <summary>The same people stand in other requests of theirs: what was made there from the old data follows too.</summary>
    private async Task FollowElsewhereAsync(WriteScope scope, ServiceRequest request, CorrectionData before, CorrectionData after, CancellationToken cancellationToken)
    {
        (IReadOnlyList<PersonParticular> Changed, Guid? PersonId)[] people =
            [(Corrections.OfApplicant(before, after), after.Applicant.PersonId), (Corrections.OfSubject(before, after), after.Subject.PersonId)];
        foreach (var (changed, personId) in people)
        {
            if (personId is { } id && changed.Count > 0)
            {
                await FollowPersonAsync(scope, id, changed, r => r.Id != request.Id, $" lewat permohonan {request.Number}", cancellationToken);
            }
        }
    }

    /// <summary>
    /// Brings the requests of a person whose particulars changed after them, those of <paramref name="which"/>. One whose
    /// letter has its number stays where it is: its page says that the letter carries the old data. <paramref name="elsewhere"/>
    /// says in their history where that was done (" lewat permohonan DTKS-2026-0412").
    /// </summary>
    internal async Task FollowPersonAsync(WriteScope scope, Guid personId, IReadOnlyList<PersonParticular> changed, Expression<Func<ServiceRequest, bool>> which, string elsewhere, CancellationToken cancellationToken)
    {
        // Who comes for many others has many requests that ended: of those only the mark changes.
        var asApplicant = changed.Contains(PersonParticulars.Name);
        var ended = scope.Db.ServiceRequests.Where(which).Where(r => r.ApplicantId == personId && r.SubjectId != personId)
            .Where(r => scope.Db.WorkItems.Any(w => w.Id == r.Id && w.ClosedAt != null && !w.IsConfidential));
        if (asApplicant)
        {
            await ended.ExecuteUpdateAsync(set => set.SetProperty(r => r.LetterDataChangedAt, scope.Now), cancellationToken);
        }

        var requests = await scope.Db.ServiceRequests
            .Where(which)
            .Where(r => r.SubjectId == personId || r.ApplicantId == personId)
            .Where(r => scope.Db.WorkItems.Any(w => w.Id == r.Id && !w.IsConfidential && (w.ClosedAt == null || r.SubjectId == personId)))
            .ToListAsync(cancellationToken);
        foreach (var request in requests)
        {
            var isConcerned = request.SubjectId == personId;
            request.ReceiptDataChangedAt = changed.Any(p => p.IsOnReceipt) ? scope.Now : request.ReceiptDataChangedAt;
            var touchesLetter = changed.Any(p => isConcerned ? p.IsOnLetter : p == PersonParticulars.Name);
            request.LetterDataChangedAt = touchesLetter ? scope.Now : request.LetterDataChangedAt;
            var work = (await flow.LoadCarriedAsync(scope, request.Id, cancellationToken)).Value;
            scope.Publish(Topic.Work, request.Id);
            flow.AddHistory(scope, work, $"Perbaikan data {(isConcerned ? "yang bersangkutan" : "pemohon")}{elsewhere}: {string.Join(", ", changed.Select(p => p.Name))}", null);
            if (touchesLetter)
            {
                await letters.RenewDraftsAsync(scope, request.Id, request.SubjectId, request.PurposeCode, cancellationToken);
            }

            if (isConcerned && changed.Contains(PersonParticulars.Nik) && !await NumberedLetters(scope.Db, request.Id).AnyAsync(cancellationToken))
            {
                await AskFollowersAsync(scope, work, request, hasAnotherIdentity: true, cancellationToken);
            }
        }
    }

    private async Task AskFollowersAsync(WriteScope scope, WorkInHand work, ServiceRequest request, bool hasAnotherIdentity, CancellationToken cancellationToken)
    {
        string? action = null;
        foreach (var follower in followers)
        {
            action = await follower.FollowAsync(scope, new CorrectedRequest(request, hasAnotherIdentity, work.Item.IsOpen), cancellationToken) ?? action;
        }

        if (action is null || !work.Item.IsOpen || work.Standard.Steps.FirstOrDefault(s => s.Action == action) is not { } step || step.Id == work.Item.StepId)
        {
            return;
        }

        await letters.DropDraftsAsync(scope, request.Id, cancellationToken);
        await flow.SendBackAsync(scope, work, step.Id, $"Kembali ke langkah {step.Number}: yang bersangkutan lain dari yang dicek", null, cancellationToken);
    }

    private static string? OrNull(string text) => text.Trim() is { Length: > 0 } trimmed ? trimmed : null;
}
