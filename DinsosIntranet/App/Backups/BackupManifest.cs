using System.Text.RegularExpressions;
using DinsosIntranet.Features.Audit.Domain;

namespace DinsosIntranet.App.Backups;

/// <summary>One file of a backup, with what tells whether it came back unchanged.</summary>
internal sealed record BackupFile(string Name, long Length, string Sha256);

/// <summary>
/// The list at the end of a backup. <paramref name="TrailEnd"/> is the end of the trail in the copied database: a restore
/// checks the chain up to there.
/// </summary>
internal sealed record BackupManifest(string Format, DateTime CreatedUtc, AuditAnchor TrailEnd, IReadOnlyList<BackupFile> Files)
{
    public const string CurrentFormat = "dinsos-cadangan-1";
    public const string EntryName = "manifes.json";
}

/// <summary>The names files have inside a backup. Nothing else is ever written to disk, so no archive leads out of the folder.</summary>
internal static partial class BackupNames
{
    public const string Database = "dinsos.db";
    public const string FilesPrefix = "berkas/";
    public const string Keys = "kunci.json";
    public const string Seal = "segel.p12";

    public static bool IsKnown(string name) => name is Database or Keys or Seal || StoredFile().IsMatch(name);

    [GeneratedRegex(@"\Aberkas/[0-9a-f]{2}/[0-9a-f]{2}/[0-9a-f]{32}\z", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex StoredFile();
}

/// <summary>A backup that cannot be made or put back; the message says why and is shown as it is.</summary>
public sealed class BackupException : Exception
{
    public BackupException()
    {
    }

    public BackupException(string message)
        : base(message)
    {
    }

    public BackupException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
