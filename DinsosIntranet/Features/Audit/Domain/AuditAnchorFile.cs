using System.Text.Json;
using DinsosIntranet.Shared.Files;

namespace DinsosIntranet.Features.Audit.Domain;

/// <summary>
/// Keeps the end of the trail in a file beside the keys, where somebody with the database alone cannot reach it. Written
/// after each commit; a crash in between leaves it some rows behind, which is no fault: rows after the anchor are fine.
/// </summary>
public sealed class AuditAnchorFile(string path)
{
    public const string FileName = "jangkar-jejak.json";

    private readonly Lock _writing = new();

    /// <summary>The last known end, or null before the first row.</summary>
    public AuditAnchor? Read()
    {
        if (!File.Exists(path))
        {
            return null;
        }

        try
        {
            var anchor = JsonSerializer.Deserialize<AuditAnchor>(File.ReadAllBytes(path));
            return anchor is { Sequence: >= 0, Hash.Length: AuditRecord.HashLength } ? anchor : throw new JsonException("incomplete");
        }
        catch (JsonException problem)
        {
            throw new InvalidDataException($"Jangkar jejak {path} rusak. Akhir jejak tidak dapat dipastikan.", problem);
        }
    }

    /// <summary>Moves the anchor forward. An older end is ignored, because commits may report out of order.</summary>
    public void Advance(AuditAnchor anchor)
    {
        lock (_writing)
        {
            if (Read() is not { } known || known.Sequence < anchor.Sequence)
            {
                Write(anchor);
            }
        }
    }

    /// <summary>Sets the anchor to a given end, also backwards: only for a deliberate restore of an older backup.</summary>
    public void Reset(AuditAnchor anchor)
    {
        lock (_writing)
        {
            Write(anchor);
        }
    }

    private void Write(AuditAnchor anchor) => AtomicFile.Write(path, JsonSerializer.SerializeToUtf8Bytes(anchor));
}
