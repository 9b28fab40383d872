using System.Text;
using DinsosIntranet.Features.Agency;
using DinsosIntranet.Features.Standards.Domain;
using DinsosIntranet.Shared.Data;
using Microsoft.EntityFrameworkCore;

namespace DinsosIntranet.Features.Standards;

/// <summary>Something a new standard or version can begin from. <paramref name="Code"/> is null for an example and for a blank one.</summary>
public sealed record DraftSource(string Key, string Name, string? Code);

/// <summary>A thing to choose, by its code.</summary>
public sealed record NamedCode(string Code, string Name);

/// <summary>What the page that writes a standard offers: what this agency has, and what the program can do.</summary>
public sealed record ComposingChoices(
    IReadOnlyList<DraftSource> Sources,
    IReadOnlyList<NamedCode> Units,
    IReadOnlyList<NamedCode> Desks,
    IReadOnlyList<NamedCode> Actions,
    IReadOnlyList<NamedCode> Instructions);

/// <summary>Where a standard written on a page begins, and of what it is put together.</summary>
public sealed class StandardComposing(
    IDbContextFactory<DinsosDbContext> factory, AgencyDirectory agencies, StandardLibrary library, ActionRegistry actions, DataFolder folder)
{
    public const string Blank = "kosong";

    private const string Example = "contoh:";

    public async Task<ComposingChoices> ReadAsync(CancellationToken cancellationToken = default)
    {
        var agency = await agencies.GetAsync(cancellationToken);
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        var sources = new List<DraftSource> { new(Blank, "Kosong", null) };
        foreach (var newest in await NewestAsync(db, cancellationToken))
        {
            sources.Add(new DraftSource(newest.Code, $"Versi baru: {newest.Title}", newest.Code));
        }

        foreach (var path in Examples())
        {
            sources.Add(new DraftSource(Example + Path.GetFileNameWithoutExtension(path), $"Contoh: {StandardDraft.Of(await File.ReadAllTextAsync(path, Encoding.UTF8, cancellationToken)).Title}", null));
        }

        return new ComposingChoices(
            sources,
            [.. agency.Units.Where(u => u.RetiredAt is null).Select(u => new NamedCode(u.Code, u.Name))],
            [.. agency.Desks.Where(d => d.RetiredAt is null).Select(d => new NamedCode(d.Code, d.Name))],
            [.. StepActions.All.Where(a => actions.Panel(a.Code) is not null).Select(a => new NamedCode(a.Code, a.Name))],
            [.. await db.DispositionInstructions.AsNoTracking().Where(i => i.RetiredAt == null).OrderBy(i => i.SortOrder).Select(i => new NamedCode(i.Code, i.Text)).ToListAsync(cancellationToken)]);
    }

    /// <summary>
    /// A draft to begin with; null where the source is not known (any more). A new version of a standard that is there has the
    /// next free number; an example keeps its own code.
    /// </summary>
    public async Task<StandardDraft?> BeginAsync(string key, CancellationToken cancellationToken = default)
    {
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        var versions = await NewestAsync(db, cancellationToken);
        if (key == Blank)
        {
            var agency = await agencies.GetAsync(cancellationToken);
            var complaints = versions.Count > 0 ? StandardDraft.Of(versions[0].Json).Complaints : null;
            return StandardDraft.Blank(
                agency.Profile.Regency, agency.Profile.Name, agency.Units.FirstOrDefault(u => u.RetiredAt is null)?.Code ?? "", agency.Desks.FirstOrDefault(d => d.RetiredAt is null)?.Code ?? "", complaints);
        }

        if (key.StartsWith(Example, StringComparison.Ordinal))
        {
            var path = Examples().FirstOrDefault(p => Path.GetFileNameWithoutExtension(p) == key[Example.Length..]);
            return path is null ? null : StandardDraft.Of(await File.ReadAllTextAsync(path, Encoding.UTF8, cancellationToken));
        }

        if (versions.FirstOrDefault(v => v.Code == key) is not { } found)
        {
            return null;
        }

        var draft = StandardDraft.Of(found.Json);
        draft.Version = found.Number + 1;
        return draft;
    }

    private string[] Examples()
    {
        var examples = Path.Combine(folder.ReferencePath, "standard-examples");
        return Directory.Exists(examples) ? [.. Directory.GetFiles(examples, "*.json").Order(StringComparer.Ordinal)] : [];
    }

    private async Task<List<Newest>> NewestAsync(DinsosDbContext db, CancellationToken cancellationToken)
    {
        var rows = await db.StandardVersions.AsNoTracking()
            .Where(v => !db.StandardVersions.Any(o => o.Code == v.Code && o.VersionNumber > v.VersionNumber))
            .OrderBy(v => v.Title)
            .Select(v => new Newest(v.Id, v.Code, v.VersionNumber, v.Title, v.Json))
            .ToListAsync(cancellationToken);
        var published = new List<Newest>(rows.Count);
        foreach (var row in rows)
        {
            if (!(await library.GetAsync(row.Id, cancellationToken)).Standard.IsInternal)
            {
                published.Add(row);
            }
        }

        return published;
    }

    private sealed record Newest(Guid Id, string Code, int Number, string Title, string Json);
}
