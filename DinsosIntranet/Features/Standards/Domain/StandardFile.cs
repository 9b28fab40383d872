using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using DinsosIntranet.Shared.Acting;

namespace DinsosIntranet.Features.Standards.Domain;

/// <summary>A standard together with the text it was read from: an import keeps both, the text whole and unchanged.</summary>
public sealed record StandardFile(string Name, string Json, ServiceStandard Standard)
{
    /// <summary>Strict: an unknown, missing or doubled property is a mistake of whoever wrote the file, and is said so.</summary>
    internal static JsonSerializerOptions Options { get; } = new(JsonSerializerOptions.Strict)
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Converters = { new JsonStringEnumConverter(namingPolicy: null, allowIntegerValues: false) },
    };

    /// <summary>Reads one file; refused when it is not the JSON of a standard. Whether it makes sense is <see cref="StandardChecker"/>'s question.</summary>
    public static Outcome<StandardFile> Parse(string json, string fileName)
    {
        try
        {
            var root = JsonNode.Parse(json);
            (root as JsonObject)?.Remove("$schema");
            return root.Deserialize<ServiceStandard>(Options) is { } standard
                ? new StandardFile(fileName, json, standard)
                : Outcome.Refused("berkas kosong");
        }
        catch (Exception e) when (e is JsonException or ArgumentException)
        {
            return Outcome.Refused(Unreadable(e));
        }
    }

    /// <summary>The reader's own words (English) with the place they speak of.</summary>
    internal static string Unreadable(Exception e) => e is JsonException { Path: { } path }
        ? $"tidak terbaca di {path}: {e.Message}"
        : $"tidak terbaca: {e.Message}";
}
