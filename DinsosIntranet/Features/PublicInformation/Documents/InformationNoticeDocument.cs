using DinsosIntranet.Features.Letters.Toolkit;

namespace DinsosIntranet.Features.PublicInformation.Documents;

/// <summary>One document the notice offers.</summary>
public sealed record OfferedInformation(string Title, string Form, string Quantity, string? Redaction);

/// <summary>One part that is not given, with its ground.</summary>
public sealed record WithheldInformation(string Title, string LegalBasis);

/// <summary>What the written notice says.</summary>
public sealed record InformationNoticePaper
{
    public required InformationLetterFrame Frame { get; init; }

    public required AnsweredRequest Request { get; init; }

    /// <summary>Who holds it: null for this agency itself.</summary>
    public required string? OtherBody { get; init; }

    /// <summary>What is given; empty where nothing is held.</summary>
    public required IReadOnlyList<OfferedInformation> Offered { get; init; }

    public required IReadOnlyList<WithheldInformation> Withheld { get; init; }

    public required string? RedactionNote { get; init; }

    public required string Fee { get; init; }

    /// <summary>"2 hari kerja"; null where nothing is given.</summary>
    public required string? PreparedWithin { get; init; }

    public required string Delivery { get; init; }

    public required bool IsNotHeld { get; init; }

    public required bool IsNotDocumented { get; init; }

    public required string? AvailableWhen { get; init; }
}

/// <summary>Pemberitahuan tertulis (UU 14/2008 pasal 22 ayat 7): what is given, in which form, when and at what cost; or why it cannot be.</summary>
public static class InformationNoticeDocument
{
    public static byte[] Render(InformationNoticePaper model, Letterhead head)
    {
        using var paper = model.Frame.Begin(head, "Pemberitahuan tertulis", "Pemberitahuan atas permohonan informasi");
        paper.Body
            .Paragraph("Atas permohonan informasi publik berikut:")
            .Labelled(46, 0.6, model.Request.Lines())
            .Space(2)
            .Paragraph("kami memberitahukan bahwa:");
        if (model.Offered.Count > 0)
        {
            Given(paper.Body, model);
        }

        if (model.OtherBody is not null || model.IsNotHeld || model.IsNotDocumented)
        {
            NotGiven(paper.Body, model);
        }

        paper.Body
            .Paragraph("Bila tidak sependapat dengan pemberitahuan ini, Anda dapat mengajukan keberatan kepada atasan PPID paling lambat 30 hari kerja sejak pemberitahuan ini diterima.")
            .Signature(model.Frame.Signature, spaceMm: 18);
        return paper.Render();
    }

    private static void Given(PaperBody body, InformationNoticePaper model)
    {
        body.Heading("A. Informasi dapat diberikan");
        var grid = new PaperGrid(13, 79, 34, 34).Heads("No.", "Informasi", "Bentuk", "Jumlah");
        for (var i = 0; i < model.Offered.Count; i++)
        {
            var item = model.Offered[i];
            grid.Row(GridCell.Center($"{i + 1}"), item.Redaction is null ? item.Title : $"{item.Title} ({item.Redaction})", GridCell.Center(item.Form), GridCell.Center(item.Quantity));
        }

        body.Grid(grid).Labelled(46, 0.6, Terms(model)).Space(2);
        if (model.Withheld.Count == 0)
        {
            return;
        }

        var withheld = new PaperGrid(13, 79, 68).Heads("No.", "Bagian yang tidak diberikan", "Dasar hukum");
        for (var i = 0; i < model.Withheld.Count; i++)
        {
            withheld.Row(GridCell.Center($"{i + 1}"), model.Withheld[i].Title, model.Withheld[i].LegalBasis);
        }

        body.Grid(withheld);
    }

    private static IEnumerable<(string, TextRun)> Terms(InformationNoticePaper model)
    {
        yield return ("Penguasaan", "dikuasai dinas ini");
        yield return ("Biaya", model.Fee);
        yield return ("Waktu penyediaan", model.PreparedWithin ?? "-");
        yield return ("Cara penyampaian", model.Delivery);
        if (model.RedactionNote is not null)
        {
            yield return ("Penghitaman", model.RedactionNote);
        }
    }

    private static void NotGiven(PaperBody body, InformationNoticePaper model)
    {
        body.Heading(model.Offered.Count > 0 ? "B. Informasi belum dapat diberikan karena" : "Informasi belum dapat diberikan karena")
            .Ticks(
            [
                new Tick("Informasi belum dikuasai dinas ini", model.IsNotHeld),
                new Tick("Informasi belum didokumentasikan", model.IsNotDocumented),
                new Tick(model.OtherBody is null ? "Informasi dikuasai badan publik lain" : $"Informasi dikuasai badan publik lain, yaitu {model.OtherBody}", model.OtherBody is not null),
            ]);
        if (model.AvailableWhen is not null)
        {
            body.Labelled(46, 0.6, [("Akan tersedia", model.AvailableWhen)]);
        }

        if (model.OtherBody is not null)
        {
            body.Space(1.5).Paragraph($"Silakan mengajukan permohonan kepada {model.OtherBody}, yang menguasai informasi itu.");
        }

        body.Space(2);
    }
}
