namespace DinsosIntranet.Features.Repatriation.Domain;

/// <summary>What is told of the people of one journey.</summary>
public sealed record RepatriationContent
{
    /// <summary>How whoever reported can be reached.</summary>
    public string Contact { get; init; } = "";

    public List<Migrant> Migrants { get; init; } = [];
}

/// <summary>Somebody to be brought home; values by the codes of <see cref="MigrantFields"/>.</summary>
public sealed record Migrant
{
    public required Guid Id { get; init; }

    public Dictionary<string, string> Values { get; init; } = [];

    /// <summary>To whom and in what condition they were handed over; null while they were not.</summary>
    public Dictionary<string, string>? HandOver { get; init; }

    public string this[string code] => Values.GetValueOrDefault(code, "");
}

public enum MigrantFieldKind
{
    Text,
    LongText,
    Date,
    Choice,
}

/// <summary>One field of the form; dates are stored as yyyy-MM-dd.</summary>
public sealed record MigrantField(string Code, string Label, MigrantFieldKind Kind, bool IsMandatory = false, string? Help = null, params string[] Choices)
{
    public int MaxLength => Kind == MigrantFieldKind.LongText ? 600 : 150;
}

/// <summary>What is asked of each migrant, and of each hand-over.</summary>
public static class MigrantFields
{
    public const string Name = "nama";
    public const string Nik = "nik";
    public const string Papers = "dokumen";
    public const string PaperNumber = "nomor-dokumen";
    public const string Minor = "anak";
    public const string MayReceive = "boleh-menerima";
    public const string Accused = "terduga";
    public const string Receiver = "penerima";
    public const string ReceiverNik = "nik-penerima";
    public const string HandedOn = "tanggal";
    public const string NoPapers = "Tanpa dokumen";
    public const string Yes = "Ya";

    public static IReadOnlyList<MigrantField> Person { get; } =
    [
        new(Name, "Nama", MigrantFieldKind.Text, true),
        new(Nik, "NIK", MigrantFieldKind.Text),
        new("kelamin", "Jenis kelamin", MigrantFieldKind.Choice, true, null, "Perempuan", "Laki-laki"),
        new("lahir", "Tanggal lahir", MigrantFieldKind.Date),
        new("desa", "Desa/kelurahan asal", MigrantFieldKind.Text, true),
        new("kecamatan", "Kecamatan", MigrantFieldKind.Text, true),
        new("negara", "Negara tempat bekerja", MigrantFieldKind.Text, true),
        new(Papers, "Dokumen perjalanan", MigrantFieldKind.Choice, true, null, "SPLP", "Paspor", NoPapers),
        new(PaperNumber, "Nomor dokumen", MigrantFieldKind.Text),
        new("perujuk", "Lembaga yang merujuk", MigrantFieldKind.Choice, true, null, "KJRI/KBRI", "BP3MI", "RPTC", "Dinas sosial lain", "Tidak ada"),
        new("surat-perujuk", "Nomor surat rujukan", MigrantFieldKind.Text),
        new("kesehatan", "Keadaan kesehatan", MigrantFieldKind.LongText, true),
        new("kebutuhan", "Kebutuhan mendesak", MigrantFieldKind.LongText),
        new(Minor, "Di bawah 18 tahun", MigrantFieldKind.Choice, true, null, "Tidak", Yes),
        new(MayReceive, "Yang boleh menerima", MigrantFieldKind.LongText, Help: "Satu nama satu baris. Wajib untuk anak."),
        new(Accused, "Terduga pelaku", MigrantFieldKind.LongText, Help: "Satu nama satu baris. Serah terima kepada mereka ditolak."),
        new("barang", "Barang bawaan", MigrantFieldKind.LongText),
        new("kode-kasus", "Kode kasus", MigrantFieldKind.Text, Help: "Bila sudah ada berkas kasus. Berkasnya tidak terbuka bagi tim pengantar."),
    ];

    public static IReadOnlyList<MigrantField> HandOver { get; } =
    [
        new(Receiver, "Nama penerima", MigrantFieldKind.Text, true),
        new(ReceiverNik, "NIK penerima", MigrantFieldKind.Text, true, "Cocokkan dengan KTP penerima."),
        new("hubungan", "Hubungan dengan migran", MigrantFieldKind.Text, true),
        new("keadaan", "Keadaan saat diserahkan", MigrantFieldKind.LongText, true),
        new(HandedOn, "Tanggal serah terima", MigrantFieldKind.Date, true),
    ];
}
