using System.Text.Json;

namespace DinsosIntranet.Features.TemplateLetters.Domain;

/// <summary>What was typed for the letter of one request; the letter itself is rendered from it until it is approved.</summary>
public sealed class TemplateEntry
{
    public required Guid RequestId { get; init; }

    /// <summary>The answers as a JSON object, by the codes of the template's fields; dates as yyyy-MM-dd.</summary>
    public required string AnswersJson { get; set; }

    public required DateTime SavedAt { get; set; }

    public required Guid SavedById { get; set; }

    public required Guid Version { get; set; }

    public IReadOnlyDictionary<string, string> Answers => JsonSerializer.Deserialize<Dictionary<string, string>>(AnswersJson)!;

    public static string ToJson(IReadOnlyDictionary<string, string> answers) =>
        JsonSerializer.Serialize(answers.OrderBy(a => a.Key, StringComparer.Ordinal).ToDictionary(a => a.Key, a => a.Value));
}
