using DinsosIntranet.Tests.Journeys;
using DinsosIntranet.Tests.Support;
using Microsoft.Playwright;

namespace DinsosIntranet.Tests.Pictures;

/// <summary>
/// Takes the pictures of the help pages and of the README from the running program with the demonstration's data:
/// <c>dotnet run --project DinsosIntranet.Tests -- gambar</c>. To be run again when a page has changed its looks.
/// </summary>
internal static class PictureTaker
{
    private const string Help = "DinsosIntranet/wwwroot/gambar/bantuan";
    private const string Readme = "docs/gambar";

    private static readonly IReadOnlyList<Picture> All =
    [
        new(Help, "permohonan-baru", "nani", _ => CounterPage.NewRequest),
        new(Help, "agenda", "dedi", data => data.At(TestData.Agenda)),
        new(Help, "disposisi-telepon", "ratna", _ => "/disposisi", OnPhone: true),
        new(Help, "papan", "maman", _ => "/papan"),
        new(Help, "tugas", "asep", data => data.At(TestData.Assigning)),
        new(Help, "cek-siks-ng", "yusup", data => data.At(TestData.Checking)),
        new(Help, "putuskan-informasi", "lilis", data => data.At(TestData.InformationDeciding)),
        new(Help, "buku-agenda", "dedi", _ => "/agenda"),
        new(Help, "pegawai", "admin", _ => "/pengaturan/pegawai"),
        new(Help, "kalender", "admin", _ => "/pengaturan/kalender"),
        new(Help, "unit-dan-meja", "admin", _ => "/pengaturan/unit-dan-meja"),
        new(Help, "standar", "admin", _ => "/pengaturan/standar"),
        new(Readme, "meja", "yusup", _ => "/"),
        new(Readme, "permohonan", "yusup", data => data.At(TestData.Checking)),
        new(Readme, "papan", "maman", _ => "/papan"),
    ];

    public static async Task<int> RunAsync()
    {
        var browser = new BrowserFixture();
        await browser.InitializeAsync();
        try
        {
            await browser.RunAsync(TakeAsync);
        }
        finally
        {
            await browser.DisposeAsync();
        }

        return 0;
    }

    private static async Task TakeAsync(BrowserSite site)
    {
        var data = await SampleData.MakeAsync(site.Agency);
        foreach (var picture in All)
        {
            var page = picture.OnPhone ? await site.SignInPhoneAsync(picture.UserName, picture.Path(data)) : await site.SignInAsync(picture.UserName, picture.Path(data));
            await page.DrawnAsync();
            var path = Path.Combine(RepositoryRoot.Path, picture.Folder, picture.Name + ".png");
            await page.ScreenshotAsync(new PageScreenshotOptions { Path = path, Animations = ScreenshotAnimations.Disabled });
            Console.WriteLine(path);
            await page.Context.CloseAsync();
        }
    }

    private sealed record Picture(string Folder, string Name, string UserName, Func<SampleData, string> Path, bool OnPhone = false);
}
