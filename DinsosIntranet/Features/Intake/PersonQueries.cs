using DinsosIntranet.Features.Audit.Domain;
using DinsosIntranet.Features.Intake.Domain;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Data;
using DinsosIntranet.Shared.Identity;
using DinsosIntranet.Shared.Regions;
using DinsosIntranet.Shared.Text;
using Microsoft.EntityFrameworkCore;

namespace DinsosIntranet.Features.Intake;

/// <summary>A known person as the search shows them: enough to recognise, no full number.</summary>
public sealed record PersonHit(Guid Id, string Name, string? MaskedNik, string Address, DateTime LastSeenAt);

/// <summary>What somebody typed into the search for persons, as it was understood.</summary>
public sealed record PersonSearchText(PersonSearchKind Kind, string Text)
{
    private const int ShortestName = 2;
    private const int ShortestPhone = 5;

    /// <summary>Null for a text too short to search with.</summary>
    public static PersonSearchText? Read(string? typed)
    {
        var text = (typed ?? "").Trim();
        var digits = IdentityDigits.Strip(text);
        if (digits.Length == Nik.Length && digits.All(char.IsAsciiDigit))
        {
            return new PersonSearchText(PersonSearchKind.Nik, digits);
        }

        if (text.Any(char.IsLetter) && text.Any(char.IsAsciiDigit) && text.Contains('-', StringComparison.Ordinal))
        {
            return new PersonSearchText(PersonSearchKind.RequestNumber, text.ToUpperInvariant());
        }

        if (text.Length > 0 && text.All(c => char.IsAsciiDigit(c) || c is '+' or '-' or '.' or ' '))
        {
            var phone = PhoneNumber.Read(text).Digits;
            return phone.Length >= ShortestPhone ? new PersonSearchText(PersonSearchKind.Phone, phone) : null;
        }

        var name = SearchText.Normalise(text);
        return name.Length >= ShortestName ? new PersonSearchText(PersonSearchKind.Name, name) : null;
    }
}

public enum PersonSearchKind
{
    Nik,
    Phone,
    RequestNumber,
    Name,
}

/// <summary>
/// Finds persons the agency has met, so that nobody is entered twice. A search shows masked rows and leaves no trace;
/// opening a person's data does.
/// </summary>
public sealed class PersonQueries(IDbContextFactory<DinsosDbContext> factory, WriteRunner writes, RegionCatalog regions)
{
    public const int MaxHits = 10;

    /// <summary>A word that begins more names than this is common.</summary>
    private const int Common = 10_000;

    public async Task<IReadOnlyList<PersonHit>> SearchAsync(string typed, Actor viewer, CancellationToken cancellationToken = default)
    {
        if (!RequestAccess.MayRegister(viewer) || PersonSearchText.Read(typed) is not { } wanted)
        {
            return [];
        }

        await using var db = await factory.CreateDbContextAsync(cancellationToken);

        // A record that was merged is found by what it said, and answers with the one that stayed.
        var matching = await MatchingAsync(db, wanted, viewer, cancellationToken);
        var survivors = matching.Where(p => p.MergedIntoId != null).Select(p => p.MergedIntoId!.Value);
        var own = await LatestAsync(matching.Where(p => p.MergedIntoId == null));
        var merged = await LatestAsync(db.Persons.AsNoTracking().Where(p => survivors.Contains(p.Id)));
        return
        [
            .. own.UnionBy(merged, p => p.Id).OrderByDescending(p => p.LastSeenAt).Take(MaxHits)
                .Select(p => new PersonHit(p.Id, p.Name, p.Nik is null ? null : Masking.Nik(p.Nik), FullAddress(p.Address, p.VillageCode ?? p.DistrictCode), p.LastSeenAt)),
        ];

        Task<List<Person>> LatestAsync(IQueryable<Person> persons) => persons.VisibleTo(db, viewer).OrderByDescending(p => p.LastSeenAt).Take(MaxHits).ToListAsync(cancellationToken);
    }

    /// <summary>The data of a known person for the form; the opening is in the trail.</summary>
    public Task<Outcome<PersonInput>> OpenAsync(Guid personId, ActionContext act, CancellationToken cancellationToken = default) =>
        writes.RunAsync<PersonInput>(
            act,
            async scope =>
            {
                scope.Audit("orang.buka", "orang", personId, new AuditText().Fact("untuk", "permohonan baru"));
                if (!RequestAccess.MayRegister(scope.Actor))
                {
                    return Outcome.Forbidden();
                }

                var person = await scope.Db.Persons.AsNoTracking().VisibleTo(scope.Db, scope.Actor).FirstOrDefaultAsync(p => p.Id == personId, cancellationToken);
                if (person?.MergedIntoId is { } survivorId)
                {
                    person = await scope.Db.Persons.AsNoTracking().FirstAsync(p => p.Id == survivorId, cancellationToken);
                }

                return person is null or { IsPlaceholder: true } ? Outcome.NotFound("Data orang ini tidak ada lagi. Cari lagi.") : PersonInput.Of(person);
            },
            cancellationToken);

    public string FullAddress(string address, string? regionCode) => regionCode is null ? address : $"{address}, {regions.Describe(regionCode)}";

    internal static async Task<IQueryable<Person>> MatchingAsync(DinsosDbContext db, PersonSearchText wanted, Actor viewer, CancellationToken cancellationToken)
    {
        var persons = db.Persons.AsNoTracking().Where(p => !p.IsPlaceholder);
        var text = wanted.Text;
        switch (wanted.Kind)
        {
            case PersonSearchKind.Nik:
                return persons.Where(p => p.Nik == text);
            case PersonSearchKind.Phone:
                // All numbers that begin like this: a range of the index, which a pattern is not.
                var last = text.PadRight(Person.PhoneMaxLength, '9');
#pragma warning disable CA1309 // Translated to a comparison of the database.
                return persons.Where(p => string.Compare(p.PhoneDigits, text) >= 0 && string.Compare(p.PhoneDigits, last) <= 0);
#pragma warning restore CA1309
            case PersonSearchKind.RequestNumber:
                var requests = db.ServiceRequests.VisibleTo(viewer);
                return persons.Where(p => requests.Any(r => r.Number == text && (r.ApplicantId == p.Id || r.SubjectId == p.Id)));
            default:
                return await NamedAsync(db, persons, text.Split(' '), cancellationToken);
        }
    }

    /// <summary>
    /// Those of whose name every word typed begins a word, in whatever order. The rarest of the words leads to them by the index
    /// of words; where all are common, whoever was seen last is tried first and the list is soon full.
    /// </summary>
    private static async Task<IQueryable<Person>> NamedAsync(DinsosDbContext db, IQueryable<Person> persons, string[] words, CancellationToken cancellationToken)
    {
        var (rarest, least) = (words[0], int.MaxValue);
        foreach (var word in words.Distinct())
        {
            var count = await Beginning(db, word).Take(Common).CountAsync(cancellationToken);
            (rarest, least) = count < least ? (word, count) : (rarest, least);
            var inside = " " + word;
            persons = persons.Where(p => p.NameSearch.StartsWith(word) || p.NameSearch.Contains(inside));
        }

        var ids = Beginning(db, rarest).Select(w => w.PersonId);
        return least < Common ? persons.Where(p => ids.Contains(p.Id)) : persons;
    }

    private static IQueryable<PersonWord> Beginning(DinsosDbContext db, string word)
    {
        var after = PersonWord.After(word);
#pragma warning disable CA1309 // Translated to a comparison of the database.
        return db.PersonWords.AsNoTracking().Where(w => string.Compare(w.Word, word) >= 0 && string.Compare(w.Word, after) < 0);
#pragma warning restore CA1309
    }
}
