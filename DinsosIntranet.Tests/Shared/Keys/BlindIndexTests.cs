using DinsosIntranet.Shared.Keys;
using DinsosIntranet.Tests.Shared.Files;

namespace DinsosIntranet.Tests.Shared.Keys;

public sealed class BlindIndexTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly KeyRing _ring;
    private readonly BlindIndex _index;

    public BlindIndexTests()
    {
        _ring = KeyRing.Open(new KeyRingOptions { Folder = _folder.Sub("kunci") }, TimeProvider.System);
        _index = new BlindIndex(_ring);
    }

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("3602 9901-0101.0001", "3602990101010001")]
    [InlineData(" siti  aminah ", "SITIAMINAH")]
    [InlineData("Réna", "RENA")]
    [InlineData("３６０２", "3602")]
    [InlineData("a\uD800b", "AB")]
    [InlineData("- .", "")]
    public void Normalise_Spelling_BecomesOne(string value, string expected)
    {
        Assert.Equal(expected, BlindIndex.Normalise(value));
    }

    [Fact]
    public void Compute_SameValueSpelledDifferently_IsEqual()
    {
        var index = _index.Compute("nik", "3602990101010001");

        Assert.Equal(index, _index.Compute("nik", "3602 9901 0101 0001"));
        Assert.Matches("^[0-9a-f]{64}$", index);
    }

    [Fact]
    public void Compute_AnotherFieldOrValue_Differs()
    {
        var index = _index.Compute("nik", "3602990101010001");

        Assert.NotEqual(index, _index.Compute("kk", "3602990101010001"));
        Assert.NotEqual(index, _index.Compute("nik", "3602990101010002"));
    }

    [Fact]
    public void Compute_NothingLeft_IsNull()
    {
        Assert.Null(_index.Compute("nik", " - "));
        Assert.Empty(_index.ComputeForSearch("nik", " - "));
    }

    [Fact]
    public void ComputeForSearch_AfterRotation_HoldsOldAndNew()
    {
        var before = _index.Compute("nik", "3602990101010001");
        _ring.Rotate(KeyPurpose.BlindIndex);

        Assert.Equal([_index.Compute("nik", "3602990101010001")!, before!], _index.ComputeForSearch("nik", "3602990101010001"));
    }
}
