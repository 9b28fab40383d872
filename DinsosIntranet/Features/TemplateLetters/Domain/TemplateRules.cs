using System.Globalization;
using System.Text;
using DinsosIntranet.Features.Standards.Domain;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Text;

namespace DinsosIntranet.Features.TemplateLetters.Domain;

/// <summary>What may be typed into the fields of a template, and how it is stored and printed; pure.</summary>
public static class TemplateRules
{
    private const string Stored = "yyyy-MM-dd";

    /// <summary>Numbers have at most fifteen digits, as a spreadsheet keeps them.</summary>
    private const int MostDigits = 15;

    /// <summary>The field a refusal belongs to.</summary>
    public static string FieldOf(string code) => "isian-" + code;

    /// <summary>The answers as they are stored, or a sentence beside each field that cannot be.</summary>
    /// <param name="typed">By code, as typed; a date as dd/mm/yyyy. Codes the template does not know are refused.</param>
    public static Outcome<IReadOnlyDictionary<string, string>> Read(LetterTemplate template, IReadOnlyDictionary<string, string> typed)
    {
        if (typed.Keys.Any(code => template.FindField(code) is null))
        {
            return Outcome.Refused("Isian surat tidak dikenal. Muat ulang halaman.");
        }

        var answers = new Dictionary<string, string>(StringComparer.Ordinal);
        var refusals = new List<Refusal>();
        foreach (var field in template.Fields)
        {
            var text = Clean(typed.GetValueOrDefault(field.Code, ""), field.Kind == LetterFieldKind.LongText);
            if (text.Length == 0)
            {
                if (field.Mandatory)
                {
                    refusals.Add(new Refusal($"{field.Label} belum diisi.", FieldOf(field.Code)));
                }

                continue;
            }

            if (Fault(field, text) is { } fault)
            {
                refusals.Add(new Refusal(fault, FieldOf(field.Code)));
                continue;
            }

            answers[field.Code] = field.Kind == LetterFieldKind.Date ? IndonesianDates.Read(text)!.Value.ToString(Stored, CultureInfo.InvariantCulture) : text;
        }

        return refusals.Count > 0 ? Outcome.Refused(refusals) : Outcome.Ok<IReadOnlyDictionary<string, string>>(answers);
    }

    /// <summary>An answer as it is typed again: the reverse of <see cref="Read"/>.</summary>
    public static string Typed(LetterField field, string answer) => field.Kind == LetterFieldKind.Date ? IndonesianDates.Short(DateOf(answer)) : answer;

    /// <summary>An answer as the letter says it: "3 Agustus 2026"; digits stay as typed, since most are numbers of cards.</summary>
    public static string Printed(LetterField field, string answer) =>
        field.Kind == LetterFieldKind.Date ? IndonesianDates.Letter(DateOf(answer)) : answer;

    private static string? Fault(LetterField field, string text) => field.Kind switch
    {
        _ when text.Length > field.MaxLength => $"{field.Label} paling banyak {field.MaxLength} huruf.",
        LetterFieldKind.Date when IndonesianDates.Read(text) is null => "Tulis tanggal seperti 03/08/2026.",
        LetterFieldKind.Number when text.Length > MostDigits || !text.All(char.IsAsciiDigit) => $"Tulis angka saja, paling banyak {MostDigits} angka.",
        LetterFieldKind.Choice when !field.Choices!.Contains(text) => "Pilih salah satu.",
        _ => null,
    };

    private static DateOnly DateOf(string answer) => DateOnly.ParseExact(answer, Stored, CultureInfo.InvariantCulture);

    /// <summary>Without control characters; one line unless several are meant.</summary>
    private static string Clean(string text, bool keepsLines)
    {
        var clean = new StringBuilder(text.Length);
        foreach (var letter in text.ReplaceLineEndings("\n"))
        {
            clean.Append(letter == '\n' && keepsLines ? letter : char.IsControl(letter) ? ' ' : letter);
        }

        return clean.ToString().Trim();
    }
}
