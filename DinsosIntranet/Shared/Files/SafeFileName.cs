using System.Globalization;
using System.Text;

namespace DinsosIntranet.Shared.Files;

/// <summary>Makes the name a file came with safe to show and to offer for download. It is never used as a name on disk.</summary>
public static class SafeFileName
{
    public const int MaxLength = 120;
    public const string Fallback = "berkas";
    private const int MaxExtension = 10;

    private static readonly HashSet<string> DeviceNames = new(StringComparer.OrdinalIgnoreCase)
    {
        "CON", "PRN", "AUX", "NUL", "COM1", "COM2", "COM3", "COM4", "COM5", "COM6", "COM7", "COM8", "COM9",
        "LPT1", "LPT2", "LPT3", "LPT4", "LPT5", "LPT6", "LPT7", "LPT8", "LPT9",
    };

    public static string Clean(string? name)
    {
        var last = (name ?? "").Split('/', '\\')[^1];
        var text = new StringBuilder(Math.Min(last.Length, MaxLength));
        foreach (var rune in last.EnumerateRunes())
        {
            if (Rune.IsWhiteSpace(rune))
            {
                // One space for any run of white space, line ends included.
                if (text.Length > 0 && text[^1] != ' ')
                {
                    text.Append(' ');
                }
            }
            else if (IsHarmless(rune))
            {
                text.Append(rune.ToString());
            }
        }

        var clean = Shorten(text.ToString().Trim(' ', '.'));
        if (clean.Length == 0)
        {
            return Fallback;
        }

        return DeviceNames.Contains(clean.Split('.')[0].TrimEnd()) ? "_" + clean : clean;
    }

    /// <summary>Format characters hold the bidirectional overrides that make "gpj.exe" read as "exe.jpg".</summary>
    private static bool IsHarmless(Rune rune) =>
        rune != Rune.ReplacementChar
        && !(rune.IsAscii && "<>:\"|?*".Contains((char)rune.Value, StringComparison.Ordinal))
        && Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.Surrogate
            or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned);

    private static string Shorten(string name)
    {
        if (name.Length <= MaxLength)
        {
            return name;
        }

        var extension = Path.GetExtension(name);
        if (extension.Length > MaxExtension)
        {
            extension = "";
        }

        var end = MaxLength - extension.Length;
        if (char.IsHighSurrogate(name[end - 1]))
        {
            end--;
        }

        return name[..end].TrimEnd(' ', '.') + extension;
    }
}
