using DinsosIntranet.Features.Letters.Domain;
using DinsosIntranet.Shared.Acting;

namespace DinsosIntranet.Tests.Features.Letters.Domain;

public sealed class LetterRulesTests
{
    private static readonly Guid Signer = Guid.NewGuid();

    [Theory]
    [InlineData(1, "a")]
    [InlineData(2, "b")]
    [InlineData(26, "z")]
    [InlineData(0, "")]
    public void InsertionSuffix_Nth_ItsLetter(int insertion, string suffix) => Assert.Equal(suffix, LetterRules.InsertionSuffix(insertion));

    [Fact]
    public void InsertionSuffix_BeyondTheAlphabet_Throws() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => LetterRules.InsertionSuffix(LetterRules.MostInsertions + 1));

    [Theory]
    [InlineData(StaffRole.HeadOfAgency, false, true)]
    [InlineData(StaffRole.HeadOfDivision, true, true)]
    [InlineData(StaffRole.HeadOfDivision, false, false)]
    [InlineData(StaffRole.Secretariat, true, false)]
    public void MayRevoke_Role_TheHeadOrWhoeverSignedAndStillSigns(StaffRole role, bool isSigner, bool expected) =>
        Assert.Equal(expected, LetterRules.MayRevoke(Signer, new Actor(isSigner ? Signer : Guid.NewGuid(), "Asep Mulyadi", "Kabid Linjamsos", [new RoleInUnit(role, null)])));
}
