using DinsosIntranet.Features.Agency;
using DinsosIntranet.Features.Agenda;
using DinsosIntranet.Features.Agenda.Domain;
using DinsosIntranet.Features.Audit.Domain;
using DinsosIntranet.Features.Desks;
using DinsosIntranet.Features.Dispositions.Domain;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Data;
using DinsosIntranet.Shared.Live;
using Microsoft.EntityFrameworkCore;

namespace DinsosIntranet.Features.Dispositions;

/// <summary>
/// A letter of the agenda book is disposed: by the head (<paramref name="ParentId"/> null), or passed on by somebody it was
/// disposed to, who names that disposition.
/// </summary>
public sealed record GiveOnLetter(Guid AgendaId, Guid? ParentId, DispositionContent Content);

/// <summary>How a receiver ends a letter's disposition.</summary>
public enum LetterEnd
{
    Done,
    Archived,
}

/// <summary>
/// Dispositions of letters that are no requests. Nothing moves from desk to desk here: the disposition itself is the work,
/// open until its receiver says that it is done.
/// </summary>
public sealed partial class DispositionService
{
    public Task<Outcome<Disposition>> GiveOnLetterAsync(GiveOnLetter command, ActionContext act, CancellationToken cancellationToken = default) =>
        writes.RunAsync<Disposition>(
            act,
            async scope =>
            {
                scope.Audit("disposisi.beri", AgendaService.RecordKind, command.AgendaId, new AuditText().Fact("kepada", command.Content.ToDeskCode));
                var entry = await scope.Db.AgendaEntries.FirstOrDefaultAsync(a => a.Id == command.AgendaId && a.RequestId == null, cancellationToken);
                if (entry is null)
                {
                    return Outcome.NotFound("Surat tidak ditemukan.");
                }

                var agency = await agencies.GetAsync(cancellationToken);
                var open = await scope.Db.Dispositions.Where(d => d.AgendaId == entry.Id && d.DoneAt == null && d.RecalledAt == null).ToListAsync(cancellationToken);
                if (GivingDesk(command, open, agency, scope.Actor) is not { } from)
                {
                    return Outcome.Forbidden("Yang mendisposisikan surat ini Kepala Dinas, lalu penerima disposisinya. Penolakan ini dicatat.");
                }

                if (AgendaService.ClosedRefusal(entry, agency) is { } closed)
                {
                    return Outcome.Conflict(closed);
                }

                var target = await TargetAsync(command.Content, agency, cancellationToken);
                var refusals = await CheckAsync(scope, command.Content, agency, cancellationToken);
                if (target is null || (target.Desk.Code == from.Code && (target.Person is null || target.Person.UserId == scope.Actor.UserId)))
                {
                    refusals.Add(new Refusal("Pilih tujuan disposisi.", nameof(GiveDisposition.ToDeskCode)));
                }
                else if (open.Exists(d => d.ToDeskCode == target.Desk.Code && d.ToUserId == target.Person?.UserId))
                {
                    refusals.Add(new Refusal($"Surat ini sudah didisposisikan ke {target.Text} dan belum selesai.", nameof(GiveDisposition.ToDeskCode)));
                }

                return refusals.Count > 0 ? Outcome.Refused(refusals) : await RecordOnLetterAsync(scope, command, entry, from, target!, cancellationToken);
            },
            cancellationToken);

    /// <summary>
    /// The receiver has dealt with a letter, or put it away. What they had passed on is done with it; what it was passed on
    /// from is done once nobody works on it any more, and the letter once no disposition is open.
    /// </summary>
    public Task<Outcome> FinishAsync(Guid dispositionId, LetterEnd end, string? note, ActionContext act, CancellationToken cancellationToken = default) =>
        writes.RunAsync(
            act,
            async scope =>
            {
                scope.Audit("disposisi.selesai", RecordKind, dispositionId);
                var disposition = await scope.Db.Dispositions.FirstOrDefaultAsync(d => d.Id == dispositionId && d.AgendaId != null, cancellationToken);
                if (disposition is null)
                {
                    return Outcome.NotFound("Disposisi tidak ditemukan.");
                }

                var agency = await agencies.GetAsync(cancellationToken);
                if (!AgendaAccess.IsReceiver(disposition, agency, scope.Actor))
                {
                    return Outcome.Forbidden("Yang menyelesaikan hanya penerima disposisi. Penolakan ini dicatat.");
                }

                if (EndedRefusal(disposition, utc => DeskLists.Moment(utc, agency, scope.Now)) is { } ended)
                {
                    return Outcome.Conflict(ended);
                }

                if (note?.Trim().Length > AgendaEntry.NoteMaxLength)
                {
                    return Outcome.Refused($"Catatan paling banyak {AgendaEntry.NoteMaxLength} huruf.", nameof(note));
                }

                var words = (end == LetterEnd.Done ? "Selesai" : "Diarsipkan") + (string.IsNullOrWhiteSpace(note) ? "" : $": {note.Trim()}");
                await FinishAsync(scope, disposition, words, agency, cancellationToken);
                return Outcome.Ok();
            },
            cancellationToken);

    private static async Task FinishAsync(WriteScope scope, Disposition disposition, string words, AgencySnapshot agency, CancellationToken cancellationToken)
    {
        var entry = await scope.Db.AgendaEntries.FirstAsync(a => a.Id == disposition.AgendaId, cancellationToken);
        var all = await scope.Db.Dispositions.Where(d => d.AgendaId == entry.Id && d.RecalledAt == null).ToListAsync(cancellationToken);
        LetterChain.Finish(all, disposition, scope.Now);
        (disposition.DoneNote, disposition.ReadAt) = (words, disposition.ReadAt ?? scope.Now);
        var by = scope.Actor.SignatureAs(agency.FindDesk(disposition.ToDeskCode)?.MembershipOf(scope.Actor)?.ActingTitle);
        AgendaStory.Add(scope, entry, words.Split(':')[0] + " oleh " + disposition.ToText, words.Contains(": ", StringComparison.Ordinal) ? words[(words.IndexOf(": ", StringComparison.Ordinal) + 2)..] : null, by);
        if (all.TrueForAll(d => d.DoneAt is not null))
        {
            entry.Close(by, words, scope.Now);
        }

        scope.Publish(Topic.Dispositions, entry.Id);
    }

    private static async Task<Outcome<Disposition>> RecordOnLetterAsync(
        WriteScope scope, GiveOnLetter command, AgendaEntry entry, Agency.Domain.Desk from, DispositionTarget target, CancellationToken cancellationToken)
    {
        var content = command.Content;
        var by = scope.Actor.SignatureAs(from.MembershipOf(scope.Actor)?.ActingTitle);
        var disposition = new Disposition
        {
            Id = OrderedId.Create(),
            AgendaId = entry.Id,
            ParentId = command.ParentId,
            FromUserId = scope.Actor.UserId,
            FromText = by,
            FromDeskCode = from.Code,
            ToDeskCode = target.Desk.Code,
            ToUserId = target.Person?.UserId,
            ToText = target.Text,
            Instructions = [.. content.Instructions.Distinct()],
            Note = content.Note?.Trim() is { Length: > 0 } note ? note : null,
            DueOn = content.DueOn,
            At = scope.Now,
        };
        scope.Db.Dispositions.Add(disposition);
        AgendaStory.Add(scope, entry, (command.ParentId is null ? "Didisposisikan ke " : "Diteruskan ke ") + target.Text, await WordsAsync(scope, disposition, cancellationToken), by);
        entry.Version = Guid.CreateVersion7();
        scope.Publish(Topic.Dispositions, entry.Id);
        return disposition;
    }

    /// <summary>The desk in whose name this person may give it: the head's, or that of an open disposition they received.</summary>
    private static Agency.Domain.Desk? GivingDesk(GiveOnLetter command, List<Disposition> open, AgencySnapshot agency, Actor actor)
    {
        if (command.ParentId is not { } parentId)
        {
            return AgendaAccess.HeadDesk(agency) is { } head && head.MembershipOf(actor) is not null ? head : null;
        }

        return open.Find(d => d.Id == parentId) is { } parent && AgendaAccess.IsReceiver(parent, agency, actor) ? agency.FindDesk(parent.ToDeskCode) : null;
    }

    /// <summary>Takes a letter's disposition back; nothing has moved, so nothing moves back.</summary>
    private static async Task<Outcome> RecallOnLetterAsync(WriteScope scope, Disposition disposition, string? reason, AgencySnapshot agency, CancellationToken cancellationToken)
    {
        if (GiverText(disposition, agency, scope.Actor) is not { } by)
        {
            return Outcome.Forbidden("Yang dapat menarik hanya pemberi disposisi. Penolakan ini dicatat.");
        }

        if (reason?.Length > RecallReasonMaxLength)
        {
            return Outcome.Refused($"Alasan paling banyak {RecallReasonMaxLength} huruf.", nameof(reason));
        }

        var entry = await scope.Db.AgendaEntries.FirstAsync(a => a.Id == disposition.AgendaId, cancellationToken);
        var later = await LaterAsync(scope, disposition.Id, cancellationToken);
        if (DispositionRules.CanRecall(disposition, new DispositionPlace(entry.ClosedAt is null, false, null, null, null, later), utc => DeskLists.Moment(utc, agency, scope.Now)) is { } refusal)
        {
            return Outcome.Conflict(refusal.Message);
        }

        disposition.Recall(by, scope.Now);
        AgendaStory.Add(scope, entry, $"Disposisi ditarik dari {disposition.ToText}", reason, by);
        scope.Publish(Topic.Dispositions, entry.Id);
        return Outcome.Ok();
    }

    private static string? EndedRefusal(Disposition disposition, Func<DateTime, string> moment) => disposition switch
    {
        { RecalledAt: { } recalled } => $"Disposisi ini sudah ditarik {disposition.RecalledByText} {moment(recalled)}.",
        { DoneAt: { } done } => $"Disposisi ini sudah selesai {moment(done)}.",
        _ => null,
    };
}
