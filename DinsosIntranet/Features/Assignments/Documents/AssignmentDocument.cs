using DinsosIntranet.Features.Letters.Toolkit;

namespace DinsosIntranet.Features.Assignments.Documents;

/// <summary>Somebody the letter sends, as it prints them.</summary>
public sealed record AssignedPerson(string Name, string? Nip, string? Rank, string Position, string Duty);

/// <summary>What a letter of assignment says.</summary>
public sealed record AssignmentPaper
{
    public required bool IsDraft { get; init; }

    public required string? Number { get; init; }

    public required IReadOnlyList<string> Bases { get; init; }

    public required IReadOnlyList<AssignedPerson> People { get; init; }

    public required string Task { get; init; }

    public required string Place { get; init; }

    /// <summary>"1 sampai dengan 5 Desember 2026".</summary>
    public required string Days { get; init; }

    public required string? Vehicle { get; init; }

    public required string? Funding { get; init; }

    /// <summary>The request it is for, by its number.</summary>
    public required string RequestNumber { get; init; }

    public required SignatureBlock Signature { get; init; }

    public required string? QrText { get; init; }

    public required IReadOnlyList<string> FooterLines { get; init; }

    public required DateTime CreatedUtc { get; init; }
}

/// <summary>Surat tugas: basis, order, whom, what for (Permendagri 1/2023, naskah penugasan).</summary>
public static class AssignmentDocument
{
    private const string Title = "Surat tugas";
    private const double LabelMm = 34;

    public static byte[] Render(AssignmentPaper model, Letterhead head)
    {
        var page = head.Page with { LineSpacing = Math.Min(head.Page.LineSpacing, 1.15) };
        using var paper = new PaperBuilder(head with { Page = page }, new PaperMetadata(model.Number is null ? Title : $"{Title} {model.Number}", Title, head.Agency, model.CreatedUtc));
        paper.Title(Title.ToUpperInvariant(), model.Number ?? (model.IsDraft ? "belum diberikan" : null))
            .LetterFooter(model.IsDraft, model.QrText, model.FooterLines);

        var body = paper.Body;
        if (model.Bases.Count == 1)
        {
            body.Labelled(LabelMm, 3, [("Dasar", model.Bases[0])]);
        }
        else
        {
            body.Heading("Dasar").Numbered(model.Bases).Space(3);
        }

        body.Text(TextAlign.Center, TextRun.Bold("MENUGASKAN:"))
            .Space(3)
            .Heading("Kepada")
            .Grid(People(model))
            .Heading("Untuk")
            .Labelled(LabelMm, 0.6, Duty(model))
            .Space(2)
            .Paragraph("Demikian surat tugas ini dibuat untuk dilaksanakan dengan penuh tanggung jawab, dan hasilnya dilaporkan secara tertulis setelah tugas selesai.")
            .Signature(model.Signature, spaceMm: 15);
        return paper.Render();
    }

    private static PaperGrid People(AssignmentPaper model)
    {
        var grid = new PaperGrid(11, 57, 29, 43, 26) { FontSize = 10 }.Heads("No.", "Nama dan NIP", "Pangkat/gol.", "Jabatan", "Sebagai");
        for (var i = 0; i < model.People.Count; i++)
        {
            var person = model.People[i];
            grid.Row(
                GridCell.Center(FormattableString.Invariant($"{i + 1}")),
                new GridCell(cell =>
                {
                    cell.Text(TextAlign.Left, TextRun.Bold(Typography.Unbroken(person.Name)));
                    if (person.Nip is not null)
                    {
                        cell.Text(TextAlign.Left, person.Nip);
                    }
                }),
                person.Rank ?? "-",
                person.Position,
                person.Duty);
        }

        return grid;
    }

    private static IEnumerable<(string, TextRun)> Duty(AssignmentPaper model)
    {
        yield return ("Tugas", model.Task);
        yield return ("Nomor berkas", model.RequestNumber);
        yield return ("Tempat", model.Place);
        yield return ("Waktu", model.Days);
        if (model.Vehicle is not null)
        {
            yield return ("Kendaraan", model.Vehicle);
        }

        if (model.Funding is not null)
        {
            yield return ("Pembebanan", model.Funding);
        }
    }
}
