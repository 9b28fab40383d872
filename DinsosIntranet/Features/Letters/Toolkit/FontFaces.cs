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
        ("Bookman Old Style", ["bookos.ttf", "Bookman Old Style.ttf"], ["bookosb.ttf", "Bookman Old Style Bold.ttf"], ["bookosi.ttf", "Bookman Old Style Italic.ttf"]),
        ("Times New Roman", ["times.ttf", "Times_New_Roman.ttf", "Times New Roman.ttf"], ["timesbd.ttf", "Times_New_Roman_Bold.ttf", "Times New Roman Bold.ttf"], ["timesi.ttf", "Times_New_Roman_Italic.ttf", "Times New Roman Italic.ttf"]),
        ("Liberation Serif", ["LiberationSerif-Regular.ttf"], ["LiberationSerif-Bold.ttf"], ["LiberationSerif-Italic.ttf"]),
        ("DejaVu Serif", ["DejaVuSerif.ttf"], ["DejaVuSerif-Bold.ttf"], ["DejaVuSerif-Italic.ttf"]),
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

    /// <summary>
    /// The families of which the folders hold both a regular and a bold face, the preferred first; never empty. Each is
    /// read when it is first used.
    /// </summary>
    public static IReadOnlyList<(string Family, Lazy<FontFaces> Faces)> FindAll(IEnumerable<string> folders)
    {
        var files = FilesByName(folders);
        List<(string, Lazy<FontFaces>)> found =
        [
            .. Wanted.Where(w => Path(files, w.Regular) is not null && Path(files, w.Bold) is not null)
                .Select(w => (w.Family, new Lazy<FontFaces>(() => new FontFaces(w.Family, Read(files, w.Regular)!, Read(files, w.Bold)!, Read(files, w.Italic))))),
        ];
        return found.Count > 0
            ? found
            : [("Segoe WP", new Lazy<FontFaces>(() => new FontFaces("Segoe WP", FontDataHelper.SegoeWP, FontDataHelper.SegoeWPBold, Italic: null)))];
    }

    private static Dictionary<string, string> FilesByName(IEnumerable<string> folders)
    {
        var options = new EnumerationOptions { RecurseSubdirectories = true, IgnoreInaccessible = true, MatchCasing = MatchCasing.CaseInsensitive };
        var files = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var folder in folders.Where(Directory.Exists))
        {
            foreach (var file in Directory.EnumerateFiles(folder, "*.ttf", options))
            {
                files.TryAdd(System.IO.Path.GetFileName(file), file);
            }
        }

        return files;
    }

    private static string? Path(Dictionary<string, string> files, string[] names) =>
        names.Select(n => files.GetValueOrDefault(n)).FirstOrDefault(p => p is not null);

    private static byte[]? Read(Dictionary<string, string> files, string[] names) => Path(files, names) is { } path ? File.ReadAllBytes(path) : null;
}
