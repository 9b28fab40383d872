namespace DinsosIntranet.Shared.Regions;

public sealed record Province(string Code, string Name);

/// <summary>A kabupaten or kota; <see cref="Name"/> is the full one ("Kabupaten Lebak", "Kota Serang").</summary>
public sealed record Regency(string Code, string ProvinceCode, string Name)
{
    private const string Kabupaten = "Kabupaten ";

    private bool IsKabupaten => Name.StartsWith(Kabupaten, StringComparison.Ordinal);

    /// <summary>"Kab. Lebak", "Kota Serang".</summary>
    public string AddressName => IsKabupaten ? "Kab. " + ShortName : Name;

    /// <summary>"Lebak", "Kota Serang": a kota keeps its word, because the kabupaten often has the same name.</summary>
    public string ShortName => IsKabupaten ? Name[Kabupaten.Length..] : Name;
}

public sealed record District(string Code, string RegencyCode, string Name);

public enum VillageKind
{
    Kelurahan,
    Desa,
    /// <summary>Customary village, in Papua.</summary>
    DesaAdat,
}

public sealed record Village(string Code, string DistrictCode, string Name)
{
    /// <summary>The first digit of the village part of the code, the seventh in all, tells the kind.</summary>
    public VillageKind Kind => Code[^4] switch
    {
        '1' => VillageKind.Kelurahan,
        '3' => VillageKind.DesaAdat,
        _ => VillageKind.Desa,
    };

    /// <summary>"Desa Parage", "Kel. Cijoro Pasir".</summary>
    public string AddressName => Kind == VillageKind.Kelurahan ? "Kel. " + Name : "Desa " + Name;
}

/// <summary>A region found by its name; not exact where one letter differed.</summary>
public sealed record RegionMatch<T>(T Region, bool IsExact);
