using DinsosIntranet.Features.Dispositions.Documents;
using DinsosIntranet.Features.Dtks.Documents;
using DinsosIntranet.Features.Intake.Documents;
using DinsosIntranet.Features.Letters.Toolkit;

namespace DinsosIntranet.Tests.Support;

/// <summary>
/// Papers of invented people. A NIK names the district 360299, which does not exist; a NIP is of the thirtieth of February.
/// </summary>
public static class PaperSamples
{
    public const string Qr = "DI1.GQYDALRZFYYTILRRF4ZDINZPIRUW443PNAXVQSJPGIYDENQ7KNFS2RCUKNCU4HZSGYYTCMRTD5JE2HZQGAYDGHZSG4YDEMRRD5VTC.MZXW6YTBOI";

    public const string LongName = "Raden Ayu Siti Nurhaliza Kusumaningtyas Prabandari Wulandari Cokrodiningrat binti Haji Abdurrahman Wirasasmita";

    public static DateTime Created { get; } = new(2026, 11, 23, 2, 40, 0, DateTimeKind.Utc);

    public static Letterhead Head(PageSetup? page = null) => new(
        "PEMERINTAH KABUPATEN LEBAK",
        "DINAS SOSIAL",
        ["Jl. Jenderal Sudirman No. 30 Km 03, Narimbang Mulya, Rangkasbitung 42319", "Telepon (0252) 5285255, Pos-el dinsos@contoh.go.id"],
        LogoPng: null,
        page ?? PageSetup.A4);

    public static SignatureBlock Chief { get; } = new(
        ["KEPALA DINAS SOSIAL", "KABUPATEN LEBAK"],
        "Rangkasbitung, 23 November 2026",
        "Dra. Hj. Ratna Kusumawardani, M.Si.",
        "Pembina Utama Muda (IV/c)",
        "19700230 199503 2 007");

    public static SignatureBlock Officer { get; } = new(["Petugas Front Office"], PlaceAndDate: null, "Nani Rohaeni", Rank: null, "19880230 201403 2 011");

    public static RequestReceiptPaper Receipt { get; } = new()
    {
        Number = "TT/412/2026",
        RequestNumber = "DTKS-2026-0412",
        Service = "Surat Keterangan DTKS/DTSEN",
        ApplicantName = "Siti Aminah",
        ApplicantNik = "3602********0001",
        BeneficiaryName = "Rafi Maulana",
        BeneficiaryRelation = "anak",
        BeneficiaryNik = "3602********0003",
        Purpose = "Pengajuan Program Indonesia Pintar (PIP)",
        ReceivedAt = "Senin, 23 November 2026 pukul 09.29 WIB",
        ReceivedShort = "23 November 2026 pukul 09.29 WIB",
        Channel = "tatap muka",
        Requirements =
        [
            new RequirementLine("Kartu identitas/domisili (KTP/KK)", IsPresent: true, "KK, asli ditunjukkan"),
            new RequirementLine("Formulir permohonan pengecekan/penerbitan", IsPresent: true, "ditandatangani pemohon"),
        ],
        IsComplete = true,
        StandardTime = "15 menit kerja",
        ExpectedAt = "Hari ini pukul 09.44 WIB",
        Officer = Officer,
        QrText = Qr,
        FooterLines = ["Tanyakan kemajuan permohonan dengan menyebut nomor di atas. Pengaduan: Pejabat Pengelola Pengaduan di loket, kotak pengaduan, pos-el, atau SP4N-LAPOR! (www.lapor.go.id)."],
        CreatedUtc = Created,
    };

    public static HandOverReceiptPaper HandOver { get; } = new()
    {
        Number = "TTP/388/2026",
        RequestNumber = "DTKS-2026-0412",
        HandedOverAt = "Senin, 23 November 2026 pukul 10.15 WIB",
        ApplicantName = "Siti Aminah",
        CollectorName = "Ujang Suherman",
        CollectorNik = "3602990904740008",
        ProxyRelation = "penerima kuasa",
        ProxyLetter = "Surat kuasa tanggal 23 November 2026",
        Documents = [new HandedDocument("Surat Keterangan Terdaftar DTSEN atas nama Rafi Maulana", "400.9.14.1/247/Dinsos/XI/2026", "Asli", "1 lembar")],
        Officer = Officer,
        QrText = Qr,
        FooterLines = ["Dibuat rangkap dua: untuk penerima dan arsip loket."],
        CreatedUtc = Created,
    };

    public static DtksCertificatePaper Certificate { get; } = new()
    {
        IsDraft = false,
        Number = "400.9.14.1/247/Dinsos/XI/2026",
        SourceShortName = "DTSEN",
        SourceName = "Data Tunggal Sosial dan Ekonomi Nasional (DTSEN)",
        CertifiedBy = "Kepala Dinas Sosial Kabupaten Lebak",
        HolderName = "Rafi Maulana",
        HolderNik = "3602991402150003",
        FamilyCardNumber = "3602990703120009",
        Address = "Kp. Sawah RT 008/RW 002, Desa Parage, Kecamatan Cikulur, Kabupaten Lebak",
        ApplicantName = "Siti Aminah",
        ApplicantRelation = "ibu kandung",
        CheckedAt = "23 November 2026 pukul 09.40 WIB",
        DataPeriod = "Triwulan IV 2026",
        IdTitle = "ID keluarga",
        Id = "3602-99-0412-7731",
        Decile = 3,
        Programmes = ["PKH", "Sembako"],
        Purpose = "pengajuan Program Indonesia Pintar (PIP)",
        ValidUntil = "21 Februari 2027",
        Signature = Chief,
        QrText = Qr,
        FooterLines = ["Kode verifikasi VRF-202611-0247. Pindai kode ini di loket Dinas Sosial atau halaman Verifikasi Surat untuk memastikan nomor, tanggal, dan isi pokok surat. Kode ini bukan tanda tangan elektronik tersertifikasi."],
        CreatedUtc = Created,
    };

    public static NotRegisteredSheetPaper NotRegistered { get; } = new()
    {
        RequestNumber = "DTKS-2026-0413",
        CheckedName = "Euis Komala",
        CheckedNik = "3602994107820005",
        Address = "Kp. Pasir RT 003/RW 001, Desa Muncangkopong, Kecamatan Cikulur",
        SourceName = "Data Tunggal Sosial dan Ekonomi Nasional (DTSEN)",
        DataPeriod = "Triwulan IV 2026",
        CheckedAt = "Senin, 23 November 2026 pukul 10.02 WIB",
        ThingsToBring = ["KTP-el dan Kartu Keluarga, asli dan fotokopi", "Nomor telepon yang dapat dihubungi", "Foto rumah tampak depan, bila ada"],
        Officer = Officer with { PlaceAndDate = "Rangkasbitung, 23 November 2026" },
        FooterLines = ["Lembar ini informasi, bukan surat keterangan."],
        CreatedUtc = Created,
    };

    public static DispositionSheetPaper Disposition { get; } = new()
    {
        LetterFrom = "Siti Aminah (pemohon)",
        LetterNumber = "DTKS-2026-0412",
        LetterDate = "23 November 2026",
        ReceivedAt = "23/11/2026 09.33",
        AgendaNumber = "1187/2026",
        Deadline = "23/11/2026 09.44",
        Urgencies = [new Tick("Sangat segera", false), new Tick("Segera", true), new Tick("Biasa", false), new Tick("Rahasia", false)],
        Subject = "Permohonan Surat Keterangan DTKS/DTSEN untuk pengajuan PIP atas nama Rafi Maulana, Desa Parage, Kecamatan Cikulur",
        Recipients =
        [
            new Tick("Sekretaris Dinas", false), new Tick("Kepala Bidang Dayasos", false), new Tick("Kepala Bidang Linjamsos", true),
            new Tick("Kepala Bidang Rehsos", false), new Tick("Kepala Bidang PPPA", false), new Tick("", false),
        ],
        Instructions =
        [
            new Tick("Tanggapan dan saran", false), new Tick("Proses lebih lanjut", true), new Tick("Koordinasi/konfirmasikan", false),
            new Tick("Siapkan jawaban", false), new Tick("Bicarakan dengan saya", false), new Tick("Untuk diketahui/arsip", false),
        ],
        Note = "Tindak lanjuti, selesaikan hari ini.",
        Signature = Chief with { PlaceAndDate = null, Rank = null },
        Chain =
        [
            new DispositionStep("23/11/2026 09.35", "Kepala Dinas", "Kabid Linjamsos", "Proses lanjut"),
            new DispositionStep("23/11/2026 09.37", "Kabid Linjamsos", "Operator SIKS-NG", "Cek dan buatkan"),
        ],
        QrText = Qr,
        FooterLines = ["Dicetak Dedi Supriatna, Sekretariat, Senin, 23 November 2026 pukul 09.38 WIB, cetakan ke-1. Disposisi yang sah tersimpan di sistem; lembar ini salinannya."],
        CreatedUtc = Created,
    };
}
