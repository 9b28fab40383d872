using System.Text.Json;
using DinsosIntranet.Features.Agency.Domain;
using DinsosIntranet.Features.Repatriation.Domain;
using DinsosIntranet.Shared.Regions;
using DinsosIntranet.Shared.Text;

namespace DinsosIntranet.Features.Repatriation;

/// <summary>A code and what it is called on screen.</summary>
public sealed record ListEntry(string Code, string Name);

/// <summary>Code lists of the forms, read once from <c>data/repatriation</c>; a list a form needs and the file lacks stops the start.</summary>
public sealed class RepatriationReference
{
    public const string OpeningReasons = "alasan-buka";
    public const string PrintReasons = "alasan-cetak";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    private readonly Dictionary<string, IReadOnlyList<ListEntry>> _lists;
    private readonly RegionCatalog _regions;

    private RepatriationReference(string folder, RegionCatalog regions)
    {
        _regions = regions;
        _lists = JsonSerializer.Deserialize<ListsShape>(File.ReadAllText(Path.Combine(folder, "lists.json")), Json)?.Lists ?? throw new InvalidDataException("lists.json is empty.");
        MigrantField[] fields = [.. MigrantFields.Person, .. MigrantFields.HandOver, .. MigrantFields.Missed, .. MigrantFields.Visit];
        var missing = fields.Select(f => f.List).OfType<string>().Concat([OpeningReasons, PrintReasons]).Where(l => l != MigrantFields.Districts && !_lists.ContainsKey(l)).ToList();
        if (missing.Count > 0)
        {
            throw new InvalidDataException("data/repatriation/lists.json lacks " + string.Join(", ", missing));
        }
    }

    public static RepatriationReference Load(string referencePath, RegionCatalog regions) => new(Path.Combine(referencePath, "repatriation"), regions);

    public IReadOnlyList<ListEntry> List(string list) => _lists[list];

    public bool Knows(string list, string code) => _lists[list].Any(e => e.Code == code);

    public string Name(string list, string code) => _lists[list].FirstOrDefault(e => e.Code == code)?.Name ?? code;

    /// <summary>What a field of choices offers; districts are those of the agency's regency.</summary>
    public IReadOnlyList<ListEntry> Options(MigrantField field, AgencyProfile agency) => field.List switch
    {
        null => [],
        MigrantFields.Districts => [.. _regions.DistrictsOf(agency.RegencyCode).OrderBy(d => d.Name, StringComparer.Ordinal).Select(d => new ListEntry(d.Code, d.Name))],
        var list => _lists[list],
    };

    /// <summary>An answer in words.</summary>
    public string Say(MigrantField field, string value) => field.Kind switch
    {
        _ when value.Length == 0 => "–",
        MigrantFieldKind.Choice when field.List == MigrantFields.Districts => District(value),
        MigrantFieldKind.Choice => Name(field.List!, value),
        MigrantFieldKind.Date when Migrant.Day(new Dictionary<string, string> { [""] = value }, "") is { } day => IndonesianDates.Short(day),
        _ => value,
    };

    public string District(string code) => _regions.District(code)?.Name ?? code;

    private sealed record ListsShape(Dictionary<string, IReadOnlyList<ListEntry>> Lists);
}
