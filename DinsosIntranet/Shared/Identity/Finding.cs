namespace DinsosIntranet.Shared.Identity;

public enum FindingLevel
{
    /// <summary>Cannot be saved.</summary>
    Error,
    /// <summary>Can be saved with a reason ("NIK sesuai KTP, data lama").</summary>
    OverridableError,
    /// <summary>Shown, never blocks.</summary>
    Warning,
    /// <summary>Good to know.</summary>
    Info,
}

/// <summary>What a check found in an entered number or name: how grave, and the sentence for the user.</summary>
public sealed record Finding(FindingLevel Level, string Message);

public static class Findings
{
    public static bool HasError(this IEnumerable<Finding> findings) => findings.Any(f => f.Level == FindingLevel.Error);

    /// <summary>Whether the value may be saved: no error, and where an error can be overridden, a reason was given.</summary>
    public static bool AllowSaving(this IEnumerable<Finding> findings, string? reason) => findings.All(f => f.Level switch
    {
        FindingLevel.Error => false,
        FindingLevel.OverridableError => !string.IsNullOrWhiteSpace(reason),
        _ => true,
    });
}
