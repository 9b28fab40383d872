using DinsosIntranet.Features.Letters.Toolkit;

namespace DinsosIntranet.Features.Intake.Documents;

/// <summary>One requirement of the service and whether the applicant handed it in.</summary>
public sealed record RequirementLine(string Name, bool IsPresent, string? Note = null);

/// <summary>What a receipt says. Dates and hours come as words; a NIK is printed masked whatever comes in.</summary>
public sealed record RequestReceiptPaper
{
    public required string Number { get; init; }

    public required string RequestNumber { get; init; }

    public required string Service { get; init; }

    public required string ApplicantName { get; init; }

    public required string? ApplicantNik { get; init; }

    /// <summary>The person the request is for, where it is somebody else.</summary>
    public required string? BeneficiaryName { get; init; }

    public required string? BeneficiaryRelation { get; init; }

    public required string? BeneficiaryNik { get; init; }

    public required string? Purpose { get; init; }

    public required string ReceivedAt { get; init; }

    /// <summary>Shorter form of the moment of receipt, for the strip that stays at the counter.</summary>
    public required string ReceivedShort { get; init; }

    public required string Channel { get; init; }

    public required IReadOnlyList<RequirementLine> Requirements { get; init; }

    public required bool IsComplete { get; init; }

    public required string StandardTime { get; init; }

    /// <summary>When the result may be expected; not printed while the file is incomplete, as the clock has not started.</summary>
    public required string? ExpectedAt { get; init; }

    public required SignatureBlock Officer { get; init; }

    public required string? QrText { get; init; }

    public required IReadOnlyList<string> FooterLines { get; init; }

    public required DateTime CreatedUtc { get; init; }

    public string Fee { get; init; } = "Tidak dipungut biaya";
}

/// <summary>Tanda terima permohonan: what was handed in, when, and what happens next.</summary>
public static class RequestReceiptDocument
{
    public static byte[] Render(RequestReceiptPaper model, Letterhead head)
    {
        using var paper = new PaperBuilder(head, new PaperMetadata("Tanda Terima Permohonan " + model.Number, model.Service, head.Agency, model.CreatedUtc));
        paper.Title("TANDA TERIMA PERMOHONAN", model.Number)
            .Footer(new PaperFooter(model.QrText, model.FooterLines))
            .CutOff("potong di sini · bagian arsip loket", left => Stub(left, model), Collection);
        paper.Body
            .Labelled(46, 0.6, Particulars(model))
            .Space(2)
            .Grid(Requirements(model))
            .Grid(Promise(model))
            .Paragraph(Notice(model))
            .Signatures(
                new SignatureBlock(["Pemohon"], PlaceAndDate: null, model.ApplicantName, Rank: null, Nip: null),
                model.Officer,
                spaceMm: 15);
        return paper.Render();
    }

    private static IEnumerable<(string, TextRun)> Particulars(RequestReceiptPaper model)
    {
        yield return ("Layanan", model.Service);
        yield return ("Nomor permohonan", TextRun.Bold(model.RequestNumber));
        yield return ("Pemohon", Person(model.ApplicantName, relation: null, model.ApplicantNik));
        if (model.BeneficiaryName is not null)
        {
            yield return ("Untuk", Person(model.BeneficiaryName, model.BeneficiaryRelation, model.BeneficiaryNik));
        }

        if (model.Purpose is not null)
        {
            yield return ("Tujuan", model.Purpose);
        }

        yield return ("Diterima", $"{model.ReceivedAt}, {model.Channel}");
        yield return ("Biaya", model.Fee);
    }

    private static string Person(string name, string? relation, string? nik) =>
        Typography.Unbroken(name)
        + (relation is null ? "" : $" ({relation})")
        + (nik is null ? "" : ", NIK " + Typography.MaskNik(nik));

    private static PaperGrid Requirements(RequestReceiptPaper model)
    {
        var grid = new PaperGrid(12, 72, 18, 58).Heads("No.", "Persyaratan", "Ada", "Keterangan");
        for (var i = 0; i < model.Requirements.Count; i++)
        {
            var line = model.Requirements[i];
            grid.Row(GridCell.Center($"{i + 1}"), line.Name, GridCell.Box(line.IsPresent), line.Note ?? "");
        }

        return grid;
    }

    private static PaperGrid Promise(RequestReceiptPaper model) => new PaperGrid(1, 1, 1.4) { FontSize = 12, Padding = (2, 3) }.Row(
        Value("Berkas dinyatakan", model.IsComplete ? "Lengkap" : "Belum lengkap"),
        Value("Standar waktu", model.StandardTime),
        Value("Perkiraan selesai", model.IsComplete && model.ExpectedAt is not null ? model.ExpectedAt : "Jam belum berjalan: berkas belum lengkap"));

    private static GridCell Value(string caption, string value) => new(cell => cell.Caption(caption).Text(TextAlign.Left, TextRun.Bold(value)));

    private static string Notice(RequestReceiptPaper model) => model.IsComplete
        ? "Bawa tanda terima ini saat mengambil hasil. Bila diwakilkan, sertakan surat kuasa dan identitas penerima kuasa."
        : "Lengkapi persyaratan yang belum bertanda centang, lalu tunjukkan tanda terima ini di loket. Waktu layanan dihitung sejak berkas lengkap. Bila diwakilkan, sertakan surat kuasa dan identitas penerima kuasa.";

    private static void Stub(PaperBody strip, RequestReceiptPaper model)
    {
        var beneficiary = model.BeneficiaryName is null ? "" : " untuk " + Typography.Unbroken(model.BeneficiaryName);
        var present = model.Requirements.Count(r => r.IsPresent);
        strip
            .Text(TextAlign.Left, TextRun.Bold(model.Number), " · " + model.RequestNumber)
            .Text(TextAlign.Left, $"{Typography.Unbroken(model.ApplicantName)}{beneficiary} · {model.ReceivedShort}")
            .Text(TextAlign.Left, $"{present} dari {model.Requirements.Count} persyaratan ada");
    }

    private static void Collection(PaperBody strip) => strip
        .Text(TextAlign.Left, "Hasil sudah diterima tanggal")
        .Text(TextAlign.Left, new string('.', 40))
        .Text(TextAlign.Left, "Tanda tangan: " + new string('.', 20));
}
