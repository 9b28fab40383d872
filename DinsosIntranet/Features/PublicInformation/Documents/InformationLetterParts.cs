using DinsosIntranet.Features.Letters.Toolkit;

namespace DinsosIntranet.Features.PublicInformation.Documents;

/// <summary>Whose request a letter answers, as its head says it.</summary>
public sealed record AnsweredRequest
{
    public required string RegistrationNumber { get; init; }

    public required string RequestedOn { get; init; }

    public required string ApplicantName { get; init; }

    public required string? Organisation { get; init; }

    public required string Occupation { get; init; }

    public required string Address { get; init; }

    public required string Contact { get; init; }

    public required string Detail { get; init; }

    internal IEnumerable<(string, TextRun)> Lines()
    {
        yield return ("Nomor pendaftaran", TextRun.Bold(RegistrationNumber));
        yield return ("Tanggal permohonan", RequestedOn);
        yield return ("Nama", Typography.Unbroken(ApplicantName) + (Organisation is null ? "" : ", " + Organisation));
        yield return ("Pekerjaan", Occupation);
        yield return ("Alamat", Address);
        yield return ("Telepon dan surel", Contact);
        yield return ("Informasi yang diminta", Detail);
    }
}

/// <summary>What all letters of public information share: draft or not, number, signature, foot.</summary>
public sealed record InformationLetterFrame
{
    /// <summary>A draft carries "KONSEP" across every page and no code that could be checked.</summary>
    public required bool IsDraft { get; init; }

    public required string? Number { get; init; }

    public required SignatureBlock Signature { get; init; }

    public required string? QrText { get; init; }

    public required IReadOnlyList<string> FooterLines { get; init; }

    public required DateTime CreatedUtc { get; init; }

    internal PaperBuilder Begin(Letterhead head, string title, string subject)
    {
        var page = head.Page with { LineSpacing = Math.Min(head.Page.LineSpacing, 1.15) };
        var paper = new PaperBuilder(head with { Page = page }, new PaperMetadata(Number is null ? title : $"{title} {Number}", subject, head.Agency, CreatedUtc));
        paper.Title(title.ToUpperInvariant(), Number ?? (IsDraft ? "belum diberikan" : null))
            .LetterFooter(IsDraft, QrText, FooterLines);
        return paper;
    }
}
