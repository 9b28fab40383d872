using DinsosIntranet.Features.Letters.Toolkit;

namespace DinsosIntranet.Features.Intake.Documents;

/// <summary>One document that changes hands.</summary>
public sealed record HandedDocument(string Title, string? Number, string Form, string Quantity);

/// <summary>What the receipt of a collected result says. A NIK is printed masked whatever comes in.</summary>
public sealed record HandOverReceiptPaper
{
    public required string Number { get; init; }

    public required string RequestNumber { get; init; }

    /// <summary>Day, date and hour in words: "Senin, 23 November 2026 pukul 10.15 WIB".</summary>
    public required string HandedOverAt { get; init; }

    public required string ApplicantName { get; init; }

    public required string CollectorName { get; init; }

    public required string? CollectorNik { get; init; }

    /// <summary>What the collector is to the applicant, where a proxy came: "penerima kuasa", "ayah".</summary>
    public required string? ProxyRelation { get; init; }

    /// <summary>The letter that gives the proxy the right to collect.</summary>
    public required string? ProxyLetter { get; init; }

    public required IReadOnlyList<HandedDocument> Documents { get; init; }

    public required SignatureBlock Officer { get; init; }

    public required string? QrText { get; init; }

    public required IReadOnlyList<string> FooterLines { get; init; }

    public required DateTime CreatedUtc { get; init; }

    public string Fee { get; init; } = "Tidak dipungut biaya";
}

/// <summary>Tanda terima penyerahan dokumen: the result has been collected, by whom, and when.</summary>
public static class HandOverReceiptDocument
{
    public static byte[] Render(HandOverReceiptPaper model, Letterhead head)
    {
        using var paper = new PaperBuilder(head, new PaperMetadata("Tanda Terima Penyerahan Dokumen " + model.Number, model.RequestNumber, head.Agency, model.CreatedUtc));
        paper.Title("TANDA TERIMA PENYERAHAN DOKUMEN", model.Number)
            .Footer(new PaperFooter(model.QrText, model.FooterLines));
        paper.Body
            .Paragraph($"Pada hari ini, {model.HandedOverAt}, telah diserahkan dokumen hasil layanan kepada:")
            .Labelled(46, 1.2, Particulars(model))
            .Space(2)
            .Grid(Documents(model))
            .Paragraph("Penerima telah memeriksa isi dokumen dan menyatakan nama serta nomor yang tertulis sudah benar. Bila kemudian ditemukan kekeliruan, dokumen dapat dibawa kembali ke loket untuk diperbaiki tanpa biaya.")
            .Signatures(
                new SignatureBlock(["Yang menerima,", model.ProxyRelation is null ? "Pemohon" : "Penerima kuasa"], PlaceAndDate: null, model.CollectorName, Rank: null, Nip: null),
                model.Officer with { TitleLines = ["Yang menyerahkan,", .. model.Officer.TitleLines] });
        return paper.Render();
    }

    private static IEnumerable<(string, TextRun)> Particulars(HandOverReceiptPaper model)
    {
        yield return ("Nomor permohonan", TextRun.Bold(model.RequestNumber));
        yield return ("Pemohon", Typography.Unbroken(model.ApplicantName));
        yield return ("Diterima oleh", Typography.Unbroken(model.CollectorName) + (model.ProxyRelation is null ? " (pemohon sendiri)" : $" ({model.ProxyRelation})"));
        if (model.CollectorNik is not null)
        {
            yield return ("NIK penerima", Typography.MaskNik(model.CollectorNik));
        }

        if (model.ProxyLetter is not null)
        {
            yield return ("Dasar kuasa", model.ProxyLetter);
        }

        yield return ("Biaya", model.Fee);
    }

    private static PaperGrid Documents(HandOverReceiptPaper model)
    {
        var grid = new PaperGrid(11, 47, 58, 22, 22).Heads("No.", "Dokumen", "Nomor", "Bentuk", "Jumlah");
        for (var i = 0; i < model.Documents.Count; i++)
        {
            var document = model.Documents[i];
            grid.Row(
                GridCell.Center($"{i + 1}"),
                document.Title,
                document.Number ?? "-",
                GridCell.Center(document.Form),
                GridCell.Center(document.Quantity));
        }

        return grid;
    }
}
