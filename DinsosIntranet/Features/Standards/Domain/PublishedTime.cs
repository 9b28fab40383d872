using System.Text.Json.Serialization;

namespace DinsosIntranet.Features.Standards.Domain;

/// <summary>What starts a clock.</summary>
public enum ClockStart
{
    /// <summary>The first contact, complete or not.</summary>
    [JsonStringEnumMemberName("diterima")] Received,

    /// <summary>All mandatory requirements are there.</summary>
    [JsonStringEnumMemberName("lengkap")] Complete,
}

/// <summary>A length of time in the unit it was published in; <paramref name="Amount"/> is null with "tanpa-batas" only.</summary>
public sealed record PublishedTime(string Unit, int? Amount = null)
{
    public string Words => Amount is null ? PublishedUnits.Name(Unit) : $"{Amount} {PublishedUnits.Name(Unit)}";
}

/// <summary>
/// The time a standard promises. Manggarai Timur publishes a least and a most ("30 Menit - 7 Hari"), Banjarnegara none
/// at all ("Menyesuaikan Kebutuhan"), the others a most.
/// </summary>
/// <remarks>
/// <paramref name="Until"/>: the step whose completion ends the promise; null: the end of the request. Lebak's 60 minutes for a
/// repatriation cannot hold the journey, so they end when the escort team is formed. A request that ends earlier ends its promise too.
/// <paramref name="Published"/>: the words as published.
/// </remarks>
public sealed record ServicePromise(PublishedTime Most, ClockStart CountedFrom, string Published, PublishedTime? Least = null, string? Until = null);

/// <summary>
/// A limit the law sets beside the promise, with a clock of its own.
/// </summary>
/// <remarks>
/// Without <paramref name="Pauses"/> it runs on while the promise is paused.
/// <paramref name="Extension"/>: may be added once, with written reasons.
/// <paramref name="Basis"/>: the law, for the screen.
/// </remarks>
public sealed record LegalLimit(
    string Name,
    int Amount,
    string Unit,
    ClockStart CountedFrom,
    bool Pauses,
    string Basis,
    string? Until = null,
    PublishedTime? Extension = null);

/// <summary>The units a time can be published in.</summary>
public static class PublishedUnits
{
    public const string Unlimited = "tanpa-batas";

    // The rough length of one unit in minutes serves one question only: is "least" really less than "most"?
    private static readonly Dictionary<string, (string Name, int RoughMinutes)> Known = new()
    {
        ["menit-kerja"] = ("menit kerja", 1),
        ["jam-kerja"] = ("jam kerja", 60),
        ["hari-kerja"] = ("hari kerja", 450),
        ["hari-kalender"] = ("hari kalender", 1440),
        ["jam-kalender"] = ("jam kalender", 60),
        [Unlimited] = ("tanpa batas waktu", int.MaxValue),
    };

    public static bool IsKnown(string unit) => Known.ContainsKey(unit);

    public static string Name(string unit) => Known[unit].Name;

    /// <summary>Whether the first is shorter than the second, near enough to find a mistake in a file.</summary>
    public static bool IsShorter(PublishedTime first, PublishedTime second) => RoughMinutes(first) < RoughMinutes(second);

    private static long RoughMinutes(PublishedTime time) => (long)Known[time.Unit].RoughMinutes * (time.Amount ?? 1);
}
