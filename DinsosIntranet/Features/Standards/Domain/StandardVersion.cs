using System.Security.Cryptography;
using System.Text;

namespace DinsosIntranet.Features.Standards.Domain;

/// <summary>
/// One version of a service standard, kept whole and never changed: a request keeps the version it started under. From
/// when it counts is the <see cref="StandardSchedule"/>'s business.
/// </summary>
public sealed class StandardVersion
{
    public const int CodeMaxLength = 60;
    public const int TitleMaxLength = 300;

    public required Guid Id { get; init; }

    public required string Code { get; init; }

    public required int VersionNumber { get; init; }

    public required string Title { get; init; }

    /// <summary>The file as it was read, letter for letter.</summary>
    public required string Json { get; init; }

    /// <summary>SHA-256 of <see cref="Json"/> (UTF-8) in lower-case hex.</summary>
    public required string Sha256 { get; init; }

    public required DateTime ImportedAt { get; init; }

    /// <summary>Who imported it; null for one read from the data folder at start.</summary>
    public Guid? ImportedById { get; init; }

    /// <summary>Their name at that time; null for one read at start.</summary>
    public string? ImportedBy { get; init; }

    public static string HashOf(string json) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(json)));
}
