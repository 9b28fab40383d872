using DinsosIntranet.Features.Letters.Toolkit;

namespace DinsosIntranet.Features.PublicInformation.Documents;

/// <summary>What the filled-in application form says. A NIK is printed masked whatever comes in.</summary>
public sealed record InformationFormPaper
{
    public required string RegistrationNumber { get; init; }

    public required string ReceivedAt { get; init; }

    public required string ApplicantKind { get; init; }

    public required string ApplicantName { get; init; }

    public required string? ApplicantNik { get; init; }

    /// <summary>Label and text of the organisation and of its proof; null for a person.</summary>
    public required (string Label, string Text)? Organisation { get; init; }

    public required (string Label, string Text)? OrganisationProof { get; init; }

    public required string Occupation { get; init; }

    public required string Address { get; init; }

    public required string Contact { get; init; }

    /// <summary>Name, identity and authority of the proxy; null where the applicant came in person.</summary>
    public required string? Proxy { get; init; }

    public required string Detail { get; init; }

    public required string Purpose { get; init; }

    public required IReadOnlyList<Tick> Obtain { get; init; }

    public required IReadOnlyList<Tick> CopyForms { get; init; }

    public required IReadOnlyList<Tick> Delivery { get; init; }

    public required string? DeliveryAddress { get; init; }

    /// <summary>Until when the written notice is due at the latest, in words.</summary>
    public required string NoticeDue { get; init; }

    public required string Promise { get; init; }

    public required string RightsTitle { get; init; }

    public required IReadOnlyList<string> Rights { get; init; }

    public required string SignerName { get; init; }

    public required bool SignsAsProxy { get; init; }

    public required SignatureBlock Officer { get; init; }

    public required string? QrText { get; init; }

    public required IReadOnlyList<string> FooterLines { get; init; }

    public required DateTime CreatedUtc { get; init; }
}

/// <summary>
/// Formulir permohonan informasi, filled in, twice: the first copy is the applicant's proof of the request, with their rights on
/// its back; the second stays with the agency.
/// </summary>
public static class InformationFormDocument
{
    private const double LineSpacing = 1.2;

    public static byte[] Render(InformationFormPaper model, Letterhead head)
    {
        var page = head.Page with { LineSpacing = Math.Min(head.Page.LineSpacing, LineSpacing) };
        using var paper = new PaperBuilder(head with { Page = page }, new PaperMetadata("Formulir Permohonan Informasi " + model.RegistrationNumber, "Permohonan informasi publik", head.Agency, model.CreatedUtc));
        paper.Title("FORMULIR PERMOHONAN INFORMASI", model.RegistrationNumber).Footer(new PaperFooter(model.QrText, model.FooterLines));
        Copy(paper.Body, model, "Lembar 1, untuk pemohon: tanda bukti permintaan informasi");
        paper.Body.PageBreak().Heading(model.RightsTitle).Space(2).Numbered(model.Rights);
        paper.Body.PageBreak()
            .Text(TextAlign.Center, TextRun.Bold("FORMULIR PERMOHONAN INFORMASI"))
            .Text(TextAlign.Center, "NOMOR " + model.RegistrationNumber)
            .Space(3);
        Copy(paper.Body, model, "Lembar 2, arsip dinas");
        return paper.Render();
    }

    private static void Copy(PaperBody body, InformationFormPaper model, string which) => body
        .Text(TextAlign.Left, TextRun.Italic(which))
        .Space(2)
        .Labelled(46, 0.4, Applicant(model))
        .Space(1.5)
        .Heading("Rincian informasi yang diminta")
        .Text(TextAlign.Left, model.Detail)
        .Space(1.5)
        .Heading("Tujuan penggunaan informasi")
        .Text(TextAlign.Left, model.Purpose)
        .Space(1.5)
        .Heading("Cara memperoleh informasi")
        .Ticks(model.Obtain)
        .TickRow("Bentuk salinan", model.CopyForms)
        .TickRow("Cara dikirimkan", model.Delivery)
        .Labelled(46, 0.4, Sending(model))
        .Space(1.5)
        .Text(TextAlign.Left, $"Pemberitahuan tertulis paling lambat {model.NoticeDue}. Waktu layanan dinas: {model.Promise}.")
        .Signatures(
            new SignatureBlock([model.SignsAsProxy ? "Penerima kuasa pemohon" : "Pemohon informasi"], PlaceAndDate: null, model.SignerName, Rank: null, Nip: null),
            model.Officer,
            spaceMm: 13);

    private static IEnumerable<(string, TextRun)> Applicant(InformationFormPaper model)
    {
        yield return ("Diterima", model.ReceivedAt);
        yield return ("Jenis pemohon", model.ApplicantKind);
        yield return ("Nama", Typography.Unbroken(model.ApplicantName) + (model.ApplicantNik is null ? "" : ", NIK " + Typography.MaskNik(model.ApplicantNik)));
        if (model.Organisation is { } organisation)
        {
            yield return (organisation.Label, organisation.Text);
        }

        if (model.OrganisationProof is { } proof)
        {
            yield return (proof.Label, proof.Text);
        }

        yield return ("Pekerjaan", model.Occupation);
        yield return ("Alamat", model.Address);
        yield return ("Telepon dan surel", model.Contact);
        if (model.Proxy is not null)
        {
            yield return ("Penerima kuasa", model.Proxy);
        }
    }

    private static IEnumerable<(string, TextRun)> Sending(InformationFormPaper model)
    {
        if (model.DeliveryAddress is not null)
        {
            yield return ("Dikirim ke", model.DeliveryAddress);
        }
    }
}
