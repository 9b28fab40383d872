using DinsosIntranet.Features.Letters.Toolkit;

namespace DinsosIntranet.Features.Complaints.Documents;

/// <summary>What the letter that answers a complainant says.</summary>
public sealed record ComplaintReplyPaper
{
    public required bool IsDraft { get; init; }

    public required string? Number { get; init; }

    /// <summary>"Sdr. Siti Aminah", or by the number of the complaint.</summary>
    public required string To { get; init; }

    public required string Place { get; init; }

    public required string ComplaintNumber { get; init; }

    public required string ReceivedOn { get; init; }

    public required string Channel { get; init; }

    public required IReadOnlyList<string> Paragraphs { get; init; }

    /// <summary>Working days within which a response is waited for.</summary>
    public required int ResponseDays { get; init; }

    public required bool IsSecret { get; init; }

    public required SignatureBlock Signature { get; init; }

    public required string? QrText { get; init; }

    public required IReadOnlyList<string> FooterLines { get; init; }

    public required DateTime CreatedUtc { get; init; }
}

/// <summary>Surat tanggapan atas pengaduan.</summary>
public static class ComplaintReplyDocument
{
    public static byte[] Render(ComplaintReplyPaper model, Letterhead head)
    {
        const string Title = "Tanggapan atas pengaduan";
        var page = head.Page with { LineSpacing = Math.Min(head.Page.LineSpacing, 1.2) };
        using var paper = new PaperBuilder(head with { Page = page }, new PaperMetadata(model.Number is null ? Title : $"{Title} {model.Number}", Title, head.Agency, model.CreatedUtc));
        paper.LetterFooter(model.IsDraft, model.QrText, model.FooterLines);

        var body = paper.Body
            .Space(3)
            .Labelled(26, 0.3, [
                ("Nomor", model.Number ?? "belum diberikan"),
                ("Sifat", model.IsSecret ? "Rahasia" : "Biasa"),
                ("Lampiran", "-"),
                ("Hal", TextRun.Bold($"{Title} nomor {model.ComplaintNumber}")),
            ])
            .Space(3)
            .Text(TextAlign.Left, $"Yth. {model.To}")
            .Text(TextAlign.Left, $"di {model.Place}")
            .Space(3)
            .Paragraph($"Terima kasih atas pengaduan Saudara yang kami terima {model.ReceivedOn} lewat {Typography.MidSentence(model.Channel)}. Setelah diperiksa, kami sampaikan tanggapan sebagai berikut:");
        foreach (var paragraph in model.Paragraphs)
        {
            body.Paragraph(paragraph);
        }

        body.Paragraph($"Tanggapan Saudara atas jawaban ini kami tunggu dalam {model.ResponseDays} hari kerja, dengan menyebut nomor pengaduan di atas. Bila belum puas, Saudara dapat mengadu ke Inspektorat Kabupaten, Ombudsman RI, atau SP4N-LAPOR! (www.lapor.go.id).")
            .Paragraph("Demikian kami sampaikan. Atas perhatian Saudara, kami ucapkan terima kasih.")
            .Signature(model.Signature, spaceMm: 16);
        return paper.Render();
    }
}
