using DinsosIntranet.Features.Standards.Data;
using DinsosIntranet.Features.Standards.Domain;
using DinsosIntranet.Tests.Support;

namespace DinsosIntranet.Tests.Features.Standards;

/// <summary>The real files, read once, and a small invented standard for tests to break.</summary>
internal static class StandardFixtures
{
    public static string DataFolder { get; } = Path.Combine(RepositoryRoot.Path, "data");

    public static HashSet<string> Actions { get; } = [.. StepActions.All.Select(a => a.Code)];

    public static HashSet<string> Desks { get; } = ["loket", "kepala", "staf"];

    /// <summary>A sixth standard, of actions every standard may use; the invented file an administrator imports.</summary>
    public static string SixthJson { get; } = File.ReadAllText(Path.Combine(RepositoryRoot.Path, "DinsosIntranet.Tests", "Features", "Standards", "Files", "rekomendasi-lks.json"));

    public const string Sixth = "rekomendasi-lks";

    /// <summary>Version 2 of 004: 30 minutes instead of 15, a fee in words, one requirement more.</summary>
    public static string SecondDtksJson { get; } = File.ReadAllText(Path.Combine(DataFolder, "standards", "dtks.json"))
        .Replace("\"version\": 1", "\"version\": 2")
        .Replace("\"amount\": 15, \"unit\": \"menit-kerja\"", "\"amount\": 30, \"unit\": \"menit-kerja\"")
        .Replace("\"15 Menit\"", "\"30 Menit\"")
        .Replace("\"Tidak dipungut biaya\"", "\"Gratis\"")
        .Replace("\"mandatory\": true }\n  ],", "\"mandatory\": true },\n    { \"code\": \"kartu-keluarga\", \"number\": \"3\", \"text\": \"Fotokopi Kartu Keluarga\", \"mandatory\": true }\n  ],")
        .Replace("[\"kartu-identitas\", \"formulir\"]", "[\"kartu-identitas\", \"formulir\", \"kartu-keluarga\"]");

    /// <summary>The codes of the real desks and units.</summary>
    public static KnownCodes Known => new(Catalog.Units.Select(u => u.Code).ToHashSet(), Catalog.Desks.Select(d => d.Code).ToHashSet(), Actions);

    public static StandardCatalog Catalog { get; } = StandardCatalogFiles.Read(DataFolder, Actions);

    public static TheoryData<string> Codes => [.. Catalog.Standards.Select(s => s.Code)];

    /// <summary>Received, disposed, checked: Ya goes to the signature and the end, Tidak to a referral.</summary>
    public static ServiceStandard Small() => new(
        "contoh", 1, "Contoh Layanan", "Contoh", "CTH", "Kabupaten Contoh", "Dinas Sosial", "rehsos", null, Confidentiality.Open, IntakeOpen: true, "Gratis",
        new ServicePromise(new PublishedTime("menit-kerja", 15), ClockStart.Complete, "15 Menit"),
        LegalLimit: null,
        ["Surat"],
        "surat",
        [new StandardRequirement("ktp", "1", "KTP", Mandatory: true)],
        [new StandardChannel("tatap-muka", "Tatap muka", "terima", ["ktp"])],
        [
            new StandardStep("terima", "1", "Menerima", "Terima", "loket", StepActions.Receive, [new StepOutcome("terima", "Terima", "disposisi")]),
            new StandardStep("disposisi", "2", "Mendisposisikan", "Disposisi", "kepala", StepActions.Dispose, [new StepOutcome("disposisi", "Disposisikan", "periksa")], new DispositionProposal("staf", ["Proses"])),
            new StandardStep("periksa", "3", "Memeriksa", "Periksa", "staf", StepActions.Verify, [new StepOutcome("tidak", "Catat tidak", "rujuk", Branch.No), new StepOutcome("ya", "Catat ya", "tanda-tangan", Branch.Yes)]),
            new StandardStep("rujuk", "4", "Jika Tidak, dirujuk", "Rujuk", "staf", StepActions.Refer, [new StepOutcome("rujuk", "Rujuk", "dirujuk")]),
            new StandardStep("tanda-tangan", "5", "Jika Ya, ditandatangani", "Tanda tangan", "kepala", StepActions.Sign, [new StepOutcome("tanda-tangani", "Tanda tangani", "selesai"), new StepOutcome("kembalikan", "Kembalikan", "periksa")]),
        ],
        [new StandardEnding("selesai", "Surat diserahkan", EndStatus.Completed), new StandardEnding("dirujuk", "Dirujuk", EndStatus.Referred)],
        new ComplaintProcedure("Jl. Contoh 1", "0252", [new ComplaintChannel("surat", "Surat")], ["Diterima"], [new ComplaintLimit("ringan", "Ringan", 5, "hari-kerja")]));

    /// <summary>The standard with one of its steps changed.</summary>
    public static ServiceStandard WithStep(this ServiceStandard standard, string id, Func<StandardStep, StandardStep> change) =>
        standard with { Steps = [.. standard.Steps.Select(s => s.Id == id ? change(s) : s)] };

    public static ServiceStandard WithOutcomes(this ServiceStandard standard, string id, params StepOutcome[] outcomes) =>
        standard.WithStep(id, s => s with { Outcomes = outcomes });
}
