using DinsosIntranet.Shared.Ui;

namespace DinsosIntranet.Tests.Shared.Ui;

public sealed class InitialsTests
{
    [Theory]
    [InlineData("Siti Aminah", "S. A.")]
    [InlineData("Karsim", "K.")]
    [InlineData("Dra. Hj. Ratna Kusumawardani, M.Si.", "R. K.")]
    [InlineData("rohman bin Sapri", "R. B. S.")]
    [InlineData("M.", "M.")]
    [InlineData("", "")]
    public void Of_Name_LeavesTitlesOut(string name, string expected) => Assert.Equal(expected, Initials.Of(name));
}
