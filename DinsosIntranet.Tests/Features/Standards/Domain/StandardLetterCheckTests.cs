using DinsosIntranet.Features.Standards.Domain;

namespace DinsosIntranet.Tests.Features.Standards.Domain;

/// <summary>A letter in the agency's own words: who prepares it, and whether every place in it is known.</summary>
public sealed class StandardLetterCheckTests
{
    private static readonly LetterTemplate Letter = new(
        "Surat contoh", "Surat",
        [new LetterField("tujuan", "Tujuan", LetterFieldKind.Text, Mandatory: true)],
        [new LetterPart(Paragraph: "Untuk {tujuan} atas nama {nama}.")]);

    private static readonly ServiceStandard Sound = StandardFixtures.Small()
        .WithStep("periksa", s => s with { Outcomes = [new StepOutcome("ya", "Catat ya", "susun"), new StepOutcome("tidak", "Catat tidak", "rujuk")] }) is var small
        ? small with
        {
            Letter = Letter,
            Steps = [.. small.Steps, new StandardStep("susun", "6", "Menyusun surat", "Susun", "staf", StepActions.Compose, [new StepOutcome("ajukan", "Ajukan", "tanda-tangan")])],
        }
        : throw new InvalidOperationException();

    [Fact]
    public void Check_Sound_NoProblem() => Assert.Empty(Check(Sound));

    public static TheoryData<string, string> Broken => new()
    {
        { "no-letter", "menyusun surat, tetapi berkas ini tidak punya bagian 'letter'" },
        { "no-step", "bagian 'letter' tidak disusun langkah mana pun" },
        { "two-outcomes", "hanya boleh punya satu hasil" },
        { "secret", "standar rahasia tidak dapat memakai surat dari pola" },
        { "double-field", "kode isian surat 'tujuan' dipakai lebih dari sekali" },
        { "known-field", "kode isian surat 'nama' sudah dipakai" },
        { "choices-missing", "pilihan ('choices') harus ada" },
        { "choices-stray", "pilihan ('choices') harus ada" },
        { "one-choice", "pilihannya sedikitnya dua" },
        { "unused-field", "isian surat 'lain' tidak dipakai di isi surat" },
        { "two-things", "harus berisi tepat satu" },
        { "nothing", "harus berisi tepat satu" },
        { "unknown-row", "menampilkan isian 'bulan' yang tidak ada" },
        { "unknown-place", "memakai '{bulan}' yang tidak dikenal" },
        { "loose-brace", "kurung kurawal harus mengapit satu kode" },
        { "no-validity", "tidak punya masa berlaku" },
    };

    [Theory, MemberData(nameof(Broken))]
    public void Check_Broken_SaysWhat(string flaw, string message) =>
        Assert.Contains(Check(Break(flaw)), p => p.Message.Contains(message, StringComparison.Ordinal));

    [Fact]
    public void CheckPanels_PreparedButNeverSigned_Said()
    {
        var unsigned = Sound.WithStep("tanda-tangan", s => s with { Action = StepActions.Decide });
        var registry = new ActionRegistry(StepActions.All, unsigned.Steps.Select(s => s.Action).Distinct().Select(a => new ActionPanel(a, typeof(object))));

        Assert.Contains(VersionRules.CheckPanels(unsigned, registry), p => p.Contains("tidak ada langkah yang menandatanganinya", StringComparison.Ordinal));
    }

    private static ServiceStandard Break(string flaw) => flaw switch
    {
        "no-letter" => Sound with { Letter = null },
        "no-step" => Sound.WithStep("susun", s => s with { Action = StepActions.Verify }),
        "two-outcomes" => Sound.WithOutcomes("susun", new StepOutcome("a", "A", "tanda-tangan"), new StepOutcome("b", "B", "rujuk")),
        "secret" => Sound with { Confidentiality = Confidentiality.Secret },
        "double-field" => With(Letter with { Fields = [Letter.Fields[0], Letter.Fields[0]] }),
        "known-field" => With(Letter with { Fields = [Letter.Fields[0], Letter.Fields[0] with { Code = "nama" }] }),
        "choices-missing" => With(Letter with { Fields = [Letter.Fields[0] with { Kind = LetterFieldKind.Choice }] }),
        "choices-stray" => With(Letter with { Fields = [Letter.Fields[0] with { Choices = ["a", "b"] }] }),
        "one-choice" => With(Letter with { Fields = [Letter.Fields[0] with { Kind = LetterFieldKind.Choice, Choices = ["a", "a"] }] }),
        "unused-field" => With(Letter with { Fields = [.. Letter.Fields, Letter.Fields[0] with { Code = "lain" }] }),
        "two-things" => With(Letter with { Parts = [.. Letter.Parts, new LetterPart(Paragraph: "a", Person: true)] }),
        "nothing" => With(Letter with { Parts = [.. Letter.Parts, new LetterPart()] }),
        "unknown-row" => With(Letter with { Parts = [.. Letter.Parts, new LetterPart(Rows: ["bulan"])] }),
        "unknown-place" => With(Letter with { Parts = [.. Letter.Parts, new LetterPart(Numbered: ["{bulan}"])] }),
        "loose-brace" => With(Letter with { Parts = [.. Letter.Parts, new LetterPart(Paragraph: "{ nama }")] }),
        "no-validity" => With(Letter with { Parts = [.. Letter.Parts, new LetterPart(Paragraph: "sampai {berlaku-sampai}")] }),
        _ => throw new ArgumentOutOfRangeException(nameof(flaw)),
    };

    private static ServiceStandard With(LetterTemplate letter) => Sound with { Letter = letter };

    private static IReadOnlyList<StandardProblem> Check(ServiceStandard standard) => StandardChecker.Check(standard, StandardFixtures.Desks, StandardFixtures.Actions);
}
