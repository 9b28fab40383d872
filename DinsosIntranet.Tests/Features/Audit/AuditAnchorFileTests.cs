using DinsosIntranet.Features.Audit.Domain;
using DinsosIntranet.Tests.Shared.Files;

namespace DinsosIntranet.Tests.Features.Audit;

public sealed class AuditAnchorFileTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Read_NoFile_IsNull()
    {
        Assert.Null(Open().Read());
    }

    [Fact]
    public void Advance_Forward_IsKept()
    {
        Open().Advance(Anchor(1));
        Open().Advance(Anchor(5));

        Assert.Equal(Anchor(5), Open().Read());
        Assert.Single(_folder.Files(""));
    }

    [Fact]
    public void Advance_Backward_IsIgnored()
    {
        Open().Advance(Anchor(5));
        Open().Advance(Anchor(4));

        Assert.Equal(Anchor(5), Open().Read());
    }

    [Fact]
    public void Reset_Backward_IsDone()
    {
        Open().Advance(Anchor(5));
        Open().Reset(Anchor(2));

        Assert.Equal(Anchor(2), Open().Read());
    }

    [Fact]
    public void Advance_ManyThreads_EndsAtTheHighest()
    {
        var file = Open();

        Parallel.For(1, 60, i => file.Advance(Anchor(i)));

        Assert.Equal(Anchor(59), file.Read());
    }

    [Theory]
    [InlineData("")]
    [InlineData("{\"Sequence\":3}")]
    [InlineData("{\"Sequence\":3,\"Hash\":\"ab\"}")]
    public void Read_DamagedFile_Throws(string text)
    {
        File.WriteAllText(_folder.Sub(AuditAnchorFile.FileName), text);

        Assert.Throws<InvalidDataException>(() => Open().Read());
    }

    private static AuditAnchor Anchor(long sequence) => new(sequence, new string('a', 63) + (sequence % 10));

    private AuditAnchorFile Open() => new(_folder.Sub(AuditAnchorFile.FileName));
}
