using System.Text;

namespace DinsosIntranet.Shared.Regions;

/// <summary>
/// Provinces, regencies and districts of Indonesia and the villages of the regencies that were loaded, keyed by the codes of
/// the Ministry of Home Affairs (<c>PP.KK.CC.VVVV</c>, with or without dots; not the codes of BPS). Names repeat across the
/// country, so a name is only ever looked for inside the region above it. Data: Indonesian Area Data, ODbL 1.0.
/// </summary>
public sealed class RegionCatalog
{
    private readonly Dictionary<string, Province> _provinces;
    private readonly Dictionary<string, Regency> _regencies;
    private readonly Dictionary<string, District> _districts;
    private readonly Dictionary<string, Village> _villages;
    private readonly ILookup<string, District> _districtsOf;
    private readonly ILookup<string, Village> _villagesOf;

    private RegionCatalog(
        IReadOnlyList<Province> provinces,
        IReadOnlyList<Regency> regencies,
        IReadOnlyList<District> districts,
        IReadOnlyList<Village> villages)
    {
        Provinces = provinces;
        Regencies = regencies;
        _provinces = provinces.ToDictionary(p => Digits(p.Code));
        _regencies = regencies.ToDictionary(r => Digits(r.Code));
        _districts = districts.ToDictionary(d => Digits(d.Code));
        _villages = villages.ToDictionary(v => Digits(v.Code));
        _districtsOf = districts.ToLookup(d => Digits(d.RegencyCode));
        _villagesOf = villages.ToLookup(v => Digits(v.DistrictCode));
    }

    public IReadOnlyList<Province> Provinces { get; }

    public IReadOnlyList<Regency> Regencies { get; }

    /// <summary>Reads the four CSV files of the folder; meant to be done once, at start.</summary>
    public static RegionCatalog Load(string folder) => new(
        Read(folder, "provinces.csv", 2, f => new Province(f[0], f[1])),
        Read(folder, "regencies.csv", 3, f => new Regency(f[0], f[1], f[2])),
        Read(folder, "districts.csv", 3, f => new District(f[0], f[1], f[2])),
        Read(folder, "villages.csv", 3, f => new Village(f[0], f[1], f[2])));

    public Province? Province(string code) => _provinces.GetValueOrDefault(Digits(code));

    public Regency? Regency(string code) => _regencies.GetValueOrDefault(Digits(code));

    public District? District(string code) => _districts.GetValueOrDefault(Digits(code));

    public Village? Village(string code) => _villages.GetValueOrDefault(Digits(code));

    public IEnumerable<District> DistrictsOf(string regencyCode) => _districtsOf[Digits(regencyCode)];

    public IEnumerable<Village> VillagesOf(string districtCode) => _villagesOf[Digits(districtCode)];

    /// <summary>"Desa Parage, Kec. Cikulur, Kab. Lebak"; a code of a higher level gives the shorter form, an unknown one itself.</summary>
    public string Describe(string code)
    {
        if (Village(code) is { } village)
        {
            return $"{village.AddressName}, {Describe(village.DistrictCode)}";
        }

        if (District(code) is { } district)
        {
            return $"Kec. {district.Name}, {Describe(district.RegencyCode)}";
        }

        return Regency(code)?.AddressName ?? Province(code)?.Name ?? code;
    }

    public RegionMatch<Regency>? FindRegency(string name) => RegionNames.Find(Regencies, r => r.ShortName, name);

    public RegionMatch<District>? FindDistrict(string regencyCode, string name) => RegionNames.Find(DistrictsOf(regencyCode), d => d.Name, name);

    public RegionMatch<Village>? FindVillage(string districtCode, string name) => RegionNames.Find(VillagesOf(districtCode), v => v.Name, name);

    private static string Digits(string code) => code.Replace(".", string.Empty, StringComparison.Ordinal);

    private static List<T> Read<T>(string folder, string file, int fields, Func<IReadOnlyList<string>, T> create)
    {
        var rows = new List<T>();
        var number = 1;
        foreach (var line in File.ReadLines(Path.Combine(folder, file)).Skip(1))
        {
            number++;
            var row = Split(line);
            if (row.Count != fields)
            {
                throw new InvalidDataException($"{file}, line {number}: expected {fields} fields, found {row.Count}.");
            }

            rows.Add(create(row));
        }

        return rows;
    }

    /// <summary>One CSV line; a quoted field may hold commas and doubled quotes (<c>"Ra""as"</c>).</summary>
    private static List<string> Split(string line)
    {
        var fields = new List<string>();
        var field = new StringBuilder();
        var quoted = false;
        for (var i = 0; i < line.Length; i++)
        {
            if (line[i] == '"' && quoted && i + 1 < line.Length && line[i + 1] == '"')
            {
                field.Append('"');
                i++;
            }
            else if (line[i] == '"')
            {
                quoted = !quoted;
            }
            else if (line[i] == ',' && !quoted)
            {
                fields.Add(field.ToString());
                field.Clear();
            }
            else
            {
                field.Append(line[i]);
            }
        }

        fields.Add(field.ToString());
        return fields;
    }
}
