namespace DinsosIntranet.Features.Standards.Domain;

public sealed partial class StandardComparison
{
    /// <summary>The agency's own letter: what it is called, what is asked for, and its words part by part.</summary>
    private List<Difference> Letter()
    {
        var (before, after) = (_before.Letter, _after.Letter);
        if (before is null || after is null)
        {
            return [.. Field("Surat", before?.Name, after?.Name)];
        }

        return
        [
            .. Field("Nama surat", before.Name, after.Name),
            .. Field("Judul di atas kertas", before.Heading, after.Heading),
            .. Field("Kode klasifikasi", before.Classification, after.Classification),
            .. Field("Masa berlaku", ValidityText(before), ValidityText(after)),
            .. Keyed(before.Fields, after.Fields, f => f.Code, f => $"Isian \"{f.Label}\"", FieldText),
            .. Lists("Isi surat", [.. before.Parts.Select(p => StandardWords.PartText(before, p))], [.. after.Parts.Select(p => StandardWords.PartText(after, p))]),
        ];
    }

    private static string ValidityText(LetterTemplate letter) => letter.ValidDays is { } days ? $"{days} hari" : "tanpa akhir";

    private static string FieldText(LetterField field) =>
        $"{field.Label}, {StandardWords.FieldKind(field.Kind)}{(field.Choices is null ? "" : $" ({string.Join(", ", field.Choices)})")}, {(field.Mandatory ? "wajib" : "boleh kosong")}{(field.Note is null ? "" : $". Catatan: {field.Note}")}";
}
