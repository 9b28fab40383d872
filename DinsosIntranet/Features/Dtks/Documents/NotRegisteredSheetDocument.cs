using DinsosIntranet.Features.Letters.Toolkit;

namespace DinsosIntranet.Features.Dtks.Documents;

/// <summary>What the sheet says. A NIK is printed masked whatever comes in: the sheet is information, not proof.</summary>
public sealed record NotRegisteredSheetPaper
{
    public required string RequestNumber { get; init; }

    public required string CheckedName { get; init; }

    public required string? CheckedNik { get; init; }

    public required string? Address { get; init; }

    /// <summary>Full name of the data source that was searched.</summary>
    public required string SourceName { get; init; }

    public required string DataPeriod { get; init; }

    /// <summary>Day, date and hour in words.</summary>
    public required string CheckedAt { get; init; }

    /// <summary>What to take along to the village office.</summary>
    public required IReadOnlyList<string> ThingsToBring { get; init; }

    public required SignatureBlock Officer { get; init; }

    public required IReadOnlyList<string> FooterLines { get; init; }

    public required DateTime CreatedUtc { get; init; }

    public string CheckedIn { get; init; } = "SIKS-NG";
}

/// <summary>
/// Lembar Informasi Tidak Terdaftar: given to somebody who was not found in the data. It is no letter, so it has no number
/// and no code; it tells what was searched and which way leads into the data.
/// </summary>
public static class NotRegisteredSheetDocument
{
    /// <summary>Set closer than a letter, so that all the way into the data stands on one page.</summary>
    private const double SheetLineSpacing = 1.2;

    private static readonly string[] Steps =
    [
        "Datang ke kantor desa atau kelurahan tempat tinggal Anda dan sampaikan bahwa Anda ingin diusulkan masuk data.",
        "Usulan Anda dibahas dalam musyawarah desa (musdes) atau musyawarah kelurahan (muskel). Tanyakan kapan musyawarah berikutnya diadakan.",
        "Petugas desa atau kelurahan memasukkan usulan yang disetujui ke aplikasi SIKS-NG. Petugas dapat datang ke rumah untuk melihat keadaan keluarga.",
        "Dinas Sosial memeriksa usulan dari desa dan kelurahan, lalu meneruskannya.",
        "Kementerian Sosial mencocokkan usulan dengan data kependudukan dan menetapkan hasilnya. Hasil baru terlihat pada periode data berikutnya.",
    ];

    public static byte[] Render(NotRegisteredSheetPaper model, Letterhead head)
    {
        var page = head.Page with { LineSpacing = Math.Min(head.Page.LineSpacing, SheetLineSpacing) };
        using var paper = new PaperBuilder(head with { Page = page }, new PaperMetadata("Lembar Informasi Tidak Terdaftar", model.RequestNumber, head.Agency, model.CreatedUtc));
        paper.Title("LEMBAR INFORMASI TIDAK TERDAFTAR", number: null).Footer(new PaperFooter(QrText: null, model.FooterLines));
        paper.Body
            .Paragraph(
                $"Kami sudah mencari nama di bawah ini pada aplikasi {model.CheckedIn}. Sampai saat pengecekan, nama tersebut ",
                TextRun.Bold("belum tercatat"),
                $" dalam {model.SourceName}.")
            .Labelled(46, 0.5, Search(model))
            .Space(3)
            .Heading("Cara mengusulkan diri")
            .Numbered(Steps)
            .Space(2.5);
        if (model.ThingsToBring.Count > 0)
        {
            paper.Body
                .Heading("Yang perlu dibawa ke kantor desa atau kelurahan")
                .Ticks(model.ThingsToBring.Select(thing => new Tick(thing, IsTicked: false)))
                .Space(2);
        }

        paper.Body
            .Paragraph("Semua langkah di atas tidak dipungut biaya. Setelah usulan ditetapkan, Anda dapat meminta pengecekan ulang di loket kami. Tercatat dalam data belum berarti langsung menerima bantuan, karena setiap program mempunyai syarat sendiri.")
            .Signature(model.Officer, spaceMm: 13);
        return paper.Render();
    }

    private static IEnumerable<(string, TextRun)> Search(NotRegisteredSheetPaper model)
    {
        yield return ("Nama yang dicari", TextRun.Bold(Typography.Unbroken(model.CheckedName)));
        if (model.CheckedNik is not null)
        {
            yield return ("NIK", Typography.MaskNik(model.CheckedNik));
        }

        if (model.Address is not null)
        {
            yield return ("Alamat", model.Address);
        }

        yield return ("Waktu pengecekan", model.CheckedAt);
        yield return ("Periode data", model.DataPeriod);
        yield return ("Nomor permohonan", model.RequestNumber);
    }
}
