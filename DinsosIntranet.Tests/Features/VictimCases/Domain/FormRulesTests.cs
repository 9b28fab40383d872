using DinsosIntranet.Features.VictimCases;
using DinsosIntranet.Features.VictimCases.Domain;
using DinsosIntranet.Tests.Support;

namespace DinsosIntranet.Tests.Features.VictimCases.Domain;

/// <summary>Nothing told falls off the paper, whatever an agency calls its forms.</summary>
public sealed class FormRulesTests
{
    private static readonly IReadOnlyList<FormTemplate> Shipped = CaseReference.Load(Path.Combine(RepositoryRoot.Path, "data"), () => []).Forms;

    [Fact]
    public void Check_FormsOfTheProgram_Fine() => Assert.Empty(Check(Shipped));

    [Fact]
    public void Check_PartOnTwoForms_Fine() => Assert.Empty(Check(With("C", "B1")));

    [Theory]
    [InlineData("C", "C7", "C7 Jadwal pendampingan hukum belum ada di formulir mana pun.")]
    [InlineData("A", "A5", "A5 Persetujuan awal belum ada di formulir mana pun.")]
    public void Check_PartOnNoForm_Named(string form, string part, string message) => Assert.Equal(message, Assert.Single(Check(Without(form, part))).Message);

    [Fact]
    public void Check_ViolenceApartFromItsVictim_Refused() =>
        Assert.Equal("B2 Kekerasan yang dialami di Formulir C harus bersama B1 Korban.", Assert.Single(Check(With("C", "B2"))).Message);

    [Fact]
    public void Check_UnknownPart_Refused() => Assert.Contains("tidak dikenal", Assert.Single(Check(With("C", "Z9"))).Message, StringComparison.Ordinal);

    [Fact]
    public void Check_EmptyForm_Refused()
    {
        var forms = Shipped.Select(f => f.Code == "A" ? f with { Blocks = [] } : f.Code == "B" ? f with { Blocks = [.. Shipped[0].Blocks, .. f.Blocks] } : f).ToList();

        Assert.Contains("belum memuat apa pun", Assert.Single(Check(forms)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    public void Check_NoTitle_BesideTheTitle(string title) =>
        Assert.Equal(FormRules.TitleField("B"), Assert.Single(Check([.. Shipped.Select(f => f.Code == "B" ? f with { Title = title } : f)])).Field);

    [Fact]
    public void Check_FormMissing_Refused() => Assert.Single(Check([.. Shipped.Skip(1)]));

    [Fact]
    public void Normalise_TickedInAnyOrder_OrderOfTheParts() =>
        Assert.Equal(["A1", "B1", "C8"], FormRules.Normalise([new FormTemplate("A", " Judul ", ["C8", "A1", "B1", "A1"])])[0].Blocks);

    private static List<FormTemplate> With(string form, string part) => [.. Shipped.Select(f => f.Code == form ? f with { Blocks = [.. f.Blocks, part] } : f)];

    private static List<FormTemplate> Without(string form, string part) => [.. Shipped.Select(f => f.Code == form ? f with { Blocks = [.. f.Blocks.Where(b => b != part)] } : f)];

    private static IReadOnlyList<DinsosIntranet.Shared.Acting.Refusal> Check(IReadOnlyList<FormTemplate> forms) => FormRules.Check(FormRules.Normalise(forms), ["A", "B", "C"]);
}
