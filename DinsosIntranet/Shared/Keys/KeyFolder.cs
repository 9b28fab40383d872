using System.Text.Json;
using DinsosIntranet.Shared.Files;

namespace DinsosIntranet.Shared.Keys;

/// <summary>
/// The keys folder on disk: one file per key and a manifest that is written last. The manifest is what tells a lost key
/// from a key that never was.
/// </summary>
internal sealed class KeyFolder
{
    private const string ManifestName = "cincin.json";
    private const string DestroyedName = "dimusnahkan.json";
    private const string LockName = ".gembok";
    public const string KeyExtension = ".kunci";
    private static readonly TimeSpan LockPatience = TimeSpan.FromSeconds(10);

    private readonly string _folder;

    public KeyFolder(string folder)
    {
        if (!Path.IsPathFullyQualified(folder))
        {
            throw new KeyRingException($"Folder kunci harus ditulis lengkap, bukan \"{folder}\".");
        }

        _folder = folder;
        PrivateFolder.Ensure(folder);
    }

    /// <summary>Keeps a second process (another instance, a command-line verb) from creating or rotating keys at the same time.</summary>
    public FileStream Lock()
    {
        var path = Path.Combine(_folder, LockName);
        var deadline = Environment.TickCount64 + (long)LockPatience.TotalMilliseconds;
        while (true)
        {
            try
            {
                return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException) when (Environment.TickCount64 < deadline)
            {
                Thread.Sleep(20);
            }
            catch (IOException problem)
            {
                throw new KeyRingException("Folder kunci sedang dipakai proses lain.", problem);
            }
        }
    }

    public KeyRingState Load()
    {
        var keys = new Dictionary<string, RingKey>();
        foreach (var path in Directory.EnumerateFiles(_folder, "*" + KeyExtension).Order(StringComparer.Ordinal))
        {
            PrivateFolder.EnsureFile(path);
            var key = Read<KeyFile>(path).ToKey();
            keys[key.Id] = key;
        }

        var manifestPath = Path.Combine(_folder, ManifestName);
        if (!File.Exists(manifestPath))
        {
            // The first start was interrupted before its manifest: nothing was encrypted yet, any key of a purpose will do.
            var newest = keys.Values.GroupBy(k => k.Purpose).ToDictionary(g => g.Key, g => g.MaxBy(k => k.CreatedUtc)!.Id);
            return new KeyRingState(keys, newest) { Destroyed = LoadDestroyed() };
        }

        var manifest = Read<KeyManifest>(manifestPath);
        foreach (var (id, fingerprint) in manifest.Fingerprints)
        {
            if (!keys.TryGetValue(id, out var key))
            {
                throw new KeyMissingException($"Kunci {id} hilang dari folder {_folder}. Pulihkan dari ekspor kunci sebelum memulai program.");
            }

            if (key.Fingerprint() != fingerprint)
            {
                throw new KeyRingException($"Kunci {id} di folder {_folder} berubah atau rusak. Pulihkan dari ekspor kunci sebelum memulai program.");
            }
        }

        return new KeyRingState(keys, ReadCurrent(manifest.Current, keys)) { Destroyed = LoadDestroyed() };
    }

    public void Save(KeyRingState state)
    {
        foreach (var key in state.Keys.Values)
        {
            var path = Path.Combine(_folder, key.Id + KeyExtension);
            if (!File.Exists(path))
            {
                AtomicFile.Write(path, JsonSerializer.SerializeToUtf8Bytes(KeyFile.From(key)));
            }
        }

        var manifest = new KeyManifest(
            state.Current.ToDictionary(p => p.Key.Code(), p => p.Value),
            state.Keys.Values.ToDictionary(k => k.Id, k => k.Fingerprint()));
        AtomicFile.Write(Path.Combine(_folder, ManifestName), JsonSerializer.SerializeToUtf8Bytes(manifest));
        if (state.Destroyed.Count > 0)
        {
            AtomicFile.Write(Path.Combine(_folder, DestroyedName), JsonSerializer.SerializeToUtf8Bytes(state.Destroyed.Order(StringComparer.Ordinal)));
        }
    }

    internal static Dictionary<KeyPurpose, string> ReadCurrent(Dictionary<string, string> current, Dictionary<string, RingKey> keys)
    {
        var result = new Dictionary<KeyPurpose, string>();
        foreach (var (code, id) in current)
        {
            if (KeyPurposes.FromCode(code) is not { } purpose || !keys.TryGetValue(id, out var key) || key.Purpose != purpose)
            {
                throw new KeyRingException($"Daftar kunci menunjuk {id} untuk {code}, yang tidak ada.");
            }

            result[purpose] = id;
        }

        return result;
    }

    private HashSet<string> LoadDestroyed()
    {
        var path = Path.Combine(_folder, DestroyedName);
        return File.Exists(path) ? Read<HashSet<string>>(path) : [];
    }

    private static T Read<T>(string path)
    {
        try
        {
            return JsonSerializer.Deserialize<T>(File.ReadAllBytes(path)) ?? throw new JsonException("null");
        }
        catch (JsonException problem)
        {
            throw new KeyRingException($"Berkas kunci {path} rusak. Pulihkan dari ekspor kunci.", problem);
        }
    }
}
