using System.Globalization;
using System.Resources;
using Radzen;
using Radzen.Blazor;

namespace DinsosIntranet.Shared.Ui;

/// <summary>
/// Radzen's own texts in Indonesian: pagers, filter menus, calendars, dialogs. RadzenTexts.tsv pairs each English text once,
/// though many keys share it; capitals, surrounding spaces and closing points follow the English text of the key.
/// </summary>
public sealed class RadzenTexts : ILocalizer
{
    private static readonly ResourceManager English = new(typeof(RadzenStrings).FullName!, typeof(RadzenStrings).Assembly);
    private static readonly Dictionary<string, string> Indonesian = Read();

    /// <summary>Texts that differ by the place they stand in.</summary>
    private static readonly Dictionary<string, string> ByKey = new()
    {
        ["DataFilter_FilterText"] = "Saringan",
        ["Spreadsheet_AutoFilter"] = "Saringan",
        ["Spreadsheet_TableDesignFilter"] = "Saringan",
        ["Spreadsheet_Top10DirectionTop"] = "Teratas",
        ["Spreadsheet_Top10DirectionBottom"] = "Terbawah",
        ["TimeSpanPicker_ConfirmationButtonText"] = "Pakai",
        ["DatePicker_OkAriaLabel"] = "Pakai",
        ["ColorPicker_ButtonText"] = "Pakai",
        ["HtmlEditorColor_ButtonText"] = "Pakai",
    };

    private static readonly string[] Endings = ["...", ".", ":"];

    /// <summary>All keys Radzen knows.</summary>
    public static IEnumerable<string> Keys
    {
        get
        {
            var texts = English.GetResourceSet(CultureInfo.InvariantCulture, createIfNotExists: true, tryParents: true)!.GetEnumerator();
            while (texts.MoveNext())
            {
                yield return (string)texts.Key;
            }
        }
    }

    /// <summary>The Indonesian text, whatever culture is asked for; English only where a newer Radzen brings a new key.</summary>
    public string Get(string key, CultureInfo culture) => Find(key) ?? English.GetString(key, CultureInfo.InvariantCulture) ?? key;

    /// <summary>The Indonesian text of a key; null where there is none.</summary>
    public static string? Find(string key)
    {
        if (ByKey.TryGetValue(key, out var special))
        {
            return special;
        }

        var english = English.GetString(key, CultureInfo.InvariantCulture);
        if (english is null)
        {
            return null;
        }

        var core = english.Trim();
        var text = Translate(core);
        return text is null ? null : english.Replace(core, text, StringComparison.Ordinal);
    }

    private static string? Translate(string core)
    {
        if (Indonesian.TryGetValue(core, out var exact))
        {
            return MatchCapital(core, exact);
        }

        foreach (var ending in Endings)
        {
            if (core.EndsWith(ending, StringComparison.Ordinal) && Indonesian.TryGetValue(core[..^ending.Length], out var text))
            {
                return MatchCapital(core, text) + (ending == "..." ? "…" : ending);
            }
        }

        return null;
    }

    private static string MatchCapital(string english, string text)
    {
        if (!char.IsLetter(text[0]))
        {
            return text;
        }

        return char.IsLower(english[0])
            ? char.ToLowerInvariant(text[0]) + text[1..]
            : char.ToUpperInvariant(text[0]) + text[1..];
    }

    private static Dictionary<string, string> Read()
    {
        using var stream = typeof(RadzenTexts).Assembly.GetManifestResourceStream("RadzenTexts.tsv")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd()
            .Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => line.Split('\t'))
            .ToDictionary(pair => pair[0], pair => pair[1], StringComparer.OrdinalIgnoreCase);
    }
}
