using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using DinsosIntranet.Shared.Acting;

namespace DinsosIntranet.Features.Audit.Domain;

/// <summary>
/// Collects what an act changed and writes it once as canonical JSON: <c>old</c>, <c>new</c>, <c>facts</c>, <c>reason</c>,
/// <c>origin</c> in this order, fields sorted by name, one spelling per value. The text is stored and sealed as it is and
/// never written again from its parts.
/// </summary>
public sealed class AuditText
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly SortedDictionary<string, object?> _old = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, object?> _new = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, object?> _facts = new(StringComparer.Ordinal);

    /// <summary>Facts whose value somebody typed, in whatever words they liked.</summary>
    private static readonly string[] Typed = ["alasan", "catatan"];

    /// <summary>Whether something typed freely is noted.</summary>
    public bool HasFreeText => Typed.Any(f => _facts.GetValueOrDefault(f) is string { Length: > 0 });

    /// <summary>Puts what <paramref name="seal"/> makes of it in the place of everything typed freely.</summary>
    public void SealFreeText(Func<string, string> seal)
    {
        foreach (var fact in Typed)
        {
            if (_facts.GetValueOrDefault(fact) is string { Length: > 0 } text)
            {
                _facts[fact] = seal(text);
            }
        }
    }

    /// <summary>False when nothing differed: then there is nothing to record.</summary>
    public bool HasChanges => _old.Count > 0 || _new.Count > 0;

    /// <summary>Notes a field with its value before and after; equal values are left out.</summary>
    public AuditText Changed<T>(string field, T before, T after)
    {
        if (!EqualityComparer<T>.Default.Equals(before, after))
        {
            _old[field] = Spell(before);
            _new[field] = Spell(after);
        }

        return this;
    }

    /// <summary>Notes a field of something that did not exist before.</summary>
    public AuditText Created<T>(string field, T value)
    {
        _new[field] = Spell(value);
        return this;
    }

    /// <summary>Notes a field of something that is gone.</summary>
    public AuditText Removed<T>(string field, T value)
    {
        _old[field] = Spell(value);
        return this;
    }

    /// <summary>Notes something worth knowing that is no change: a letter number, what was printed, who was shown.</summary>
    public AuditText Fact<T>(string name, T value)
    {
        _facts[name] = Spell(value);
        return this;
    }

    /// <summary>The text to store, with the reason and the origin of the act.</summary>
    public string ToJson(ActionContext context) => ToJson(context.Reason, context.Origin);

    public string ToJson(string? reason, string? origin)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, Options))
        {
            writer.WriteStartObject();
            Write(writer, "old", _old);
            Write(writer, "new", _new);
            Write(writer, "facts", _facts);
            Write(writer, "reason", reason);
            Write(writer, "origin", origin);
            writer.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private static void Write(Utf8JsonWriter writer, string name, SortedDictionary<string, object?> fields)
    {
        if (fields.Count == 0)
        {
            return;
        }

        writer.WriteStartObject(name);
        foreach (var (field, value) in fields)
        {
            Write(writer, field, value, keepNull: true);
        }

        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, string name, object? value, bool keepNull = false)
    {
        switch (value)
        {
            case null when !keepNull:
                break;
            case null:
                writer.WriteNull(name);
                break;
            case bool flag:
                writer.WriteBoolean(name, flag);
                break;
            case long number:
                writer.WriteNumber(name, number);
                break;
            default:
                writer.WriteString(name, (string)value);
                break;
        }
    }

    /// <summary>One spelling for each type, the same on every machine and in every culture.</summary>
    private static object? Spell<T>(T value) => value switch
    {
        null => null,
        string text => text,
        bool or long => value,
        int number => (long)number,
        decimal amount => amount.ToString(CultureInfo.InvariantCulture),
        Guid id => id.ToString("D"),
        Enum choice => choice.ToString(),
        DateTime { Kind: DateTimeKind.Utc } time => time.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture),
        DateOnly date => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        TimeOnly time => time.ToString("HH:mm", CultureInfo.InvariantCulture),
        _ => throw new ArgumentException($"The audit trail has no spelling for {typeof(T).Name}.", nameof(value)),
    };
}
