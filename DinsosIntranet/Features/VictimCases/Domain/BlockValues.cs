using System.Globalization;
using System.Text.Json;

namespace DinsosIntranet.Features.VictimCases.Domain;

/// <summary>What stands in one instance of a block, by the code of the field. A field without an answer is not there.</summary>
public sealed class BlockValues
{
    private readonly SortedDictionary<string, string> _values = new(StringComparer.Ordinal);

    public static BlockValues From(IEnumerable<KeyValuePair<string, string>> values)
    {
        var result = new BlockValues();
        foreach (var (field, value) in values)
        {
            result[field] = value;
        }

        return result;
    }

    /// <summary>The answer, empty where there is none; an answer of blanks is none.</summary>
    public string this[string field]
    {
        get => _values.GetValueOrDefault(field, "");
        set
        {
            if (string.IsNullOrWhiteSpace(value))
            {
                _values.Remove(field);
            }
            else
            {
                _values[field] = value.Trim();
            }
        }
    }

    public IReadOnlyDictionary<string, string> All => _values;

    public IReadOnlyList<string> Codes(string field) => this[field].Split(',', StringSplitOptions.RemoveEmptyEntries);

    public DateOnly? Date(string field) => ReadDate(this[field]);

    public int? Number(string field) => int.TryParse(this[field], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    public bool Meets(FieldCondition? condition) => condition is null || Codes(condition.Field).Any(condition.Values.Contains);

    /// <summary>The text that is encrypted and stored: fields sorted by name, so that equal answers are equal texts.</summary>
    public string ToJson() => JsonSerializer.Serialize(_values);

    public static BlockValues FromJson(string json) => From(JsonSerializer.Deserialize<Dictionary<string, string>>(json) ?? []);

    public static DateOnly? ReadDate(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null;

    public static string WriteDate(DateOnly? date) => date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";
}
