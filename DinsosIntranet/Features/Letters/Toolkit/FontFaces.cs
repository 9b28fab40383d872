using PdfSharp.WPFonts;

namespace DinsosIntranet.Features.Letters.Toolkit;

/// <summary>
/// The font files the papers are printed with. Arial is what the official rules ask for; Liberation Sans has the same
/// widths; DejaVu Sans is on nearly every Linux; the fonts inside PDFsharp serve a machine that has none of them.
/// </summary>
public sealed record FontFaces(string Family, byte[] Regular, byte[] Bold, byte[]? Italic)
{
    private static readonly (string Family, string[] Regular, string[] Bold, string[] Italic)[] Wanted =
    [
        ("Arial", ["arial.ttf"], ["arialbd.ttf", "Arial_Bold.ttf", "Arial Bold.ttf"], ["ariali.ttf", "Arial_Italic.ttf", "Arial Italic.ttf"]),
        ("Liberation Sans", ["LiberationSans-Regular.ttf"], ["LiberationSans-Bold.ttf"], ["LiberationSans-Italic.ttf"]),
        ("DejaVu Sans", ["DejaVuSans.ttf"], ["DejaVuSans-Bold.ttf"], ["DejaVuSans-Oblique.ttf"]),
    ];

    /// <summary>The folders in which this machine keeps its fonts.</summary>
    public static IReadOnlyList<string> SystemFolders { get; } =
    [
        Environment.GetFolderPath(Environment.SpecialFolder.Fonts),
        "/usr/share/fonts",
        "/usr/local/share/fonts",
        "/Library/Fonts",
        "/System/Library/Fonts/Supplemental",
    ];

    /// <summary>The first family of which the folders hold both a regular and a bold face; never fails.</summary>
    public static FontFaces Find(IEnumerable<string> folders)
    {
        var files = FilesByName(folders);
        foreach (var (family, regular, bold, italic) in Wanted)
        {
            if (Read(files, regular) is { } regularFace && Read(files, bold) is { } boldFace)
            {
                return new FontFaces(family, regularFace, boldFace, Read(files, italic));
            }
        }

        return new FontFaces("Segoe WP", FontDataHelper.SegoeWP, FontDataHelper.SegoeWPBold, Italic: null);
    }

    private static Dictionary<string, string> FilesByName(IEnumerable<string> folders)
    {
        var options = new EnumerationOptions { RecurseSubdirectories = true, IgnoreInaccessible = true, MatchCasing = MatchCasing.CaseInsensitive };
        var files = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var folder in folders.Where(Directory.Exists))
        {
            foreach (var file in Directory.EnumerateFiles(folder, "*.ttf", options))
            {
                files.TryAdd(Path.GetFileName(file), file);
            }
        }

        return files;
    }

    private static byte[]? Read(Dictionary<string, string> files, string[] names)
    {
        foreach (var name in names)
        {
            if (files.TryGetValue(name, out var path))
            {
                return File.ReadAllBytes(path);
            }
        }

        return null;
    }
}
