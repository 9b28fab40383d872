using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using DinsosIntranet.Shared.Acting;

namespace DinsosIntranet.Features.Standards.Domain;

/// <summary>The codes a standard may speak of: those of the data files at start, those of the running agency at an import.</summary>
public sealed record KnownCodes(IReadOnlySet<string> Units, IReadOnlySet<string> Desks, IReadOnlySet<string> Actions);

/// <summary>A standard together with the text it was read from: an import keeps both, the text whole and unchanged.</summary>
public sealed record StandardFile(string Name, string Json, ServiceStandard Standard)
{
    /// <summary>Strict: an unknown, missing or doubled property is a mistake of whoever wrote the file, and is said so.</summary>
    internal static JsonSerializerOptions Options { get; } = new(JsonSerializerOptions.Strict)
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Converters = { new JsonStringEnumConverter(namingPolicy: null, allowIntegerValues: false) },
    };

    /// <summary>
    /// Reads and checks a text: whether it is JSON, follows the schema, and makes sense (<see cref="StandardChecker"/>). The
    /// start and an import both ask here. The file is null where it could not even be read; with any problem it must not be used.
    /// </summary>
    public static (StandardFile? File, IReadOnlyList<StandardProblem> Problems) Check(string json, string fileName, KnownCodes known)
    {
        var places = JsonPlaces.Of(json);
        if (places.Problems.Count > 0)
        {
            return (null, [.. places.Problems.Select(p => new StandardProblem(fileName, null, p.Message, p.Line))]);
        }

        using (var document = JsonDocument.Parse(json))
        {
            var misfits = StandardSchema.Check(document.RootElement);
            if (misfits.Count > 0)
            {
                return (null, [.. misfits.Select(m => new StandardProblem(fileName, StepAt(document.RootElement, m.Path), m.Message, places.LineOf(m.Path)))]);
            }
        }

        var parsed = Parse(json, fileName);
        if (!parsed.IsOk)
        {
            return (null, [new StandardProblem(fileName, null, parsed.Message)]);
        }

        var standard = parsed.Value.Standard;
        var problems = new List<StandardProblem>();
        if (!known.Units.Contains(standard.Unit))
        {
            problems.Add(new StandardProblem(fileName, null, $"unit '{standard.Unit}' tidak dikenal", places.LineOf("$.unit")));
        }

        problems.AddRange(StandardChecker.Check(standard, known.Desks, known.Actions).Select(p => p with { File = fileName, Line = LineOf(standard, p.Step, places) }));
        return (parsed.Value, problems);
    }

    /// <summary>Reads a text that was checked before, as the stored versions were.</summary>
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

    /// <summary>Whether two texts say the same, whatever their spaces and the order of their properties.</summary>
    public static bool SaySame(string json, string other)
    {
        using var first = JsonDocument.Parse(json);
        using var second = JsonDocument.Parse(other);
        return JsonElement.DeepEquals(first.RootElement, second.RootElement);
    }

    /// <summary>The reader's own words (English) with the place they speak of.</summary>
    internal static string Unreadable(Exception e) => e is JsonException { Path: { } path }
        ? $"tidak terbaca di {path}: {e.Message}"
        : $"tidak terbaca: {e.Message}";

    private static int? LineOf(ServiceStandard standard, string? step, JsonPlaces places)
    {
        for (var i = 0; i < standard.Steps.Count; i++)
        {
            if (standard.Steps[i].Id == step)
            {
                return places.LineOf($"$.steps[{i}]");
            }
        }

        return null;
    }

    /// <summary>The id of the step a path lies in, where it lies in one that has an id.</summary>
    private static string? StepAt(JsonElement root, string path)
    {
        const string Steps = "$.steps[";
        return path.StartsWith(Steps, StringComparison.Ordinal)
            && int.TryParse(path[Steps.Length..path.IndexOf(']', StringComparison.Ordinal)], NumberStyles.None, CultureInfo.InvariantCulture, out var index)
            && root.GetProperty("steps")[index] is { ValueKind: JsonValueKind.Object } step
            && step.TryGetProperty("id", out var id) && id.ValueKind == JsonValueKind.String
                ? id.GetString()
                : null;
    }
}
