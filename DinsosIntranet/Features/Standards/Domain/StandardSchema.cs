using System.Text.Json;
using System.Text.RegularExpressions;

namespace DinsosIntranet.Features.Standards.Domain;

/// <summary>
/// Checks a JSON text against the schema that stands beside the standards (<c>standard.schema.json</c>, the one editors use)
/// and says in Indonesian what does not fit and where. It knows as much of JSON Schema 2020-12 as that schema uses; a
/// keyword it does not know is an error of the program, so that the schema cannot say more than is checked.
/// </summary>
public sealed class StandardSchema
{
    private const string ResourceName = "standard.schema.json";
    private static readonly HashSet<string> Annotations = ["$schema", "$defs", "title", "description"];
    private static readonly Lazy<JsonElement> Schema = new(Load);
    private readonly List<(string Path, string Message)> _problems = [];

    private StandardSchema()
    {
    }

    /// <summary>Each problem with the path of the value it is about.</summary>
    public static IReadOnlyList<(string Path, string Message)> Check(JsonElement value)
    {
        var check = new StandardSchema();
        check.Check(value, Schema.Value, "$");
        return check._problems;
    }

    private static JsonElement Load()
    {
        using var stream = typeof(StandardSchema).Assembly.GetManifestResourceStream(ResourceName)
            ?? throw new InvalidOperationException($"{ResourceName} is not in the program.");
        using var document = JsonDocument.Parse(stream);
        return document.RootElement.Clone();
    }

    private void Check(JsonElement value, JsonElement schema, string path)
    {
        if (schema.TryGetProperty("type", out var type) && !IsOfOne(value, type))
        {
            Add(path, $"{NameOf(path)} harus {TypeWords(type)}");
            return;
        }

        foreach (var keyword in schema.EnumerateObject().Where(k => !Annotations.Contains(k.Name)))
        {
            Check(keyword, value, schema, path);
        }
    }

    private void Check(JsonProperty keyword, JsonElement value, JsonElement schema, string path)
    {
        var rule = keyword.Value;
        switch (keyword.Name)
        {
            case "type":
                break;
            case "$ref":
                Check(value, Schema.Value.GetProperty("$defs").GetProperty(rule.GetString()!.Replace("#/$defs/", "", StringComparison.Ordinal)), path);
                break;
            case "properties" or "required" or "additionalProperties":
                CheckObject(keyword, value, schema, path);
                break;
            case "items" or "minItems" or "maxItems":
                CheckArray(keyword, value, path);
                break;
            case "pattern" or "minLength" or "maxLength":
                CheckText(keyword, value, path);
                break;
            case "enum":
                if (!rule.EnumerateArray().Any(allowed => JsonElement.DeepEquals(allowed, value)))
                {
                    Add(path, $"{NameOf(path)} tidak mengenal {value.GetRawText()}; pilihannya: {string.Join(", ", rule.EnumerateArray().Select(a => a.ToString()))}");
                }

                break;
            case "minimum":
                Require(value.ValueKind != JsonValueKind.Number || value.GetDecimal() >= rule.GetDecimal(), path, $"{NameOf(path)} paling kecil {rule}");
                break;
            case "maximum":
                Require(value.ValueKind != JsonValueKind.Number || value.GetDecimal() <= rule.GetDecimal(), path, $"{NameOf(path)} paling besar {rule}");
                break;
            default:
                throw new NotSupportedException(keyword.Name);
        }
    }

    private void CheckObject(JsonProperty keyword, JsonElement value, JsonElement schema, string path)
    {
        if (value.ValueKind != JsonValueKind.Object)
        {
            return;
        }

        var known = schema.GetProperty("properties");
        switch (keyword.Name)
        {
            case "properties":
                foreach (var property in value.EnumerateObject().Where(p => known.TryGetProperty(p.Name, out _)))
                {
                    Check(property.Value, known.GetProperty(property.Name), $"{path}.{property.Name}");
                }

                break;
            case "required":
                foreach (var name in keyword.Value.EnumerateArray().Select(n => n.GetString()!).Where(n => !value.TryGetProperty(n, out _)))
                {
                    Add(path, $"'{name}' ({StandardWords.OfProperty(name)}) belum ada");
                }

                break;
            default:
                foreach (var property in value.EnumerateObject().Where(p => !known.TryGetProperty(p.Name, out _)))
                {
                    var near = known.EnumerateObject().Select(k => k.Name).Where(k => StandardWords.AreNear(k, property.Name)).FirstOrDefault();
                    Add($"{path}.{property.Name}", $"'{property.Name}' tidak dikenal" + (near is null ? "" : $"; mungkin maksudnya '{near}'"));
                }

                break;
        }
    }

    private void CheckArray(JsonProperty keyword, JsonElement value, string path)
    {
        if (value.ValueKind != JsonValueKind.Array)
        {
            return;
        }

        var length = value.GetArrayLength();
        switch (keyword.Name)
        {
            case "minItems":
                Require(length >= keyword.Value.GetInt32(), path, $"{NameOf(path)} masih kosong");
                break;
            case "maxItems":
                Require(length <= keyword.Value.GetInt32(), path, $"{NameOf(path)} paling banyak {keyword.Value} butir");
                break;
            default:
                for (var i = 0; i < length; i++)
                {
                    Check(value[i], keyword.Value, $"{path}[{i}]");
                }

                break;
        }
    }

    private void CheckText(JsonProperty keyword, JsonElement value, string path)
    {
        if (value.ValueKind != JsonValueKind.String)
        {
            return;
        }

        var text = value.GetString()!;
        switch (keyword.Name)
        {
            case "minLength":
                Require(text.Length >= keyword.Value.GetInt32(), path, $"{NameOf(path)} masih kosong");
                break;
            case "maxLength":
                Require(text.Length <= keyword.Value.GetInt32(), path, $"{NameOf(path)} paling panjang {keyword.Value} huruf");
                break;
            default:
                var pattern = keyword.Value.GetString()!;
                Require(
                    Regex.IsMatch(text, pattern, RegexOptions.None, TimeSpan.FromSeconds(1)),
                    path,
                    pattern.Contains("A-Z", StringComparison.Ordinal)
                        ? $"{NameOf(path)} '{text}' hanya boleh berisi huruf besar"
                        : $"{NameOf(path)} '{text}' hanya boleh berisi huruf kecil, angka, dan tanda hubung");
                break;
        }
    }

    private void Require(bool holds, string path, string message)
    {
        if (!holds)
        {
            Add(path, message);
        }
    }

    private void Add(string path, string message) => _problems.Add((path, message));

    /// <summary>"'fee'", "'outcomes' butir 2": the last name of the path.</summary>
    private static string NameOf(string path)
    {
        var last = path[(path.LastIndexOf('.') + 1)..];
        var bracket = last.IndexOf('[', StringComparison.Ordinal);
        return last == "$" ? "isi berkas"
            : bracket < 0 ? $"'{last}'"
            : $"'{last[..bracket]}' butir {int.Parse(last[(bracket + 1)..^1], System.Globalization.CultureInfo.InvariantCulture) + 1}";
    }

    private static string TypeWords(JsonElement type) => type.ValueKind == JsonValueKind.Array
        ? string.Join(" atau ", type.EnumerateArray().Select(TypeWords))
        : type.GetString() switch
        {
            "object" => "kelompok isian dalam { }",
            "array" => "daftar dalam [ ]",
            "string" => "teks dalam tanda kutip",
            "integer" => "bilangan bulat",
            "boolean" => "true atau false",
            _ => "null",
        };

    private static bool IsOfOne(JsonElement value, JsonElement type) => type.ValueKind == JsonValueKind.Array
        ? type.EnumerateArray().Any(t => IsOf(value, t.GetString()!))
        : IsOf(value, type.GetString()!);

    private static bool IsOf(JsonElement value, string type) => type switch
    {
        "object" => value.ValueKind == JsonValueKind.Object,
        "array" => value.ValueKind == JsonValueKind.Array,
        "string" => value.ValueKind == JsonValueKind.String,
        "integer" => value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out _),
        "boolean" => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
        "null" => value.ValueKind == JsonValueKind.Null,
        _ => throw new NotSupportedException(type),
    };
}
