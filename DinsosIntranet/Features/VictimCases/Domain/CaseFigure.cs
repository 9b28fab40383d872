namespace DinsosIntranet.Features.VictimCases.Domain;

/// <summary>
/// What a case counts as in the recap: one row a case, made with it. The codes are kept only while the consent to use the data
/// without names holds, encrypted under the master key and bound to this row: whoever has the database reads no age beside
/// a district. They outlive the key of the case, so that figures stay right after its content was destroyed.
/// </summary>
public sealed class CaseFigure
{
    /// <summary>The case.</summary>
    public required Guid Id { get; init; }

    /// <summary>First day of the month the violence was reported in.</summary>
    public required DateOnly Month { get; set; }

    /// <summary>Envelope of a <see cref="CodedCase"/>; null without consent.</summary>
    public string? Payload { get; set; }

    public required Guid Version { get; set; }
}
