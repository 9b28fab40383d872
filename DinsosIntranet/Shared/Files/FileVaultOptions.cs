using System.ComponentModel.DataAnnotations;

namespace DinsosIntranet.Shared.Files;

/// <summary>Where uploads lie and how big one may be.</summary>
public sealed class FileVaultOptions
{
    public const string Section = "Berkas";

    public const long DefaultMaxBytes = 5 * 1024 * 1024;

    /// <summary>An absolute folder; the start-up code resolves a relative setting, never the working folder.</summary>
    [Required(ErrorMessage = "Berkas:Folder belum diisi.")]
    public string Folder { get; set; } = "";

    [Range(typeof(long), "65536", "209715200", ErrorMessage = "Berkas:MaxBytes antara 65536 dan 209715200.")]
    public long MaxBytes { get; set; } = DefaultMaxBytes;
}
