using DinsosIntranet.Features.Letters.Toolkit;

namespace DinsosIntranet.Features.Objections.Documents;

/// <summary>What the filled-in form of an objection says.</summary>
public sealed record ObjectionFormPaper
{
    public required string Number { get; init; }

    public required string RegistrationNumber { get; init; }

    public required string RequestedOn { get; init; }

    public required string ReceivedOn { get; init; }

    public required string Detail { get; init; }

    public required string Purpose { get; init; }

    public required string ApplicantName { get; init; }

    public required string? Organisation { get; init; }

    public required string Address { get; init; }

    public required string Occupation { get; init; }

    public required string Contact { get; init; }

    /// <summary>Name, address, identity and authority of the proxy; null where the applicant came in person.</summary>
    public required (string Name, string Address, string Authority)? Proxy { get; init; }

    public required IReadOnlyList<Tick> Grounds { get; init; }

    public required string CaseText { get; init; }

    /// <summary>The last day of the answer, in words.</summary>
    public required string AnswerBy { get; init; }

    public required SignatureBlock Officer { get; init; }

    public required string? QrText { get; init; }

    public required IReadOnlyList<string> FooterLines { get; init; }

    public required DateTime CreatedUtc { get; init; }
}

/// <summary>Formulir pernyataan keberatan (Perki KI 1/2021), twice: the first copy is the applicant's receipt, the second stays.</summary>
public static class ObjectionFormDocument
{
    private const double LineSpacing = 1.1;

    public static byte[] Render(ObjectionFormPaper model, Letterhead head)
    {
        var page = head.Page with { LineSpacing = Math.Min(head.Page.LineSpacing, LineSpacing) };
        using var paper = new PaperBuilder(head with { Page = page }, new PaperMetadata("Formulir Keberatan " + model.Number, "Keberatan atas permohonan informasi publik", head.Agency, model.CreatedUtc));
        paper.Title("PERNYATAAN KEBERATAN ATAS PERMOHONAN INFORMASI", model.Number).Footer(new PaperFooter(model.QrText, model.FooterLines));
        Copy(paper.Body, model, "Lembar 1, untuk pemohon: tanda terima keberatan");
        paper.Body.PageBreak()
            .Text(TextAlign.Center, TextRun.Bold("PERNYATAAN KEBERATAN ATAS PERMOHONAN INFORMASI"))
            .Text(TextAlign.Center, "NOMOR " + model.Number)
            .Space(3);
        Copy(paper.Body, model, "Lembar 2, arsip dinas");
        return paper.Render();
    }

    private static void Copy(PaperBody body, ObjectionFormPaper model, string which)
    {
        body.Text(TextAlign.Left, TextRun.Italic(which))
            .Space(1.5)
            .Heading("A. Pengajuan keberatan")
            .Labelled(46, 0.3, Particulars(model))
            .Space(1)
            .Heading("B. Alasan keberatan (pasal 35 ayat 1 UU 14/2008)")
            .Ticks(model.Grounds)
            .Space(1)
            .Heading("C. Kasus posisi")
            .Text(TextAlign.Left, model.CaseText)
            .Space(1)
            .Heading("D. Tanggapan")
            .Text(TextAlign.Left, $"Tanggapan atas keberatan akan diberikan paling lambat {model.AnswerBy}.")
            .Signatures(
                new SignatureBlock([model.Proxy is null ? "Pengaju keberatan" : "Kuasa pengaju keberatan"], PlaceAndDate: null, model.Proxy?.Name ?? model.ApplicantName, Rank: null, Nip: null),
                model.Officer,
                spaceMm: 13);
    }

    private static IEnumerable<(string, TextRun)> Particulars(ObjectionFormPaper model)
    {
        yield return ("Diterima", model.ReceivedOn);
        yield return ("Nomor pendaftaran", $"{model.RegistrationNumber}, {model.RequestedOn}");
        yield return ("Informasi yang diminta", model.Detail);
        yield return ("Tujuan penggunaan", model.Purpose);
        yield return ("Nama", Typography.Unbroken(model.ApplicantName) + (model.Organisation is null ? "" : ", " + model.Organisation));
        yield return ("Alamat", model.Address);
        yield return ("Pekerjaan", model.Occupation);
        yield return ("Telepon dan surel", model.Contact);
        if (model.Proxy is { } proxy)
        {
            yield return ("Kuasa pemohon", Typography.Unbroken(proxy.Name) + ", " + proxy.Address);
            yield return ("Surat kuasa", proxy.Authority);
        }
    }
}
