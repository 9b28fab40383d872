using DinsosIntranet.Features.Desks.Domain;
using DinsosIntranet.Features.Letters.Domain;
using DinsosIntranet.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;

namespace DinsosIntranet.Tests.Journeys;

/// <summary>One look at a page: by whom (null: nobody signed in), where, and what to do there before looking.</summary>
internal sealed record PageSample(string Route, string? UserName, string Path, Func<IPage, Task>? Before = null)
{
    public override string ToString() => $"{Path} ({UserName ?? "tanpa masuk"})";
}

/// <summary>Every page with something on it, at every state that looks different, on the agency of the demonstration.</summary>
internal static class PageSamples
{
    private const string Request = "/permohonan/{Id:guid}";
    private const string Status = "/galat/{Code:int}";

    public static async Task<IReadOnlyList<PageSample>> OfAsync(TestAgency agency)
    {
        await using var db = agency.OpenDb();
        var items = await db.WorkItems.AsNoTracking().OrderBy(w => w.Id).ToListAsync();
        var letters = await db.Letters.AsNoTracking().ToListAsync();
        var issued = letters.First(l => l is { Status: LetterStatus.Issued, VerificationCode: not null });
        var inked = letters.First(l => l.Status == LetterStatus.AwaitingSignature);

        return
        [
            new("/masuk", null, "/masuk"),
            new("/verifikasi", null, "/verifikasi", page => page.VerifyCodeAsync(issued.VerificationCode!)),
            new(Status, null, "/galat/500"),
            new(Status, "nani", "/halaman-lama"),
            new(Status, "nani", "/jejak"),
            new("/tidak-ada", "nani", "/tidak-ada"),
            new("/", "nani", "/"),
            new("/", "admin", "/"),
            new("/", "yusup", "/"),
            new("/buku-tamu", "nani", "/buku-tamu"),
            new("/permohonan/baru", "nani", CounterPage.NewRequest, page => page.StartNewPersonAsync()),
            new("/permohonan", "nani", "/permohonan"),
            new("/siap-diserahkan", "nani", "/siap-diserahkan"),
            new("/standar", "nani", "/standar"),
            new("/standar/{Code}", "nani", "/standar/dtks"),
            new("/akun", "asep", "/akun"),
            new("/akun/kata-sandi", "asep", "/akun/kata-sandi"),
            new("/tanda-tangan", "asep", "/tanda-tangan"),
            new("/disposisi", "ratna", "/disposisi"),
            new("/disposisi", "dedi", "/disposisi"),
            new("/surat", "dedi", "/surat"),
            new("/papan", "maman", "/papan"),
            new("/jejak", "maman", "/jejak"),
            At(TestData.Intake, "nani"),
            At(TestData.Agenda, "dedi"),
            At(TestData.Disposing, "ratna"),
            At(TestData.Assigning, "asep"),
            At(TestData.Checking, "yusup"),
            new(Request, "yusup", Path(items.First(w => w.Status == WorkStatus.Paused).Id)),
            new(Request, "asep", Path(items.First(w => w is { StepId: TestData.Signing } && w.Id != inked.RequestId).Id)),
            new(Request, "asep", Path(inked.RequestId)),
            At(TestData.HandingOver, "nani"),
            new(Request, "maman", Path(items.First(w => w.Status == WorkStatus.Done).Id)),
        ];

        PageSample At(string stepId, string userName) => new(Request, userName, Path(items.First(w => w.StepId == stepId && w.IsOpen).Id));
    }

    private static string Path(Guid requestId) => $"/permohonan/{requestId}";
}
