using DinsosIntranet.App.Verbs;

namespace DinsosIntranet.Tests.App.Verbs;

public sealed class VerbArgumentsTests
{
    [Fact]
    public void Read_WordsOptionsAndSettings_KeptApart()
    {
        var arguments = new VerbArguments(["add", "siti", "--nama", "Siti Aminah", "--Data:Folder=/srv/dinsos"]);

        Assert.Equal("siti", arguments.Word(1, "nama"));
        Assert.Equal("Siti Aminah", arguments.Require("--nama"));
        Assert.Equal(["--Data:Folder=/srv/dinsos"], arguments.Settings);
    }

    [Fact]
    public void Read_KeyFlagBeforeTheFile_TakesNoValue()
    {
        var arguments = new VerbArguments(["--kunci", "/tmp/a.zip"]);

        Assert.True(arguments.Has("--kunci"));
        Assert.Equal("/tmp/a.zip", arguments.Single("berkas"));
    }

    [Fact]
    public void Single_NoWord_SaysWhatIsMissing() =>
        Assert.Contains("berkas cadangan", Assert.Throws<VerbUseException>(() => new VerbArguments([]).Single("berkas cadangan")).Message, StringComparison.Ordinal);

    [Fact]
    public void AllowOnly_UnknownOption_Refused() =>
        Assert.Throws<VerbUseException>(() => new VerbArguments(["--salah", "x"]).AllowOnly("--nama"));
}
