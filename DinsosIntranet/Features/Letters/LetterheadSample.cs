using DinsosIntranet.Features.Agency;
using DinsosIntranet.Features.Agency.Domain;
using DinsosIntranet.Features.Letters.Toolkit;
using DinsosIntranet.Shared.Text;

namespace DinsosIntranet.Features.Letters;

/// <summary>Prints the sample of the letterhead with the same toolkit as every real paper. Its people do not exist.</summary>
public sealed class LetterheadSample : LetterheadPrinter
{
    public override IReadOnlyList<string> FontFamilies => PdfFonts.Families;

    public override bool CanPrint(byte[] picture) => Letterhead.LogoIsReadable(picture);

    public override byte[] Sample(AgencyProfile agency, DateTime nowUtc)
    {
        var head = Letterheads.Of(agency);
        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeFromUtc(nowUtc, TimeZoneInfo.FindSystemTimeZoneById(agency.TimeZoneId)));
        var date = IndonesianDates.Letter(today);
        using var paper = new PaperBuilder(head, new PaperMetadata("Contoh surat", "Contoh", head.Agency, nowUtc));
        paper.Title("SURAT KETERANGAN", "CONTOH/001/" + IndonesianDates.RomanMonth(today.Month))
            .Watermark("CONTOH")
            .Footer(new PaperFooter("CONTOH", ["Kode verifikasi VRF-CONTOH. Lembar ini contoh untuk memeriksa kop, kertas, dan huruf; bukan surat."]));
        paper.Body
            .Paragraph($"Yang bertanda tangan di bawah ini, Kepala {agency.Name} {agency.Regency}, menerangkan bahwa:")
            .Labelled(46, 1.2, [("Nama", TextRun.Bold("Siti Contoh")), ("NIK", "3602995206850001"), ("Alamat", "Kp. Sawah RT 008/RW 002, Desa Contoh, Kecamatan Contoh, " + agency.Regency)])
            .Space(2)
            .Paragraph($"Berdasarkan pengecekan pada aplikasi SIKS-NG tanggal {date} terhadap Data Tunggal Sosial dan Ekonomi Nasional (DTSEN), nama tersebut tercatat pada desil 3. Paragraf ini cukup panjang untuk menunjukkan jarak antarbaris, rata kiri kanan, dan lebar baris pada kertas serta tepi yang dipilih.")
            .Grid(new PaperGrid(11, 89, 60).Heads("No.", "Lampiran", "Keterangan").Row(GridCell.Center("1"), "Fotokopi Kartu Keluarga", "1 lembar").Row(GridCell.Center("2"), "Bukti pengecekan", "1 lembar"))
            .Paragraph("Demikian surat keterangan ini dibuat untuk dipergunakan sebagaimana mestinya.")
            .Signature(new SignatureBlock(
                [$"KEPALA {agency.Name.ToUpperInvariant()}", agency.Regency.ToUpperInvariant() + ","],
                $"{agency.Seat}, {date}",
                "Dr. Nama Pejabat, M.Si.",
                "Pembina Utama Muda (IV/c)",
                Letterheads.NipText(agency, "197002301995032007")));
        return paper.Render();
    }
}
