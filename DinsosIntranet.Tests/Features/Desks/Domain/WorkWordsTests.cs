using DinsosIntranet.Features.Desks.Domain;
using DinsosIntranet.Tests.Features.Standards;

namespace DinsosIntranet.Tests.Features.Desks.Domain;

public sealed class WorkWordsTests
{
    [Theory]
    [InlineData(0, "0 menit")]
    [InlineData(59, "59 menit")]
    [InlineData(60, "1 jam")]
    [InlineData(80, "1 jam 20 menit")]
    [InlineData(1875, "31 jam")]
    public void Minutes_AnyLength_IsWorkingTimeInWords(int minutes, string text) =>
        Assert.Equal(text, WorkWords.Minutes(minutes));

    [Theory]
    [InlineData("2-sekretariat", "Teruskan ke Kepala Dinas")]
    [InlineData("3-disposisi", "Disposisikan ke Linjamsos")]
    [InlineData("5-cek-siks-ng", "Catat hasil cek")]
    [InlineData("8-tanda-tangan", "Tanda tangani")]
    [InlineData("9-penyerahan", "Serahkan surat")]
    public void NextAct_StepOfStandard_IsTheVerbOfItsButton(string step, string act) =>
        Assert.Equal(act, WorkWords.NextAct(WorkStatus.Running, isPaused: false, StandardFixtures.Catalog.Standard("dtks").Step(step)));

    [Fact]
    public void NextAct_Paused_IsToResume() =>
        Assert.Equal("Lanjutkan jam", WorkWords.NextAct(WorkStatus.Paused, isPaused: true, StandardFixtures.Catalog.Standard("dtks").Step("5-cek-siks-ng")));
}
