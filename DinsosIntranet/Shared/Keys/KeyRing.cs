using System.Security.Cryptography;

namespace DinsosIntranet.Shared.Keys;

/// <summary>
/// The master keys, kept in a folder outside the database. New things use the current key of a purpose; older keys stay
/// for reading what they wrote. Safe for use by many threads and by several processes on one folder.
/// </summary>
public sealed class KeyRing
{
    private readonly KeyFolder _folder;
    private readonly TimeProvider _time;
    private readonly Lock _writing = new();
    private volatile KeyRingState _state;

    private KeyRing(KeyFolder folder, TimeProvider time, KeyRingState state, bool wasCreated)
    {
        _folder = folder;
        _time = time;
        _state = state;
        WasCreated = wasCreated;
    }

    /// <summary>
    /// True when the folder held no key before. With a database that already has content this means the keys are lost, and
    /// the start must stop instead of going on with new ones.
    /// </summary>
    public bool WasCreated { get; }

    /// <summary>Whether the folder holds any key, without opening it, which would create them.</summary>
    public static bool HasKeys(KeyRingOptions options) =>
        Directory.Exists(options.Folder) && Directory.EnumerateFiles(options.Folder, "*" + KeyFolder.KeyExtension).Any();

    /// <summary>Opens the folder, and creates it and the keys that are not there yet.</summary>
    public static KeyRing Open(KeyRingOptions options, TimeProvider time)
    {
        var folder = new KeyFolder(options.Folder);
        using var gate = folder.Lock();
        var loaded = folder.Load();
        var state = loaded;
        foreach (var purpose in KeyPurposes.All.Where(p => !loaded.Current.ContainsKey(p)))
        {
            state = state.With(RingKey.Create(purpose, time.GetUtcNow().UtcDateTime));
        }

        if (!ReferenceEquals(state, loaded))
        {
            folder.Save(state);
        }

        return new KeyRing(folder, time, state, loaded.Keys.Count == 0);
    }

    /// <summary>The key for new things of this purpose.</summary>
    public RingKey Current(KeyPurpose purpose)
    {
        var state = _state;
        return state.Keys[state.Current[purpose]];
    }

    /// <summary>All keys of a purpose, the current one first, then from new to old.</summary>
    public IReadOnlyList<RingKey> All(KeyPurpose purpose)
    {
        var state = _state;
        var current = state.Current[purpose];
        return [.. state.Keys.Values.Where(k => k.Purpose == purpose).OrderByDescending(k => k.Id == current).ThenByDescending(k => k.CreatedUtc)];
    }

    /// <summary>The key with this id, or null. Looks into the folder once more, because another instance may have rotated.</summary>
    public RingKey? Find(string id)
    {
        if (_state.Keys.TryGetValue(id, out var key))
        {
            return key;
        }

        lock (_writing)
        {
            _state = _folder.Load();
            return _state.Keys.GetValueOrDefault(id);
        }
    }

    /// <summary>The key with this id and purpose; throws <see cref="KeyMissingException"/> where there is none.</summary>
    public RingKey Get(string id, KeyPurpose purpose)
    {
        var key = Find(id);
        return key?.Purpose == purpose
            ? key
            : throw new KeyMissingException($"Kunci {id} untuk {purpose.Code()} tidak ada di folder kunci. Pulihkan dari ekspor kunci.");
    }

    /// <summary>Makes a new current key; what older keys wrote stays readable.</summary>
    public RingKey Rotate(KeyPurpose purpose)
    {
        lock (_writing)
        {
            using var gate = _folder.Lock();
            var key = RingKey.Create(purpose, _time.GetUtcNow().UtcDateTime);
            var state = _folder.Load().With(key);
            _folder.Save(state);
            _state = state;
            return key;
        }
    }

    /// <summary>
    /// Writes down that a content key (that of one case) is gone for good. The list lies with the keys, outside the database and
    /// in every export: neither an older database nor an older export brings back what was destroyed.
    /// </summary>
    public void MarkDestroyed(string contentKeyId)
    {
        lock (_writing)
        {
            using var gate = _folder.Lock();
            var state = _folder.Load().WithDestroyed([contentKeyId]);
            _folder.Save(state);
            _state = state;
        }
    }

    public bool IsDestroyed(string contentKeyId) => _state.Destroyed.Contains(contentKeyId);

    /// <summary>The current private key for letter verification; the caller disposes it.</summary>
    public ECDsa OpenSigningKey() => OpenVerificationKey(Current(KeyPurpose.Verification).Id);

    /// <summary>A key pair for letter verification, current or older; the caller disposes it.</summary>
    public ECDsa OpenVerificationKey(string id)
    {
        var pair = ECDsa.Create();
        try
        {
            pair.ImportPkcs8PrivateKey(Get(id, KeyPurpose.Verification).Material.Span, out _);
            return pair;
        }
        catch
        {
            pair.Dispose();
            throw;
        }
    }

    /// <summary>Writes all keys, encrypted under a passphrase, for the agency's safe.</summary>
    public void Export(Stream target, string passphrase)
    {
        var state = _state;
        var content = new KeyExportContent(
            state.Current.ToDictionary(p => p.Key.Code(), p => p.Value),
            [.. state.Keys.Values.OrderBy(k => k.CreatedUtc).ThenBy(k => k.Id, StringComparer.Ordinal).Select(KeyFile.From)])
        {
            Destroyed = [.. state.Destroyed.Order(StringComparer.Ordinal)],
        };
        KeyExport.Write(target, passphrase, content);
    }

    /// <summary>
    /// Adds the keys of an export. Nothing is ever removed. A current key that is new here becomes current (a fresh machine
    /// takes up the old work); one already known does not (an old export must not undo a rotation).
    /// </summary>
    public void Restore(Stream source, string passphrase)
    {
        var content = KeyExport.Read(source, passphrase);
        lock (_writing)
        {
            using var gate = _folder.Lock();
            var here = _folder.Load();
            var keys = new Dictionary<string, RingKey>(here.Keys);
            foreach (var key in content.Keys.Select(k => k.ToKey()))
            {
                if (keys.TryGetValue(key.Id, out var known) && known.Fingerprint() != key.Fingerprint())
                {
                    throw new KeyRingException($"Kunci {key.Id} di ekspor berbeda dengan yang ada di sini. Tidak ada yang dipulihkan.");
                }

                keys.TryAdd(key.Id, key);
            }

            var current = new Dictionary<KeyPurpose, string>(here.Current);
            foreach (var (purpose, id) in KeyFolder.ReadCurrent(content.Current, keys).Where(p => !here.Keys.ContainsKey(p.Value)))
            {
                current[purpose] = id;
            }

            var state = (here with { Keys = keys, Current = current }).WithDestroyed(content.Destroyed ?? []);
            _folder.Save(state);
            _state = state;
        }
    }
}
