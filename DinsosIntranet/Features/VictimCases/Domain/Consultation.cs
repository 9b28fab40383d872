namespace DinsosIntranet.Features.VictimCases.Domain;

/// <summary>
/// Somebody asked for advice and went again without a case, and without a name: only codes are kept, so that it can be counted and
/// nobody can be found in it.
/// </summary>
public sealed class Consultation
{
    public const int CodeMaxLength = 40;

    public required Guid Id { get; init; }

    /// <summary>The agency's day; the hour would help to recognise who came.</summary>
    public required DateOnly Day { get; init; }

    /// <summary>Code of the list <c>kanal</c>.</summary>
    public required string Channel { get; init; }

    /// <summary>Code of the list <c>topik-konsultasi</c>.</summary>
    public required string Topic { get; init; }

    /// <summary>Code of the list <c>hasil-konsultasi</c>.</summary>
    public required string Result { get; init; }

    public required Guid ById { get; init; }
}
