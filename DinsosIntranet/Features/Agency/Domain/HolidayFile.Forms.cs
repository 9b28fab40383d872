using System.Text;
using System.Text.Json;

namespace DinsosIntranet.Features.Agency.Domain;

public sealed partial record HolidayFile
{
    private static readonly char[] Separators = [';', ',', '\t'];

    /// <summary>What a column may be called: in Indonesian as the page describes it, or as the JSON form names it.</summary>
    private static readonly Dictionary<string, string> Columns = new()
    {
        ["tanggal"] = "tanggal",
        ["date"] = "tanggal",
        ["nama"] = "nama",
        ["name"] = "nama",
        ["keterangan"] = "nama",
        ["jenis"] = "jenis",
        ["kind"] = "jenis",
        ["sumber"] = "sumber",
        ["source"] = "sumber",
        ["sementara"] = "sementara",
        ["provisional"] = "sementara",
    };

    private static readonly string[] Needed = ["tanggal", "nama", "jenis"];

    private static void ReadCsv(string text, Reading reading)
    {
        var lines = text.ReplaceLineEndings("\n").Split('\n');
        var header = Array.FindIndex(lines, l => l.Trim().Length > 0);
        var separator = Separators.MaxBy(s => lines[header].Count(c => c == s));
        var columns = Header(lines[header], header + 1, separator, reading);
        if (columns is null)
        {
            return;
        }

        for (var i = header + 1; i < lines.Length; i++)
        {
            if (lines[i].Trim(' ', separator).Length == 0)
            {
                continue;
            }

            if (Fields(lines[i], separator) is not { } fields)
            {
                reading.Problem(i + 1, "tanda kutip tidak ditutup.");
            }
            else if (fields.Skip(columns.Count).Any(f => f.Trim().Length > 0))
            {
                reading.Problem(i + 1, $"{fields.Count} kolom, padahal judulnya {columns.Count}. Nama yang berisi '{separator}' harus di dalam tanda kutip.");
            }
            else
            {
                string? Of(string column) => columns.IndexOf(column) is var at and >= 0 && at < fields.Count ? fields[at] : null;
                reading.Add(i + 1, Of("tanggal"), Of("nama"), Of("jenis"), Of("sumber"), Of("sementara"));
            }
        }
    }

    /// <summary>The columns in their order; null where they are not those of a list of holidays.</summary>
    private static List<string>? Header(string line, int number, char separator, Reading reading)
    {
        var names = (Fields(line, separator) ?? []).ConvertAll(n => n.Trim().ToLowerInvariant());
        while (names.Count > 0 && names[^1].Length == 0)
        {
            names.RemoveAt(names.Count - 1);
        }

        var unknown = names.Where(n => !Columns.ContainsKey(n)).Select(n => n.Length > 30 ? n[..30] + "…" : n).ToList();
        var columns = names.ConvertAll(n => Columns.GetValueOrDefault(n, ""));
        var missing = Needed.Except(columns).ToList();
        if (missing.Count > 0)
        {
            reading.Problem(number, $"baris judul harus berisi kolom {string.Join(", ", Needed)}; tidak ada {string.Join(", ", missing)}.");
            return null;
        }

        if (unknown.Count > 0)
        {
            reading.Problem(number, $"kolom {string.Join(", ", unknown)} tidak dikenal. Kolom yang boleh ada: tanggal, nama, jenis, sumber, sementara.");
            return null;
        }

        if (columns.Distinct().Count() != columns.Count)
        {
            reading.Problem(number, "ada kolom yang disebut dua kali.");
            return null;
        }

        return columns;
    }

    /// <summary>The fields of one line, quotes taken off; null where a quote is not closed (RFC 4180, without line breaks inside quotes).</summary>
    private static List<string>? Fields(string line, char separator)
    {
        var fields = new List<string>();
        var field = new StringBuilder();
        var quoted = false;
        for (var i = 0; i < line.Length; i++)
        {
            var c = line[i];
            if (quoted && c == '"' && i + 1 < line.Length && line[i + 1] == '"')
            {
                field.Append('"');
                i++;
            }
            else if (c == '"')
            {
                quoted = !quoted;
            }
            else if (c == separator && !quoted)
            {
                fields.Add(field.ToString());
                field.Clear();
            }
            else
            {
                field.Append(c);
            }
        }

        fields.Add(field.ToString());
        return quoted ? null : fields;
    }

    private static void ReadJson(string text, Reading reading)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            var root = document.RootElement;
            if (root.ValueKind != JsonValueKind.Object || !root.TryGetProperty("days", out var days) || days.ValueKind != JsonValueKind.Array)
            {
                reading.Problem(null, "Berkas JSON harus berisi \"year\", \"source\", dan daftar \"days\".");
                return;
            }

            if (!root.TryGetProperty("year", out var year) || year.ValueKind != JsonValueKind.Number || !year.TryGetInt32(out var number) || number != reading.Year)
            {
                reading.Problem(null, $"\"year\" di berkas JSON harus {reading.Year}.");
                return;
            }

            var source = Text(root, "source");
            var lines = EntryLines(text);
            var index = 0;
            foreach (var day in days.EnumerateArray())
            {
                var line = index < lines.Count ? lines[index] : 0;
                index++;
                if (day.ValueKind != JsonValueKind.Object)
                {
                    reading.Problem(line, "bukan entri hari libur.");
                    continue;
                }

                reading.Add(line, Text(day, "date"), Text(day, "name"), Text(day, "kind"), source, Text(day, "provisional"));
            }
        }
        catch (JsonException fault)
        {
            reading.Problem((int?)fault.LineNumber + 1, "bukan JSON yang benar.");
        }
    }

    private static string? Text(JsonElement element, string property) => element.TryGetProperty(property, out var value)
        ? value.ValueKind switch
        {
            JsonValueKind.String => value.GetString(),
            JsonValueKind.Null => null,
            _ => value.GetRawText(),
        }
        : null;

    /// <summary>The line on which each entry of the list begins; the document itself does not tell.</summary>
    private static List<int> EntryLines(string text)
    {
        const int EntryDepth = 2;
        var bytes = Encoding.UTF8.GetBytes(text);
        var reader = new Utf8JsonReader(bytes);
        var lines = new List<int>();
        var (line, at, inDays) = (1, 0, false);
        while (reader.Read())
        {
            for (; at < reader.TokenStartIndex; at++)
            {
                line += bytes[at] == '\n' ? 1 : 0;
            }

            if (reader.TokenType == JsonTokenType.PropertyName && reader.CurrentDepth == 1)
            {
                inDays = reader.ValueTextEquals("days"u8);
            }
            else if (inDays && reader.CurrentDepth == EntryDepth
                && reader.TokenType is not (JsonTokenType.EndObject or JsonTokenType.EndArray))
            {
                lines.Add(line);
            }
        }

        return lines;
    }
}
