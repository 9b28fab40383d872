namespace DinsosIntranet.Shared.Keys;

/// <summary>What a master key may be used for. A key never serves two purposes, so the loss of one harms one thing only.</summary>
public enum KeyPurpose
{
    /// <summary>Wraps the key of each stored file.</summary>
    Files,
    /// <summary>Encrypts single fields and drafts.</summary>
    Fields,
    /// <summary>Seals the rows of the audit trail.</summary>
    AuditTrail,
    /// <summary>Makes encrypted values searchable for equality.</summary>
    BlindIndex,
    /// <summary>Signs the QR payload of issued letters (ECDSA P-256).</summary>
    Verification,
}

/// <summary>The names of the purposes in key ids and key files.</summary>
public static class KeyPurposes
{
    public static IReadOnlyList<KeyPurpose> All { get; } = Enum.GetValues<KeyPurpose>();

    public static string Code(this KeyPurpose purpose) => purpose switch
    {
        KeyPurpose.Files => "berkas",
        KeyPurpose.Fields => "isian",
        KeyPurpose.AuditTrail => "jejak",
        KeyPurpose.BlindIndex => "indeks",
        KeyPurpose.Verification => "verifikasi",
        _ => throw new ArgumentOutOfRangeException(nameof(purpose)),
    };

    public static KeyPurpose? FromCode(string code)
    {
        foreach (var purpose in All)
        {
            if (purpose.Code() == code)
            {
                return purpose;
            }
        }

        return null;
    }
}
