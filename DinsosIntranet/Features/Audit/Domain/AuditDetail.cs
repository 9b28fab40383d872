using System.Text.Json;
using DinsosIntranet.Shared.Keys;
using DinsosIntranet.Shared.Text;

namespace DinsosIntranet.Features.Audit.Domain;

/// <summary>One field an act changed; null where it did not exist on that side, or was empty.</summary>
public sealed record AuditChange(string Field, string? Before, string? After);

public sealed record AuditFact(string Name, string? Value);

/// <summary>The stored text of a row, taken apart for display only: what is sealed and checked is the text itself.</summary>
public sealed record AuditDetail(IReadOnlyList<AuditChange> Changes, IReadOnlyList<AuditFact> Facts, string? Reason, string? Origin)
{
    /// <summary>Set where the text cannot be taken apart; then it is shown as it stands.</summary>
    public string? Unreadable { get; private init; }

    public bool IsEmpty => Changes.Count == 0 && Facts.Count == 0 && Reason is null && Origin is null && Unreadable is null;

    /// <summary>What stands where the trail holds ciphertext only.</summary>
    private const string Sealed = "(tersandi)";

    private static readonly Dictionary<string, string> Words = new(StringComparer.Ordinal)
    {
        ["WaitingForDocuments"] = "menunggu berkas",
        ["Running"] = "berjalan",
        ["Paused"] = "jeda",
        ["Done"] = "selesai",
        ["Declined"] = "ditolak",
        ["Referred"] = "dirujuk",
        ["Withdrawn"] = "ditarik",
        ["Wet"] = "tanda tangan basah",
        ["AgencySeal"] = "segel dinas",
        ["Dtsen"] = "DTSEN",
        ["Dtks"] = "DTKS",
    };

    public static AuditDetail Read(string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            var root = document.RootElement;
            var before = Fields(root, "old");
            var after = Fields(root, "new");
            return new AuditDetail(
                [.. before.Keys.Union(after.Keys).Order(StringComparer.Ordinal).Select(f => new AuditChange(f, before.GetValueOrDefault(f), after.GetValueOrDefault(f)))],
                [.. Fields(root, "facts").Select(f => new AuditFact(f.Key, f.Value))],
                Text(root, "reason") is { } reason ? FieldCipher.IsEnvelope(reason) ? Sealed : reason : null,
                Text(root, "origin"));
        }
        catch (Exception problem) when (problem is JsonException or InvalidOperationException)
        {
            return new AuditDetail([], [], null, null) { Unreadable = text };
        }
    }

    private static Dictionary<string, string?> Fields(JsonElement root, string name) =>
        root.TryGetProperty(name, out var fields)
            ? fields.EnumerateObject().ToDictionary(f => f.Name, f => Show(f.Name, f.Value), StringComparer.Ordinal)
            : [];

    private static string? Text(JsonElement root, string name) => root.TryGetProperty(name, out var value) ? value.GetString() : null;

    private static string? Show(string field, JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null => null,
        JsonValueKind.True => "ya",
        JsonValueKind.False => "tidak",
        JsonValueKind.String => Show(field, value.GetString()!),
        _ => value.GetRawText(),
    };

    /// <summary>Numbers of persons stay masked here too: the page is for finding out who did what, not for reading registers.</summary>
    private static string Show(string field, string value) => field switch
    {
        "nik" or "kk" => Masking.Nik(value),
        "telepon" => Masking.Phone(value),
        _ => FieldCipher.IsEnvelope(value) ? Sealed : Words.GetValueOrDefault(value, value),
    };
}
