namespace DinsosIntranet.Features.VictimCases.Domain;

public static partial class CaseBlocks
{
    private static BlockDefinition[] FormC() =>
    [
        new(Plan, "Rencana intervensi",
        [
            Long("tujuan", "Tujuan").Required().Sensitive(),
            Choices("layanan", "Layanan", "layanan").Required(),
            Text(Responsible, "Penanggung jawab").Required(),
            Date("target", "Target selesai").Required(),
            YesNo("disetujui-klien", "Disetujui klien").Required(),
        ]),
        new(Service, "Layanan",
        [
            Victims(ReferralRules.Victims),
            Date("tanggal", "Tanggal").Required(),
            Choice(ServiceRules.Kind, "Jenis layanan", "layanan").Required(),
            Choice("bentuk-layanan", "Bentuk layanan", "bentuk-layanan"),
            Text("instansi", "Instansi").Required(),
            Text(Worker, "Petugas"),
            .. Returning(),
            Date(ServiceRules.ShelterIn, "Masuk rumah aman").If("bentuk-layanan", "rumah-aman").Required(),
            Date(ServiceRules.ShelterOut, "Keluar rumah aman").If("bentuk-layanan", "rumah-aman"),
            Choices("bimbingan", "Bimbingan", "bimbingan").If("bentuk-layanan", "bimbingan").Required(),
            Choices("dokumen-perlu", "Dokumen yang dilengkapi", "dokumen-korban").If("bentuk-layanan", "dokumen").Required(),
            Choices("dokumen-selesai", "Sudah terbit", "dokumen-korban").If("bentuk-layanan", "dokumen"),
            Long("rincian", "Rincian").Sensitive(),
            Long("hasil", "Hasil").Sensitive(),
        ], IsRepeatable: true, ItemName: "Layanan"),
        new(Outreach, "Penjangkauan",
        [
            Date("tanggal", "Tanggal").Required(),
            Time("jam", "Jam"),
            Text("tempat", "Tempat").Required().Sensitive(),
            Text(Worker, "Petugas").Required(),
            Text("ditemui", "Yang ditemui").Sensitive(),
            Long("keadaan", "Keadaan yang ditemui").Required().Sensitive(),
            Long("tindakan", "Tindakan").Required().Sensitive(),
            Long("tindak-lanjut", "Tindak lanjut").Sensitive(),
        ], IsRepeatable: true, ItemName: "Penjangkauan"),
        new(Referral, "Rujukan",
        [
            Choice(ReferralRules.Recipient, "Penerima rujukan", "penerima").Required(),
            Text(ReferralRules.RecipientName, "Nama instansi").If(ReferralRules.Recipient, ReferralRules.OtherRecipient).Required(),
            Text(ReferralRules.RecipientAddress, "Alamat instansi").If(ReferralRules.Recipient, ReferralRules.OtherRecipient),
            Victims(ReferralRules.Victims).Required(),
            Choices(ReferralRules.Needs, "Yang diminta dari penerima", "kebutuhan-rujukan").Required(),
            Long("alasan", "Alasan").Required().Sensitive().Hint("Untuk berkas ini saja; tidak masuk ke surat."),
            YesNo(ReferralRules.Consented, "Setuju dirujuk ke penerima ini").Required().Hint("Jawaban korban atau walinya. Penolakan tidak menghentikan layanan dinas."),
            Choice(ReferralRules.ConsentBy, "Yang memberi persetujuan", "pemberi-persetujuan").If(ReferralRules.Consented, Yes).Required(),
            Text(ReferralRules.ConsentName, "Nama pemberi persetujuan").If(ReferralRules.Consented, Yes).Required().Sensitive(),
            Date(ReferralRules.ConsentOn, "Tanggal persetujuan").If(ReferralRules.Consented, Yes).Required(),
            Date(ReferralRules.ConsentUntil, "Berlaku sampai").If(ReferralRules.Consented, Yes).Required(),
            Choices(ReferralRules.Opened, "Data yang boleh dibuka", "data-dibuka").If(ReferralRules.Consented, Yes).Required().Hint("Surat memuat bagian ini dan tidak yang lain."),
            Date(ReferralRules.WithdrawnOn, "Persetujuan ditarik pada").If(ReferralRules.Consented, Yes),
            Text(ReferralRules.LetterNumber, "Nomor surat").If(ReferralRules.Consented, Yes).Hint("Dari buku surat; kosong berarti diisi tangan."),
            Date(ReferralRules.AnswerBy, "Tenggat balasan").If(ReferralRules.Consented, Yes).Required(),
        ], IsRepeatable: true, ItemName: "Rujukan"),
        new(Court, "Proses hukum",
        [
            Choice("tahap", "Tahap", "tahap-hukum").Required(),
            Text("instansi", "Instansi"),
            Text("nomor-lp", "Nomor laporan polisi atau surat"),
            Text("pasal", "Pasal"),
            Date("tanggal", "Tanggal").Required(),
            Text("pejabat", "Penyidik, jaksa, atau hakim"),
            YesNo(ToldFirst, "Korban atau wali diberi tahu sebelum laporan polisi").If("tahap", PoliceStage).Required(),
            Date("diberi-tahu-tanggal", "Diberi tahu pada").If(ToldFirst, Yes).Required(),
            Long("putusan", "Hasil atau putusan").Sensitive(),
        ], IsRepeatable: true, ItemName: "Proses hukum"),
        new(Monitoring, "Pemantauan",
        [
            Date("tanggal", "Tanggal").Required(),
            Choice("cara", "Cara", "cara-pantau"),
            Long("keselamatan", "Kondisi keselamatan").Required().Sensitive(),
            YesNo("terpenuhi", "Kebutuhan terpenuhi"),
            Choice(Risk, "Risiko sekarang", "risiko"),
            YesNo(LastMonitoring, "Ini pemantauan terakhir").Required().Hint("Penutupan diajukan di bagian Penutupan."),
            Date(NextVisit, "Pemantauan berikutnya").If(LastMonitoring, No).Required(),
        ], IsRepeatable: true, ItemName: "Pemantauan"),
    ];

    public const string LastMonitoring = "terakhir";
    public const string ToldFirst = "diberi-tahu";
    public const string PoliceStage = "pelaporan";
    public const string NextVisit = "berikutnya";

    /// <summary>Asked for when a victim is taken home, or back into a family or village: where to, whether it is safe there, who receives them.</summary>
    private static IEnumerable<BlockField> Returning()
    {
        BlockField[] fields =
        [
            Long("rencana-pulang", "Rencana pemulangan atau reintegrasi").Required().Sensitive(),
            Long("alamat-tujuan", "Tujuan").Required().Sensitive(),
            Choice(ServiceRules.Safety, "Keamanan tujuan", "keamanan-tujuan").Required(),
            Text(ServiceRules.Receiver, "Penerima").Required().Sensitive().Hint("Tidak boleh seorang terlapor."),
            Text("hubungan-penerima", "Hubungan penerima dengan korban").Required(),
            YesNo(ServiceRules.ReceiverChecked, "Penerima sudah diperiksa").Required(),
            Date(ServiceRules.FollowUpOn, "Kunjungan tindak lanjut").Required(),
            Long(ServiceRules.FollowUpResult, "Hasil tindak lanjut").Sensitive(),
        ];
        return fields.Select(f => f.If(ServiceRules.Kind, ServiceRules.Repatriation, ServiceRules.Reintegration));
    }
}
