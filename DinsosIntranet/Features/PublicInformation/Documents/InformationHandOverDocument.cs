using DinsosIntranet.Features.Letters.Toolkit;

namespace DinsosIntranet.Features.PublicInformation.Documents;

/// <summary>One document that was given; the fingerprint of its file where it was given as one.</summary>
public sealed record GivenInformation(string Title, string Form, string Quantity, string? Redaction, string? Sha256);

/// <summary>What the evidence of the hand-over says. A NIK is printed masked whatever comes in.</summary>
public sealed record InformationHandOverPaper
{
    public required string Number { get; init; }

    public required string RegistrationNumber { get; init; }

    public required string HandedOverAt { get; init; }

    public required string ApplicantName { get; init; }

    public required string? ApplicantNik { get; init; }

    public required string Address { get; init; }

    /// <summary>Name and authority of the proxy; null without one.</summary>
    public required string? Proxy { get; init; }

    public required string ReceiverName { get; init; }

    public required string? ReceiverIdentity { get; init; }

    /// <summary>"Diambil langsung", "Surel nama@contoh.id".</summary>
    public required string Way { get; init; }

    public required string Fee { get; init; }

    /// <summary>Number and date of the written notice.</summary>
    public required string Basis { get; init; }

    public required IReadOnlyList<GivenInformation> Given { get; init; }

    public required SignatureBlock Officer { get; init; }

    public required string? QrText { get; init; }

    public required IReadOnlyList<string> FooterLines { get; init; }

    public required DateTime CreatedUtc { get; init; }
}

/// <summary>Tanda bukti penyerahan informasi publik, the last sheet of the service: what was given, to whom, by whom, signed by both.</summary>
public static class InformationHandOverDocument
{
    public static byte[] Render(InformationHandOverPaper model, Letterhead head)
    {
        var page = head.Page with { LineSpacing = Math.Min(head.Page.LineSpacing, 1.15) };
        using var paper = new PaperBuilder(head with { Page = page }, new PaperMetadata("Tanda Bukti Penyerahan Informasi Publik " + model.Number, model.RegistrationNumber, head.Agency, model.CreatedUtc));
        paper.Title("TANDA BUKTI PENYERAHAN INFORMASI PUBLIK", model.Number).Footer(new PaperFooter(model.QrText, model.FooterLines));
        paper.Body
            .Paragraph($"Pada hari ini, {model.HandedOverAt}, telah diserahkan informasi publik dengan rincian berikut:")
            .Labelled(46, 0.8, Particulars(model))
            .Space(2)
            .Grid(Given(model));
        var files = model.Given.Where(g => g.Sha256 is not null).ToList();
        if (files.Count > 0)
        {
            paper.Body.Heading("Sidik berkas elektronik (SHA-256)").Grid(Fingerprints(model));
        }

        paper.Body.Signatures(
            new SignatureBlock(["Yang menerima", model.Proxy is null ? "Pemohon informasi" : "Penerima kuasa"], PlaceAndDate: null, model.ReceiverName, Rank: null, Nip: null),
            model.Officer with { TitleLines = ["Yang menyerahkan,", .. model.Officer.TitleLines] });
        return paper.Render();
    }

    private static IEnumerable<(string, TextRun)> Particulars(InformationHandOverPaper model)
    {
        yield return ("Nomor pendaftaran", TextRun.Bold(model.RegistrationNumber));
        yield return ("Pemohon", Typography.Unbroken(model.ApplicantName) + (model.ApplicantNik is null ? "" : ", NIK " + Typography.MaskNik(model.ApplicantNik)));
        yield return ("Alamat", model.Address);
        if (model.Proxy is not null)
        {
            yield return ("Kuasa pemohon", model.Proxy);
        }

        yield return ("Diterima oleh", Typography.Unbroken(model.ReceiverName) + (model.ReceiverIdentity is null ? "" : ", identitas " + Typography.MaskNik(model.ReceiverIdentity)));
        yield return ("Cara penyerahan", model.Way);
        yield return ("Dasar", model.Basis);
        yield return ("Biaya", model.Fee);
    }

    private static PaperGrid Given(InformationHandOverPaper model)
    {
        var grid = new PaperGrid(13, 65, 27, 25, 30).Heads("No.", "Informasi", "Bentuk", "Jumlah", "Penghitaman");
        for (var i = 0; i < model.Given.Count; i++)
        {
            var item = model.Given[i];
            grid.Row(GridCell.Center($"{i + 1}"), item.Title, GridCell.Center(item.Form), GridCell.Center(item.Quantity), item.Redaction ?? "tidak ada");
        }

        return grid;
    }

    private static PaperGrid Fingerprints(InformationHandOverPaper model)
    {
        var grid = new PaperGrid(13, 147) { FontSize = 8.5 };
        for (var i = 0; i < model.Given.Count; i++)
        {
            if (model.Given[i].Sha256 is { } sha)
            {
                grid.Row(GridCell.Center($"{i + 1}"), sha);
            }
        }

        return grid;
    }
}
