using System.Globalization;
using DinsosIntranet.Features.Agency;
using DinsosIntranet.Features.Audit.Domain;
using DinsosIntranet.Features.Desks;
using DinsosIntranet.Features.Intake.Domain;
using DinsosIntranet.Features.Letters;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Data;
using DinsosIntranet.Shared.Identity;
using DinsosIntranet.Shared.Live;
using Microsoft.EntityFrameworkCore;

namespace DinsosIntranet.Features.Intake;

/// <summary>A guest as written down at the counter.</summary>
public sealed record AddGuest
{
    public string Name { get; set; } = "";

    public string Origin { get; set; } = "";

    public string Phone { get; set; } = "";

    public string Purpose { get; set; } = "";

    public string ToUnitCode { get; set; } = "";

    /// <summary>The kind of card left at the counter; empty where none was.</summary>
    public string IdCardLeft { get; set; } = "";
}

/// <summary>What a line of the guest book said of a guest before it was covered; it goes into the encrypted file, not back on a list.</summary>
public sealed record CoveredGuest(string Label, string Name, string? Origin, string? Phone);

/// <summary>The guest book: every guest gets a number of the day at once, and their card back when they leave.</summary>
public sealed class GuestBookService(WriteRunner writes, NumberService numbers, AgencyDirectory agencies, RequestTexts texts)
{
    public const int OriginMaxLength = 120;
    private const string RecordKind = "tamu";

    /// <summary>What stands where somebody's name or reason was erased.</summary>
    internal const string Erased = "Dimusnahkan";

    /// <summary>What stands where a name would, for a guest whose matter is rahasia.</summary>
    public const string CoveredName = "Tamu rahasia";

    private const string CoveredPurpose = "Rahasia";

    public static IReadOnlyList<string> IdCards { get; } = ["KTP", "SIM", "Paspor", "Kartu lain"];

    public Task<Outcome<GuestBookEntry>> AddAsync(AddGuest command, ActionContext act, CancellationToken cancellationToken = default) =>
        writes.RunAsync<GuestBookEntry>(
            act,
            async scope =>
            {
                var id = Guid.CreateVersion7();
                var text = new AuditText();
                scope.Audit("tamu.catat", RecordKind, id, text);
                if (!RequestAccess.MayRegister(scope.Actor))
                {
                    return Outcome.Forbidden();
                }

                var agency = await agencies.GetAsync(cancellationToken);
                if (Check(command, agency) is { Count: > 0 } refusals)
                {
                    return Outcome.Refused(refusals);
                }

                var day = agency.DateOf(scope.Now);
                var number = await numbers.NextAsync(scope, Series(day), day.Year, cancellationToken);
                text.Fact("nomor", number).Fact("hari", day);
                var entry = new GuestBookEntry
                {
                    Id = id,
                    Day = day,
                    Number = number,
                    ArrivedAt = scope.Now,
                    Name = PersonName.Read(command.Name).Stored,
                    Origin = OrNull(command.Origin),
                    Phone = OrNull(PhoneNumber.Read(command.Phone).Digits),
                    Purpose = command.Purpose.Trim(),
                    ToUnitCode = OrNull(command.ToUnitCode),
                    IdCardLeft = OrNull(command.IdCardLeft),
                    ReceivedById = scope.Actor.UserId,
                    Version = Guid.CreateVersion7(),
                };
                scope.Db.GuestBookEntries.Add(entry);
                scope.Publish(Topic.GuestBook, id);
                return entry;
            },
            cancellationToken);

    /// <summary>
    /// A line for somebody whose matter is rahasia, inside the write that takes it in: a number of the day and no name, since the
    /// book is open to the whole counter.
    /// </summary>
    public async Task<GuestBookEntry> AddUnnamedAsync(WriteScope scope, Guid requestId, string? idCardLeft, CancellationToken cancellationToken)
    {
        var day = (await agencies.GetAsync(cancellationToken)).DateOf(scope.Now);
        var entry = new GuestBookEntry
        {
            Id = Guid.CreateVersion7(),
            Day = day,
            Number = await numbers.NextAsync(scope, Series(day), day.Year, cancellationToken),
            ArrivedAt = scope.Now,
            Name = CoveredName,
            Purpose = CoveredPurpose,
            IdCardLeft = IdCards.Contains(idCardLeft) ? idCardLeft : null,
            RequestId = requestId,
            ReceivedById = scope.Actor.UserId,
            Version = Guid.CreateVersion7(),
        };
        scope.Audit("tamu.catat", RecordKind, entry.Id, new AuditText().Fact("nomor", entry.Number).Fact("hari", day));
        scope.Db.GuestBookEntries.Add(entry);
        scope.Publish(Topic.GuestBook, entry.Id);
        return entry;
    }

    /// <summary>
    /// Takes name and matter off a line already written, when the matter turns out to be rahasia, and hands over what stood there, so that
    /// nobody is asked again. Null where there is no such line.
    /// </summary>
    public async Task<CoveredGuest?> CoverAsync(WriteScope scope, Guid entryId, Guid requestId, CancellationToken cancellationToken)
    {
        if (await scope.Db.GuestBookEntries.FirstOrDefaultAsync(g => g.Id == entryId && g.RequestId == null, cancellationToken) is not { } entry)
        {
            return null;
        }

        scope.Audit("tamu.samarkan", RecordKind, entryId, new AuditText().Fact("nomor", entry.Number).Fact("hari", entry.Day));
        var covered = new CoveredGuest(
            entry.Label,
            texts.Guest(nameof(entry.Name), entryId, entry.Name)!,
            texts.Guest(nameof(entry.Origin), entryId, entry.Origin),
            texts.Guest(nameof(entry.Phone), entryId, entry.Phone));
        (entry.Name, entry.Origin, entry.Phone, entry.Purpose, entry.ToUnitCode) = (CoveredName, null, null, CoveredPurpose, null);
        entry.RequestId = requestId;
        scope.Publish(Topic.GuestBook, entryId);
        return covered;
    }

    /// <summary>Takes everything but number and day off the lines of a request that is anonymised; returns how many lines.</summary>
    internal static async Task<int> EraseAsync(WriteScope scope, Guid requestId, CancellationToken cancellationToken)
    {
        var entries = await scope.Db.GuestBookEntries.Where(g => g.RequestId == requestId).ToListAsync(cancellationToken);
        foreach (var entry in entries)
        {
            scope.Audit("tamu.samarkan", RecordKind, entry.Id, new AuditText().Fact("nomor", entry.Number).Fact("hari", entry.Day));
            (entry.Name, entry.Origin, entry.Phone, entry.Purpose, entry.ToUnitCode) = (CoveredName, null, null, CoveredPurpose, null);
            scope.Publish(Topic.GuestBook, entry.Id);
        }

        return entries.Count;
    }

    /// <summary>Encrypts the next lines that were written before the book was; returns how many. Asked for at start until there are none.</summary>
    internal Task<Outcome<int>> EncryptNextAsync(int most, ActionContext act, CancellationToken cancellationToken = default) =>
        LateSealing.RunAsync(
            writes,
            "tamu.sandikan",
            RecordKind,
            "baris",
            act,
            async scope =>
            {
                var entries = await scope.Db.GuestBookEntries.Where(g => !g.Name.StartsWith(RequestTexts.SealedStart)).OrderBy(g => g.Id).Take(most).ToListAsync(cancellationToken);
                foreach (var entry in entries)
                {
                    scope.Db.Entry(entry).State = EntityState.Modified;
                }

                return entries.Count;
            },
            cancellationToken);

    public Task<Outcome> ReturnIdCardAsync(Guid entryId, ActionContext act, CancellationToken cancellationToken = default) =>
        OnAsync(entryId, "tamu.kembalikan-kartu", act, cancellationToken, (entry, now) =>
        {
            if (entry.IdCardLeft is null)
            {
                return Outcome.Refused($"{entry.Label} tidak menitipkan kartu.");
            }

            if (entry.IdCardReturnedAt is not null)
            {
                return Outcome.Conflict($"Kartu {entry.Label} sudah dikembalikan.");
            }

            entry.IdCardReturnedAt = now;
            return Outcome.Ok();
        });

    /// <summary>The guest goes. A card still here must be given back first: that is the moment it would be forgotten.</summary>
    public Task<Outcome> LeaveAsync(Guid entryId, ActionContext act, CancellationToken cancellationToken = default) =>
        OnAsync(entryId, "tamu.pulang", act, cancellationToken, (entry, now) =>
        {
            if (entry.LeftAt is not null)
            {
                return Outcome.Conflict($"{entry.Label} sudah tercatat pulang.");
            }

            if (entry.IdCardLeft is not null && entry.IdCardReturnedAt is null)
            {
                return Outcome.Refused($"{entry.IdCardLeft} {entry.Label} masih di loket. Kembalikan dulu, lalu catat pulang.");
            }

            entry.LeftAt = now;
            return Outcome.Ok();
        });

    private static string Series(DateOnly day) => "tamu-" + day.ToString("yyyyMMdd", CultureInfo.InvariantCulture);

    private static List<Refusal> Check(AddGuest command, AgencySnapshot agency)
    {
        var refusals = new List<Refusal>();
        AddErrors(refusals, PersonName.Read(command.Name).Findings, nameof(command.Name));
        AddErrors(refusals, PhoneNumber.Read(command.Phone).Findings, nameof(command.Phone));
        if (command.Origin.Trim().Length > OriginMaxLength)
        {
            refusals.Add(new Refusal($"Asal paling banyak {OriginMaxLength} huruf.", nameof(command.Origin)));
        }

        if (command.Purpose.Trim().Length == 0)
        {
            refusals.Add(new Refusal("Isi keperluan tamu.", nameof(command.Purpose)));
        }
        else if (command.Purpose.Trim().Length > GuestBookEntry.PurposeMaxLength)
        {
            refusals.Add(new Refusal($"Keperluan paling banyak {GuestBookEntry.PurposeMaxLength} huruf.", nameof(command.Purpose)));
        }

        if (command.ToUnitCode.Length > 0 && agency.Units.All(u => u.Code != command.ToUnitCode))
        {
            refusals.Add(new Refusal("Pilih bidang yang dituju.", nameof(command.ToUnitCode)));
        }

        if (command.IdCardLeft.Length > 0 && !IdCards.Contains(command.IdCardLeft))
        {
            refusals.Add(new Refusal("Pilih kartu yang dititipkan.", nameof(command.IdCardLeft)));
        }

        return refusals;
    }

    private static void AddErrors(List<Refusal> refusals, IEnumerable<Finding> findings, string field) =>
        refusals.AddRange(findings.Where(f => f.Level == FindingLevel.Error).Select(f => new Refusal(f.Message, field)));

    private static string? OrNull(string text) => text.Trim() is { Length: > 0 } trimmed ? trimmed : null;

    private Task<Outcome> OnAsync(Guid entryId, string audit, ActionContext act, CancellationToken cancellationToken, Func<GuestBookEntry, DateTime, Outcome> change) =>
        writes.RunAsync(
            act,
            async scope =>
            {
                scope.Audit(audit, RecordKind, entryId);
                if (!RequestAccess.MayRegister(scope.Actor))
                {
                    return Outcome.Forbidden();
                }

                var entry = await scope.Db.GuestBookEntries.FirstOrDefaultAsync(g => g.Id == entryId, cancellationToken);
                if (entry is null)
                {
                    return Outcome.NotFound("Tamu ini tidak ada di buku tamu.");
                }

                entry.Version = Guid.CreateVersion7();
                scope.Publish(Topic.GuestBook, entryId);
                return change(entry, scope.Now);
            },
            cancellationToken);
}
