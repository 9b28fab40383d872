using System.Globalization;
using System.Text.RegularExpressions;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Text;

namespace DinsosIntranet.Features.Letters.Domain;

/// <summary>What a letter number is made of; <paramref name="Suffix"/> is the letter of an inserted number (12a), right behind its figures.</summary>
public sealed record NumberParts(string Classification, int Sequence, string Unit, DateOnly Date, bool IsConfidential, string Suffix = "");

/// <summary>
/// How the agency writes its letter numbers: plain text with fields in braces. <c>{kode}</c> classification,
/// <c>{urut}</c> running number, <c>{urut:000}</c> with leading zeros, <c>{unit}</c>, <c>{bulan}</c> in Roman figures,
/// <c>{tahun}</c>, <c>{keamanan}</c> B or R. Permendagri 83/2022 leaves the order to the regency.
/// </summary>
public sealed partial class LetterNumberPattern
{
    public const int MaxLength = 120;

    /// <summary>The one book of an agency whose numbers carry no classification.</summary>
    public const string BookOfAll = "surat";

    /// <summary>Begins the code of a book of one classification.</summary>
    public const string BookPrefix = "surat:";

    private const int MostZeros = 6;

    private static readonly string[] Fields = ["kode", "urut", "unit", "bulan", "tahun", "keamanan"];

    private readonly string _text;

    private LetterNumberPattern(string text) => _text = text;

    /// <summary>The pattern, or a sentence about what is wrong with it.</summary>
    public static Outcome<LetterNumberPattern> Parse(string? text)
    {
        var pattern = text?.Trim() ?? "";
        if (pattern.Length is 0 or > MaxLength)
        {
            return Outcome.Refused(pattern.Length == 0 ? "Isi pola nomor." : $"Pola paling banyak {MaxLength} huruf.");
        }

        var rest = Field().Replace(pattern, "");
        if (rest.AsSpan().IndexOfAny('{', '}') >= 0)
        {
            return Outcome.Refused("Kurung kurawal tidak berpasangan.");
        }

        var fields = Field().Matches(pattern).Select(m => (Name: m.Groups["name"].Value, Format: m.Groups["format"].Value)).ToList();
        if (fields.FirstOrDefault(f => !Fields.Contains(f.Name)) is { Name: not null } unknown)
        {
            return Outcome.Refused($"{{{unknown.Name}}} tidak dikenal. Yang dapat dipakai: {string.Join(", ", Fields.Select(f => $"{{{f}}}"))}.");
        }

        if (fields.Exists(f => f.Format.Length > 0 && (f.Name != "urut" || f.Format.Length > MostZeros || f.Format.Trim('0').Length > 0)))
        {
            return Outcome.Refused($"Hanya nomor urut yang dapat diberi bentuk, dengan angka nol saja, misalnya {{urut:000}}; paling banyak {MostZeros}.");
        }

        if (fields.Count(f => f.Name == "urut") != 1)
        {
            return Outcome.Refused("Pola harus berisi {urut} tepat satu kali.");
        }

        return fields.Exists(f => f.Name == "tahun")
            ? new LetterNumberPattern(pattern)
            : Outcome.Refused("Pola harus berisi {tahun}, karena nomor urut mulai lagi dari 1 setiap tahun.");
    }

    /// <summary>
    /// The book whose running numbers a letter of this classification takes: letters whose numbers would read alike share
    /// one, or two of them would bear the same number. Where the pattern writes no classification, that is all of them.
    /// </summary>
    public string BookOf(string classification) => _text.Contains("{kode}", StringComparison.Ordinal) ? BookPrefix + classification : BookOfAll;

    /// <summary>For example "400.9.14.1/247/Dinsos/XI/2026".</summary>
    /// <remarks>A kind of letter without a classification code begins with what follows it, not with a stroke.</remarks>
    public string Format(NumberParts parts) => Field().Replace(_text, match => match.Groups["name"].Value switch
    {
        "kode" => parts.Classification,
        "urut" => parts.Sequence.ToString(match.Groups["format"].Value is { Length: > 0 } zeros ? zeros : "0", CultureInfo.InvariantCulture) + parts.Suffix,
        "unit" => parts.Unit,
        "bulan" => IndonesianDates.RomanMonth(parts.Date.Month),
        "tahun" => parts.Date.Year.ToString(CultureInfo.InvariantCulture),
        _ => parts.IsConfidential ? "R" : "B",
    }).TrimStart('/', ' ');

    [GeneratedRegex(@"\{(?<name>[^{}:]*)(:(?<format>[^{}]*))?\}", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Field();
}
