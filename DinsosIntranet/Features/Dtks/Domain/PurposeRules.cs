namespace DinsosIntranet.Features.Dtks.Domain;

/// <summary>What a purpose says about a decile. Nothing here refuses: the signer decides.</summary>
public static class PurposeRules
{
    /// <summary>A warning where the family stands above the decile the purpose is meant for, else null.</summary>
    public static string? DecileWarning(int? maximum, int? decile) => decile > maximum
        ? $"Desil {decile} melebihi batas tujuan ini ({maximum}). Penanda tangan yang memutuskan."
        : null;

    /// <summary>"Keperluan lainnya (30 hari)"; a name that ends in brackets gets no second pair: "KIP Kuliah (KIP-K), desil 1–5, 90 hari".</summary>
    public static string Label(string name, int? maximumDecile, int? daysValid)
    {
        var limits = string.Join(", ", new[] { maximumDecile is null ? null : $"desil 1–{maximumDecile}", daysValid is null ? null : $"{daysValid} hari" }.OfType<string>());
        return limits.Length == 0 ? name : name.EndsWith(')') ? $"{name}, {limits}" : $"{name} ({limits})";
    }
}
