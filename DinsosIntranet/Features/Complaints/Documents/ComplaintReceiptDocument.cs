using DinsosIntranet.Features.Letters.Toolkit;

namespace DinsosIntranet.Features.Complaints.Documents;

/// <summary>What the receipt of a complaint says; the complainant reads as it may be shown, "Dirahasiakan" included.</summary>
public sealed record ComplaintReceiptPaper
{
    public required string Number { get; init; }

    public required string ComplaintNumber { get; init; }

    public required string ReceivedAt { get; init; }

    /// <summary>"tatap muka", "SP4N-LAPOR!, tiket 10293847".</summary>
    public required string Channel { get; init; }

    public required string Complainant { get; init; }

    /// <summary>Null where the name is not shown either.</summary>
    public required string? Address { get; init; }

    /// <summary>The request or the service complained about, where one was named.</summary>
    public required string? About { get; init; }

    public required string When { get; init; }

    public required string Place { get; init; }

    public required string Description { get; init; }

    public required string? Demand { get; init; }

    public required string AnswerWay { get; init; }

    /// <summary>What was answered at once, where it was: by whom, and how it was taken.</summary>
    public required string? Answered { get; init; }

    /// <summary>Class and limit in pairs: "Pengaduan ringan", "5 hari kerja".</summary>
    public required IReadOnlyList<(string Class, string Limit)> Limits { get; init; }

    public required string RightsTitle { get; init; }

    public required IReadOnlyList<string> Rights { get; init; }

    public required SignatureBlock Officer { get; init; }

    /// <summary>What stands over the complainant's own signature: a name, or a line to sign on.</summary>
    public required string SignerName { get; init; }

    public required string QrText { get; init; }

    public required IReadOnlyList<string> FooterLines { get; init; }

    public required DateTime CreatedUtc { get; init; }
}

/// <summary>Tanda terima pengaduan: who complained of what, when and where, who received it, and by when there will be an answer.</summary>
public static class ComplaintReceiptDocument
{
    private const double SheetLineSpacing = 1.15;

    public static byte[] Render(ComplaintReceiptPaper model, Letterhead head)
    {
        var page = head.Page with { LineSpacing = Math.Min(head.Page.LineSpacing, SheetLineSpacing) };
        using var paper = new PaperBuilder(head with { Page = page }, new PaperMetadata("Tanda Terima Pengaduan " + model.Number, model.ComplaintNumber, head.Agency, model.CreatedUtc));
        paper.Title("TANDA TERIMA PENGADUAN", model.Number).Footer(new PaperFooter(model.QrText, model.FooterLines));
        paper.Body
            .Labelled(46, 0.5, Particulars(model))
            .Space(2)
            .Heading("Batas waktu penyelesaian")
            .Labelled(118, 0.2, model.Limits.Select(l => (l.Class, (TextRun)l.Limit)))
            .Space(1.5)
            .Heading(model.RightsTitle)
            .Numbered(model.Rights)
            .Space(2)
            .Signatures(new SignatureBlock(["Pengadu,"], PlaceAndDate: null, model.SignerName, Rank: null, Nip: null), model.Officer, spaceMm: 14);
        return paper.Render();
    }

    private static IEnumerable<(string, TextRun)> Particulars(ComplaintReceiptPaper model)
    {
        yield return ("Nomor pengaduan", TextRun.Bold(model.ComplaintNumber));
        yield return ("Diterima", model.ReceivedAt);
        yield return ("Saluran", model.Channel);
        yield return ("Pengadu", model.Complainant);
        if (model.Address is not null)
        {
            yield return ("Alamat", model.Address);
        }

        if (model.About is not null)
        {
            yield return ("Tentang", model.About);
        }

        yield return ("Waktu kejadian", model.When);
        yield return ("Tempat kejadian", model.Place);
        yield return ("Uraian", model.Description);
        if (model.Demand is not null)
        {
            yield return ("Permintaan", model.Demand);
        }

        yield return ("Cara dijawab", model.AnswerWay);
        if (model.Answered is not null)
        {
            yield return ("Jawaban langsung", model.Answered);
        }
    }
}
