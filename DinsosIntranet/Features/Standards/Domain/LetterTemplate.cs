using System.Text.Json.Serialization;

namespace DinsosIntranet.Features.Standards.Domain;

/// <summary>What is typed into a field of a letter.</summary>
public enum LetterFieldKind
{
    [JsonStringEnumMemberName("teks")] Text,
    [JsonStringEnumMemberName("teks-panjang")] LongText,
    [JsonStringEnumMemberName("tanggal")] Date,
    [JsonStringEnumMemberName("angka")] Number,
    [JsonStringEnumMemberName("pilihan")] Choice,
}

/// <summary>
/// The letter a standard's product is, written by the agency itself: its words with places in them for what is known of the
/// request and what is typed at the step that prepares it. No code belongs to it.
/// </summary>
/// <remarks>
/// <paramref name="Name"/>: as lists and books call it. <paramref name="Heading"/>: the title on the paper.
/// <paramref name="Classification"/>: the archive's code in its number; without one, that of letters from a template.
/// <paramref name="ValidDays"/>: calendar days after its date; null for no end.
/// </remarks>
public sealed record LetterTemplate(
    string Name,
    string Heading,
    IReadOnlyList<LetterField> Fields,
    IReadOnlyList<LetterPart> Parts,
    string? Classification = null,
    int? ValidDays = null)
{
    public LetterField? FindField(string code) => Fields.FirstOrDefault(f => f.Code == code);
}

/// <summary>
/// One thing to be typed before the letter can be signed.
/// </summary>
/// <remarks>
/// <paramref name="Choices"/>: for a choice, and only there. <paramref name="Note"/>: a hint below the field.
/// </remarks>
public sealed record LetterField(string Code, string Label, LetterFieldKind Kind, bool Mandatory, string? Note = null, IReadOnlyList<string>? Choices = null)
{
    /// <summary>The longest answer, in characters.</summary>
    public int MaxLength => Kind switch
    {
        LetterFieldKind.Text or LetterFieldKind.Choice => 200,
        LetterFieldKind.LongText => 2000,
        _ => 20,
    };
}

/// <summary>
/// One part of a letter's body; exactly one of its properties says something.
/// </summary>
/// <remarks>
/// <paramref name="Paragraph"/>: text with places, "{nama}". <paramref name="Person"/>: the particulars of the person the letter
/// is about. <paramref name="Rows"/>: these fields, label before value. <paramref name="Numbered"/>: numbered sentences, with places.
/// </remarks>
public sealed record LetterPart(string? Paragraph = null, bool Person = false, IReadOnlyList<string>? Rows = null, IReadOnlyList<string>? Numbered = null)
{
    /// <summary>The texts of this part in which places may stand.</summary>
    public IEnumerable<string> Texts => [.. Paragraph is null ? [] : new[] { Paragraph }, .. Numbered ?? []];
}
