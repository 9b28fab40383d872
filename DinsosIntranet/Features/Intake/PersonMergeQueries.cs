using DinsosIntranet.Features.Agency;
using DinsosIntranet.Features.Intake.Domain;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Data;
using DinsosIntranet.Shared.Text;
using Microsoft.EntityFrameworkCore;

namespace DinsosIntranet.Features.Intake;

/// <summary>Somebody who may be the same person as another record, and why.</summary>
public sealed record MergeCandidate(PersonHit Person, PersonLikeness Likeness);

/// <summary>Two records that look like one person.</summary>
public sealed record MergePair(PersonHit First, PersonHit Second, PersonLikeness Likeness);

/// <summary>A merge as the list of them shows it; <paramref name="Name"/> is null where the person is not for the viewer.</summary>
public sealed record MergeRow(Guid Id, string? Name, string? MaskedNik, string At, string ByText, string Reason, string? UndoneText)
{
    public bool IsUndone => UndoneText is not null;
}

/// <summary>
/// Finds records that may be one person. Whoever stands in a rahasia request is never found here: a hit would already say
/// who is concerned.
/// </summary>
public sealed class PersonMergeQueries(IDbContextFactory<DinsosDbContext> factory, PersonQueries persons, AgencyDirectory agencies)
{
    public const int MaxRows = 20;

    /// <summary>Groups of doubles looked at, of each kind: more than are shown, since of some the persons may not be.</summary>
    private const int MaxGroups = 2 * MaxRows;

    /// <summary>Rows looked at by name before the likeness is worked out.</summary>
    private const int MaxLookedAt = 200;

    /// <summary>Beginnings of names are compared by this many letters; a slip in the first ones is rare.</summary>
    private const int NameStart = 2;

    public static bool MayOpen(Actor viewer) => MergeRules.MayMerge(viewer) || MergeRules.MayUndo(viewer);

    /// <summary>Persons to choose from, found as at the counter.</summary>
    public async Task<IReadOnlyList<PersonHit>> SearchAsync(string typed, Actor viewer, CancellationToken cancellationToken = default)
    {
        if (!MergeRules.MayMerge(viewer) || PersonSearchText.Read(typed) is not { } wanted)
        {
            return [];
        }

        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        var found = await (await PersonQueries.MatchingAsync(db, wanted, viewer, cancellationToken)).Where(p => p.MergedIntoId == null).ToOpenOnes(db, viewer)
            .OrderByDescending(p => p.LastSeenAt).Take(MaxRows).ToListAsync(cancellationToken);
        return [.. found.Select(Hit)];
    }

    /// <summary>Pairs anywhere in the register that share a NIK, or name and date of birth.</summary>
    public async Task<IReadOnlyList<MergePair>> PairsAsync(Actor viewer, CancellationToken cancellationToken = default)
    {
        if (!MergeRules.MayMerge(viewer))
        {
            return [];
        }

        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        var open = db.Persons.AsNoTracking().Where(p => p.MergedIntoId == null).ToOpenOnes(db, viewer);

        // Found by the indexes alone, in the whole register; who may be shown is asked of those found.
        var known = db.Persons.Where(p => p.MergedIntoId == null);
        var niks = await known.Where(p => p.Nik != null).GroupBy(p => p.Nik).Where(g => g.Count() > 1).Select(g => g.Key).Take(MaxGroups).ToListAsync(cancellationToken);
        var namesakes = await known.Where(p => p.BirthDate != null).GroupBy(p => new { p.NameSearch, p.BirthDate }).Where(g => g.Count() > 1)
            .Select(g => g.Key).Take(MaxGroups).ToListAsync(cancellationToken);
        var (names, days) = (namesakes.ConvertAll(n => n.NameSearch), namesakes.ConvertAll(n => n.BirthDate));
        var found = await open.Where(p => niks.Contains(p.Nik) || (names.Contains(p.NameSearch) && days.Contains(p.BirthDate)))
            .OrderBy(p => p.CreatedAt).ThenBy(p => p.Id).Take(MaxLookedAt).ToListAsync(cancellationToken);
        var pairs = from first in found.Select((person, index) => (Person: person, Index: index))
                    from second in found.Skip(first.Index + 1)
                    let likeness = MergeRules.Likeness(PersonInput.Of(first.Person), PersonInput.Of(second))
                    where likeness is PersonLikeness.SameNik or PersonLikeness.SameNameAndBirthDate
                    orderby likeness
                    select new MergePair(Hit(first.Person), Hit(second), likeness.Value);
        return [.. pairs.Take(MaxRows)];
    }

    /// <summary>The person and who may be the same; null where there is none, or none for this viewer. An address of a merged record finds the one that stayed.</summary>
    public async Task<(PersonHit Person, IReadOnlyList<MergeCandidate> Candidates)?> CandidatesAsync(Guid personId, Actor viewer, CancellationToken cancellationToken = default)
    {
        if (!MergeRules.MayMerge(viewer))
        {
            return null;
        }

        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        var id = await db.Persons.Where(p => p.Id == personId).Select(p => p.MergedIntoId).FirstOrDefaultAsync(cancellationToken) ?? personId;
        var open = db.Persons.AsNoTracking().Where(p => p.MergedIntoId == null).ToOpenOnes(db, viewer);
        if (await open.FirstOrDefaultAsync(p => p.Id == id, cancellationToken) is not { } person)
        {
            return null;
        }

        var start = person.NameSearch[..Math.Min(NameStart, person.NameSearch.Length)];
        var inside = " " + start;
        var found = await open
            .Where(p => p.Id != id && ((p.Nik != null && p.Nik == person.Nik)
                || p.NameSearch == person.NameSearch
                || (p.VillageCode != null && p.VillageCode == person.VillageCode && (p.NameSearch.StartsWith(start) || p.NameSearch.Contains(inside)))))
            .OrderBy(p => p.NameSearch).ThenBy(p => p.Id)
            .Take(MaxLookedAt)
            .ToListAsync(cancellationToken);
        var input = PersonInput.Of(person);
        var candidates = from other in found
                         let likeness = MergeRules.Likeness(input, PersonInput.Of(other))
                         where likeness is not null
                         orderby likeness
                         select new MergeCandidate(Hit(other), likeness.Value);
        return (Hit(person), [.. candidates.Take(MaxRows)]);
    }

    /// <summary>The last merges, the newest first.</summary>
    public async Task<IReadOnlyList<MergeRow>> LastAsync(Actor viewer, CancellationToken cancellationToken = default)
    {
        if (!MayOpen(viewer))
        {
            return [];
        }

        var agency = await agencies.GetAsync(cancellationToken);
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        var open = db.Persons.ToOpenOnes(db, viewer);
        var merges = await (from m in db.PersonMerges.AsNoTracking()
                            join p in open on m.SurvivorId equals p.Id into people
                            from p in people.DefaultIfEmpty()
                            orderby m.MergedAt descending
                            select new { Merge = m, Name = p == null ? null : p.Name, Nik = p == null ? null : p.Nik }).Take(MaxRows).ToListAsync(cancellationToken);
        return
        [
            .. merges.Select(m => new MergeRow(
                m.Merge.Id,
                m.Name,
                m.Nik is null ? null : Masking.Nik(m.Nik),
                IndonesianDates.ShortWithTime(m.Merge.MergedAt, agency.Zone),
                m.Merge.MergedByText,
                m.Merge.Reason,
                m.Merge.UndoneAt is { } at ? $"Dipisahkan lagi {IndonesianDates.ShortWithTime(at, agency.Zone)} oleh {m.Merge.UndoneByText}: {m.Merge.UndoneReason}" : null)),
        ];
    }

    private PersonHit Hit(Person p) => new(p.Id, p.Name, p.Nik is null ? null : Masking.Nik(p.Nik), persons.FullAddress(p.Address, p.VillageCode ?? p.DistrictCode), p.LastSeenAt);
}

/// <summary>Which persons may be shown to whoever may not see rahasia requests; a placeholder is nobody, and whoever stands in a request the viewer is excluded from is not theirs to merge.</summary>
internal static class OpenPersons
{
    public static IQueryable<Person> ToOpenOnes(this IQueryable<Person> persons, DinsosDbContext db, Actor viewer)
    {
        List<Guid> excluded = [.. viewer.ExcludedRequests];
        var open = persons.Where(p => !p.IsPlaceholder && !db.ServiceRequests.Any(r => (r.ApplicantId == p.Id || r.SubjectId == p.Id) && db.WorkItems.Any(w => w.Id == r.Id && w.IsConfidential)));
        return excluded.Count == 0 ? open : open.Where(p => !db.ServiceRequests.Any(r => excluded.Contains(r.Id) && (r.ApplicantId == p.Id || r.SubjectId == p.Id)));
    }
}
