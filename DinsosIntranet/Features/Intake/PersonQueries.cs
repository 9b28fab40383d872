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

    public async Task<IReadOnlyList<PersonHit>> SearchAsync(string typed, Actor viewer, CancellationToken cancellationToken = default)
    {
        if (!RequestAccess.MayRegister(viewer) || PersonSearchText.Read(typed) is not { } wanted)
        {
            return [];
        }

        await using var db = await factory.CreateDbContextAsync(cancellationToken);

        // A record that was merged is found by what it said, and answers with the one that stayed.
        var ids = Matching(db, wanted, viewer).Select(p => p.MergedIntoId ?? p.Id);
        var rows = await db.Persons.AsNoTracking().Where(p => ids.Contains(p.Id)).VisibleTo(db, viewer)
            .OrderByDescending(p => p.LastSeenAt)
            .Take(MaxHits)
            .Select(p => new { p.Id, p.Name, p.Nik, p.Address, p.DistrictCode, p.VillageCode, p.LastSeenAt })
            .ToListAsync(cancellationToken);
        return [.. rows.Select(p => new PersonHit(p.Id, p.Name, p.Nik is null ? null : Masking.Nik(p.Nik), FullAddress(p.Address, p.VillageCode ?? p.DistrictCode), p.LastSeenAt))];
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

    internal static IQueryable<Person> Matching(DinsosDbContext db, PersonSearchText wanted, Actor viewer)
    {
        var persons = db.Persons.AsNoTracking().Where(p => !p.IsPlaceholder);
        var text = wanted.Text;
        switch (wanted.Kind)
        {
            case PersonSearchKind.Nik:
                return persons.Where(p => p.Nik == text);
            case PersonSearchKind.Phone:
                return persons.Where(p => p.PhoneDigits != null && p.PhoneDigits.StartsWith(text));
            case PersonSearchKind.RequestNumber:
                var requests = db.ServiceRequests.VisibleTo(viewer);
                return persons.Where(p => requests.Any(r => r.Number == text && (r.ApplicantId == p.Id || r.SubjectId == p.Id)));
            default:
                // Every word must begin a word of the name, in whatever order.
                foreach (var word in text.Split(' '))
                {
                    var inside = " " + word;
                    persons = persons.Where(p => p.NameSearch.StartsWith(word) || p.NameSearch.Contains(inside));
                }

                return persons;
        }
    }
}
