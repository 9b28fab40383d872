using DinsosIntranet.Features.Letters.Toolkit;
using DinsosIntranet.Shared.Text;

namespace DinsosIntranet.Features.Repatriation.Documents;

/// <summary>What both papers of a journey bear: its code, who printed it and when.</summary>
public sealed record RepatriationPaperFrame(string Number, string Watermark, IReadOnlyList<string> FooterLines, DateTime CreatedUtc)
{
    internal PaperBuilder Begin(Letterhead head, string title, double lineSpacing)
    {
        var page = head.Page with { LineSpacing = Math.Min(head.Page.LineSpacing, lineSpacing) };
        return new PaperBuilder(head with { Page = page }, new PaperMetadata($"{title} {Number}", "Rahasia", head.Agency, CreatedUtc))
            .Title(title.ToUpperInvariant(), number: null)
            .Footer(new PaperFooter(QrText: null, FooterLines));
    }
}

/// <summary>One of the people on the run-sheet, with no more than the escort needs.</summary>
public sealed record RunSheetStop(
    int Number, string Name, string Description, string Destination, string Family, string MayReceive, string NeverTo, string Needs, string Luggage);

public sealed record RunSheetPaper
{
    public required RepatriationPaperFrame Frame { get; init; }

    public required string Point { get; init; }

    public required string MeetOn { get; init; }

    public required string Vehicle { get; init; }

    public required string LetterNumber { get; init; }

    public required IReadOnlyList<string> Team { get; init; }

    public required IReadOnlyList<RunSheetStop> People { get; init; }
}

/// <summary>Lembar perjalanan: what the team carries. The numbers are those of the phone page, which names nobody.</summary>
public static class RunSheetDocument
{
    private const string Blank = "....................";

    public static byte[] Render(RunSheetPaper model, Letterhead head)
    {
        using var paper = model.Frame.Begin(head, "Lembar perjalanan", 1.15).Watermark(model.Frame.Watermark);
        paper.Body
            .Labelled(50, 0.4, [
                ("Kode", TextRun.Bold(model.Frame.Number)),
                ("Surat tugas", model.LetterNumber),
                ("Titik debarkasi", model.Point),
                ("Dijemput", model.MeetOn),
                ("Kendaraan", model.Vehicle),
                ("Tim", string.Join(", ", model.Team)),
                ("Tiba di titik debarkasi", $"tanggal {Blank} pukul {Blank}"),
            ])
            .Space(3)
            .Grid(Stops(model))
            .Paragraph("Serahkan hanya kepada yang tercatat boleh menerima, setelah KTP-nya dicocokkan dan berita acara ditandatangani. Bila ragu, jangan serahkan; hubungi Kepala Bidang Pemberdayaan Sosial.");
        return paper.Render();
    }

    private static PaperGrid Stops(RunSheetPaper model)
    {
        var grid = new PaperGrid(12, 46, 60, 40) { FontSize = 9.5 }.Heads("No.", "Orang dan tujuan", "Penerima dan keperluan", "Tiba");
        foreach (var stop in model.People)
        {
            grid.Row(
                GridCell.Center($"{stop.Number}"),
                new GridCell(body =>
                {
                    body.Text(TextAlign.Left, TextRun.Bold(stop.Name), $" ({stop.Description})").Text(TextAlign.Left, stop.Destination);
                    Say(body, "Barang", stop.Luggage);
                }),
                new GridCell(body =>
                {
                    Say(body, "Keluarga", stop.Family);
                    Say(body, "Boleh menerima", stop.MayReceive);
                    if (stop.NeverTo.Length > 0)
                    {
                        body.Text(TextAlign.Left, TextRun.Bold("Jangan serahkan kepada: "), TextRun.Bold(stop.NeverTo));
                    }

                    Say(body, "Kebutuhan", stop.Needs);
                }),
                new GridCell(
                    body =>
                    {
                        body.Ticks([new Tick("tiba", IsTicked: false)]);
                        body.Text(TextAlign.Left, "Pukul ............");
                        body.Ticks([new Tick("KTP penerima cocok", IsTicked: false), new Tick("berita acara", IsTicked: false)]);
                    },
                    MinHeightMm: 26));
        }

        return grid;
    }

    private static void Say(PaperBody body, string label, string text)
    {
        if (text.Length > 0)
        {
            body.Text(TextAlign.Left, $"{label}: {text}");
        }
    }
}

/// <summary>The hand-over of one person; where nothing was recorded yet, with room to write it by hand on the spot.</summary>
public sealed record HandOverSheetPaper
{
    public required RepatriationPaperFrame Frame { get; init; }

    public required string Agency { get; init; }

    public required DateOnly? Day { get; init; }

    public required string? LetterNumber { get; init; }

    public required string LeadName { get; init; }

    public required string? LeadNip { get; init; }

    public required string LeadPosition { get; init; }

    public required string Name { get; init; }

    public required string Description { get; init; }

    public required string Destination { get; init; }

    public required string Receiver { get; init; }

    public required string ReceiverNik { get; init; }

    public required string Relation { get; init; }

    public required string IdentityCheck { get; init; }

    public required string Witness { get; init; }

    public required string WitnessPosition { get; init; }

    public required string Condition { get; init; }

    public required string Handed { get; init; }

    public required DateOnly? VisitOn { get; init; }
}

/// <summary>Berita acara serah terima, one for each person.</summary>
public static class HandOverSheetDocument
{
    private const string Blank = "..............................................................................";
    private const string Short = "..............................";

    public static byte[] Render(HandOverSheetPaper model, Letterhead head)
    {
        using var paper = model.Frame.Begin(head, "Berita acara serah terima", 1.05);
        var letter = model.LetterNumber is null ? "" : $", berdasarkan surat tugas nomor {model.LetterNumber}";
        paper.Body
            .Text(model.Day is null ? TextAlign.Left : TextAlign.Justify, model.Day is { } day
                ? $"Pada hari ini, {Terbilang.Date(day)} ({IndonesianDates.Short(day)}), bertempat di {model.Destination}, kami yang bertanda tangan di bawah ini:"
                : $"Pada hari ini, {Short} tanggal {Short} bulan {Short} tahun {Short}, bertempat di {model.Destination}, kami yang bertanda tangan di bawah ini:")
            .Space(3)
            .Heading("PIHAK PERTAMA (yang menyerahkan)")
            .Labelled(46, 0.2, [("Nama", Or(model.LeadName)), ("NIP", model.LeadNip ?? "–"), ("Jabatan", Or(model.LeadPosition)), ("Atas nama", model.Agency + letter)])
            .Space(1)
            .Heading("PIHAK KEDUA (yang menerima)")
            .Labelled(46, 0.2, [("Nama", Or(model.Receiver)), ("NIK", Or(model.ReceiverNik)), ("Hubungan", Or(model.Relation)), ("Identitas diperiksa", Or(model.IdentityCheck))])
            .Space(1)
            .Paragraph("PIHAK PERTAMA telah menyerahkan kepada PIHAK KEDUA, dan PIHAK KEDUA telah menerima dengan baik, seorang warga migran:")
            .Labelled(46, 0.2, [
                ("Nama", TextRun.Bold(model.Name)),
                ("Keterangan", model.Description),
                ("Kode", model.Frame.Number),
                ("Keadaan", Or(model.Condition)),
                ("Barang dan dokumen", Or(model.Handed)),
            ])
            .Space(1)
            .Paragraph("PIHAK KEDUA bersedia merawat dan melindunginya, tidak mempertemukannya dengan siapa pun yang membahayakannya, dan menerima kunjungan petugas"
                + (model.VisitOn is { } visit ? $" pada tanggal {IndonesianDates.Letter(visit)} atau sekitar itu." : " setelah serah terima ini."))
            .Paragraph("Demikian berita acara ini dibuat dengan sebenarnya dalam rangkap dua untuk dipergunakan sebagaimana mestinya.")
            .Signatures(
                new SignatureBlock(["PIHAK KEDUA"], PlaceAndDate: null, Sign(model.Receiver), Rank: null, Nip: null),
                new SignatureBlock(["PIHAK PERTAMA"], PlaceAndDate: null, Sign(model.LeadName), Rank: null, model.LeadNip),
                spaceMm: 13)
            .Signature(new SignatureBlock(["Saksi", .. model.WitnessPosition.Length > 0 ? [model.WitnessPosition] : Array.Empty<string>()], PlaceAndDate: null, Sign(model.Witness), Rank: null, Nip: null), spaceMm: 13);
        return paper.Render();
    }

    private static string Or(string text) => text.Length > 0 ? text : Blank;

    private static string Sign(string name) => name.Length > 0 ? name : Short;
}
