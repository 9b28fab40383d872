using DinsosIntranet.Features.Letters.Toolkit;

namespace DinsosIntranet.Features.Dispositions.Documents;

/// <summary>One step of the chain; times are words ("23/11/2026 09.35").</summary>
public sealed record DispositionStep(string At, string From, string To, string Content, string? Initials = null);

/// <summary>What a disposition sheet says.</summary>
public sealed record DispositionSheetPaper
{
    public required string LetterFrom { get; init; }

    public required string LetterNumber { get; init; }

    public required string LetterDate { get; init; }

    public required string ReceivedAt { get; init; }

    public required string AgendaNumber { get; init; }

    public required string? Deadline { get; init; }

    public required IReadOnlyList<Tick> Urgencies { get; init; }

    public required string Subject { get; init; }

    public required IReadOnlyList<Tick> Recipients { get; init; }

    public required IReadOnlyList<Tick> Instructions { get; init; }

    public required string? Note { get; init; }

    public required SignatureBlock Signature { get; init; }

    public required IReadOnlyList<DispositionStep> Chain { get; init; }

    public required string? QrText { get; init; }

    /// <summary>Who printed it, when, the how-manieth print.</summary>
    public required IReadOnlyList<string> FooterLines { get; init; }

    public required DateTime CreatedUtc { get; init; }

    /// <summary>Empty rows below the chain, for a step written by hand.</summary>
    public int EmptyRows { get; init; } = 1;
}

/// <summary>Lembar disposisi: the letter, who gets it, what is asked, and how it went on from there. Made for A4 and A5.</summary>
public static class DispositionSheetDocument
{
    public static byte[] Render(DispositionSheetPaper model, Letterhead head)
    {
        using var paper = new PaperBuilder(head, new PaperMetadata("Lembar Disposisi " + model.AgendaNumber, model.Subject, head.Agency, model.CreatedUtc));
        paper.Title("LEMBAR DISPOSISI", number: null).Footer(new PaperFooter(model.QrText, model.FooterLines));
        paper.Body
            .Grid(Sheet(model))
            .Heading("Jalannya disposisi")
            .Grid(Chain(model));
        return paper.Render();
    }

    private static PaperGrid Sheet(DispositionSheetPaper model) => new PaperGrid(1, 1) { Padding = (1.6, 2.5) }
        .Row(
            new GridCell(cell => cell.Labelled(29, 0.4, [("Surat dari", Typography.Unbroken(model.LetterFrom)), ("Nomor surat", model.LetterNumber), ("Tanggal surat", model.LetterDate)])),
            new GridCell(cell => cell.Labelled(29, 0.4, [("Diterima", model.ReceivedAt), ("Nomor agenda", TextRun.Bold(model.AgendaNumber)), ("Batas", model.Deadline ?? "-")])))
        .Row(new GridCell(cell => cell.TickRow("Sifat", model.Urgencies), Columns: 2))
        .Row(new GridCell(cell => cell.Text(TextAlign.Left, TextRun.Bold("Hal")).Text(TextAlign.Left, model.Subject), Columns: 2))
        .Row(
            new GridCell(cell => cell.Text(TextAlign.Left, TextRun.Bold("Diteruskan kepada Sdr.")).Space(0.6).Ticks(model.Recipients)),
            new GridCell(cell => cell.Text(TextAlign.Left, TextRun.Bold("Dengan hormat harap")).Space(0.6).Ticks(model.Instructions)))
        .Row(
            new GridCell(cell => cell.Text(TextAlign.Left, TextRun.Bold("Catatan")).Text(TextAlign.Left, model.Note ?? "")),
            new GridCell(cell => cell.SignatureInCell(model.Signature, spaceMm: 16)));

    private static PaperGrid Chain(DispositionSheetPaper model)
    {
        var grid = new PaperGrid(35, 34, 34, 41, 16) { FontSize = 10 }.Heads("Tanggal, pukul", "Dari", "Kepada", "Isi", "Paraf");
        foreach (var step in model.Chain)
        {
            grid.Row(step.At, step.From, step.To, step.Content, GridCell.Center(step.Initials ?? ""));
        }

        for (var i = 0; i < model.EmptyRows; i++)
        {
            grid.Row(GridCell.Empty(minHeightMm: 5), GridCell.Empty(), GridCell.Empty(), GridCell.Empty(), GridCell.Empty());
        }

        return grid;
    }
}
