using DinsosIntranet.Features.Letters.Toolkit;

namespace DinsosIntranet.Features.Repatriation.Documents;

/// <summary>What a referral says, and its return slip.</summary>
public sealed record RepatriationReferralPaper
{
    public required bool IsDraft { get; init; }

    public required string? Number { get; init; }

    public required string Body { get; init; }

    public required string Address { get; init; }

    /// <summary>The number of the request, which stands for the people.</summary>
    public required string Code { get; init; }

    public required int People { get; init; }

    public required string Reason { get; init; }

    public required string Agency { get; init; }

    public required SignatureBlock Signature { get; init; }

    public required string? QrText { get; init; }

    public required IReadOnlyList<string> FooterLines { get; init; }

    public required DateTime CreatedUtc { get; init; }
}

/// <summary>Surat rujukan warga migran, and on a page of its own the slip the other organisation sends back.</summary>
public static class RepatriationReferralDocument
{
    private const string Blank = "........................................................";

    public static byte[] Render(RepatriationReferralPaper model, Letterhead head)
    {
        const string Title = "Surat rujukan";
        using var paper = new PaperBuilder(head, new PaperMetadata(model.Number is null ? Title : $"{Title} {model.Number}", Title, head.Agency, model.CreatedUtc));
        paper.LetterFooter(model.IsDraft, model.QrText, model.FooterLines);

        paper.Body
            .Space(3)
            .Labelled(26, 0.3, [
                ("Nomor", model.Number ?? "belum diberikan"),
                ("Sifat", "Rahasia"),
                ("Lampiran", "1 lembar balik"),
                ("Hal", TextRun.Bold($"Rujukan warga migran kode {model.Code}")),
            ])
            .Space(3)
            .Text(TextAlign.Left, $"Yth. Pimpinan {model.Body}")
            .Text(TextAlign.Left, model.Address)
            .Space(3)
            .Paragraph($"Bersama ini kami rujuk {model.People} orang warga migran untuk dilayani lembaga Saudara. Setelah diverifikasi, mereka tidak dapat kami layani dengan pemulangan warga migran korban kekerasan.")
            .Labelled(46, 0.4, [("Kode", model.Code), ("Jumlah", $"{model.People} orang"), ("Alasan", model.Reason)])
            .Space(2)
            .Paragraph("Identitas mereka kami sampaikan terpisah kepada petugas yang Saudara tunjuk. Mohon lembar balik diisi dan dikirim kembali kepada kami.")
            .Paragraph("Atas perhatian dan kerja sama Saudara, kami ucapkan terima kasih.")
            .Signature(model.Signature, spaceMm: 18)
            .PageBreak()
            .Heading("LEMBAR BALIK RUJUKAN")
            .Labelled(56, 1.2, [
                ("Kode", model.Code),
                ("Surat rujukan", model.Number ?? "belum diberikan"),
                ("Dikirim kembali kepada", model.Agency),
                ("Diterima oleh", Blank),
                ("Jabatan", Blank),
                ("Tanggal diterima", Blank),
                ("Layanan yang diberikan", Blank),
                ("Tindak lanjut", Blank),
            ])
            .Space(6)
            .Text(TextAlign.Left, "Tanda tangan dan cap lembaga penerima");
        return paper.Render();
    }
}
