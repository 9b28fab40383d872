namespace DinsosIntranet.Features.Repatriation.Domain;

public enum MigrantFieldKind
{
    Text,
    LongText,
    Date,

    /// <summary>One code of a list of <c>data/repatriation/lists.json</c>, or of the districts of the agency's regency.</summary>
    Choice,
}

/// <summary>One field of a form about a migrant; dates are stored as yyyy-MM-dd, choices by their code.</summary>
public sealed record MigrantField(string Code, string Label, MigrantFieldKind Kind, bool IsMandatory = false, string? Help = null, string? List = null)
{
    public int MaxLength => Kind == MigrantFieldKind.LongText ? 600 : 150;
}

/// <summary>What is asked of each migrant, of each hand-over, of somebody who did not arrive, and of each visit.</summary>
public static class MigrantFields
{
    public const string Name = "nama";
    public const string Nik = "nik";
    public const string Sex = "kelamin";
    public const string Birth = "lahir";
    public const string Village = "desa";
    public const string District = "kecamatan";
    public const string Address = "alamat";
    public const string Country = "negara";
    public const string Papers = "dokumen";
    public const string PaperNumber = "nomor-dokumen";
    public const string Referrer = "perujuk";
    public const string Health = "kesehatan";
    public const string Needs = "kebutuhan";
    public const string Minor = "anak";
    public const string Family = "keluarga";
    public const string MayReceive = "boleh-menerima";
    public const string Accused = "terduga";
    public const string Luggage = "barang";
    public const string CaseCode = "kode-kasus";

    public const string Receiver = "penerima";
    public const string ReceiverNik = "nik-penerima";
    public const string Relation = "hubungan";
    public const string IdentityCheck = "identitas-dicek";
    public const string Condition = "keadaan";
    public const string HandedLuggage = "barang-diserahkan";
    public const string Witness = "saksi";
    public const string WitnessPosition = "jabatan-saksi";
    public const string HandedOn = "tanggal";
    public const string VisitOn = "kunjungan";

    public const string MissedReason = "alasan";
    public const string MissedWhere = "keberadaan";

    public const string VisitState = "keadaan-kunjungan";
    public const string VisitNote = "catatan";
    public const string RehabCode = "kode-rehabilitasi";

    public const string NoPapers = "tanpa";
    public const string Yes = "ya";
    public const string NeverCame = "tidak-datang";

    /// <summary>The districts of the agency's regency, of the catalogue of regions.</summary>
    public const string Districts = "kecamatan";

    public static IReadOnlyList<MigrantField> Person { get; } =
    [
        new(Name, "Nama", MigrantFieldKind.Text, true),
        new(Nik, "NIK", MigrantFieldKind.Text),
        new(Sex, "Jenis kelamin", MigrantFieldKind.Choice, true, List: "kelamin"),
        new(Birth, "Tanggal lahir", MigrantFieldKind.Date),
        new(Minor, "Di bawah 18 tahun", MigrantFieldKind.Choice, true, List: "anak"),
        new(Country, "Negara tempat bekerja", MigrantFieldKind.Choice, true, List: "negara"),
        new(Papers, "Dokumen perjalanan", MigrantFieldKind.Choice, true, List: "dokumen"),
        new(PaperNumber, "Nomor dokumen", MigrantFieldKind.Text),
        new(Referrer, "Lembaga yang merujuk", MigrantFieldKind.Choice, true, List: "perujuk"),
        new("surat-perujuk", "Nomor surat rujukan", MigrantFieldKind.Text),
        new(District, "Kecamatan tujuan", MigrantFieldKind.Choice, true, List: Districts),
        new(Village, "Desa/kelurahan tujuan", MigrantFieldKind.Text, true),
        new(Address, "Kampung, RT/RW", MigrantFieldKind.Text),
        new(Family, "Keluarga di tempat tujuan", MigrantFieldKind.Text, Help: "Nama, hubungan, dan nomor telepon yang aman."),
        new(Health, "Keadaan kesehatan", MigrantFieldKind.LongText, true),
        new(Needs, "Kebutuhan mendesak", MigrantFieldKind.LongText, Help: "Tampil pada lembar perjalanan: obat, kursi roda, makanan bayi."),
        new(MayReceive, "Yang boleh menerima", MigrantFieldKind.LongText, Help: "Satu nama satu baris. Wajib untuk anak."),
        new(Accused, "Terduga pelaku", MigrantFieldKind.LongText, Help: "Satu nama satu baris. Serah terima kepada mereka ditolak."),
        new(Luggage, "Barang bawaan", MigrantFieldKind.LongText),
        new(CaseCode, "Kode kasus", MigrantFieldKind.Text, Help: "Bila sudah ada berkas kasus. Berkasnya tidak terbuka bagi tim pengantar."),
    ];

    public static IReadOnlyList<MigrantField> HandOver { get; } =
    [
        new(HandedOn, "Tanggal serah terima", MigrantFieldKind.Date, true),
        new(Receiver, "Nama penerima", MigrantFieldKind.Text, true, "Seperti tertulis di KTP."),
        new(ReceiverNik, "NIK penerima", MigrantFieldKind.Text, true),
        new(Relation, "Hubungan dengan migran", MigrantFieldKind.Choice, true, List: "hubungan"),
        new(IdentityCheck, "Identitas penerima diperiksa", MigrantFieldKind.Choice, true, List: "identitas-dicek"),
        new(Witness, "Nama saksi", MigrantFieldKind.Text, true),
        new(WitnessPosition, "Jabatan saksi", MigrantFieldKind.Text, true),
        new(Condition, "Keadaan saat diserahkan", MigrantFieldKind.LongText, true),
        new(HandedLuggage, "Barang dan dokumen yang diserahkan", MigrantFieldKind.LongText, true, "Tulis \"tidak ada\" bila tidak ada."),
        new(VisitOn, "Kunjungan lanjut", MigrantFieldKind.Date, true, "Paling lambat 90 hari setelah serah terima."),
    ];

    public static IReadOnlyList<MigrantField> Missed { get; } =
    [
        new(MissedReason, "Alasan tidak sampai", MigrantFieldKind.Choice, true, List: "alasan-tidak-sampai"),
        new(MissedWhere, "Keberadaannya sekarang", MigrantFieldKind.LongText, true),
    ];

    public static IReadOnlyList<MigrantField> Visit { get; } =
    [
        new(HandedOn, "Tanggal kunjungan", MigrantFieldKind.Date, true),
        new(VisitState, "Keadaan", MigrantFieldKind.Choice, true, List: "keadaan-kunjungan"),
        new(VisitNote, "Catatan", MigrantFieldKind.LongText, true),
        new(RehabCode, "Kode kasus rehabilitasi", MigrantFieldKind.Text, Help: "Bila dilanjutkan ke pelayanan rehabilitasi."),
    ];

    /// <summary>Of <see cref="Person"/> all an escort needs on the way; the rest is not shown to them.</summary>
    public static IReadOnlySet<string> ForEscort { get; } = new HashSet<string>
    {
        Name, Sex, Minor, District, Village, Address, Family, Needs, MayReceive, Accused, Luggage,
    };
}
