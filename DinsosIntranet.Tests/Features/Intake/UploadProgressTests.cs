using DinsosIntranet.Features.Intake;

namespace DinsosIntranet.Tests.Features.Intake;

public class UploadProgressTests
{
    [Theory]
    [InlineData(715_000, 1_153_434, "Mengunggah 61% · 0,7 dari 1,1 MB")]
    [InlineData(0, 1_153_434, "Mengunggah 0% · 0,0 dari 1,1 MB")]
    [InlineData(102_400, 204_800, "Mengunggah 50% · 100 dari 200 KB")]
    [InlineData(300, 600, "Mengunggah 50% · 300 dari 600 B")]
    [InlineData(700, 600, "Mengunggah 100% · 600 dari 600 B")]
    [InlineData(0, 0, "Mengunggah 0% · 0 dari 0 B")]
    public void Text_AnyAmount_NamesTheUnitOnce(long read, long total, string expected) =>
        Assert.Equal(expected, new UploadProgress(read, total).Text);
}
