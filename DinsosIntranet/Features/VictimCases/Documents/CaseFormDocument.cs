using DinsosIntranet.Features.Letters.Toolkit;

namespace DinsosIntranet.Features.VictimCases.Documents;

/// <summary>One block on the form: its heading and its answers.</summary>
public sealed record CaseFormBlock(string Heading, IReadOnlyList<(string Label, string Text)> Answers);

/// <summary>What a printed Form A, B or C says. <see cref="Watermark"/> names who printed it, and when, across every page.</summary>
public sealed record CaseFormPaper
{
    public required string Title { get; init; }

    public required string Number { get; init; }

    public required IReadOnlyList<CaseFormBlock> Blocks { get; init; }

    public required string Watermark { get; init; }

    public required IReadOnlyList<string> FooterLines { get; init; }

    public required DateTime CreatedUtc { get; init; }
}

/// <summary>A form of a victim's case, block after block. It carries no verification code: what it says is nobody's to look up.</summary>
public static class CaseFormDocument
{
    private const double LineSpacing = 1.2;

    public static byte[] Render(CaseFormPaper model, Letterhead head)
    {
        var page = head.Page with { LineSpacing = Math.Min(head.Page.LineSpacing, LineSpacing) };
        using var paper = new PaperBuilder(head with { Page = page }, new PaperMetadata($"{model.Title} {model.Number}", "Rahasia", head.Agency, model.CreatedUtc));
        paper.Title(model.Title.ToUpperInvariant(), model.Number)
            .Watermark(model.Watermark)
            .Footer(new PaperFooter(QrText: null, model.FooterLines));
        paper.Body.Text(TextAlign.Left, TextRun.Bold("RAHASIA")).Space(2);
        foreach (var block in model.Blocks)
        {
            paper.Body.Heading(block.Heading).Space(0.5);
            paper.Body.Labelled(58, 0.4, block.Answers.Select(a => (a.Label, (TextRun)a.Text)));
            paper.Body.Space(3);
        }

        return paper.Render();
    }
}
