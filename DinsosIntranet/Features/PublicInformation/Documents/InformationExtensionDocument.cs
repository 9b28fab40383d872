using DinsosIntranet.Features.Letters.Toolkit;

namespace DinsosIntranet.Features.PublicInformation.Documents;

/// <summary>What the notice of a longer time says.</summary>
public sealed record InformationExtensionPaper
{
    public required InformationLetterFrame Frame { get; init; }

    public required AnsweredRequest Request { get; init; }

    /// <summary>The reason as the law names it.</summary>
    public required string Reason { get; init; }

    /// <summary>What that means here, in the agency's words.</summary>
    public required string Explanation { get; init; }

    public required string FirstLimit { get; init; }

    public required string NewLimit { get; init; }

    public required int Days { get; init; }
}

/// <summary>Pemberitahuan perpanjangan waktu (UU 14/2008 pasal 22 ayat 8): once, with written reasons.</summary>
public static class InformationExtensionDocument
{
    public static byte[] Render(InformationExtensionPaper model, Letterhead head)
    {
        using var paper = model.Frame.Begin(head, "Pemberitahuan perpanjangan waktu", "Perpanjangan waktu jawaban permohonan informasi");
        paper.Body
            .Paragraph("Atas permohonan informasi publik berikut:")
            .Labelled(46, 0.6, model.Request.Lines())
            .Space(2)
            .Paragraph($"kami memberitahukan bahwa waktu untuk menjawab diperpanjang {model.Days} hari kerja, dari semula paling lambat {model.FirstLimit} menjadi paling lambat ", TextRun.Bold(model.NewLimit), ".")
            .Labelled(46, 0.6, [("Alasan", model.Reason), ("Penjelasan", model.Explanation)])
            .Space(2)
            .Paragraph("Perpanjangan ini hanya dilakukan satu kali. Bila sampai batas itu permohonan belum dijawab, Anda dapat mengajukan keberatan kepada atasan PPID.")
            .Signature(model.Frame.Signature, spaceMm: 18);
        return paper.Render();
    }
}
