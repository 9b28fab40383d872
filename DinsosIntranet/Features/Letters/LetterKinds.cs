namespace DinsosIntranet.Features.Letters;

/// <summary>The kinds of paper the agency issues, by the code they are stored under; of a signed letter it stands in the QR, so at most 12 letters.</summary>
public static class LetterKinds
{
    public const string DtksCertificate = "sk-dtks";
    public const string FromTemplate = "srt-layanan";
    public const string NotRegisteredSheet = "info-tidak-terdaftar";
    public const string RequestReceipt = "tanda-terima";
    public const string HandOverReceipt = "tanda-serah";
    public const string DispositionSheet = "lembar-disposisi";
    public const string InformationForm = "ip-formulir";
    public const string InformationNotice = "ip-jawaban";
    public const string InformationRefusal = "ip-tolakan";
    public const string InformationExtension = "ip-tambahan";
    public const string InformationHandOver = "ip-serah";
    public const string ComplaintReceipt = "adu-terima";
    public const string ComplaintPassOn = "adu-terusan";
    public const string ComplaintHandUp = "adu-atasan";
    public const string ComplaintReply = "adu-jawaban";
    public const string Assignment = "surat-tugas";
    public const string RepatriationReferral = "pulang-rujuk";
    public const string InformationReferral = "ip-terusan";
    public const string ObjectionForm = "ip-keberatan";
    public const string ObjectionAnswer = "ip-tanggapan";

    public static string Name(string kind) => kind switch
    {
        DtksCertificate => "Surat Keterangan DTKS/DTSEN",
        FromTemplate => "Surat layanan",
        NotRegisteredSheet => "Lembar informasi tidak terdaftar",
        RequestReceipt => "Tanda terima permohonan",
        HandOverReceipt => "Tanda terima penyerahan",
        DispositionSheet => "Lembar disposisi",
        InformationForm => "Formulir dan tanda bukti permintaan informasi",
        InformationNotice => "Pemberitahuan tertulis",
        InformationRefusal => "Keputusan penolakan informasi",
        InformationExtension => "Pemberitahuan perpanjangan waktu",
        InformationHandOver => "Tanda bukti penyerahan informasi publik",
        ComplaintReceipt => "Tanda terima pengaduan",
        ComplaintPassOn => "Surat penerusan pengaduan",
        ComplaintHandUp => "Surat penyerahan pengaduan",
        ComplaintReply => "Surat tanggapan pengaduan",
        Assignment => "Surat tugas",
        RepatriationReferral => "Surat rujukan warga migran",
        InformationReferral => "Surat penerusan permohonan informasi",
        ObjectionForm => "Formulir dan tanda terima keberatan",
        ObjectionAnswer => "Tanggapan atas keberatan",
        _ => kind,
    };
}
