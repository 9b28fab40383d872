namespace DinsosIntranet.Shared.Ui;

/// <summary>The agency's name as screens show it: "Dinas Sosial", "Kabupaten Lebak", "Kab. Lebak".</summary>
public sealed record AgencyLabel(string Name, string Regency, string RegencyShort)
{
    /// <summary>Before the set-up page was filled in.</summary>
    public static AgencyLabel Unnamed { get; } = new("Dinas Sosial", "", "");

    public string FullName => Regency.Length == 0 ? Name : $"{Name} {Regency}";
}
