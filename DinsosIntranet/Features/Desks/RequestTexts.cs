using System.Security.Cryptography;
using DinsosIntranet.Features.Audit;
using DinsosIntranet.Features.Desks.Domain;
using DinsosIntranet.Features.Dispositions.Domain;
using DinsosIntranet.Features.Intake.Domain;
using DinsosIntranet.Shared.Data;
using DinsosIntranet.Shared.Keys;
using Microsoft.EntityFrameworkCore;

namespace DinsosIntranet.Features.Desks;

/// <summary>
/// One column of free text about a request. <paramref name="RequestOf"/> names the request whose confidentiality decides; where it
/// is null the text is encrypted always, because nobody knows yet what it will be about (the guest book).
/// </summary>
internal sealed record FreeTextColumn(Type Entity, string Property, Func<object, Guid> RowOf, Func<object, Guid?>? RequestOf)
{
    public string Place(Guid row) => $"{Entity.Name}|{Property}|{row}";
}

/// <summary>
/// What people write freely about a request: notes of steps and of dispositions, reasons, names of proxies, lines of the guest
/// book. Of a rahasia request it is stored encrypted (<see cref="RequestTextSealing"/> does it for whatever is saved) and opened
/// here, for whoever the reader says may read it.
/// </summary>
public sealed class RequestTexts(FieldCipher cipher)
{
    /// <summary>What stands in place of a text the viewer may not read.</summary>
    public const string Covered = "Catatan rahasia";

    internal static IReadOnlyList<FreeTextColumn> Columns { get; } =
    [
        Of<HistoryEntry>(nameof(HistoryEntry.Detail), h => h.Id, h => h.WorkItemId),
        Of<Disposition>(nameof(Disposition.Note), d => d.Id, d => d.RequestId),
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

    private static FreeTextColumn Of<T>(string property, Func<T, Guid> rowOf, Func<T, Guid?>? requestOf) =>
        new(typeof(T), property, row => rowOf((T)row), requestOf is null ? null : row => requestOf((T)row));
}

/// <summary>The reasons typed for acts on rahasia requests enter the trail as ciphertext.</summary>
internal sealed class RequestTextCover(RequestTexts texts) : AuditCover
{
    public override string RecordKind => WorkFlow.RecordKind;

    public override async Task<IReadOnlySet<Guid>> CoveredAsync(DinsosDbContext db, IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken) =>
        (await db.WorkItems.AsNoTracking().Where(w => ids.Contains(w.Id) && w.IsConfidential).Select(w => w.Id).ToListAsync(cancellationToken)).ToHashSet();

    public override string Seal(string text, Guid recordId) => texts.SealForTrail(text, recordId.ToString());
}
