namespace DinsosIntranet.Features.Standards.Domain;

/// <summary>
/// One version of a service standard, kept whole and never changed: a request keeps the version it started under.
/// Importing the same text again changes nothing; another text under the same version number is refused.
/// </summary>
public sealed class StandardVersion
{
    public const int CodeMaxLength = 60;

    public required Guid Id { get; init; }

    public required string Code { get; init; }

    public required int VersionNumber { get; init; }

    public required string Title { get; init; }

    /// <summary>The file as it was read, byte for byte.</summary>
    public required string Json { get; init; }

    /// <summary>SHA-256 of <see cref="Json"/> in lower-case hex.</summary>
    public required string Sha256 { get; init; }

    public required DateTime ImportedAt { get; init; }

    /// <summary>The first day on which new requests start under this version.</summary>
    public required DateOnly ActiveFrom { get; init; }
}
