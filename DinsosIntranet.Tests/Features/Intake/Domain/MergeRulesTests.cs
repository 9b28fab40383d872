using DinsosIntranet.Features.Intake.Domain;

namespace DinsosIntranet.Tests.Features.Intake.Domain;

public sealed class MergeRulesTests
{
    private const string Nik = "3602995206850001";

    private static readonly PersonInput Siti = new() { Name = "Siti Aminah", Nik = Nik, BirthDate = new DateOnly(1985, 6, 12), VillageCode = "36.02.17.2011" };

    [Theory]
    [InlineData("Orang Lain", Nik, false, "", PersonLikeness.SameNik)]
    [InlineData("SITI AMINAH", "", true, "", PersonLikeness.SameNameAndBirthDate)]
    [InlineData("Siti Aminnah", "", false, "36.02.17.2011", PersonLikeness.SimilarNameSameVillage)]
    [InlineData("Aminah Siti", "", false, "36.02.17.2011", PersonLikeness.SimilarNameSameVillage)]
    [InlineData("Siti Aminnah", "", false, "36.02.17.2012", null)]
    [InlineData("Siti Rohimah", "", false, "36.02.17.2011", null)]
    [InlineData("Siti Aminah", "", false, "", null)]
    public void Likeness_OfSiti(string name, string nik, bool sameBirth, string village, PersonLikeness? expected) =>
        Assert.Equal(expected, MergeRules.Likeness(Siti, new PersonInput { Name = name, Nik = nik, BirthDate = sameBirth ? Siti.BirthDate : null, VillageCode = village }));

    /// <summary>In a short name one letter makes another name.</summary>
    [Theory]
    [InlineData("Ani", "Adi", PersonLikeness.SimilarNameSameVillage)]
    [InlineData("Ani", "Edi", null)]
    public void Likeness_ShortNames_OneSlipOnly(string one, string other, PersonLikeness? expected) =>
        Assert.Equal(expected, MergeRules.Likeness(new PersonInput { Name = one, VillageCode = "v" }, new PersonInput { Name = other, VillageCode = "v" }));

    [Theory]
    [InlineData(Nik, "3602995206850002", true)]
    [InlineData(Nik, "3602 9952 0685 0001", false)]
    [InlineData(Nik, "", false)]
    [InlineData(Nik, "360299", false)]
    public void HaveDifferentNiks_TwoWholeNumbersOnly(string one, string other, bool expected) =>
        Assert.Equal(expected, MergeRules.HaveDifferentNiks(new PersonInput { Nik = one }, new PersonInput { Nik = other }));
}
