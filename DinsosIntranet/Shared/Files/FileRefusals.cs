using DinsosIntranet.Shared.Text;

namespace DinsosIntranet.Shared.Files;

/// <summary>The sentences with which a file is refused; each says what to do instead.</summary>
public static class FileRefusals
{
    public const string WrongKind = "Hanya PDF, JPEG, atau PNG.";
    public const string Empty = "Berkas kosong. Pilih berkas lain.";
    public const string PdfIncomplete = "PDF ini tidak lengkap. Simpan atau pindai ulang, lalu unggah lagi.";
    public const string PdfActive = "PDF ini berisi skrip, perintah, atau lampiran di dalamnya. Cetak ke PDF baru, lalu unggah hasilnya.";
    public const string PdfLocked = "PDF ini dikunci dengan kata sandi. Cetak ke PDF baru tanpa kunci, lalu unggah hasilnya.";
    public const string PdfUnreadable = "Isi PDF ini tidak dapat diperiksa. Cetak ke PDF baru, lalu unggah hasilnya.";
    public const string ImageDamaged = "Gambar ini rusak atau tidak lengkap. Pindai atau foto ulang, lalu unggah lagi.";
    public const string ImageTooLarge = "Gambar ini lebih dari 50 megapiksel. Pindai ulang dengan resolusi lebih rendah.";

    /// <summary><paramref name="length"/> is null where the sender did not say how much was still to come.</summary>
    public static string TooBig(long? length, long maxBytes) => length is { } known
        ? $"Berkas {Megabytes(known)} MB, paling besar {Megabytes(maxBytes)} MB. Pindai ulang dengan mutu lebih rendah."
        : $"Berkas lebih dari {Megabytes(maxBytes)} MB. Pindai ulang dengan mutu lebih rendah.";

    /// <summary>Rounded up, so that a file one byte over the limit does not read as equal to it.</summary>
    private static string Megabytes(long bytes) => (Math.Ceiling(bytes / (1024m * 1024m) * 10m) / 10m).ToString("0.#", IndonesianNumbers.Culture);
}
