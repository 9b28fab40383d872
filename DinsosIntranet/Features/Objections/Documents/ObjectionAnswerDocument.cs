using DinsosIntranet.Features.Letters.Toolkit;

namespace DinsosIntranet.Features.Objections.Documents;

/// <summary>What the answer to an objection says.</summary>
public sealed record ObjectionAnswerPaper
{
    /// <summary>A draft carries "KONSEP" across every page and no code that could be checked.</summary>
    public required bool IsDraft { get; init; }

    public required string? Number { get; init; }

    public required string ObjectionNumber { get; init; }

    public required string ReceivedOn { get; init; }

    public required string RegistrationNumber { get; init; }

    public required string ApplicantName { get; init; }

    public required string Address { get; init; }

    public required string Detail { get; init; }

    /// <summary>"Huruf a: …", one line each.</summary>
    public required IReadOnlyList<string> Grounds { get; init; }

    /// <summary>"DITERIMA SELURUHNYA".</summary>
    public required string Decision { get; init; }

    public required string Reason { get; init; }

    /// <summary>Working days within which the information is given; null where the objection is rejected.</summary>
    public required int? ProvideDays { get; init; }

    /// <summary>Working days within which the Komisi Informasi may be asked.</summary>
    public required int DisputeDays { get; init; }

    public required SignatureBlock Signature { get; init; }

    public required string? QrText { get; init; }

    public required IReadOnlyList<string> FooterLines { get; init; }

    public required DateTime CreatedUtc { get; init; }
}

/// <summary>Tanggapan atasan PPID atas keberatan (UU 14/2008 pasal 36 ayat 2 and 3), with the way on to the Komisi Informasi.</summary>
public static class ObjectionAnswerDocument
{
    private const string Name = "Tanggapan atas keberatan";

    public static byte[] Render(ObjectionAnswerPaper model, Letterhead head)
    {
        var page = head.Page with { LineSpacing = Math.Min(head.Page.LineSpacing, 1.1) };
        using var paper = new PaperBuilder(
            head with { Page = page }, new PaperMetadata(model.Number is null ? Name : $"{Name} {model.Number}", "Tanggapan atas keberatan informasi publik", head.Agency, model.CreatedUtc));
        paper.Title(Name.ToUpperInvariant(), model.Number ?? (model.IsDraft ? "belum diberikan" : null))
            .LetterFooter(model.IsDraft, model.QrText, model.FooterLines);

        paper.Body
            .Paragraph("Atas keberatan berikut, atasan PPID memberi tanggapan.")
            .Labelled(46, 0.4, Particulars(model))
            .Space(1)
            .Heading("Alasan keberatan")
            .Numbered(model.Grounds)
            .Space(1)
            .Paragraph("Setelah memeriksa permohonan, jawaban PPID, dan kasus posisi pemohon, atasan PPID memutuskan keberatan ini:")
            .Grid(new PaperGrid(1) { FontSize = 12, Padding = (2.4, 3) }.Row(GridCell.Center(TextRun.Bold(model.Decision))))
            .Heading("Pertimbangan")
            .Paragraph(model.Reason);
        if (model.ProvideDays is { } days)
        {
            paper.Body.Paragraph($"PPID memberikan informasi yang dikabulkan paling lambat {days} hari kerja sejak tanggapan ini disampaikan kepada pemohon.");
        }

        paper.Body
            .Paragraph($"Bila tidak puas dengan tanggapan ini, Anda dapat mengajukan penyelesaian sengketa informasi kepada Komisi Informasi paling lambat {model.DisputeDays} hari kerja sejak tanggapan ini diterima.")
            .Signature(model.Signature, spaceMm: 12);
        return paper.Render();
    }

    private static IEnumerable<(string, TextRun)> Particulars(ObjectionAnswerPaper model)
    {
        yield return ("Nomor keberatan", TextRun.Bold(model.ObjectionNumber));
        yield return ("Diterima", model.ReceivedOn);
        yield return ("Nomor pendaftaran", model.RegistrationNumber);
        yield return ("Nama", Typography.Unbroken(model.ApplicantName));
        yield return ("Alamat", model.Address);
        yield return ("Informasi yang diminta", model.Detail);
    }
}
