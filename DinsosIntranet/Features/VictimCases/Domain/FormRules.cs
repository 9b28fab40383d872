using DinsosIntranet.Shared.Acting;

namespace DinsosIntranet.Features.VictimCases.Domain;

/// <summary>
/// What an agency's Form A, B and C may be: any part on any of them, but each part on one at least, so that a file on paper
/// holds all that was told; and nothing apart from what it belongs to.
/// </summary>
public static class FormRules
{
    public const int TitleMaxLength = 80;

    /// <summary>The field a fault of a form's title belongs to.</summary>
    public static string TitleField(string form) => "judul-" + form;

    /// <summary>The field a fault of a part belongs to.</summary>
    public static string PartField(string part) => "bagian-" + part;

    /// <summary>Trimmed titles, parts in their order and once.</summary>
    public static IReadOnlyList<FormTemplate> Normalise(IEnumerable<FormTemplate> forms) =>
    [
        .. forms.Select(f => f with { Title = f.Title.Trim(), Blocks = [.. f.Blocks.Distinct().OrderBy(Order).ThenBy(b => b, StringComparer.Ordinal)] }),
    ];

    /// <summary>Faults of the forms; <paramref name="codes"/> are those there must be.</summary>
    public static IReadOnlyList<Refusal> Check(IReadOnlyList<FormTemplate> forms, IReadOnlyList<string> codes)
    {
        if (!forms.Select(f => f.Code).SequenceEqual(codes))
        {
            return [new Refusal($"Formulir harus {string.Join(", ", codes)}, masing-masing satu.")];
        }

        var refusals = new List<Refusal>();
        foreach (var form in forms)
        {
            if (form.Title.Length is 0 or > TitleMaxLength)
            {
                refusals.Add(new Refusal(form.Title.Length == 0 ? $"Isi judul Formulir {form.Code}." : $"Judul paling banyak {TitleMaxLength} huruf.", TitleField(form.Code)));
            }

            if (form.Blocks.Count == 0)
            {
                refusals.Add(new Refusal($"Formulir {form.Code} belum memuat apa pun. Centang setidaknya satu bagian.", TitleField(form.Code)));
            }

            if (form.Blocks.Any(b => FormParts.Find(b) is null))
            {
                refusals.Add(new Refusal($"Formulir {form.Code} memuat bagian yang tidak dikenal.", TitleField(form.Code)));
            }
        }

        foreach (var part in FormParts.All)
        {
            if (forms.All(f => !f.Blocks.Contains(part.Code)))
            {
                refusals.Add(new Refusal($"{part.Code} {part.Title} belum ada di formulir mana pun.", PartField(part.Code)));
            }
            else if (part.Parent is { } parent && forms.FirstOrDefault(f => f.Blocks.Contains(part.Code) && !f.Blocks.Contains(parent)) is { } alone)
            {
                refusals.Add(new Refusal($"{part.Code} {part.Title} di Formulir {alone.Code} harus bersama {parent} {FormParts.Find(parent)!.Title}.", PartField(part.Code)));
            }
        }

        return refusals;
    }

    private static int Order(string code)
    {
        for (var i = 0; i < FormParts.All.Count; i++)
        {
            if (FormParts.All[i].Code == code)
            {
                return i;
            }
        }

        return FormParts.All.Count;
    }
}
