using Microsoft.AspNetCore.Components;

namespace DinsosIntranet.App;

/// <summary>What a request that ended without a page shows, by its HTTP status.</summary>
public sealed partial class StatusPage
{
    [Inject]
    public required AgencyAccessor Agency { get; init; }

    [Parameter]
    public int Code { get; set; }

    private string Heading => Code switch
    {
        StatusCodes.Status403Forbidden => "Tidak berwenang",
        StatusCodes.Status404NotFound => "Halaman tidak ditemukan",
        StatusCodes.Status429TooManyRequests => "Terlalu sering",
        _ => "Permintaan tidak dapat diproses",
    };

    private string Message => Code switch
    {
        StatusCodes.Status400BadRequest => "Halaman ini terbuka terlalu lama atau dikirim dua kali. Muat ulang, lalu coba lagi.",
        StatusCodes.Status403Forbidden => "Anda tidak berwenang membuka halaman ini. Penolakan ini dicatat.",
        StatusCodes.Status404NotFound => "Halaman tidak ada atau sudah dipindah.",
        StatusCodes.Status429TooManyRequests => "Terlalu banyak permintaan dalam waktu singkat. Tunggu sebentar, lalu coba lagi.",
        _ => $"Coba lagi; bila tetap gagal, sebutkan kode {Code} ke administrator.",
    };
}
