using System.Security.Cryptography;
using DinsosIntranet.Features.Agenda.Domain;
using DinsosIntranet.Features.Audit;
using DinsosIntranet.Features.Desks.Domain;
using DinsosIntranet.Features.Dispositions.Domain;
using DinsosIntranet.Features.Intake.Domain;
using DinsosIntranet.Shared.Data;
using DinsosIntranet.Shared.Keys;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace DinsosIntranet.Features.Desks;

/// <summary>
/// One column of free text about a request, or about a letter of the agenda book. <paramref name="SubjectOf"/> names the request or
/// letter whose confidentiality decides; where it is null the text is encrypted always, because nobody knows yet what it will be
/// about (the guest book).
/// </summary>
internal sealed record FreeTextColumn(Type Entity, string Property, Func<EntityEntry, Guid> RowOf, Func<EntityEntry, Guid?>? SubjectOf)
{
    public string Place(Guid row) => $"{Entity.Name}|{Property}|{row}";
}

/// <summary>
/// What people write freely about a request: notes of steps and of dispositions, reasons, names of proxies, lines of the guest
/// book; and sender, subject and notes of a rahasia letter of the agenda book. Of a rahasia request it is stored encrypted (<see cref="RequestTextSealing"/> does it for whatever is saved) and opened
/// here, for whoever the reader says may read it.
/// </summary>
public sealed class RequestTexts(FieldCipher cipher)
{
    /// <summary>What stands in place of a text the viewer may not read.</summary>
    public const string Covered = "Catatan rahasia";

    /// <summary>How every encrypted text begins, for a query that looks for those that are not.</summary>
    internal const string SealedStart = "v1.";

    internal static IReadOnlyList<FreeTextColumn> Columns { get; } =
    [
        Of<HistoryEntry>(nameof(HistoryEntry.Detail), h => h.Id, h => h.WorkItemId),
        Of<Disposition>(nameof(Disposition.Note), d => d.Id, d => d.SubjectId),
        Of<Disposition>(nameof(Disposition.DoneNote), d => d.Id, d => d.SubjectId),
        Of<AgendaEvent>(nameof(AgendaEvent.Detail), e => e.Id, e => e.EntryId),
        Of<AgendaEntry>(nameof(AgendaEntry.ClosedNote), a => a.Id, a => a.RequestId ?? a.Id),
        OfLetter(nameof(IncomingLetter.Sender)),
        OfLetter(nameof(IncomingLetter.Subject)),
        Of<Withdrawal>(nameof(Withdrawal.Reason), w => w.RequestId, w => w.RequestId),
        Of<Withdrawal>(nameof(Withdrawal.ProxyName), w => w.RequestId, w => w.RequestId),
        Of<Withdrawal>(nameof(Withdrawal.ProxyRelation), w => w.RequestId, w => w.RequestId),
        Of<Withdrawal>(nameof(Withdrawal.IdentityNumber), w => w.RequestId, w => w.RequestId),
        Of<ServiceRequest>(nameof(ServiceRequest.Note), r => r.Id, r => r.Id),
        Of<RequestRequirement>(nameof(RequestRequirement.Note), r => r.Id, r => r.RequestId),
        Of<RequestExclusion>(nameof(RequestExclusion.LiftReason), x => x.Id, x => x.RequestId),
        Of<GuestBookEntry>(nameof(GuestBookEntry.Name), g => g.Id, null),
        Of<GuestBookEntry>(nameof(GuestBookEntry.Origin), g => g.Id, null),
        Of<GuestBookEntry>(nameof(GuestBookEntry.Phone), g => g.Id, null),
        Of<GuestBookEntry>(nameof(GuestBookEntry.Purpose), g => g.Id, null),
    ];

    /// <summary>The detail of a line of the story.</summary>
    public string? Detail(Guid entryId, string? stored, bool mayRead) => Open<HistoryEntry>(nameof(HistoryEntry.Detail), entryId, stored, mayRead);

    /// <summary>The note of a disposition, for giver and receiver; <paramref name="mayRead"/> false for others.</summary>
    public string? Note(Disposition disposition, bool mayRead = true) => Open<Disposition>(nameof(Disposition.Note), disposition.Id, disposition.Note, mayRead);

    /// <summary>What was written when a letter's disposition was done with.</summary>
    public string? DoneNote(Disposition disposition, bool mayRead = true) => Open<Disposition>(nameof(Disposition.DoneNote), disposition.Id, disposition.DoneNote, mayRead);

    /// <summary>A letter of the agenda book with sender and subject readable, for whoever the reader says may read it.</summary>
    public IncomingLetter Letter(AgendaEntry entry)
    {
        var letter = entry.Letter!.Copy();
        letter.Sender = Open<IncomingLetter>(nameof(IncomingLetter.Sender), entry.Id, letter.Sender, mayRead: true)!;
        letter.Subject = Open<IncomingLetter>(nameof(IncomingLetter.Subject), entry.Id, letter.Subject, mayRead: true)!;
        return letter;
    }

    /// <summary>The detail of a line of a letter's story.</summary>
    public string? LetterEvent(Guid eventId, string? stored) => Open<AgendaEvent>(nameof(AgendaEvent.Detail), eventId, stored, mayRead: true);

    /// <summary>How a letter was done with.</summary>
    public string? ClosedNote(AgendaEntry entry) => Open<AgendaEntry>(nameof(AgendaEntry.ClosedNote), entry.Id, entry.ClosedNote, mayRead: true);

    /// <summary>A stored text of the guest book.</summary>
    public string? Guest(string property, Guid entryId, string? stored) => Open<GuestBookEntry>(property, entryId, stored, mayRead: true);

    /// <summary>A stored reason for lifting an exclusion, for those who decide on exclusions.</summary>
    public string? LiftReason(RequestExclusion exclusion) => Open<RequestExclusion>(nameof(RequestExclusion.LiftReason), exclusion.Id, exclusion.LiftReason, mayRead: true);

    internal string Seal(FreeTextColumn column, Guid row, string text) => cipher.Encrypt(text, column.Place(row));

    internal string SealForTrail(string text, string requestId) => cipher.Encrypt(text, $"AuditRecords|Text|{requestId}");

    private string? Open<T>(string property, Guid row, string? stored, bool mayRead)
    {
        if (stored is null || !FieldCipher.IsEnvelope(stored))
        {
            return stored;
        }

        if (!mayRead)
        {
            return Covered;
        }

        try
        {
            return cipher.Decrypt(stored, Columns.First(c => c.Entity == typeof(T) && c.Property == property).Place(row));
        }
        catch (Exception problem) when (problem is CryptographicException or KeyMissingException)
        {
            return Covered;
        }
    }

    private static FreeTextColumn Of<T>(string property, Func<T, Guid> rowOf, Func<T, Guid?>? subjectOf) =>
        new(typeof(T), property, row => rowOf((T)row.Entity), subjectOf is null ? null : row => subjectOf((T)row.Entity));

    /// <summary>A letter stands in the row of its entry and has no id of its own.</summary>
    private static FreeTextColumn OfLetter(string property) => new(typeof(IncomingLetter), property, IdOfEntry, row => IdOfEntry(row));

    private static Guid IdOfEntry(EntityEntry letter) => (Guid)letter.Property("AgendaEntryId").CurrentValue!;
}

/// <summary>
/// Registered by a capability that keeps a key of its own for each of its requests. What is typed about acts on them enters the
/// trail under that key: the trail can never be changed, but destroying the key makes the words unreadable for good.
/// </summary>
public abstract class RequestTrailKeys
{
    /// <summary>What seals a text about each of these requests, as far as they are this capability's and their key is still there.</summary>
    public abstract Task<IReadOnlyDictionary<Guid, Func<string, string>>> SealersAsync(DinsosDbContext db, IReadOnlyCollection<Guid> requestIds, CancellationToken cancellationToken);
}

/// <summary>The reasons typed for acts on rahasia requests enter the trail as ciphertext, under the request's own key where it has one.</summary>
internal sealed class RequestTextCover(RequestTexts texts, IEnumerable<RequestTrailKeys> owners) : AuditCover
{
    public override string RecordKind => WorkFlow.RecordKind;

    public override async Task<IReadOnlyDictionary<Guid, Func<string, string>>> SealersAsync(DinsosDbContext db, IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken)
    {
        var sealers = (await db.WorkItems.AsNoTracking().Where(w => ids.Contains(w.Id) && w.IsConfidential).Select(w => w.Id).ToListAsync(cancellationToken))
            .ToDictionary(id => id, id => (Func<string, string>)(text => texts.SealForTrail(text, id.ToString())));
        foreach (var owner in owners)
        {
            foreach (var (id, sealer) in await owner.SealersAsync(db, [.. sealers.Keys], cancellationToken))
            {
                sealers[id] = sealer;
            }
        }

        return sealers;
    }
}
