using DinsosIntranet.App.Demo;
using DinsosIntranet.Features.Agenda.Domain;
using DinsosIntranet.Features.Desks.Domain;
using DinsosIntranet.Features.Letters.Domain;
using DinsosIntranet.Features.Repatriation;
using DinsosIntranet.Tests.Features.Intake;
using DinsosIntranet.Tests.Features.Standards;
using DinsosIntranet.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;

namespace DinsosIntranet.Tests.Journeys;

/// <summary>One look at a page: by whom (null: nobody signed in), at which address, and what to do there before looking.</summary>
internal sealed record PageSample(string Route, string? UserName, Func<SampleData, string> Path, Func<IPage, SampleData, Task>? Before = null);

/// <summary>What the demonstration's agency holds, where an address or an act needs to name it.</summary>
internal sealed class SampleData
{
    private readonly List<WorkItem> _items;
    private readonly List<Letter> _letters;

    private readonly TestAgency _agency;

    private readonly List<AgendaEntry> _agenda;

    private SampleData(TestAgency agency, List<WorkItem> items, List<Letter> letters, List<AgendaEntry> agenda) =>
        (_agency, _items, _letters, _agenda) = (agency, items, letters, agenda);

    /// <summary>The case that is being written down.</summary>
    public string WorkedCase => $"/kasus/{_items.Where(w => w.StepId == TestData.CaseReporting && w.IsOpen).MinBy(w => w.OpenedAt)!.Id}";

    /// <summary>The first journey at this step.</summary>
    public string Migrants(string stepId) => $"/pemulangan/{_items.Where(w => w.StepId == stepId && w.StandardCode == RepatriationService.Standard).MinBy(w => w.Number)!.Id}";

    /// <summary>Two records that are one person.</summary>
    public required (Guid First, Guid Second) Twice { get; init; }

    /// <summary>A refused request nobody has objected to.</summary>
    public required Guid RefusedId { get; init; }

    /// <summary>An objection the head has not decided.</summary>
    public required string WaitingObjection { get; init; }

    /// <summary>One whose answer was handed over.</summary>
    public required string AnsweredObjection { get; init; }

    public string VerificationCode => _letters.First(l => l is { Status: LetterStatus.Issued, VerificationCode: not null }).VerificationCode!;

    /// <summary>The page of a letter somebody signed and that went out.</summary>
    public string IssuedLetter => $"/surat/{_letters.First(l => l is { Status: LetterStatus.Issued, VerificationCode: not null }).Id}";

    /// <summary>The page of a letter that has no number yet.</summary>
    public string DraftLetter => $"/surat/{_letters.First(l => l.Status == LetterStatus.Draft).Id}";

    /// <summary>Numbered, waiting for ink.</summary>
    public string Inked => Address(InkedId);

    /// <summary>Prepared, waiting to be examined.</summary>
    public string Unsigned => Address(_items.First(w => w.StepId == TestData.Signing && w.Id != InkedId).Id);

    /// <summary>An incoming letter that was passed on to a member of staff.</summary>
    public string PassedOnLetter => $"/agenda/{_agenda[0].Id}";

    /// <summary>One the head has not disposed.</summary>
    public string WaitingLetter => $"/agenda/{_agenda[1].Id}";

    public string SecretLetter => $"/agenda/{_agenda.First(a => a.Letter!.IsSecret).Id}";

    private Guid InkedId => _letters.First(l => l.Status == LetterStatus.AwaitingSignature).RequestId;

    public static async Task<SampleData> MakeAsync(TestAgency agency)
    {
        await agency.Get<DemoRequests>().MakeAsync();
        await agency.Data.InformationAtAsync(TestData.InformationRefusing);
        await agency.Data.InformationAtAsync(TestData.InformationHandingOver);
        var refused = await agency.Data.RefusedAsync();
        var waiting = await agency.Data.ObjectionAsync();
        var answered = await agency.Data.AnsweredObjectionAsync();
        await agency.Data.Objections.ConveyAsync(answered.Id, DinsosIntranet.Features.PublicInformation.Domain.DeliveryWay.Collect, await agency.ActAsync("nani"));
        await StandardsPage.PrepareAsync(agency);
        var (first, second) = await PersonMergeServiceTests.TwiceAsync(agency, again: "Siti Aminnah");
        await using var db = agency.OpenDb();
        return new SampleData(agency, await db.WorkItems.AsNoTracking().OrderBy(w => w.Id).ToListAsync(), await db.Letters.AsNoTracking().ToListAsync(), await db.AgendaEntries.AsNoTracking().Where(a => a.RequestId == null).OrderBy(a => a.Number).ToListAsync())
        {
            Twice = (first.Person.PersonId!.Value, second.Person.PersonId!.Value),
            RefusedId = refused.Id,
            WaitingObjection = $"/informasi/keberatan/{waiting.Id}",
            AnsweredObjection = $"/informasi/keberatan/{answered.Id}",
        };
    }

    public Guid UserId(string userName) => _agency.UserId(userName);

    public string At(string stepId) => Address(_items.First(w => w.StepId == stepId && w.IsOpen).Id);

    /// <summary>What a team does with a heavy complaint.</summary>
    public string Examination => $"/pengaduan/{_items.First(w => w.StepId == TestData.TeamInvestigating && w.IsOpen).Id}/tim";

    public string AtDesk(string deskCode) => Address(_items.First(w => w.DeskCode == deskCode && w.IsOpen).Id);

    public string In(WorkStatus status) => Address(_items.First(w => w.Status == status).Id);

    private static string Address(Guid requestId) => $"/permohonan/{requestId}";
}

/// <summary>Every page with something on it, opened by somebody who may; the request once in every state that looks different.</summary>
internal static class PageSamples
{
    private const string Request = "/permohonan/{Id:guid}";
    private const string Letter = "/agenda/{Id:guid}";
    private const string Case = "/kasus/{Id:guid}";
    private const string Retention = "/kasus/retensi";
    private const string Correction = Request + "/perbaiki";
    private const string Status = "/galat/{Code:int}";

    public static IReadOnlyList<PageSample> All { get; } =
    [
        At("/masuk", null),
        At("/verifikasi", null, (page, data) => page.VerifyCodeAsync(data.VerificationCode)),
        At("/verifikasi/kunci", null),
        new(Status, "nani", _ => "/halaman-lama"),
        new(Status, "nani", _ => "/jejak"),
        At("/tidak-ada", "nani"),
        At("/", "nani"),
        At("/", "admin"),
        At("/", "yusup"),
        At("/buku-tamu", "nani"),
        At(CounterPage.NewRequest, "nani", (page, _) => page.StartNewPersonAsync()),
        At(CounterPage.NewRequest, "nani", (page, _) => page.ChooseServiceAsync("informasi")),
        At("/permohonan", "nani"),
        At("/siap-diserahkan", "nani"),
        At("/standar", "nani"),
        new("/standar/{Code}", "nani", _ => "/standar/dtks"),
        At("/akun", "asep"),
        At("/akun/kata-sandi", "asep"),
        At("/bantuan", "nani"),
        new("/bantuan/{Peran}", "nani", _ => "/bantuan/front-office"),
        At("/informasi", "lilis"),
        At("/informasi/daftar", "nani"),
        At("/informasi/laporan", "lilis"),
        At("/pengaduan", "opik"),
        At("/pengaduan", "maman"),
        At("/pengaduan", "imas"),
        At("/pengaduan/baru", "nani", (page, _) => page.FillComplaintAsync("Antrean lama.")),
        At("/pengaturan/pengaduan", "admin"),
        new(Request, "opik", data => data.At(TestData.ComplaintReviewing)),
        new(Request, "imas", data => data.AtDesk("kabid-rehsos")),
        new(Request, "imas", data => data.At(TestData.TeamInvestigating)),
        new("/pengaduan/{Id:guid}/tim", "gilang", data => data.Examination, (page, _) => page.GetByText("Catat kegiatan", new PageGetByTextOptions { Exact = true }).ClickAsync()),
        At("/", "gilang"),
        new(Request, "opik", data => data.At(TestData.ComplaintPassingOn)),
        new(Request, "hendra", data => data.At(TestData.ComplaintHandingUp)),
        At("/informasi/keberatan", "lilis"),
        new("/informasi/keberatan/baru/{RequestId:guid}", "nani", data => $"/informasi/keberatan/baru/{data.RefusedId}"),
        new("/informasi/keberatan/{Id:guid}", "ratna", data => data.WaitingObjection),
        new("/informasi/keberatan/{Id:guid}", "dedi", data => data.WaitingObjection),
        new("/informasi/keberatan/{Id:guid}", "nani", data => data.AnsweredObjection),
        At("/", "lilis"),
        At("/kasus", "sari"),
        At("/kasus", "ratna"),
        At("/kasus/jadwal", "sari"),
        At("/kasus/baru", "nani"),
        At("/pemulangan/baru", "nani"),
        At("/pemulangan", "yayah"),
        At("/pemulangan/kalender", "gilang"),
        At("/pemulangan/angka", "ratna"),
        new("/pemulangan/{Id:guid}", "yayah", data => data.Migrants(TestData.Escorting), (page, _) => page.PressAsync("Serah terima orang ke-2")),
        new("/pemulangan/{Id:guid}", "yayah", data => data.Migrants(TestData.Verifying), (page, _) => page.OpenMigrantsAsync()),
        new("/pemulangan/jalan/{Id:guid}", "gilang", data => data.Migrants(TestData.Escorting).Replace("/pemulangan/", "/pemulangan/jalan/", StringComparison.Ordinal)),
        At("/kasus/konsultasi", "nani"),
        At("/kasus/konsultasi", "ratna"),
        At("/kasus/hubungan", "gilang", (page, _) => page.PressAsync("Nyatakan nomor")),
        At(Retention, "dedi", (page, _) => page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Usulkan pemusnahan" }).First.ClickAsync()),
        new(Retention, "ratna", _ => Retention + "?lihat=usulan"),
        new(Retention, "hendra", _ => Retention + "?lihat=tahan", (page, _) => page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Lepas penahanan" }).First.ClickAsync()),
        new(Retention, "dedi", _ => Retention + "?lihat=register"),
        At("/kasus/rekap", "maman"),
        At("/pengaturan/formulir-kasus", "admin"),
        new(Case, "sari", data => data.WorkedCase),
        new(Case, "sari", data => data.WorkedCase, (page, _) => page.OpenCaseAsync()),
        new(Case, "imas", data => data.WorkedCase, (page, _) => page.PressAsync("Buka darurat")),
        new(Request, "sari", data => data.At(TestData.CaseReporting)),
        At("/tanda-tangan", "asep"),
        At("/disposisi", "ratna"),
        At("/disposisi", "dedi"),
        new("/disposisi", "ratna", _ => "/disposisi?lihat=terkirim"),
        new("/disposisi", "euis", _ => "/disposisi?lihat=untuk-saya"),
        At("/agenda", "dedi"),
        At("/agenda/baru", "dedi"),
        new(Letter, "dedi", data => data.PassedOnLetter, (page, _) => page.PressAsync("Perbaiki catatan")),
        new(Letter, "ratna", data => data.WaitingLetter),
        new(Letter, "euis", data => data.PassedOnLetter),
        new(Letter, "maman", data => data.SecretLetter),
        At("/surat", "dedi"),
        At("/surat/cetakan", "dedi"),
        new("/surat/{Id:guid}", "nani", data => data.IssuedLetter),
        new("/surat/{Id:guid}", "asep", data => data.IssuedLetter),
        new("/surat/{Id:guid}", "dedi", data => data.DraftLetter),
        At("/orang/gabung", "nani"),
        At("/orang/gabung", "hendra"),
        new("/orang/gabung", "nani", data => $"/orang/gabung?orang={data.Twice.First}"),
        new("/orang/gabung", "dedi", data => $"/orang/gabung?orang={data.Twice.First}&dengan={data.Twice.Second}"),
        At("/papan", "maman"),
        At("/papan/tv", "maman"),
        At("/papan/tv/kode", null),
        At("/pengaturan/papan-tv", "admin", (page, _) => page.RegisterScreenAsync()),
        At("/jejak", "maman"),
        At("/pengaturan", "admin"),
        At("/masuk/aktivasi", null),
        At("/masuk/dua-langkah", null),
        At("/penyiapan", null),
        At("/pengaturan/pegawai", "admin"),
        At("/pengaturan/pegawai/baru", "admin"),
        new("/pengaturan/pegawai/{Id:guid}", "admin", data => $"/pengaturan/pegawai/{data.UserId("gilang")}"),
        At("/pengaturan/pejabat", "admin"),
        At("/pengaturan/kalender", "admin"),
        At("/pengaturan/kop-surat", "admin"),
        At("/pengaturan/penomoran", "admin"),
        At("/pengaturan/atasan-ppid", "admin", (page, _) => page.GetByLabel("Pejabat di luar dinas").CheckAsync()),
        At("/pengaturan/unit-dan-meja", "admin"),
        At("/pengaturan/daftar", "admin"),
        At("/pengaturan/kalender/hitung-ulang", "admin"),
        At("/persetujuan-peran", "ratna"),
        At("/pengaturan/standar", "admin"),
        At("/pengaturan/standar", "ratna"),
        At("/pengaturan/standar/impor", "admin", (page, _) => page.PasteStandardAsync("{ \"code\": \"salah\" }", "perlu diperbaiki sebelum diimpor")),
        At("/pengaturan/standar/impor", "admin", (page, _) => page.PasteStandardAsync(StandardFixtures.SixthJson.Replace("LKS", "LAIN", StringComparison.Ordinal).Replace("rekomendasi-lks", "lain", StringComparison.Ordinal), "Berkas dapat diimpor")),
        At("/pengaturan/standar/susun", "admin", (page, _) => page.ComposeAsync("kosong")),
        At("/pengaturan/standar/susun", "admin", (page, _) => page.ComposeAsync("contoh:reaktivasi-pbi-jk")),
        new("/pengaturan/standar/{Code}", "admin", _ => "/pengaturan/standar/rekomendasi-lks", (page, _) => page.OpenPlanAsync()),
        new("/pengaturan/standar/{Code}", "ratna", _ => "/pengaturan/standar/korban-kbga"),
        new("/pengaturan/standar/{Code}/{Number:int}", "admin", _ => "/pengaturan/standar/dtks/2"),
        new(Correction, "nani", data => data.At(TestData.Intake) + "/perbaiki"),
        new(Correction, "dedi", data => data.In(WorkStatus.Done) + "/perbaiki"),
        new(Request, "nani", data => data.At(TestData.Intake)),
        new(Request, "dedi", data => data.At(TestData.Agenda)),
        new(Request, "ratna", data => data.At(TestData.Disposing)),
        new(Request, "asep", data => data.At(TestData.Assigning)),
        new(Request, "yusup", data => data.At(TestData.Checking)),
        new(Request, "yusup", data => data.In(WorkStatus.Paused)),
        new(Request, "asep", data => data.Unsigned),
        new(Request, "asep", data => data.Inked),
        new(Request, "nani", data => data.At(TestData.HandingOver)),
        new(Request, "maman", data => data.In(WorkStatus.Done)),
        new(Request, "hendra", data => data.In(WorkStatus.Done)),
        new(Request, "ratna", data => data.At(TestData.Checking), (page, _) => page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Tambah pegawai yang dikecualikan" }).ClickAsync()),
        new(Request, "lilis", data => data.At(TestData.InformationDeciding)),
        new(Request, "lilis", data => data.At(TestData.InformationRefusing)),
        new(Request, "lilis", data => data.At(TestData.InformationProviding)),
        new(Request, "lilis", data => data.At(TestData.InformationHandingOver)),
    ];

    private static PageSample At(string address, string? userName, Func<IPage, SampleData, Task>? before = null) => new(address, userName, _ => address, before);
}
