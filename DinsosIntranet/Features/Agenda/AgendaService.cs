using DinsosIntranet.Features.Agency;
using DinsosIntranet.Features.Agenda.Domain;
using DinsosIntranet.Features.Audit.Domain;
using DinsosIntranet.Features.Desks;
using DinsosIntranet.Features.Letters;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Data;
using DinsosIntranet.Shared.Live;
using DinsosIntranet.Shared.Text;
using Microsoft.EntityFrameworkCore;

namespace DinsosIntranet.Features.Agenda;

/// <summary>
/// Keeps the agenda book: registers letters that are no requests, corrects them, and puts away those nobody has to deal
/// with. What is done with a letter after it was disposed belongs to the dispositions.
/// </summary>
public sealed class AgendaService(WriteRunner writes, AgencyDirectory agencies, NumberService numbers, RequestTexts texts, LetterSearch search)
{
    public const string RecordKind = "agenda";

    /// <summary>The book the numbers come from, shared with the requests the secretariat forwards.</summary>
    public const string Book = "agenda";

    public const int ReasonMaxLength = 300;

    /// <summary>Enters a letter under the next number of the year. <paramref name="id"/> is that of the form, under which its scans were uploaded.</summary>
    public Task<Outcome<AgendaEntry>> RegisterAsync(Guid id, LetterInput input, ActionContext act, CancellationToken cancellationToken = default) =>
        writes.RunAsync<AgendaEntry>(
            act,
            async scope =>
            {
                scope.Audit("agenda.catat", RecordKind, id, new AuditText().Fact("sifat", LetterRules.Character(input.Urgency, input.IsSecret)));
                if (!AgendaAccess.MayKeep(scope.Actor))
                {
                    return Outcome.Forbidden();
                }

                if (await scope.Db.AgendaEntries.AsNoTracking().FirstOrDefaultAsync(a => a.Id == id, cancellationToken) is { } saved)
                {
                    return Outcome.Conflict($"Surat ini sudah dicatat dengan nomor agenda {saved.Label}.");
                }

                var agency = await agencies.GetAsync(cancellationToken);
                var today = agency.DateOf(scope.Now);
                var refusals = LetterRules.Check(input, today);
                if (refusals.Count > 0)
                {
                    return Outcome.Refused(refusals);
                }

                var letter = new IncomingLetter
                {
                    Sender = LetterRules.Clean(input.Sender)!,
                    Number = LetterRules.Clean(input.Number),
                    DatedOn = input.DatedOn,
                    ReceivedOn = input.ReceivedOn!.Value,
                    Subject = LetterRules.Clean(input.Subject)!,
                    IsSecret = input.IsSecret,
                    AttachmentCount = input.AttachmentCount ?? 0,
                };
                search.Refresh(letter);
                if (await FindTwinAsync(scope, letter, cancellationToken) is { } twin)
                {
                    return Outcome.Refused($"Surat dengan nomor dan pengirim ini sudah dicatat, agenda {twin.Label}.", nameof(input.Number));
                }

                var entry = new AgendaEntry
                {
                    Id = id,
                    Letter = letter,
                    Number = await numbers.NextAsync(scope, Book, today.Year, cancellationToken),
                    Year = today.Year,
                    At = scope.Now,
                    Urgency = input.Urgency,
                    ByUserId = scope.Actor.UserId,
                };
                scope.Db.AgendaEntries.Add(entry);
                AgendaStory.Add(scope, entry, $"Dicatat agenda nomor {entry.Label}", null, scope.Actor.NameAndPosition);
                scope.Publish(Topic.Dispositions, id);
                return entry;
            },
            cancellationToken);

    /// <summary>Corrects what was typed wrongly; the old words and the reason go into the history.</summary>
    public Task<Outcome> CorrectAsync(Guid id, LetterInput input, string? reason, ActionContext act, CancellationToken cancellationToken = default) =>
        writes.RunAsync(
            act,
            async scope =>
            {
                scope.Audit("agenda.perbaiki", RecordKind, id);
                var loaded = await LoadAsync(scope, id, AgendaAccess.MayKeep(scope.Actor), cancellationToken);
                if (!loaded.IsOk)
                {
                    return loaded;
                }

                var agency = await agencies.GetAsync(cancellationToken);
                List<Refusal> refusals = [.. LetterRules.Check(input, agency.DateOf(scope.Now))];
                if (string.IsNullOrWhiteSpace(reason) || reason.Trim().Length > ReasonMaxLength)
                {
                    refusals.Add(new Refusal($"Tulis alasan perbaikan, paling banyak {ReasonMaxLength} huruf.", nameof(reason)));
                }

                if (refusals.Count > 0)
                {
                    return Outcome.Refused(refusals);
                }

                var entry = loaded.Value;
                var before = texts.Letter(entry);
                (entry.Letter!.Sender, entry.Letter.Subject) = (before.Sender, before.Subject);
                var changes = LetterRules.Correct(entry, input);
                search.Refresh(entry.Letter);
                if (changes.Count == 0)
                {
                    return Outcome.Refused("Tidak ada yang berubah. Ubah isian yang keliru, lalu simpan.");
                }

                entry.Version = Guid.CreateVersion7();
                AgendaStory.Add(scope, entry, "Catatan agenda diperbaiki", $"{string.Join(". ", changes)}. Alasan: {reason!.Trim()}", scope.Actor.NameAndPosition);
                scope.Publish(Topic.Dispositions, id);
                return Outcome.Ok();
            },
            cancellationToken);

    /// <summary>Puts away a letter that nobody was disposed to, by the head or the secretariat, with a note saying why.</summary>
    public Task<Outcome> ArchiveAsync(Guid id, string? note, ActionContext act, CancellationToken cancellationToken = default) =>
        writes.RunAsync(
            act,
            async scope =>
            {
                scope.Audit("agenda.arsip", RecordKind, id);
                var agency = await agencies.GetAsync(cancellationToken);
                var loaded = await LoadAsync(scope, id, AgendaAccess.ReadsEverything(agency, scope.Actor), cancellationToken);
                if (!loaded.IsOk)
                {
                    return loaded;
                }

                var entry = loaded.Value;
                if (ClosedRefusal(entry, agency) is { } closed)
                {
                    return Outcome.Conflict(closed);
                }

                if (await scope.Db.Dispositions.AnyAsync(d => d.AgendaId == id && d.RecalledAt == null, cancellationToken))
                {
                    return Outcome.Conflict("Surat ini sudah didisposisikan. Yang menutupnya penerima disposisi.");
                }

                if (string.IsNullOrWhiteSpace(note) || note.Trim().Length > AgendaEntry.NoteMaxLength)
                {
                    return Outcome.Refused($"Tulis mengapa surat diarsipkan, paling banyak {AgendaEntry.NoteMaxLength} huruf.", nameof(note));
                }

                var by = scope.Actor.SignatureAs(AgendaAccess.HeadMembership(agency, scope.Actor)?.ActingTitle);
                entry.Close(by, $"Diarsipkan: {note.Trim()}", scope.Now);
                entry.Version = Guid.CreateVersion7();
                AgendaStory.Add(scope, entry, "Diarsipkan tanpa disposisi", note, by);
                scope.Publish(Topic.Dispositions, id);
                return Outcome.Ok();
            },
            cancellationToken);

    /// <summary>Who has read a secret letter, and when, is in the trail.</summary>
    public Task<Outcome> RecordOpeningAsync(Guid id, ActionContext act, CancellationToken cancellationToken = default) =>
        writes.RunAsync(
            act,
            async scope =>
            {
                scope.Audit("agenda.buka", RecordKind, id);
                var agency = await agencies.GetAsync(cancellationToken);
                return await scope.Db.AgendaEntries.Where(AgendaFilters.Readable(scope.Db, agency, scope.Actor)).AnyAsync(a => a.Id == id, cancellationToken)
                    ? Outcome.Ok()
                    : Outcome.Forbidden();
            },
            cancellationToken);

    /// <summary>
    /// Encrypts the next rahasia letters that were written down before sender and subject were; returns how many. Asked for at start
    /// until there are none.
    /// </summary>
    internal Task<Outcome<int>> EncryptNextAsync(int most, ActionContext act, CancellationToken cancellationToken = default) =>
        LateSealing.RunAsync(
            writes,
            "agenda.sandikan",
            RecordKind,
            "surat",
            act,
            async scope =>
            {
                var entries = await scope.Db.AgendaEntries
                    .Where(a => a.RequestId == null && a.Letter!.IsSecret && !a.Letter.Sender.StartsWith(RequestTexts.SealedStart))
                    .OrderBy(a => a.Id).Take(most).ToListAsync(cancellationToken);
                var ids = entries.ConvertAll(a => a.Id);
                foreach (var entry in entries)
                {
                    search.Refresh(entry.Letter!);
                    var letter = scope.Db.Entry(entry.Letter!);
                    letter.Property(l => l.Sender).IsModified = true;
                    letter.Property(l => l.Subject).IsModified = true;
                    scope.Db.Entry(entry).Property(a => a.ClosedNote).IsModified = true;
                }

                foreach (var one in await scope.Db.AgendaEvents.Where(e => ids.Contains(e.EntryId)).ToListAsync(cancellationToken))
                {
                    scope.Db.Entry(one).Property(e => e.Detail).IsModified = true;
                }

                foreach (var disposition in await scope.Db.Dispositions.Where(d => d.AgendaId != null && ids.Contains(d.AgendaId.Value)).ToListAsync(cancellationToken))
                {
                    scope.Db.Entry(disposition).Property(d => d.Note).IsModified = true;
                    scope.Db.Entry(disposition).Property(d => d.DoneNote).IsModified = true;
                }

                return entries.Count;
            },
            cancellationToken);

    /// <summary>Why nothing can be done with a letter any more; null while it is open.</summary>
    internal static string? ClosedRefusal(AgendaEntry entry, AgencySnapshot agency) => entry.ClosedAt is { } closed
        ? $"Surat ini sudah ditutup {entry.ClosedByText} {IndonesianDates.ShortWithTime(closed, agency.Zone)}."
        : null;

    private static async Task<Outcome<AgendaEntry>> LoadAsync(WriteScope scope, Guid id, bool may, CancellationToken cancellationToken)
    {
        var entry = await scope.Db.AgendaEntries.FirstOrDefaultAsync(a => a.Id == id && a.RequestId == null, cancellationToken);
        return entry is null ? Outcome.NotFound("Surat tidak ditemukan.") : may ? entry : Outcome.Forbidden();
    }

    private async Task<AgendaEntry?> FindTwinAsync(WriteScope scope, IncomingLetter letter, CancellationToken cancellationToken)
    {
        if (letter.Number is null)
        {
            return null;
        }

        var same = await scope.Db.AgendaEntries.AsNoTracking()
            .Where(a => a.Letter!.Number == letter.Number && a.Letter.DatedOn == letter.DatedOn)
            .Take(50)
            .ToListAsync(cancellationToken);
        var sender = SearchText.Normalise(letter.Sender);
        return same.Find(a => SearchText.Normalise(texts.Letter(a).Sender) == sender);
    }
}
