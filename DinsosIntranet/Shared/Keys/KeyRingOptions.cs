using System.ComponentModel.DataAnnotations;

namespace DinsosIntranet.Shared.Keys;

/// <summary>Where the master keys lie. The folder must not be part of a database backup: whoever has both can read everything.</summary>
public sealed class KeyRingOptions
{
    public const string Section = "Kunci";

    /// <summary>An absolute folder; the start-up code resolves a relative setting, never the working folder.</summary>
    [Required(ErrorMessage = "Kunci:Folder belum diisi.")]
    public string Folder { get; set; } = "";
}
