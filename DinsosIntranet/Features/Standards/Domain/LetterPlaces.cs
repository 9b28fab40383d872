using System.Text;
using System.Text.RegularExpressions;

namespace DinsosIntranet.Features.Standards.Domain;

/// <summary>
/// The places in the words of a template: "{nama}" stands for a name. Besides the template's own fields these are known of
/// every request.
/// </summary>
public static partial class LetterPlaces
{
    public const string ValidUntil = "berlaku-sampai";

    /// <summary>What is known without anybody typing it, with what it stands for.</summary>
    public static IReadOnlyDictionary<string, string> Known { get; } = new Dictionary<string, string>
    {
        ["nama"] = "Nama orang yang diterangkan",
        ["nik"] = "NIK orang yang diterangkan",
        ["alamat"] = "Alamat orang yang diterangkan",
        ["pemohon"] = "Nama pemohon",
        ["jabatan"] = "Jabatan penanda tangan, lengkap dengan nama dinas",
        ["dinas"] = "Nama dinas",
        ["kabupaten"] = "Nama kabupaten",
        ["nomor-permohonan"] = "Nomor permohonan",
        ["tanggal-permohonan"] = "Tanggal permohonan diterima",
        [ValidUntil] = "Tanggal akhir berlaku; hanya bila suratnya punya masa berlaku",
    };

    /// <summary>The codes of the places in a text, each once.</summary>
    public static IReadOnlyList<string> In(string text) => [.. Place().Matches(text).Select(m => m.Groups["code"].Value).Distinct()];

    /// <summary>Whether a brace stands where no place begins or ends.</summary>
    public static bool HasLooseBrace(string text) => Place().Replace(text, "").AsSpan().IndexOfAny('{', '}') >= 0;

    /// <summary>
    /// The text with every place filled. A sentence part that would be empty leaves a dash, so that nothing reads as if
    /// a word were missing.
    /// </summary>
    public static string Fill(string text, Func<string, string?> valueOf)
    {
        var filled = new StringBuilder(text.Length);
        var from = 0;
        foreach (Match match in Place().Matches(text))
        {
            filled.Append(text, from, match.Index - from).Append(valueOf(match.Groups["code"].Value) is { Length: > 0 } value ? value : "-");
            from = match.Index + match.Length;
        }

        return filled.Append(text, from, text.Length - from).ToString();
    }

    [GeneratedRegex("\\{(?<code>[a-z0-9]+(-[a-z0-9]+)*)\\}", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Place();
}
