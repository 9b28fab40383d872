using DinsosIntranet.Features.Standards.Domain;

namespace DinsosIntranet.Tests.Features.Standards.Domain;

public class StandardCheckerTests
{
    private static readonly ServiceStandard Small = StandardFixtures.Small();

    [Fact]
    public void Check_SoundStandard_NoProblem() => Assert.Empty(Check(Small));

    [Fact]
    public void Check_InternalWithCounterForm_Refused()
    {
        Assert.Empty(Check(Small with { IsInternal = true }));
        Assert.Contains("tidak memakai formulir loket", Assert.Single(Check(Small with { IsInternal = true, ApplicationForm = "lembar" })).Message);
    }

    public static TheoryData<string, string?, string> Broken => new()
    {
        { "desk", "periksa", "meja 'gudang' tidak dikenal" },
        { "action", "periksa", "tindakan 'sulap' tidak dikenal" },
        { "outcome", "rujuk", "hasil 'rujuk' menuju 'bulan' yang tidak ada" },
        { "no-outcome", "rujuk", "tidak punya hasil" },
        { "unreachable", "rujuk", "tidak dapat dicapai dari saluran mana pun" },
        { "cycle", "tanda-tangan", "berputar tanpa jalan keluar" },
        { "double-id", null, "id langkah 'rujuk' dipakai lebih dari sekali" },
        { "id-as-ending", null, "id langkah 'rujuk' dipakai lebih dari sekali" },
        { "double-outcome", "periksa", "kode hasil 'ya' dipakai lebih dari sekali" },
        { "double-requirement", null, "kode persyaratan 'ktp' dipakai lebih dari sekali" },
        { "double-channel", null, "kode saluran 'tatap-muka' dipakai lebih dari sekali" },
        { "double-class", null, "kelas pengaduan 'ringan' dipakai lebih dari sekali" },
        { "no-channel", null, "tidak punya saluran masuk" },
        { "entry", null, "mulai di langkah 'bulan' yang tidak ada" },
        { "requirement", null, "meminta persyaratan 'kk' yang tidak ada" },
        { "unused-requirement", null, "persyaratan 'kk' tidak diminta saluran mana pun" },
        { "ending", null, "akhir 'ditolak' tidak dicapai langkah mana pun" },
        { "no-proposal", "disposisi", "usulan disposisi harus ada" },
        { "stray-proposal", "rujuk", "usulan disposisi harus ada" },
        { "proposal-desk", "disposisi", "meja usulan 'gudang' tidak dikenal" },
        { "proposal-before", "disposisi", "meja usulan 'loket' tidak memegang langkah sesudahnya" },
        { "until", null, "janji berakhir di langkah 'bulan' yang tidak ada" },
        { "unit", null, "janji: satuan 'abad' tidak dikenal" },
        { "amount", null, "janji: jumlah '0' tidak masuk akal" },
        { "no-amount", null, "janji: jumlah '' tidak masuk akal" },
        { "unlimited-amount", null, "janji: jumlah '3' tidak masuk akal dengan satuan 'tanpa-batas'" },
        { "least", null, "janji paling singkat tidak lebih pendek" },
        { "legal", null, "batas hukum: jumlah '0' tidak masuk akal" },
        { "legal-until", null, "batas hukum berakhir di langkah 'bulan' yang tidak ada" },
        { "extension", null, "perpanjangan batas hukum: satuan 'abad' tidak dikenal" },
        { "complaint-limit", null, "batas pengaduan 'ringan': jumlah '0' tidak masuk akal" },
        { "title", null, "judul belum diisi" },
        { "products", null, "produk belum diisi" },
        { "requirement-text", null, "isi persyaratan 'ktp' belum diisi" },
        { "step-title", "rujuk", "judul belum diisi" },
        { "label", "rujuk", "tulisan tombol hasil 'rujuk' belum diisi" },
        { "long-title", "rujuk", "judul pendek lebih dari 26 huruf" },
    };

    [Theory]
    [MemberData(nameof(Broken))]
    public void Check_BrokenStandard_NamesFileStepAndProblem(string flaw, string? step, string message)
    {
        var problem = Assert.Single(Check(Break(flaw)), p => p.Message.Contains(message) && p.Step == step);

        Assert.Equal("contoh.json", problem.File);
        Assert.StartsWith(step is null ? "contoh.json: " : $"contoh.json, langkah {step}: ", problem.ToString());
    }

    [Fact]
    public void Check_SeveralProblems_ListsAll()
    {
        var broken = Small.WithStep("periksa", s => s with { Desk = "gudang", Action = "sulap" }) with { Title = "" };

        Assert.Equal(3, Check(broken).Count);
    }

    private static IReadOnlyList<StandardProblem> Check(ServiceStandard standard) =>
        StandardChecker.Check(standard, StandardFixtures.Desks, StandardFixtures.Actions);

    private static ServiceStandard Break(string flaw) => flaw switch
    {
        "desk" => Small.WithStep("periksa", s => s with { Desk = "gudang" }),
        "action" => Small.WithStep("periksa", s => s with { Action = "sulap" }),
        "outcome" => Small.WithOutcomes("rujuk", new StepOutcome("rujuk", "Rujuk", "bulan")),
        "no-outcome" => Small.WithOutcomes("rujuk"),
        "unreachable" => Small.WithOutcomes("periksa", new StepOutcome("ya", "Catat ya", "tanda-tangan")),
        "cycle" => Small.WithOutcomes("tanda-tangan", new StepOutcome("ulang", "Ulangi", "tanda-tangan")),
        "double-id" => Small with { Steps = [.. Small.Steps, Small.Step("rujuk")] },
        "id-as-ending" => Small with { Endings = [.. Small.Endings, new StandardEnding("rujuk", "Rujuk", EndStatus.Referred)] },
        "double-outcome" => Small.WithOutcomes("periksa", [.. Small.Step("periksa").Outcomes, new StepOutcome("ya", "Catat", "rujuk")]),
        "double-requirement" => Small with { Requirements = [.. Small.Requirements, Small.Requirements[0]] },
        "double-channel" => Small with { Channels = [.. Small.Channels, Small.Channels[0]] },
        "no-channel" => Small with { Channels = [] },
        "entry" => Small with { Channels = [Small.Channels[0] with { EntryStep = "bulan" }] },
        "requirement" => Small with { Channels = [Small.Channels[0] with { Requirements = ["ktp", "kk"] }] },
        "unused-requirement" => Small with { Requirements = [.. Small.Requirements, new StandardRequirement("kk", "2", "KK", Mandatory: true)] },
        "ending" => Small with { Endings = [.. Small.Endings, new StandardEnding("ditolak", "Ditolak", EndStatus.Refused)] },
        "title" => Small with { Title = " " },
        "products" => Small with { Products = [] },
        "requirement-text" => Small with { Requirements = [Small.Requirements[0] with { Text = "" }] },
        "step-title" => Small.WithStep("rujuk", s => s with { Title = "" }),
        "label" => Small.WithOutcomes("rujuk", new StepOutcome("rujuk", "", "dirujuk")),
        "long-title" => Small.WithStep("rujuk", s => s with { ShortTitle = new string('a', 27) }),
        _ => BreakProposalOrTime(flaw),
    };

    private static ServiceStandard BreakProposalOrTime(string flaw)
    {
        var promise = Small.Promise;
        var limit = new LegalLimit("Pemberitahuan", 10, "hari-kerja", ClockStart.Received, Pauses: false, "UU");
        var complaints = Small.Complaints;
        return flaw switch
        {
            "no-proposal" => Small.WithStep("disposisi", s => s with { Proposal = null }),
            "stray-proposal" => Small.WithStep("rujuk", s => s with { Proposal = new DispositionProposal("staf", ["Proses"]) }),
            "proposal-desk" => Small.WithStep("disposisi", s => s with { Proposal = new DispositionProposal("gudang", ["Proses"]) }),
            "proposal-before" => Small.WithStep("disposisi", s => s with { Proposal = new DispositionProposal("loket", ["Proses"]) }),
            "until" => Small with { Promise = promise with { Until = "bulan" } },
            "unit" => Small with { Promise = promise with { Most = new PublishedTime("abad", 1) } },
            "amount" => Small with { Promise = promise with { Most = new PublishedTime("hari-kerja", 0) } },
            "no-amount" => Small with { Promise = promise with { Most = new PublishedTime("hari-kerja") } },
            "unlimited-amount" => Small with { Promise = promise with { Most = new PublishedTime("tanpa-batas", 3) } },
            "least" => Small with { Promise = promise with { Least = new PublishedTime("hari-kerja", 1) } },
            "legal" => Small with { LegalLimit = limit with { Amount = 0 } },
            "legal-until" => Small with { LegalLimit = limit with { Until = "bulan" } },
            "extension" => Small with { LegalLimit = limit with { Extension = new PublishedTime("abad", 1) } },
            "double-class" => Small with { Complaints = complaints with { Limits = [.. complaints.Limits, complaints.Limits[0]] } },
            "complaint-limit" => Small with { Complaints = complaints with { Limits = [complaints.Limits[0] with { Days = 0 }] } },
            _ => throw new ArgumentOutOfRangeException(nameof(flaw), flaw, "No such flaw."),
        };
    }
}
