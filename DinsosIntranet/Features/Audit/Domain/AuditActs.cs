namespace DinsosIntranet.Features.Audit.Domain;

/// <summary>One act of the trail as the screen names it, and the group it is offered under.</summary>
public sealed record AuditActName(string Code, string Group, string Text);

/// <summary>
/// The acts the trail may hold, in plain words. The trail itself keeps the code; one that is not listed here is shown as it
/// is, so an act is never hidden for want of a name.
/// </summary>
public static class AuditActs
{
    /// <summary>What stands before the code of an act that was refused for want of rights.</summary>
    public const string RefusedPrefix = "ditolak:";

    public const string Checked = "jejak.periksa";
    public const string Exported = "jejak.ekspor";
    public const string BackedUp = "cadangan.buat";
    public const string Restored = "cadangan.pulihkan";

    public static IReadOnlyList<AuditActName> All { get; } =
    [
        new("masuk", "Masuk dan akun", "Masuk"),
        new("keluar", "Masuk dan akun", "Keluar"),
        new("masuk.gagal", "Masuk dan akun", "Gagal masuk"),
        new("masuk.langkah-pertama", "Masuk dan akun", "Kata sandi benar, menunggu kode"),
        new("masuk.terkunci", "Masuk dan akun", "Mencoba masuk saat terkunci"),
        new("sandi.salah", "Masuk dan akun", "Kata sandi salah saat meneguhkan tindakan"),
        new("sandi.terkunci", "Masuk dan akun", "Meneguhkan tindakan saat terkunci"),
        new("sandi.benar", "Masuk dan akun", "Kata sandi benar sesudah salah"),
        new("akun.terkunci", "Masuk dan akun", "Akun dikunci sementara"),
        new("instansi.siapkan", "Masuk dan akun", "Menyiapkan instalasi"),
        new("akun.ganti-sandi", "Masuk dan akun", "Mengganti kata sandi"),
        new("akun.buat", "Masuk dan akun", "Membuat akun"),
        new("akun.nonaktifkan", "Masuk dan akun", "Menonaktifkan akun"),
        new("akun.ubah", "Masuk dan akun", "Mengubah data pegawai"),
        new("akun.aktifkan", "Masuk dan akun", "Mengaktifkan kembali akun"),
        new("akun.setel-ulang", "Masuk dan akun", "Menyetel ulang kata sandi"),
        new("dua-langkah.mulai", "Masuk dan akun", "Mulai memasang dua langkah"),
        new("dua-langkah.pasang", "Masuk dan akun", "Memasang dua langkah"),
        new("dua-langkah.lepas", "Masuk dan akun", "Melepas dua langkah"),
        new("dua-langkah.kode-cadangan", "Masuk dan akun", "Membuat kode cadangan"),
        new("dua-langkah.kode-cadangan-dipakai", "Masuk dan akun", "Memakai kode cadangan"),
        new("sesi.akhiri", "Masuk dan akun", "Mengakhiri sesi"),
        new("sesi.akhiri-semua", "Masuk dan akun", "Mengakhiri semua sesi"),
        new("akun.aktivasi", "Masuk dan akun", "Mengaktifkan akun dengan kode"),
        new("akun.aktivasi-gagal", "Masuk dan akun", "Gagal mengaktifkan akun"),
        new("akun.baca-pemberitahuan", "Masuk dan akun", "Membaca pemberitahuan akun"),
        new("peran.beri", "Peran", "Memberi peran"),
        new("peran.cabut", "Peran", "Mencabut peran"),
        new("peran.usulkan", "Peran", "Mengusulkan peran"),
        new("peran.tarik", "Peran", "Menarik usulan peran"),
        new("peran.setujui", "Peran", "Menyetujui peran"),
        new("peran.tolak", "Peran", "Menolak usulan peran"),
        new("pejabat.tambah", "Peran", "Menambah pejabat"),
        new("pejabat.ubah", "Peran", "Mengubah data pejabat"),
        new("pelaksana.tetapkan", "Peran", "Menetapkan Plh. atau Plt."),
        new("pelaksana.cabut", "Peran", "Mencabut Plh. atau Plt."),
        new("halaman.ditolak", "Masuk dan akun", "Membuka halaman tanpa wewenang"),
        new("papan-tv.daftar", "Papan TV", "Mendaftarkan papan TV"),
        new("papan-tv.ubah", "Papan TV", "Mengubah papan TV"),
        new("papan-tv.kode", "Papan TV", "Membuat kode papan TV"),
        new("papan-tv.pasang", "Papan TV", "Memasangkan papan TV"),
        new("papan-tv.gagal", "Papan TV", "Gagal memasangkan papan TV"),
        new("papan-tv.cabut", "Papan TV", "Mencabut papan TV"),
        new("permohonan.daftar", "Permohonan", "Mendaftarkan permohonan"),
        new("permohonan.lengkapi", "Permohonan", "Mencatat persyaratan"),
        new("permohonan.perbaiki", "Permohonan", "Memperbaiki data permohonan"),
        new("permohonan.buka-data", "Permohonan", "Membuka data permohonan untuk diperbaiki"),
        new("permohonan.tanda-terima-baru", "Permohonan", "Membuat tanda terima baru"),
        new("permohonan.jam-mulai", "Permohonan", "Memperbaiki saat jam mulai"),
        new("permohonan.kembali", "Permohonan", "Mengembalikan ke langkah sebelumnya"),
        new("permohonan.maju", "Permohonan", "Memindahkan ke langkah berikutnya"),
        new("permohonan.langkah", "Permohonan", "Menyelesaikan langkah"),
        new("permohonan.ambil", "Permohonan", "Mengambil permohonan"),
        new("permohonan.lepas", "Permohonan", "Melepas permohonan"),
        new("permohonan.serahkan-rekan", "Permohonan", "Menyerahkan ke rekan"),
        new("permohonan.jeda", "Permohonan", "Menjeda jam layanan"),
        new("permohonan.lanjut", "Permohonan", "Melanjutkan jam layanan"),
        new("permohonan.batalkan", "Permohonan", "Mencatat penarikan permohonan"),
        new("surat.serahkan", "Permohonan", "Menyerahkan surat ke pemohon"),
        new("permohonan.buka", "Permohonan", "Membuka permohonan"),
        new("orang.catat", "Orang", "Mencatat orang"),
        new("orang.ubah", "Orang", "Mengubah data orang"),
        new("orang.gabung", "Orang", "Menggabungkan data orang"),
        new("orang.digabung", "Orang", "Menjadikan penunjuk ke data orang lain"),
        new("orang.pisah", "Orang", "Memisahkan lagi data orang"),
        new("orang.bandingkan", "Orang", "Membandingkan data dua orang"),
        new("orang.buka", "Orang", "Membuka data orang"),
        new("nik.buka", "Orang", "Membuka NIK"),
        new("dtks.cek", "Pengecekan DTKS", "Mencatat hasil cek SIKS-NG"),
        new("dtks.perbaiki", "Pengecekan DTKS", "Memperbaiki hasil cek SIKS-NG"),
        new("dtks.ajukan", "Pengecekan DTKS", "Mengajukan surat untuk ditandatangani"),
        new("informasi.uji", "Informasi publik", "Mencatat uji konsekuensi"),
        new("informasi.hapus-uji", "Informasi publik", "Menghapus uji konsekuensi"),
        new("informasi.putuskan", "Informasi publik", "Memutuskan permohonan informasi"),
        new("informasi.dokumen", "Informasi publik", "Menambah dokumen yang diberikan"),
        new("informasi.hapus-dokumen", "Informasi publik", "Menghapus dokumen yang diberikan"),
        new("informasi.ajukan-pemberitahuan", "Informasi publik", "Mengajukan pemberitahuan tertulis"),
        new("informasi.sampaikan-pemberitahuan", "Informasi publik", "Menyampaikan pemberitahuan tertulis"),
        new("informasi.ajukan-penolakan", "Informasi publik", "Mengajukan keputusan penolakan"),
        new("informasi.sampaikan-penolakan", "Informasi publik", "Menyampaikan keputusan penolakan"),
        new("informasi.ajukan-perpanjangan", "Informasi publik", "Mengajukan perpanjangan waktu"),
        new("informasi.tarik", "Informasi publik", "Menarik kembali konsep surat"),
        new("informasi.siapkan-bukti", "Informasi publik", "Membuat tanda bukti penyerahan"),
        new("informasi.serahkan", "Informasi publik", "Menyerahkan informasi publik"),
        new("informasi.ekspor", "Informasi publik", "Mengekspor register informasi"),
        new("kasus.daftar", "Kasus", "Mendaftarkan laporan kekerasan"),
        new("kasus.buka", "Kasus", "Membuka isi kasus"),
        new("kasus.ungkap", "Kasus", "Membuka satu blok kasus"),
        new("kasus.simpan", "Kasus", "Menyimpan satu blok kasus"),
        new("kasus.hapus-blok", "Kasus", "Menghapus satu blok kasus"),
        new("kasus.cari", "Kasus", "Mencari kasus"),
        new("kasus.cetak", "Kasus", "Mencetak formulir kasus"),
        new("kasus.langkah", "Kasus", "Menyelesaikan langkah kasus"),
        new("kasus.darurat", "Kasus", "Membuka kasus dalam darurat"),
        new("kasus.tinjau-darurat", "Kasus", "Meninjau buka darurat"),
        new("kasus.tambah-anggota", "Kasus", "Menambah anggota tim kasus"),
        new("kasus.keluarkan-anggota", "Kasus", "Mengeluarkan anggota tim kasus"),
        new("kasus.penanggung-jawab", "Kasus", "Mengganti penanggung jawab kasus"),
        new("kasus.kunci", "Kasus", "Mengunci kasus"),
        new("kasus.bungkus-kunci", "Kasus", "Membungkus ulang kunci kasus"),
        new("kasus.buka-kunci", "Kasus", "Membuka kunci kasus"),
        new("disposisi.agenda", "Disposisi", "Mencatat agenda"),
        new("disposisi.beri", "Disposisi", "Memberi disposisi"),
        new("disposisi.baca", "Disposisi", "Membaca disposisi"),
        new("disposisi.tarik", "Disposisi", "Menarik disposisi"),
        new("disposisi.ingatkan", "Disposisi", "Mengingatkan penerima disposisi"),
        new("disposisi.selesai", "Disposisi", "Menyelesaikan disposisi surat"),
        new("agenda.catat", "Agenda", "Mencatat surat masuk"),
        new("agenda.perbaiki", "Agenda", "Memperbaiki catatan agenda"),
        new("agenda.arsip", "Agenda", "Mengarsipkan surat masuk"),
        new("agenda.buka", "Agenda", "Membuka surat rahasia"),
        new("disposisi.tetap", "Disposisi", "Disposisi tetap dijalankan"),
        new("disposisi-tetap.buat", "Disposisi", "Membuat disposisi tetap"),
        new("disposisi-tetap.cabut", "Disposisi", "Mencabut disposisi tetap"),
        new("disposisi-tetap.tinjau", "Disposisi", "Meninjau disposisi tetap"),
        new("surat.setujui", "Surat", "Menyetujui surat"),
        new("surat.kembalikan", "Surat", "Mengembalikan surat untuk diperbaiki"),
        new("surat.terbit", "Surat", "Menerbitkan surat"),
        new("surat.batalkan-nomor", "Surat", "Membatalkan nomor surat"),
        new("surat.cabut", "Surat", "Mencabut surat"),
        new("surat.cetak", "Surat", "Mencetak surat"),
        new("surat.unduh", "Surat", "Mengunduh surat"),
        new("surat.siapkan-nomor", "Surat", "Menyiapkan nomor surat"),
        new("surat.lepas-nomor", "Surat", "Melepas nomor yang disiapkan"),
        new("surat.ganti", "Surat", "Membuka permohonan surat pengganti"),
        new("surat.pratinjau", "Surat", "Melihat konsep surat"),
        new("surat.verifikasi", "Surat", "Memverifikasi surat"),
        new("tamu.catat", "Buku tamu", "Mencatat tamu"),
        new("tamu.samarkan", "Buku tamu", "Menghapus nama dari buku tamu"),
        new("tamu.kembalikan-kartu", "Buku tamu", "Mengembalikan kartu tamu"),
        new("tamu.pulang", "Buku tamu", "Mencatat tamu pulang"),
        new("berkas.unggah", "Berkas", "Mengunggah berkas"),
        new("berkas.buka", "Berkas", "Membuka berkas"),
        new("berkas.hapus", "Berkas", "Menghapus berkas"),
        new("kalender.tambah-hari", "Pengaturan", "Menambah tanggal di kalender"),
        new("kalender.ubah-hari", "Pengaturan", "Mengubah tanggal di kalender"),
        new("kalender.hapus-hari", "Pengaturan", "Menghapus tanggal di kalender"),
        new("kalender.impor", "Pengaturan", "Mengimpor hari libur"),
        new("kalender.tambah-jam", "Pengaturan", "Menambah jam kerja"),
        new("kalender.ubah-jam", "Pengaturan", "Mengubah jam kerja"),
        new("kalender.hapus-jam", "Pengaturan", "Menghapus jam kerja"),
        new("standar.impor", "Pengaturan", "Mengimpor versi standar"),
        new("standar.rencanakan", "Pengaturan", "Menetapkan tanggal versi standar"),
        new("standar.ubah-rencana", "Pengaturan", "Mengubah tanggal rencana standar"),
        new("standar.batalkan-rencana", "Pengaturan", "Membatalkan rencana standar"),
        new("standar.hentikan", "Pengaturan", "Menghentikan standar"),
        new("instansi.kop", "Pengaturan", "Mengubah kop surat dan kertas"),
        new("penomoran.ubah", "Pengaturan", "Mengubah penomoran surat"),
        new("penomoran.majukan", "Pengaturan", "Memajukan nomor surat"),
        new("unit.tambah", "Pengaturan", "Menambah unit"),
        new("unit.ubah", "Pengaturan", "Mengubah unit"),
        new("unit.hentikan", "Pengaturan", "Menghentikan unit"),
        new("unit.pakai-lagi", "Pengaturan", "Memakai lagi unit"),
        new("unit.urutkan", "Pengaturan", "Mengurutkan unit"),
        new("meja.tambah", "Pengaturan", "Menambah meja"),
        new("meja.ubah", "Pengaturan", "Mengubah meja"),
        new("meja.hentikan", "Pengaturan", "Menghentikan meja"),
        new("meja.pakai-lagi", "Pengaturan", "Memakai lagi meja"),
        new("meja.urutkan", "Pengaturan", "Mengurutkan meja"),
        new("daftar.tambah", "Pengaturan", "Menambah pilihan"),
        new("daftar.ubah", "Pengaturan", "Mengubah pilihan"),
        new("daftar.hentikan", "Pengaturan", "Menghentikan pilihan"),
        new("daftar.pakai-lagi", "Pengaturan", "Memakai lagi pilihan"),
        new("daftar.urutkan", "Pengaturan", "Mengurutkan pilihan"),
        new("permohonan.hitung-ulang", "Pengaturan", "Menghitung ulang jatuh tempo"),
        new(Checked, "Jejak dan cadangan", "Memeriksa jejak"),
        new(Exported, "Jejak dan cadangan", "Mengekspor jejak"),
        new(BackedUp, "Jejak dan cadangan", "Membuat cadangan"),
        new(Restored, "Jejak dan cadangan", "Memulihkan cadangan"),
    ];

    private static readonly Dictionary<string, string> Texts = All.ToDictionary(a => a.Code, a => a.Text, StringComparer.Ordinal);

    public static bool IsRefused(string code) => code.StartsWith(RefusedPrefix, StringComparison.Ordinal);

    /// <summary>"Mengambil permohonan"; for a refused act the words of the act itself; the code where there are none.</summary>
    public static string Name(string code)
    {
        var act = IsRefused(code) ? code[RefusedPrefix.Length..] : code;
        return Texts.GetValueOrDefault(act, act);
    }
}

/// <summary>The kinds of record the trail refers to.</summary>
public static class AuditKinds
{
    public const string Trail = "jejak";
    public const string Backup = "cadangan";

    private static readonly Dictionary<string, string> Texts = new(StringComparer.Ordinal)
    {
        ["permohonan"] = "Permohonan",
        ["orang"] = "Orang",
        ["surat"] = "Surat",
        ["berkas"] = "Berkas",
        ["disposisi"] = "Disposisi",
        ["disposisi-tetap"] = "Disposisi tetap",
        ["tamu"] = "Buku tamu",
        ["sk-dtks"] = "Surat keterangan",
        ["info-tidak-terdaftar"] = "Lembar informasi",
        ["tanda-terima"] = "Tanda terima",
        ["tanda-serah"] = "Tanda serah",
        ["lembar-disposisi"] = "Lembar disposisi",
        ["ip-formulir"] = "Formulir informasi",
        ["ip-jawaban"] = "Pemberitahuan tertulis",
        ["ip-tolakan"] = "Keputusan penolakan",
        ["ip-tambahan"] = "Perpanjangan waktu",
        ["ip-serah"] = "Tanda bukti penyerahan",
        ["register-informasi"] = "Register informasi",
        ["akun"] = "Akun",
        ["pejabat"] = "Pejabat",
        ["papan-tv"] = "Papan TV",
        ["halaman"] = "Halaman",
        ["kalender"] = "Kalender",
        ["instansi"] = "Instansi",
        ["penomoran"] = "Penomoran",
        ["daftar"] = "Daftar pilihan",
        ["standar"] = "Standar layanan",
        ["unit"] = "Unit dan meja",
        [Trail] = "Jejak",
        [Backup] = "Cadangan",
    };

    public static IReadOnlyDictionary<string, string> All => Texts;

    public static string Name(string kind) => Texts.GetValueOrDefault(kind, kind);
}
