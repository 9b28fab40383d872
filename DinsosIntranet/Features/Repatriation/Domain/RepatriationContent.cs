using System.Globalization;

namespace DinsosIntranet.Features.Repatriation.Domain;

/// <summary>What is told of the people of one journey.</summary>
public sealed record RepatriationContent
{
    /// <summary>How whoever reported can be reached.</summary>
    public string Contact { get; init; } = "";

    public List<Migrant> Migrants { get; init; } = [];
}

/// <summary>Somebody to be brought home; values by the codes of <see cref="MigrantFields"/>.</summary>
public sealed record Migrant
{
    public required Guid Id { get; init; }

    public Dictionary<string, string> Values { get; init; } = [];

    /// <summary>To whom and in what condition they were handed over; null while they were not.</summary>
    public Dictionary<string, string>? HandOver { get; init; }

    /// <summary>Why they did not arrive; null where they did, or may still.</summary>
    public Dictionary<string, string>? Missed { get; init; }

    public string this[string code] => Values.GetValueOrDefault(code, "");

    /// <summary>Handed over, or said not to arrive.</summary>
    public bool IsSettled => HandOver is not null || Missed is not null;

    public bool IsMinor => this[MigrantFields.Minor] == MigrantFields.Yes;

    /// <summary>Whether they were there at the point of debarkation, as far as is known.</summary>
    public bool WasMet => Missed?.GetValueOrDefault(MigrantFields.MissedReason) != MigrantFields.NeverCame;

    /// <summary>Only what an escort needs.</summary>
    public Migrant ForEscort() => this with { Values = Values.Where(v => MigrantFields.ForEscort.Contains(v.Key)).ToDictionary(v => v.Key, v => v.Value) };

    public static DateOnly? Day(IReadOnlyDictionary<string, string> values, string code) =>
        DateOnly.TryParseExact(values.GetValueOrDefault(code), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    public static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
