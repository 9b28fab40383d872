namespace DinsosIntranet.Features.VictimCases.Domain;

public static partial class CaseBlocks
{
    private static BlockDefinition[] FormC() =>
    [
        new(Plan, "Rencana intervensi",
        [
            Long("tujuan", "Tujuan").Required().Sensitive(),
            Choices("layanan", "Layanan", "layanan").Required(),
            Text("penanggung-jawab", "Penanggung jawab").Required(),
            Date("target", "Target selesai").Required(),
            YesNo("disetujui-klien", "Disetujui klien").Required(),
        ]),
        new(Service, "Layanan",
        [
            Date("tanggal", "Tanggal").Required(),
            Choice("jenis", "Jenis layanan", "layanan").Required(),
            Long("rincian", "Rincian").Sensitive(),
            Text("instansi", "Instansi").Required(),
            Text("petugas", "Petugas"),
            Long("hasil", "Hasil").Sensitive(),
        ], IsRepeatable: true, ItemName: "Layanan"),
        new(Outreach, "Penjangkauan",
        [
            Date("tanggal", "Tanggal").Required(),
            Time("jam", "Jam"),
            Text("tempat", "Tempat").Required().Sensitive(),
            Text("petugas", "Petugas").Required(),
            Text("ditemui", "Yang ditemui").Sensitive(),
            Long("keadaan", "Keadaan yang ditemui").Required().Sensitive(),
            Long("tindakan", "Tindakan").Required().Sensitive(),
            Long("tindak-lanjut", "Tindak lanjut").Sensitive(),
        ], IsRepeatable: true, ItemName: "Penjangkauan"),
        new(Referral, "Rujukan",
        [
            Text("tujuan", "Instansi tujuan").Required(),
            Long("alasan", "Alasan").Required().Sensitive(),
            YesNo("setuju", "Korban atau wali setuju dirujuk ke instansi ini").Required(),
            Choices("data-dibuka", "Data yang boleh dibuka", "data-dibuka").If("setuju", Yes).Required(),
            Text("nomor-surat", "Nomor surat"),
            Date("tanggal-kirim", "Tanggal kirim").If("setuju", Yes),
            Choice("status", "Status", "status-rujukan").If("setuju", Yes).Required(),
            Date("tenggat-balas", "Tenggat balasan"),
            Long("balasan", "Balasan").Sensitive(),
        ], IsRepeatable: true, ItemName: "Rujukan"),
        new(Court, "Proses hukum",
        [
            Choice("tahap", "Tahap", "tahap-hukum").Required(),
            Text("instansi", "Instansi"),
            Text("nomor-lp", "Nomor laporan polisi atau surat"),
            Text("pasal", "Pasal"),
            Date("tanggal", "Tanggal").Required(),
            Text("agenda", "Agenda sidang"),
            Text("pejabat", "Hakim atau jaksa"),
            Text("pendamping", "Pendamping").Required(),
            YesNo(ToldFirst, "Korban atau wali diberi tahu sebelum laporan polisi").If("tahap", PoliceStage).Required(),
            Date("diberi-tahu-tanggal", "Diberi tahu pada").If(ToldFirst, Yes).Required(),
            Date("laporan-tenggat", "Tenggat laporan sosial"),
            Long("putusan", "Hasil atau putusan").Sensitive(),
        ], IsRepeatable: true, ItemName: "Proses hukum"),
        new(Monitoring, "Pemantauan",
        [
            Date("tanggal", "Tanggal").Required(),
            Choice("cara", "Cara", "cara-pantau"),
            Long("keselamatan", "Kondisi keselamatan").Required().Sensitive(),
            YesNo("terpenuhi", "Kebutuhan terpenuhi"),
            Choice(Risk, "Risiko sekarang", "risiko"),
            Date("berikutnya", "Pemantauan berikutnya"),
            YesNo(LastMonitoring, "Ini pemantauan terakhir").Required(),
            Choice("alasan-tutup", "Alasan tutup", "alasan-tutup").If(LastMonitoring, Yes).Required(),
            YesNo("boleh-kembali", "Klien diberi tahu boleh kembali").If(LastMonitoring, Yes).Required(),
            Text("atasan", "Disetujui atasan").If(LastMonitoring, Yes).Required(),
            Long("umpan-balik", "Umpan balik klien").If(LastMonitoring, Yes).Sensitive(),
        ], IsRepeatable: true, ItemName: "Pemantauan"),
    ];

    public const string LastMonitoring = "terakhir";
    public const string ToldFirst = "diberi-tahu";
    public const string PoliceStage = "pelaporan";
}
