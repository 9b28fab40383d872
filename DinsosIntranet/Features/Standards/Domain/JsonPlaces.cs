using System.Text;
using System.Text.Json;

namespace DinsosIntranet.Features.Standards.Domain;

/// <summary>
/// Where each value of a JSON text stands, by its path ("$.steps[2].desk"), and what no reader tells in words a person
/// understands: a text that is no JSON, a property written twice, letters that cannot be kept.
/// </summary>
public sealed class JsonPlaces
{
    /// <summary>Far deeper than a standard is; a text nested deeper is no standard.</summary>
    private const int MostLevels = 16;

    private readonly Dictionary<string, int> _lines = new(StringComparer.Ordinal);
    private readonly List<(int Line, string Message)> _problems = [];
    private readonly byte[] _utf8;
    private int _line = 1;
    private int _counted;

    private JsonPlaces(byte[] utf8) => _utf8 = utf8;

    /// <summary>Empty where the text can be read.</summary>
    public IReadOnlyList<(int Line, string Message)> Problems => _problems;

    public static JsonPlaces Of(string json)
    {
        var places = new JsonPlaces(Encoding.UTF8.GetBytes(json));
        try
        {
            places.Read();
        }
        catch (JsonException e)
        {
            var line = (int)(e.LineNumber ?? 0) + 1;
            places._problems.Add((line, $"bukan JSON yang sah di sini (huruf ke-{(e.BytePositionInLine ?? 0) + 1}); periksa tanda koma, kutip, dan kurung di baris ini dan sebelumnya"));
        }

        return places;
    }

    /// <summary>The line of the value, or of the nearest that holds it.</summary>
    public int? LineOf(string path)
    {
        for (var at = path; at.Length > 0;)
        {
            if (_lines.TryGetValue(at, out var line))
            {
                return line;
            }

            var end = Math.Max(at.LastIndexOf('.'), at.LastIndexOf('['));
            at = end <= 0 ? "" : at[..end];
        }

        return null;
    }

    private void Read()
    {
        var reader = new Utf8JsonReader(_utf8, new JsonReaderOptions { MaxDepth = MostLevels });
        var open = new Stack<Level>();
        var named = "$";
        while (reader.Read())
        {
            var line = LineAt((int)reader.TokenStartIndex);
            switch (reader.TokenType)
            {
                case JsonTokenType.EndObject or JsonTokenType.EndArray:
                    open.Pop();
                    break;
                case JsonTokenType.PropertyName:
                    var name = Text(ref reader, line);
                    var level = open.Peek();
                    if (!level.Names.Add(name))
                    {
                        _problems.Add((line, $"'{name}' ditulis dua kali"));
                    }

                    named = $"{level.Path}.{name}";
                    _lines.TryAdd(named, line);
                    break;
                default:
                    var path = open.TryPeek(out var around) && around.IsArray ? $"{around.Path}[{around.Count++}]" : named;
                    _lines.TryAdd(path, line);
                    if (reader.TokenType == JsonTokenType.String)
                    {
                        Text(ref reader, line);
                    }
                    else if (reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray)
                    {
                        open.Push(new Level(path, reader.TokenType == JsonTokenType.StartArray));
                    }

                    break;
            }
        }
    }

    private string Text(ref Utf8JsonReader reader, int line)
    {
        try
        {
            var text = reader.GetString() ?? "";
            if (text.Any(char.IsControl))
            {
                _problems.Add((line, "teks mengandung huruf kendali (misalnya ganti baris) yang tidak dapat dicetak"));
            }

            return text;
        }
        catch (InvalidOperationException)
        {
            _problems.Add((line, "teks mengandung huruf yang rusak"));
            return "";
        }
    }

    private int LineAt(int position)
    {
        for (; _counted < position; _counted++)
        {
            _line += _utf8[_counted] == (byte)'\n' ? 1 : 0;
        }

        return _line;
    }

    private sealed class Level(string path, bool isArray)
    {
        public string Path { get; } = path;

        public bool IsArray { get; } = isArray;

        public int Count { get; set; }

        public HashSet<string> Names { get; } = new(StringComparer.Ordinal);
    }
}
