namespace DinsosIntranet.Features.VictimCases.Domain;

public static partial class CaseBlocks
{
    public const string BirthDate = "tanggal-lahir";
    public const string FamilyCard = "kk";
    public const string Age = "usia";
    public const string NextAssessment = "lanjutan-tanggal";
    public const string AgeBand = "kelompok-usia";
    public const string Sex = "kelamin";

    /// <summary>What the alleged perpetrator is to the victim.</summary>
    public const string Relation = "hubungan";

    private static BlockDefinition[] FormB() =>
    [
        new(Victim, "Korban",
        [
            Text(ClientCode, "Kode klien").Required().Hint("Bukan nama atau inisial; dipakai di luar berkas ini."),
            Text(Name, "Nama").Required().Sensitive(),
            Nik(NikField),
            new BlockField(FamilyCard, "Nomor KK", FieldKind.FamilyCard, IsSensitive: true),
            Choice(Sex, "Jenis kelamin", Sex).Required(),
            Text("tempat-lahir", "Tempat lahir").Sensitive(),
            Date(BirthDate, "Tanggal lahir").Sensitive(),
            Number(Age, "Usia saat kejadian").Hint("Isi bila tanggal lahir tidak diketahui."),
            Choice(AgeBand, "Kelompok usia saat kejadian", "kelompok-usia").Hint("Isi bila usia pun tidak diketahui."),
            Choice("kewarganegaraan", "Kewarganegaraan", "kewarganegaraan").Required(),
            Long("alamat-ktp", "Alamat di KTP").Sensitive(),
            Long("domisili", "Alamat tinggal sekarang").Sensitive(),
            Phone(SafePhone, "Telepon yang aman dihubungi"),
            Choice("pendidikan", "Pendidikan", "pendidikan").Required(),
            Text("pekerjaan", "Pekerjaan").Required(),
            Text("agama", "Agama"),
            Choice("status-kawin", "Status perkawinan", "status-kawin").Required(),
            Number("jumlah-anak", "Jumlah anak"),
            YesNo("disabilitas", "Penyandang disabilitas").Required(),
            Choices("ragam-disabilitas", "Ragam disabilitas", "ragam-disabilitas").If("disabilitas", Yes).Required(),
            Text("wali", "Orang tua atau wali").Sensitive(),
            Text("hubungan-wali", "Hubungan wali"),
            Text("pekerjaan-wali", "Pekerjaan wali"),
            Long("alamat-wali", "Alamat wali").Sensitive(),
            Text("sekolah", "Sekolah dan kelas").Sensitive(),
            Text("tinggal-dengan", "Tinggal dengan").Sensitive(),
            Number("anggota-rumah", "Jumlah orang serumah"),
            Choices("kelompok-khusus", "Kelompok khusus", "kelompok-khusus"),
        ], IsRepeatable: true, ItemName: "Korban"),
        new(Violence, "Kekerasan yang dialami",
        [
            Choice(ViolenceForm, "Bentuk", "bentuk-kekerasan").Required(),
            Long("rincian", "Rincian").Sensitive().Required(),
            Date("pertama", "Pertama kali"),
            Date("terakhir", "Terakhir kali"),
            Choice("frekuensi", "Frekuensi", "frekuensi"),
            Long("dampak-fisik", "Dampak fisik").Sensitive(),
            Long("dampak-psikis", "Dampak psikis").Sensitive(),
            Long("dampak-sosial", "Dampak sosial").Sensitive(),
            Long("dampak-ekonomi", "Dampak ekonomi").Sensitive(),
            Long("dampak-pendidikan", "Dampak pendidikan").Sensitive(),
            Long("kondisi", "Kondisi saat datang").Sensitive(),
            YesNo("pernah", "Pernah mengalami kekerasan sebelumnya"),
        ], IsRepeatable: true, Parent: Victim, ItemName: "Kekerasan"),
        new(Trafficking, "Perdagangan orang",
        [
            Text("rute", "Rute").Sensitive(),
            Text("angkutan", "Alat transportasi"),
            Choices("cara", "Cara perekrutan", "cara-tppo").Required(),
            Choices("eksploitasi", "Bentuk eksploitasi", "eksploitasi").Required(),
            Text("negara", "Negara tujuan atau transit"),
            Text("dokumen", "Dokumen perjalanan").Sensitive(),
        ]),
        new(Accused, "Terlapor",
        [
            YesNo("diketahui", "Identitas diketahui").Required(),
            Text(Name, "Nama atau alias").Sensitive().If("diketahui", Yes),
            Choice(Sex, "Jenis kelamin", Sex).Required(),
            Choice("dewasa", "Usia", "usia-terlapor").Required(),
            Choice("kewarganegaraan", "Kewarganegaraan", "kewarganegaraan"),
            Choice("pendidikan", "Pendidikan", "pendidikan"),
            Text("pekerjaan", "Pekerjaan"),
            Choice("status-kawin", "Status perkawinan", "status-kawin"),
            Long("alamat", "Alamat").Sensitive(),
            Victims(ReferralRules.Victims),
            Choices(Relation, "Hubungan dengan korban", Relation).Required().Hint("Lebih dari satu bila hubungannya dengan tiap korban berbeda."),
            YesNo("serumah", "Serumah dengan korban"),
            YesNo("pernah", "Pernah melakukan sebelumnya"),
            Long("ancaman", "Akses ke korban dan ancaman").Sensitive(),
        ], IsRepeatable: true, ItemName: "Terlapor"),
        new(Assessment, "Asesmen biopsikososial",
        [
            Long("fisik", "Fisik dan kesehatan").Sensitive(),
            Long("psikis", "Psikis").Sensitive(),
            Long("sosial", "Sosial dan keluarga").Sensitive(),
            Long("ekonomi", "Ekonomi").Sensitive(),
            Long("pendidikan", "Pendidikan").Sensitive(),
            Long("hukum", "Hukum").Sensitive(),
            Long("spiritual", "Spiritual").Sensitive(),
            Long("kekuatan", "Kekuatan dan sumber").Sensitive(),
            Long("kebutuhan", "Kebutuhan prioritas").Required().Sensitive(),
            YesNo("perlu-rencana", "Perlu rencana keselamatan").Required(),
            Date("rencana-tanggal", "Rencana keselamatan dibuat").If("perlu-rencana", Yes).Required(),
            Text(Assessor, "Penilai").Required(),
            Date("tanggal", "Tanggal asesmen").Required(),
            Date(NextAssessment, "Asesmen lanjutan pada").Hint("Bila asesmen tidak selesai hari ini."),
            Time("lanjutan-jam", "Jam asesmen lanjutan"),
            Text("lanjutan-tempat", "Tempat asesmen lanjutan").Sensitive(),
        ]),
    ];
}
