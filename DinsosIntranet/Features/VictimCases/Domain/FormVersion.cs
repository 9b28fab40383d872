namespace DinsosIntranet.Features.VictimCases.Domain;

/// <summary>
/// What Form A, B and C were from a moment on, until the next version. Versions are only added; the forms that came with the
/// program are version 0 and stand in no row.
/// </summary>
public sealed class FormVersion
{
    public required Guid Id { get; init; }

    /// <summary>From 1, without gaps.</summary>
    public required int Number { get; init; }

    /// <summary>The forms with their titles and parts, as JSON.</summary>
    public required string Content { get; init; }

    public required DateTime SavedAt { get; init; }

    public required string SavedByText { get; init; }
}
