using DinsosIntranet.Features.Letters.Toolkit;

namespace DinsosIntranet.Features.PublicInformation.Documents;

/// <summary>What the letter to the body that holds the information says.</summary>
public sealed record InformationReferralPaper
{
    public required InformationLetterFrame Frame { get; init; }

    public required string Body { get; init; }

    public required IReadOnlyList<string> AddressLines { get; init; }

    public required AnsweredRequest Request { get; init; }

    public required string Purpose { get; init; }

    public required string? Note { get; init; }
}

/// <summary>Penerusan permohonan informasi: tells the body that holds the information who asked for what; the applicant is told in the notice.</summary>
public static class InformationReferralDocument
{
    public static byte[] Render(InformationReferralPaper model, Letterhead head)
    {
        using var paper = model.Frame.Begin(head, "Penerusan permohonan informasi", "Permohonan informasi yang dikuasai badan publik lain");
        paper.Body
            .Text(TextAlign.Left, "Kepada Yth.")
            .Text(TextAlign.Left, TextRun.Bold("Pimpinan " + model.Body));
        foreach (var line in model.AddressLines)
        {
            paper.Body.Text(TextAlign.Left, line);
        }

        paper.Body
            .Space(3)
            .Paragraph($"Kami menerima permohonan informasi publik berikut. Menurut pemeriksaan kami informasinya dikuasai {model.Body}, sehingga permohonan ini kami teruskan untuk dilayani sesuai ketentuan.")
            .Labelled(46, 0.4, model.Request.Lines())
            .Labelled(46, 0.4, [("Tujuan penggunaan", model.Purpose)])
            .Space(2);
        if (model.Note is not null)
        {
            paper.Body.Paragraph(model.Note);
        }

        paper.Body
            .Paragraph("Pemohon sudah diberi tahu secara tertulis bahwa permohonannya diteruskan. Atas perhatian Saudara kami ucapkan terima kasih.")
            .Signature(model.Frame.Signature, spaceMm: 18);
        return paper.Render();
    }
}
