using System.Text.Json;
using DinsosIntranet.Features.Standards.Domain;
using DinsosIntranet.Shared.Acting;

namespace DinsosIntranet.Features.Standards.Data;

/// <summary>Codes of desks and units.</summary>
public sealed record StructureCodes(IReadOnlySet<string> Desks, IReadOnlySet<string> Units);

/// <summary>The desks and units an agency has, and those it has taken out of use: no standard may name the latter.</summary>
public sealed record AgencyStructure(StructureCodes InUse, StructureCodes OutOfUse);

/// <summary>Reads the data folder: <c>standards/*.json</c>, <c>desks.json</c> and <c>units.json</c>.</summary>
public static class StandardCatalogFiles
{
    public const string DesksFile = "desks.json";
    public const string UnitsFile = "units.json";
    public const string StandardsFolder = "standards";
    private const string SchemaEnding = ".schema.json";

    /// <summary>Everything read and checked; throws <see cref="StandardStartUpException"/> with all problems of all files.</summary>
    /// <param name="folder">The data folder.</param>
    /// <param name="actions">The actions steps may name.</param>
    /// <param name="agency">The agency's own desks and units; those of the files which it never had are about to become its own.</param>
    public static StandardCatalog Read(string folder, IReadOnlySet<string> actions, AgencyStructure? agency = null)
    {
        var problems = new List<StandardProblem>();
        var units = ReadList<UnitsShape>(Path.Combine(folder, UnitsFile), problems)?.Units ?? [];
        var desks = ReadList<DesksShape>(Path.Combine(folder, DesksFile), problems)?.Desks ?? [];
        var unitCodes = units.Select(u => u.Code).ToHashSet();
        var known = new KnownCodes(Known(unitCodes, agency?.InUse.Units, agency?.OutOfUse.Units), Known(desks.Select(d => d.Code), agency?.InUse.Desks, agency?.OutOfUse.Desks), actions);

        var files = ReadStandards(Path.Combine(folder, StandardsFolder), known, problems);
        CheckUnits(units, unitCodes, problems);
        CheckDesks(desks, unitCodes, problems);
        foreach (var file in files.Where(f => f.Name != ServiceStandard.FileNameOf(f.Standard.Code)))
        {
            problems.Add(new StandardProblem(file.Name, null, $"nama berkas harus {ServiceStandard.FileNameOf(file.Standard.Code)}, menurut kodenya"));
        }

        AddDoubles(files.Select(f => (f.Name, f.Standard.NumberPrefix)), "awalan nomor", problems);
        if (problems.Count > 0)
        {
            throw new StandardStartUpException(problems);
        }

        return new StandardCatalog(files, [.. desks.OrderBy(d => d.Order)], units);
    }

    private static HashSet<string> Known(IEnumerable<string> ofFiles, IReadOnlySet<string>? inUse, IReadOnlySet<string>? outOfUse)
    {
        var known = ofFiles.Concat(inUse ?? new HashSet<string>()).ToHashSet(StringComparer.Ordinal);
        known.ExceptWith(outOfUse ?? new HashSet<string>());
        return known;
    }

    private static List<StandardFile> ReadStandards(string folder, KnownCodes known, List<StandardProblem> problems)
    {
        var files = new List<StandardFile>();
        if (!Directory.Exists(folder))
        {
            problems.Add(new StandardProblem(StandardsFolder, null, $"folder {folder} tidak ada"));
            return files;
        }

        var paths = Directory.EnumerateFiles(folder, "*.json").Where(p => !p.EndsWith(SchemaEnding, StringComparison.Ordinal));
        foreach (var path in paths.Order(StringComparer.Ordinal))
        {
            var name = Path.GetFileName(path);
            var (file, found) = StandardFile.Check(File.ReadAllText(path), name, known);
            problems.AddRange(found);
            if (file is not null)
            {
                files.Add(file);
            }
        }

        return files;
    }

    private static T? ReadList<T>(string path, List<StandardProblem> problems)
        where T : class
    {
        try
        {
            return JsonSerializer.Deserialize<T>(File.ReadAllText(path), StandardFile.Options);
        }
        catch (Exception e) when (e is JsonException or IOException)
        {
            problems.Add(new StandardProblem(Path.GetFileName(path), null, StandardFile.Unreadable(e)));
            return null;
        }
    }

    private static void CheckUnits(IReadOnlyList<UnitDefinition> units, HashSet<string> codes, List<StandardProblem> problems)
    {
        AddDoubles(units.Select(u => (UnitsFile, u.Code)), "kode unit", problems);
        foreach (var unit in units.Where(u => u.Parent is not null && !codes.Contains(u.Parent)))
        {
            problems.Add(new StandardProblem(UnitsFile, null, $"induk '{unit.Parent}' dari unit '{unit.Code}' tidak dikenal"));
        }
    }

    private static void CheckDesks(IReadOnlyList<DeskDefinition> desks, HashSet<string> units, List<StandardProblem> problems)
    {
        AddDoubles(desks.Select(d => (DesksFile, d.Code)), "kode meja", problems);
        foreach (var desk in desks)
        {
            if (desk.Members.Count == 0)
            {
                problems.Add(new StandardProblem(DesksFile, null, $"meja '{desk.Code}' tidak dilayani siapa pun"));
            }

            foreach (var member in desk.Members)
            {
                if (StaffRoles.FromCode(member.Role) is null)
                {
                    problems.Add(new StandardProblem(DesksFile, null, $"peran '{member.Role}' di meja '{desk.Code}' tidak dikenal"));
                }

                if (member.Unit is not null && !units.Contains(member.Unit))
                {
                    problems.Add(new StandardProblem(DesksFile, null, $"unit '{member.Unit}' di meja '{desk.Code}' tidak dikenal"));
                }
            }
        }
    }

    private static void AddDoubles(IEnumerable<(string File, string Code)> codes, string what, List<StandardProblem> problems)
    {
        foreach (var group in codes.GroupBy(c => c.Code).Where(g => g.Count() > 1))
        {
            problems.Add(new StandardProblem(group.Last().File, null, $"{what} '{group.Key}' dipakai lebih dari sekali"));
        }
    }

    private sealed record DesksShape(IReadOnlyList<DeskDefinition> Desks);

    private sealed record UnitsShape(IReadOnlyList<UnitDefinition> Units);
}
