using DinsosIntranet.Features.Letters.Toolkit;

namespace DinsosIntranet.Features.VictimCases.Documents;

/// <summary>The berita acara of one destruction. It names the code of the case, dates and staff, and nobody of the case.</summary>
public sealed record DestructionReportPaper
{
    public required string Number { get; init; }

    public required string At { get; init; }

    public required IReadOnlyList<(string Label, string Text)> Facts { get; init; }

    public required IReadOnlyList<(string What, int Amount)> Erased { get; init; }

    public required string Kept { get; init; }

    public required SignatureBlock Proposer { get; init; }

    public required SignatureBlock Approver { get; init; }

    public required DateTime CreatedUtc { get; init; }
}

public static class DestructionReportDocument
{
    private const double LineSpacing = 1.2;

    public static byte[] Render(DestructionReportPaper model, Letterhead head)
    {
        var page = head.Page with { LineSpacing = Math.Min(head.Page.LineSpacing, LineSpacing) };
        using var paper = new PaperBuilder(head with { Page = page }, new PaperMetadata($"Berita acara pemusnahan {model.Number}", "Pemusnahan arsip", head.Agency, model.CreatedUtc))
            .Title("BERITA ACARA PEMUSNAHAN ARSIP", model.Number)
            .Footer(new PaperFooter(QrText: null, ["Berita acara ini memuat kode kasus saja; simpan bersama register pemusnahan."]));
        var grid = new PaperGrid(16, 116, 34) { FontSize = 11 }.Heads("No.", "Yang dimusnahkan", "Jumlah");
        foreach (var (row, index) in model.Erased.Select((r, i) => (r, i)))
        {
            grid.Row(GridCell.Center($"{index + 1}"), row.What, GridCell.Center($"{row.Amount}"));
        }

        paper.Body
            .Paragraph($"Pada {model.At} telah dimusnahkan isi satu berkas kasus yang sudah melewati masa simpannya, dengan keterangan berikut.")
            .Labelled(52, 0.4, model.Facts.Select(f => (f.Label, (TextRun)f.Text)))
            .Space(3)
            .Grid(grid)
            .Paragraph(model.Kept)
            .Paragraph("Pemusnahan ini tidak dapat dibatalkan. Kunci kasus masuk daftar kunci yang dimusnahkan, sehingga cadangan basis data maupun ekspor kunci yang lama tidak memulihkan isinya.")
            .Space(3)
            .Signatures(model.Proposer, model.Approver);
        return paper.Render();
    }
}
