using DinsosIntranet.Features.Letters.Toolkit;

namespace DinsosIntranet.Features.Complaints.Documents;

/// <summary>What a letter that gives a complaint to another body says.</summary>
public sealed record ComplaintTransferPaper
{
    public required bool IsDraft { get; init; }

    public required string? Number { get; init; }

    /// <summary>Up to the superior of the head of agency.</summary>
    public required bool IsToSuperior { get; init; }

    public required string To { get; init; }

    public required string Place { get; init; }

    public required string ComplaintNumber { get; init; }

    public required string ReceivedOn { get; init; }

    public required string Channel { get; init; }

    /// <summary>The name and address of an open complainant, else in words what is known.</summary>
    public required string Complainant { get; init; }

    public required string When { get; init; }

    public required string EventPlace { get; init; }

    public required string Description { get; init; }

    public required string? Demand { get; init; }

    /// <summary>Why it is not the agency's, as practice names it; null towards a superior.</summary>
    public required string? Ground { get; init; }

    public required string Reason { get; init; }

    public required int EvidenceCount { get; init; }

    /// <summary>Whether the name was to be kept secret, so that the body does the same.</summary>
    public required bool IsSecret { get; init; }

    /// <summary>Whether there is somebody to be answered.</summary>
    public required bool IsNamed { get; init; }

    public required SignatureBlock Signature { get; init; }

    public required string? QrText { get; init; }

    public required IReadOnlyList<string> FooterLines { get; init; }

    public required DateTime CreatedUtc { get; init; }
}

/// <summary>Surat penerusan pengaduan, and surat penyerahan pengaduan to the superior of the head.</summary>
public static class ComplaintTransferDocument
{
    public static byte[] Render(ComplaintTransferPaper model, Letterhead head)
    {
        var title = model.IsToSuperior ? "Penyerahan pengaduan" : "Penerusan pengaduan";
        var page = head.Page with { LineSpacing = Math.Min(head.Page.LineSpacing, 1.2) };
        using var paper = new PaperBuilder(head with { Page = page }, new PaperMetadata(model.Number is null ? title : $"{title} {model.Number}", title, head.Agency, model.CreatedUtc));
        paper.LetterFooter(model.IsDraft, model.QrText, model.FooterLines);

        paper.Body
            .Space(3)
            .Labelled(26, 0.3, [
                ("Nomor", model.Number ?? "belum diberikan"),
                ("Sifat", model.IsSecret || model.IsToSuperior ? "Rahasia" : "Biasa"),
                ("Lampiran", model.EvidenceCount == 0 ? "-" : $"{model.EvidenceCount} berkas bukti"),
                ("Hal", TextRun.Bold($"{title} nomor {model.ComplaintNumber}")),
            ])
            .Space(3)
            .Text(TextAlign.Left, $"Yth. {model.To}")
            .Text(TextAlign.Left, $"di {model.Place}")
            .Space(3)
            .Paragraph(model.IsToSuperior
                ? "Bersama ini kami serahkan pengaduan masyarakat di bawah ini. Karena yang diadukan Kepala Dinas, pemeriksaan dan putusannya bukan pada dinas kami."
                : "Bersama ini kami teruskan pengaduan masyarakat di bawah ini, karena setelah ditelaah bukan kewenangan dinas kami.")
            .Labelled(46, 0.4, Particulars(model))
            .Space(2)
            .Paragraph(model.Reason)
            .Paragraph(model.IsSecret
                ? "Pengadu meminta namanya dirahasiakan. Keterangan tentang pengadu hanya disampaikan terpisah bila diperlukan untuk menjawabnya."
                : model.IsNamed
                    ? "Mohon pengaduan ini ditindaklanjuti sesuai ketentuan dan jawabannya disampaikan kepada pengadu."
                    : "Mohon pengaduan ini ditindaklanjuti sesuai ketentuan. Pengadu tidak menyebut namanya.")
            .Paragraph("Demikian kami sampaikan. Atas perhatian dan kerja sama Saudara, kami ucapkan terima kasih.")
            .Signature(model.Signature, spaceMm: 18);
        return paper.Render();
    }

    private static IEnumerable<(string, TextRun)> Particulars(ComplaintTransferPaper model)
    {
        yield return ("Diterima", $"{model.ReceivedOn}, {model.Channel}");
        yield return ("Pengadu", model.Complainant);
        yield return ("Waktu kejadian", model.When);
        yield return ("Tempat kejadian", model.EventPlace);
        yield return ("Uraian", model.Description);
        if (model.Demand is not null)
        {
            yield return ("Permintaan", model.Demand);
        }

        if (model.Ground is not null)
        {
            yield return ("Alasan", model.Ground);
        }
    }
}
