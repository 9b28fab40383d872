using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace DinsosIntranet.Tests.Support;

/// <summary>Reads a PDF with the tools of poppler-utils, as an outsider would.</summary>
public static class PdfText
{
    /// <summary>The text in reading order, white space folded to single spaces.</summary>
    public static string Text(byte[] pdf) => Fold(Run("pdftotext", pdf, "-enc", "UTF-8", "{file}", "-"));

    /// <summary>The text of one page, counted from 1.</summary>
    public static string Page(byte[] pdf, int page) =>
        Fold(Run("pdftotext", pdf, "-enc", "UTF-8", "-f", $"{page}", "-l", $"{page}", "{file}", "-"));

    public static int Pages(byte[] pdf) => int.Parse(Info(pdf, "Pages:"), CultureInfo.InvariantCulture);

    /// <summary>One line of pdfinfo, such as "Title:".</summary>
    public static string Info(byte[] pdf, string label) => Run("pdfinfo", pdf, "{file}")
        .Split('\n')
        .First(line => line.StartsWith(label, StringComparison.Ordinal))[label.Length..]
        .Trim();

    /// <summary>The fonts of the file, and whether each is embedded and only in part.</summary>
    public static IReadOnlyList<(string Name, bool Embedded, bool Subset)> Fonts(byte[] pdf) =>
    [
        .. Run("pdffonts", pdf, "{file}")
            .Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Skip(2)
            .Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            .Select(cells => (cells[0], cells[^5] == "yes", cells[^4] == "yes")),
    ];

    /// <summary>What pdfsig says of the signatures.</summary>
    public static string Signature(byte[] pdf) => Run("pdfsig", pdf, "-nocert", "{file}");

    private static string Fold(string text) =>
        string.Join(' ', text.Split([' ', '\u00A0', '\n', '\r', '\f', '\t'], StringSplitOptions.RemoveEmptyEntries));

    private static string Run(string tool, byte[] pdf, params string[] arguments)
    {
        var file = Path.GetTempFileName();
        try
        {
            File.WriteAllBytes(file, pdf);
            var start = new ProcessStartInfo(tool)
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
                StandardOutputEncoding = Encoding.UTF8,
            };
            foreach (var argument in arguments)
            {
                start.ArgumentList.Add(argument == "{file}" ? file : argument);
            }

            using var process = Process.Start(start) ?? throw new InvalidOperationException($"{tool} did not start; install poppler-utils.");
            var error = process.StandardError.ReadToEndAsync();
            var output = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            return output + error.GetAwaiter().GetResult();
        }
        finally
        {
            File.Delete(file);
        }
    }
}
