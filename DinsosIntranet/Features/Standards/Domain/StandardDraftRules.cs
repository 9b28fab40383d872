using System.Text.RegularExpressions;
using DinsosIntranet.Shared.Acting;

namespace DinsosIntranet.Features.Standards.Domain;

/// <summary>
/// What is missing while a standard is written, beside the field it belongs to. Only what would make no sense to check further:
/// whether the steps hang together is asked of the finished file (<see cref="StandardFile.Check"/>).
/// </summary>
public static partial class StandardDraftRules
{
    public const int CodeMaxLength = 60;
    public const int ShortTitleMaxLength = 40;

    public static string Field(string part, int index, string name) => $"{part}-{index}-{name}";

    public static IReadOnlyList<Refusal> Check(StandardDraft draft)
    {
        var refusals = new List<Refusal>();
        void Need(string? text, string name, string field)
        {
            if (string.IsNullOrWhiteSpace(text))
            {
                refusals.Add(new Refusal($"{name} belum diisi.", field));
            }
        }

        Need(draft.Title, "Judul", nameof(draft.Title));
        Need(draft.ShortTitle, "Judul pendek", nameof(draft.ShortTitle));
        Need(draft.Regency, "Kabupaten", nameof(draft.Regency));
        Need(draft.Agency, "Instansi", nameof(draft.Agency));
        Need(draft.Fee, "Biaya", nameof(draft.Fee));
        Need(draft.Promise.Published, "Waktu seperti diterbitkan", nameof(draft.Promise.Published));
        if (draft.Code.Length > CodeMaxLength || !Code().IsMatch(draft.Code))
        {
            refusals.Add(new Refusal("Tulis kode dengan huruf kecil, angka, dan tanda hubung, misalnya reaktivasi-pbi-jk.", nameof(draft.Code)));
        }

        if (!Prefix().IsMatch(draft.NumberPrefix))
        {
            refusals.Add(new Refusal("Tulis 2 sampai 8 huruf besar, misalnya PBIJK.", nameof(draft.NumberPrefix)));
        }

        if ((draft.Promise.Most.Unit == PublishedUnits.Unlimited) != draft.Promise.Most.Amount is null)
        {
            refusals.Add(new Refusal("Isi jumlahnya; tanpa batas tidak memakai jumlah.", nameof(draft.Promise)));
        }

        CheckLists(draft, Need, refusals);
        CheckLetter(draft.Letter, Need);
        Need(draft.Complaints.Address, "Alamat pengaduan", "Complaints.Address");
        Need(draft.Complaints.Phone, "Telepon pengaduan", "Complaints.Phone");
        Each(draft.Complaints.Channels, (channel, i) => Need(channel.Text, "Cara mengadu", Field("pengaduan", i, "isi")));
        return refusals;
    }

    private static void CheckLists(StandardDraft draft, Action<string?, string, string> need, List<Refusal> refusals)
    {
        Each(draft.Products, (product, i) => need(product, "Produk", Field("produk", i, "isi")));
        Each(draft.Requirements, (requirement, i) => need(requirement.Text, "Persyaratan", Field("syarat", i, "isi")));
        Each(draft.Channels, (channel, i) => need(channel.Name, "Nama saluran", Field("saluran", i, "nama")));
        Each(draft.Endings, (ending, i) => need(ending.Name, "Nama akhir", Field("akhir", i, "nama")));
        Each(draft.Steps, (step, i) =>
        {
            need(step.Number, "Nomor langkah", Field("langkah", i, "nomor"));
            need(step.Title, "Bunyi langkah", Field("langkah", i, "judul"));
            need(step.ShortTitle, "Judul pendek langkah", Field("langkah", i, "pendek"));
            Each(step.Outcomes, (outcome, o) => need(outcome.Label, "Tulisan tombol", Field($"langkah-{i}-hasil", o, "label")));
            if (step.Proposal is { Instructions.Count: 0 })
            {
                refusals.Add(new Refusal("Pilih sedikitnya satu instruksi disposisi.", Field("langkah", i, "instruksi")));
            }
        });
        foreach (var (count, name, field) in ((int, string, string)[])[(draft.Products.Count, "produk", "produk"), (draft.Channels.Count, "saluran", "saluran"), (draft.Steps.Count, "langkah", "langkah"), (draft.Endings.Count, "akhir permohonan", "akhir"), (draft.Requirements.Count, "persyaratan", "syarat")])
        {
            if (count == 0)
            {
                refusals.Add(new Refusal($"Tambahkan sedikitnya satu {name}.", field));
            }
        }
    }

    private static void CheckLetter(LetterDraft? letter, Action<string?, string, string> need)
    {
        if (letter is null)
        {
            return;
        }

        need(letter.Name, "Nama surat", "Letter.Name");
        need(letter.Heading, "Judul surat", "Letter.Heading");
        Each(letter.Fields, (field, i) => need(field.Label, "Label isian", Field("isian", i, "label")));
        Each(letter.Parts.Where(p => p.Kind == LetterPartKind.Paragraph).ToList(), (part, i) => need(part.Paragraph, "Paragraf", Field("bagian", letter.Parts.IndexOf(part), "isi")));
    }

    private static void Each<T>(IReadOnlyList<T> items, Action<T, int> action)
    {
        for (var i = 0; i < items.Count; i++)
        {
            action(items[i], i);
        }
    }

    [GeneratedRegex("^[a-z0-9]+(-[a-z0-9]+)*$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Code();

    [GeneratedRegex("^[A-Z]{2,8}$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Prefix();
}
