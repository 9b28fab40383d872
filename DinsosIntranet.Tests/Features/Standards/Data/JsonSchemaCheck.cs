using System.Text.Json;
using System.Text.RegularExpressions;

namespace DinsosIntranet.Tests.Features.Standards.Data;

/// <summary>
/// As much of JSON Schema 2020-12 as the schema of the standards uses; a keyword it does not know is an error, so that
/// the schema cannot say more than is checked.
/// </summary>
internal sealed class JsonSchemaCheck(JsonElement root)
{
    private static readonly HashSet<string> Annotations = ["$schema", "$defs", "title", "description"];
    private readonly JsonElement _root = root;
    private readonly List<string> _errors = [];

    public static IReadOnlyList<string> Errors(string schema, string json)
    {
        var check = new JsonSchemaCheck(JsonDocument.Parse(schema).RootElement);
        check.Check(JsonDocument.Parse(json).RootElement, check._root, "$");
        return check._errors;
    }

    private void Check(JsonElement value, JsonElement schema, string path)
    {
        foreach (var keyword in schema.EnumerateObject().Where(k => !Annotations.Contains(k.Name)))
        {
            if (!Holds(keyword, value, schema, path))
            {
                _errors.Add($"{path}: {keyword.Name} {keyword.Value}");
            }
        }
    }

    private bool Holds(JsonProperty keyword, JsonElement value, JsonElement schema, string path)
    {
        var rule = keyword.Value;
        switch (keyword.Name)
        {
            case "$ref":
                Check(value, _root.GetProperty("$defs").GetProperty(rule.GetString()!.Replace("#/$defs/", "")), path);
                return true;
            case "properties":
                foreach (var property in Properties(value).Where(p => rule.TryGetProperty(p.Name, out _)))
                {
                    Check(property.Value, rule.GetProperty(property.Name), $"{path}.{property.Name}");
                }

                return true;
            case "items":
                for (var i = 0; i < value.GetArrayLength(); i++)
                {
                    Check(value[i], rule, $"{path}[{i}]");
                }

                return true;
            case "additionalProperties":
                return Properties(value).All(p => schema.GetProperty("properties").TryGetProperty(p.Name, out _));
            case "required":
                return value.ValueKind != JsonValueKind.Object || rule.EnumerateArray().All(name => value.TryGetProperty(name.GetString()!, out _));
            case "type":
                return rule.ValueKind == JsonValueKind.Array ? rule.EnumerateArray().Any(t => IsOf(value, t.GetString()!)) : IsOf(value, rule.GetString()!);
            case "enum":
                return rule.EnumerateArray().Any(allowed => JsonElement.DeepEquals(allowed, value));
            case "pattern":
                return Regex.IsMatch(value.GetString()!, rule.GetString()!, RegexOptions.None, TimeSpan.FromSeconds(1));
            case "minimum":
                return value.GetDecimal() >= rule.GetDecimal();
            case "minLength":
                return value.GetString()!.Length >= rule.GetInt32();
            case "maxLength":
                return value.GetString()!.Length <= rule.GetInt32();
            case "minItems":
                return value.GetArrayLength() >= rule.GetInt32();
            default:
                throw new NotSupportedException(keyword.Name);
        }
    }

    private static JsonProperty[] Properties(JsonElement value) =>
        value.ValueKind == JsonValueKind.Object ? [.. value.EnumerateObject()] : [];

    private static bool IsOf(JsonElement value, string type) => type switch
    {
        "object" => value.ValueKind == JsonValueKind.Object,
        "array" => value.ValueKind == JsonValueKind.Array,
        "string" => value.ValueKind == JsonValueKind.String,
        "integer" => value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out _),
        "boolean" => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
        "null" => value.ValueKind == JsonValueKind.Null,
        _ => throw new NotSupportedException(type),
    };
}
