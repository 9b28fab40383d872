using DinsosIntranet.Features.Letters.Toolkit;

namespace DinsosIntranet.Features.Dtks.Documents;

/// <summary>What the certificate says. The NIK is printed in full: the certificate is worthless to a school without it.</summary>
public sealed record DtksCertificatePaper
{
    /// <summary>A draft carries "KONSEP" across every page and no code that could be checked.</summary>
    public required bool IsDraft { get; init; }

    /// <summary>The letter's number; a draft may have none yet.</summary>
    public required string? Number { get; init; }

    /// <summary>Short name of the data source, in the title: "DTKS" or "DTSEN".</summary>
    public required string SourceShortName { get; init; }

    /// <summary>Full name of the data source, in the text.</summary>
    public required string SourceName { get; init; }

    /// <summary>The position that certifies: "Kepala Dinas Sosial Kabupaten Lebak".</summary>
    public required string CertifiedBy { get; init; }

    public required string HolderName { get; init; }

    public required string HolderNik { get; init; }

    /// <summary>"12 Juni 1985"; null where it is not known.</summary>
    public string? BirthDate { get; init; }

    public required string? FamilyCardNumber { get; init; }

    public required string Address { get; init; }

    /// <summary>Who asked, where it was not the holder.</summary>
    public required string? ApplicantName { get; init; }

    public required string? ApplicantRelation { get; init; }

    /// <summary>"23 November 2026 pukul 09.40 WIB".</summary>
    public required string CheckedAt { get; init; }

    public required string DataPeriod { get; init; }

    /// <summary>"ID keluarga" or "ID DTKS".</summary>
    public required string IdTitle { get; init; }

    public required string? Id { get; init; }

    /// <summary>1 to 10; null where the family has not been ranked.</summary>
    public required int? Decile { get; init; }

    public required IReadOnlyList<string> Programmes { get; init; }

    /// <summary>Follows "dipergunakan untuk".</summary>
    public required string Purpose { get; init; }

    public required string? ValidUntil { get; init; }

    /// <summary>Number and date of the letter whose place this one takes; null for a letter of its own.</summary>
    public string? Replaces { get; init; }

    /// <summary>Whether that one holds no longer because of this one.</summary>
    public bool RevokesReplaced { get; init; }

    public required SignatureBlock Signature { get; init; }

    public required string? QrText { get; init; }

    public required IReadOnlyList<string> FooterLines { get; init; }

    public required DateTime CreatedUtc { get; init; }

    public string CheckedIn { get; init; } = "SIKS-NG";
}

/// <summary>Surat Keterangan Terdaftar DTKS/DTSEN.</summary>
public static class DtksCertificateDocument
{
    private static readonly string[] DecileWords =
        ["satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan", "sepuluh"];

    public static byte[] Render(DtksCertificatePaper model, Letterhead head)
    {
        var title = "Surat Keterangan Terdaftar " + model.SourceShortName;
        using var paper = new PaperBuilder(head, new PaperMetadata(model.Number is null ? title : $"{title} {model.Number}", "Surat keterangan", head.Agency, model.CreatedUtc));
        paper.Title(title.ToUpperInvariant(), model.Number ?? (model.IsDraft ? "belum diberikan" : null))
            .LetterFooter(model.IsDraft, model.QrText, model.FooterLines);

        var body = paper.Body
            .Paragraph($"Yang bertanda tangan di bawah ini, {model.CertifiedBy}, menerangkan bahwa:")
            .Labelled(46, 1.2, Holder(model))
            .Space(2)
            .Paragraph(
                $"berdasarkan pengecekan pada aplikasi {model.CheckedIn} tanggal {model.CheckedAt} terhadap {model.SourceName}, ",
                TextRun.Bold("tercatat"),
                " dengan keterangan sebagai berikut:")
            .Grid(Record(model))
            .Paragraph(Use(model));
        if (model.Replaces is { } replaced)
        {
            body.Paragraph($"Surat keterangan ini menggantikan surat nomor {replaced}{(model.RevokesReplaced ? ", yang dicabut dan tidak berlaku lagi" : "")}.");
        }

        body.Paragraph("Demikian surat keterangan ini dibuat untuk dipergunakan sebagaimana mestinya.")
            .Signature(model.Signature);
        return paper.Render();
    }

    private static IEnumerable<(string, TextRun)> Holder(DtksCertificatePaper model)
    {
        yield return ("Nama", Typography.Unbroken(model.HolderName));
        yield return ("NIK", model.HolderNik);
        if (model.BirthDate is not null)
        {
            yield return ("Tanggal lahir", model.BirthDate);
        }

        if (model.FamilyCardNumber is not null)
        {
            yield return ("Nomor Kartu Keluarga", model.FamilyCardNumber);
        }

        yield return ("Alamat", model.Address);
        if (model.ApplicantName is not null && !string.Equals(model.ApplicantName.Trim(), model.HolderName.Trim(), StringComparison.OrdinalIgnoreCase))
        {
            yield return ("Pemohon", Typography.Unbroken(model.ApplicantName) + (model.ApplicantRelation is null ? "" : $" ({model.ApplicantRelation})"));
        }
    }

    private static PaperGrid Record(DtksCertificatePaper model) => new PaperGrid(38, 48, 24, 50)
        .Heads("Periode data", model.IdTitle, "Desil", "Kepesertaan program")
        .Row(
            GridCell.Center(model.DataPeriod),
            GridCell.Center(model.Id ?? "-"),
            GridCell.Center(Decile(model.Decile)),
            GridCell.Center(model.Programmes.Count == 0 ? "Tidak ada" : string.Join(", ", model.Programmes.Select(Typography.Unbroken))));

    private static string Decile(int? decile) => decile switch
    {
        null => "belum diperingkat",
        >= 1 and <= 10 => Typography.Unbroken($"{decile} ({DecileWords[decile.Value - 1]})"),
        _ => throw new ArgumentOutOfRangeException(nameof(decile), decile, "A decile is 1 to 10."),
    };

    private static string Use(DtksCertificatePaper model) => model.ValidUntil is null
        ? $"Surat keterangan ini dipergunakan untuk {model.Purpose}."
        : $"Surat keterangan ini dipergunakan untuk {model.Purpose} dan berlaku sampai dengan tanggal {model.ValidUntil}.";
}
