using DinsosIntranet.Features.Letters.Toolkit;

namespace DinsosIntranet.Features.TemplateLetters.Documents;

/// <summary>One part of the letter with every place filled; exactly one property says something.</summary>
public sealed record FilledPart(string? Paragraph = null, IReadOnlyList<(string Label, string Value)>? Rows = null, IReadOnlyList<string>? Numbered = null);

/// <summary>What a letter from the agency's own words says.</summary>
public sealed record TemplateLetterPaper
{
    /// <summary>A draft carries "KONSEP" across every page and no code that could be checked.</summary>
    public required bool IsDraft { get; init; }

    public required string Heading { get; init; }

    public required string? Number { get; init; }

    public required IReadOnlyList<FilledPart> Parts { get; init; }

    /// <summary>Number and date of the letter whose place this one takes; null for a letter of its own.</summary>
    public string? Replaces { get; init; }

    /// <summary>Whether that one holds no longer because of this one.</summary>
    public bool RevokesReplaced { get; init; }

    public required SignatureBlock Signature { get; init; }

    public required string? QrText { get; init; }

    public required IReadOnlyList<string> FooterLines { get; init; }

    public required DateTime CreatedUtc { get; init; }
}

/// <summary>A letter whose words stand in the standard itself.</summary>
public static class TemplateLetterDocument
{
    public static byte[] Render(TemplateLetterPaper model, Letterhead head)
    {
        using var paper = new PaperBuilder(head, new PaperMetadata(model.Number is null ? model.Heading : $"{model.Heading} {model.Number}", "Surat layanan", head.Agency, model.CreatedUtc));
        paper.Title(model.Heading.ToUpperInvariant(), model.Number ?? (model.IsDraft ? "belum diberikan" : null))
            .LetterFooter(model.IsDraft, model.QrText, model.FooterLines);

        var body = paper.Body;
        foreach (var part in model.Parts)
        {
            Add(body, part);
        }

        if (model.Replaces is { } replaced)
        {
            body.Paragraph($"Surat ini menggantikan surat nomor {replaced}{(model.RevokesReplaced ? ", yang dicabut dan tidak berlaku lagi" : "")}.");
        }

        body.Signature(model.Signature, spaceMm: 16);
        return paper.Render();
    }

    private static void Add(PaperBody body, FilledPart part)
    {
        if (part.Rows is { } rows)
        {
            body.Labelled(52, 1.2, rows.Select(r => (r.Label, (TextRun)r.Value))).Space(2);
        }
        else if (part.Numbered is { } items)
        {
            body.Numbered(items).Space(2);
        }
        else
        {
            foreach (var line in part.Paragraph!.Split('\n', StringSplitOptions.RemoveEmptyEntries))
            {
                body.Paragraph(line);
            }
        }
    }
}
