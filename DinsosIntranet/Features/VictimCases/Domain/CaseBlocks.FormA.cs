namespace DinsosIntranet.Features.VictimCases.Domain;

public static partial class CaseBlocks
{
    public const string ReportedOn = "tanggal-lapor";
    public const string ReportedAt = "jam-lapor";
    public const string Channel = "kanal";
    public const string SafePhone = "telepon-aman";
    public const string NikField = "nik";
    public const string Name = "nama";
    public const string EventOn = "tanggal-kejadian";
    public const string CaseKind = "jenis-kasus";
    public const string TraffickingKind = "tppo";
    public const string LetterDate = "tanggal-surat";
    public const string Risk = "risiko";
    public const string FaceToFaceChannel = "tatap-muka";
    public const string LetterChannel = "surat";
    public const string ReferralChannel = "rujukan";

    /// <summary>Where it happened, by kind of place.</summary>
    public const string Place = "tempat";

    /// <summary>The kecamatan of the event, by its code.</summary>
    public const string District = "kecamatan";
    public const string ViolenceForm = "bentuk";

    /// <summary>Whether the data may be counted without names.</summary>
    public const string StatisticsConsent = "data-anonim";

    private static BlockDefinition[] FormA() =>
    [
        new(Register, "Register",
        [
            Date(ReportedOn, "Tanggal lapor").Required(),
            Time(ReportedAt, "Jam lapor").Required(),
            Choice(Channel, "Kanal", "kanal").Required(),
            Choice("sumber", "Sumber informasi", "sumber-informasi").Required(),
            Text("buku-tamu", "Nomor buku tamu").Hint("Hanya nomornya, misalnya Tamu 014."),
            Text("perujuk", "Instansi perujuk atau pengirim surat").If(Channel, "rujukan", "limpahan", LetterChannel).Required(),
            Text("nomor-surat", "Nomor surat").If(Channel, LetterChannel).Required(),
            Date(LetterDate, "Tanggal surat").If(Channel, LetterChannel).Required(),
            Text("surat-rujukan", "Nomor dan tanggal surat rujukan").If(Channel, "rujukan", "limpahan"),
            Long("layanan-sebelumnya", "Layanan yang sudah diberikan perujuk").If(Channel, "rujukan", "limpahan").Sensitive(),
            Text(Worker, "Petugas penerima").Required(),
        ]),
        new(Reporter, "Pelapor",
        [
            Choice("status", "Status pelapor", "status-pelapor").Required(),
            YesNo("anonim", "Pelapor minta tanpa nama"),
            Text(Name, "Nama").Sensitive(),
            Nik(NikField),
            Choice("kelamin", "Jenis kelamin", "kelamin"),
            Number("usia", "Usia"),
            Long("alamat", "Alamat").Sensitive(),
            Phone(SafePhone, "Telepon yang aman dihubungi"),
            Text("cara-aman", "Cara dan jam aman dihubungi").Hint("Bila ragu, jangan menelepon. Tulis siapa yang boleh mengangkat.").Required().Sensitive(),
            Text("hubungan-korban", "Hubungan dengan korban").If("status", "keluarga", "tetangga", "teman", "saksi", "guru", "aparat", "lembaga").Required(),
            Choice("hubungan-terlapor", "Hubungan dengan terlapor", "hubungan"),
        ]),
        new(Event, "Kejadian",
        [
            Date(EventOn, "Tanggal kejadian").Required(),
            YesNo("perkiraan", "Tanggal ini perkiraan"),
            Time("jam", "Jam kejadian"),
            Choice(Place, "Kategori tempat", "tempat").Required(),
            Long("alamat-kejadian", "Alamat tempat kejadian").Sensitive(),
            Choice(District, "Kecamatan", District).Required(),
            Text("wilayah", "Desa atau kelurahan").Required(),
            Choices(CaseKind, "Jenis kasus", "jenis-kasus").Required(),
            YesNo("kdrt", "Kekerasan dalam rumah tangga").Required(),
            Choices(ViolenceForm, "Bentuk kekerasan", "bentuk-kekerasan").Required(),
            Choice("frekuensi", "Sekali atau berulang", "frekuensi"),
            Long("kronologi", "Kronologi").Sensitive().Required().Hint("Tulis yang perlu saja, dengan kata-kata pelapor."),
            Long("bukti", "Bukti yang ada").Sensitive(),
            Text("lapor-ke", "Sudah melapor ke"),
        ]),
        new(Screening, "Skrining risiko",
        [
            Choice(Risk, "Tingkat risiko", "risiko").Required(),
            YesNo("bahaya-langsung", "Bahaya langsung sekarang"),
            YesNo("anak-lain", "Ada anak lain yang berisiko"),
            Choices("kebutuhan", "Kebutuhan mendesak", "kebutuhan-mendesak"),
            Long("harapan", "Harapan korban").Sensitive(),
            Choice("kewenangan", "Kewenangan", "kewenangan").Required(),
        ]),
        new(Consent, "Persetujuan awal",
        [
            Choice("pemberi", "Yang memberi persetujuan", "pemberi-persetujuan").Required(),
            YesNo("layanan", "Setuju dilayani").Required(),
            YesNo(StatisticsConsent, "Setuju data tanpa nama dipakai untuk laporan").Required(),
            YesNo("batas-kerahasiaan", "Batas kerahasiaan sudah dijelaskan").Required().Hint("Menolak tidak pernah menghentikan layanan."),
        ]),
    ];
}
