using DinsosIntranet.Features.Letters.Toolkit;

namespace DinsosIntranet.Features.VictimCases.Documents;

/// <summary>What every paper of a case bears: its number, who may not copy it, who printed it and when.</summary>
public sealed record CasePaperFrame
{
    public required string Number { get; init; }

    public required string Watermark { get; init; }

    public required IReadOnlyList<string> FooterLines { get; init; }

    public required DateTime CreatedUtc { get; init; }

    internal PaperBuilder Begin(Letterhead head, string title, string? number)
    {
        var page = head.Page with { LineSpacing = Math.Min(head.Page.LineSpacing, 1.2) };
        return new PaperBuilder(head with { Page = page }, new PaperMetadata($"{title} {Number}", "Rahasia", head.Agency, CreatedUtc))
            .Title(title.ToUpperInvariant(), number)
            .Watermark(Watermark)
            .Footer(new PaperFooter(QrText: null, FooterLines));
    }
}

/// <summary>Answers under a heading.</summary>
public sealed record CaseAnswers(string Heading, IReadOnlyList<(string Label, string Text)> Lines);

/// <summary>The report of an assessment: whom it is about, what was found, the plan, and what the supervisor said.</summary>
public sealed record AssessmentReportPaper(
    CasePaperFrame Frame, string State, IReadOnlyList<CaseAnswers> Sections, SignatureBlock Assessor, SignatureBlock Supervisor);

public static class AssessmentReportDocument
{
    public static byte[] Render(AssessmentReportPaper model, Letterhead head)
    {
        using var paper = model.Frame.Begin(head, "Laporan asesmen biopsikososial", model.Frame.Number);
        paper.Body.Text(TextAlign.Left, TextRun.Bold("RAHASIA")).Space(2);
        paper.Body.Labelled(58, 0.4, [("Keadaan", (TextRun)model.State)]).Space(3);
        CasePapers.Write(paper.Body, model.Sections);
        paper.Body.Signatures(model.Supervisor, model.Assessor);
        return paper.Render();
    }
}

/// <summary>A letter of referral with the slip the recipient sends back. It has no place for anything but what the consent opened.</summary>
public sealed record ReferralLetterPaper
{
    public required CasePaperFrame Frame { get; init; }

    /// <summary>Empty where it is written in by hand from the book of letters.</summary>
    public required string LetterNumber { get; init; }

    public required string Recipient { get; init; }

    public required string Address { get; init; }

    public required IReadOnlyList<string> Needs { get; init; }

    public required string Consent { get; init; }

    public required IReadOnlyList<string> Opened { get; init; }

    public required IReadOnlyList<CaseAnswers> Sections { get; init; }

    public required string AnswerBy { get; init; }

    public required SignatureBlock Signature { get; init; }
}

public static class ReferralLetterDocument
{
    private const string ByHand = "....................";

    public static byte[] Render(ReferralLetterPaper model, Letterhead head)
    {
        var number = model.LetterNumber.Length > 0 ? model.LetterNumber : ByHand;
        using var paper = model.Frame.Begin(head, "Surat rujukan", number);
        paper.Body
            .Text(TextAlign.Left, TextRun.Bold("RAHASIA"))
            .Space(2)
            .Text(TextAlign.Left, "Kepada Yth.")
            .Text(TextAlign.Left, TextRun.Bold("Pimpinan " + model.Recipient));
        if (model.Address.Length > 0)
        {
            paper.Body.Text(TextAlign.Left, "di " + model.Address);
        }

        paper.Body
            .Space(3)
            .Paragraph($"Bersama ini kami rujuk klien kasus {model.Frame.Number} untuk mendapatkan:")
            .Numbered(model.Needs)
            .Space(2)
            .Paragraph($"Rujukan ini atas {model.Consent}. Persetujuan hanya untuk penerima ini dan hanya untuk: {string.Join(", ", model.Opened).ToLowerInvariant()}. Data di bawah tidak boleh diteruskan, digandakan, atau dipakai untuk keperluan lain, dan dikembalikan atau dimusnahkan bila persetujuan ditarik.")
            .Space(2);
        CasePapers.Write(paper.Body, model.Sections);
        paper.Body
            .Paragraph($"Kami mohon lembar balasan di bawah dikembalikan paling lambat {model.AnswerBy}.")
            .Signature(model.Signature, spaceMm: 18);
        paper.CutOff(
            "Lembar balasan rujukan: potong dan kembalikan kepada dinas",
            left => left
                .Labelled(34, 0.4, [("Kasus", (TextRun)model.Frame.Number), ("Nomor surat", number), ("Penerima", model.Recipient)])
                .Ticks([new Tick("diterima", false), new Tick("ditolak, karena " + ByHand, false), new Tick("selesai ditangani tanggal " + ByHand, false)]),
            right => right
                .Text(TextAlign.Left, "Tanggal " + ByHand)
                .Text(TextAlign.Left, "Nama, jabatan, tanda tangan")
                .Space(14)
                .Text(TextAlign.Left, "(" + ByHand + ByHand + ")"));
        return paper.Render();
    }
}

/// <summary>The answer to the institution that referred somebody to us: that the case was taken up, under which code; nothing of the victim.</summary>
public sealed record IncomingAnswerPaper(
    CasePaperFrame Frame, string Sender, string TheirLetter, string ReceivedOn, string State, SignatureBlock Signature);

public static class IncomingAnswerDocument
{
    public static byte[] Render(IncomingAnswerPaper model, Letterhead head)
    {
        using var paper = model.Frame.Begin(head, "Balasan rujukan", null);
        paper.Body
            .Text(TextAlign.Left, "Kepada Yth.")
            .Text(TextAlign.Left, TextRun.Bold("Pimpinan " + model.Sender))
            .Space(3)
            .Paragraph("Rujukan Saudara telah kami terima dan kami tangani dengan keterangan berikut.")
            .Labelled(58, 0.4, [("Surat rujukan Saudara", (TextRun)model.TheirLetter), ("Diterima tanggal", model.ReceivedOn), ("Kode kasus kami", model.Frame.Number), ("Keadaan", model.State)])
            .Space(3)
            .Paragraph("Pakailah kode kasus itu dalam surat-menyurat selanjutnya; jangan menulis nama atau ciri korban. Keterangan lain hanya kami berikan dengan persetujuan korban atau walinya.")
            .Signature(model.Signature, spaceMm: 18);
        return paper.Render();
    }
}

internal static class CasePapers
{
    public static void Write(PaperBody body, IReadOnlyList<CaseAnswers> sections)
    {
        foreach (var section in sections)
        {
            body.Heading(section.Heading).Space(0.5);
            body.Labelled(58, 0.4, section.Lines.Select(l => (l.Label, (TextRun)l.Text)));
            body.Space(3);
        }
    }
}
