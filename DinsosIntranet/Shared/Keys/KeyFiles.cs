namespace DinsosIntranet.Shared.Keys;

/// <summary>One key as its file and an export write it.</summary>
internal sealed record KeyFile(string Id, string Purpose, DateTime CreatedUtc, byte[] Material)
{
    public static KeyFile From(RingKey key) => new(key.Id, key.Purpose.Code(), key.CreatedUtc, key.Material.ToArray());

    public RingKey ToKey() => KeyPurposes.FromCode(Purpose) is { } purpose && IsSafeId(Id) && Material.Length >= 32
        ? new RingKey(Id, purpose, CreatedUtc, Material)
        : throw new KeyRingException($"Kunci {Id} tidak dikenal jenisnya atau rusak. Pulihkan folder kunci dari ekspor.");

    /// <summary>An id becomes a file name, and an export may come from anywhere.</summary>
    private static bool IsSafeId(string id) => id.Length is > 0 and <= 64 && id.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-');
}

/// <summary>Which keys there must be, and which one of each purpose is used for new things.</summary>
internal sealed record KeyManifest(Dictionary<string, string> Current, Dictionary<string, string> Fingerprints);

/// <summary>What an export holds inside its encryption.</summary>
internal sealed record KeyExportContent(Dictionary<string, string> Current, List<KeyFile> Keys)
{
    /// <summary>Content keys that were destroyed; null in an export made before there were any.</summary>
    public List<string>? Destroyed { get; init; }
}

/// <summary>All keys at one moment; replaced as a whole, so that readers need no lock.</summary>
internal sealed record KeyRingState(IReadOnlyDictionary<string, RingKey> Keys, IReadOnlyDictionary<KeyPurpose, string> Current)
{
    public static KeyRingState Empty { get; } = new(new Dictionary<string, RingKey>(), new Dictionary<KeyPurpose, string>());

    /// <summary>Ids of content keys that were destroyed. Nothing is ever taken off this list.</summary>
    public IReadOnlySet<string> Destroyed { get; init; } = new HashSet<string>();

    public KeyRingState With(RingKey key) => this with
    {
        Keys = new Dictionary<string, RingKey>(Keys) { [key.Id] = key },
        Current = new Dictionary<KeyPurpose, string>(Current) { [key.Purpose] = key.Id },
    };

    public KeyRingState WithDestroyed(IEnumerable<string> ids) => this with { Destroyed = new HashSet<string>([.. Destroyed, .. ids]) };
}
