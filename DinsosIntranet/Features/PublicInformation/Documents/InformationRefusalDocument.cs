using DinsosIntranet.Features.Letters.Toolkit;

namespace DinsosIntranet.Features.PublicInformation.Documents;

/// <summary>One piece of information that is excluded, as its consequence test found.</summary>
public sealed record RefusedInformation(string Title, string LegalBasis, string IfOpened, string IfClosed, string Period);

/// <summary>One ground of pasal 17 and whether it holds here.</summary>
public sealed record NamedGround(string Code, string Text, bool Holds);

/// <summary>What the decision of refusal says.</summary>
public sealed record InformationRefusalPaper
{
    public required InformationLetterFrame Frame { get; init; }

    public required AnsweredRequest Request { get; init; }

    /// <summary>The grounds that hold, in the order of the law.</summary>
    public required IReadOnlyList<NamedGround> Grounds { get; init; }

    /// <summary>Other laws that forbid it.</summary>
    public required IReadOnlyList<string> OtherLaws { get; init; }

    public required IReadOnlyList<RefusedInformation> Refused { get; init; }

    public required string? Note { get; init; }
}

/// <summary>Keputusan PPID tentang penolakan permohonan informasi (Perki KI 1/2021).</summary>
public static class InformationRefusalDocument
{
    public static byte[] Render(InformationRefusalPaper model, Letterhead head)
    {
        using var paper = model.Frame.Begin(head, "Keputusan PPID tentang penolakan permohonan informasi", "Penolakan permohonan informasi");
        paper.Body
            .Labelled(46, 0.6, model.Request.Lines())
            .Space(2)
            .Paragraph("PPID memutuskan bahwa informasi yang diminta adalah:")
            .Grid(new PaperGrid(1) { FontSize = 12, Padding = (2.4, 3) }.Row(GridCell.Center(TextRun.Bold("INFORMASI YANG DIKECUALIKAN"))))
            .Heading("Dasar pengecualian")
            .Ticks(
            [
                .. model.Grounds.Where(g => g.Holds).Select(g => new Tick($"Pasal 17 huruf {g.Code} UU 14/2008: {g.Text}", IsTicked: true)),
                .. model.OtherLaws.Select(l => new Tick(l, IsTicked: true)),
            ])
            .Space(2)
            .Heading("Uji konsekuensi")
            .Grid(Tests(model));
        if (model.Note is not null)
        {
            paper.Body.Paragraph(model.Note);
        }

        paper.Body
            .Paragraph("Bila tidak sependapat dengan keputusan ini, Anda dapat mengajukan keberatan kepada atasan PPID paling lambat 30 hari kerja sejak keputusan ini diterima.")
            .Signature(model.Frame.Signature, spaceMm: 18);
        return paper.Render();
    }

    private static PaperGrid Tests(InformationRefusalPaper model)
    {
        var grid = new PaperGrid(34, 34, 36, 34, 22) { FontSize = 9.5 }.Heads("Informasi", "Dasar hukum", "Akibat bila dibuka", "Manfaat bila ditutup", "Jangka waktu");
        foreach (var test in model.Refused)
        {
            grid.Row(test.Title, test.LegalBasis, test.IfOpened, test.IfClosed, test.Period);
        }

        return grid;
    }
}
