using System.Text.RegularExpressions;
using DinsosIntranet.Features.Audit.Domain;
using DinsosIntranet.Features.Standards.Domain;
using DinsosIntranet.Tests.Support;

namespace DinsosIntranet.Tests.Architecture;

/// <summary>Read from the source: a few acts are chosen or handed on before they reach the trail, so calls alone do not show them.</summary>
public sealed partial class AuditActNamesTests
{
    [Fact]
    public void Acts_WrittenAnywhere_HaveAnIndonesianName()
    {
        var known = AuditActs.All.Select(a => a.Code).ToHashSet();
        var written = Sources().SelectMany(Written).ToHashSet();

        Assert.Contains("dtks.cek", written);
        Assert.Contains("permohonan.ambil", written);
        Assert.Contains("masuk", written);
        Assert.Empty(written.Except(known).Order(StringComparer.Ordinal));
    }

    private static IEnumerable<string> Sources() =>
        from path in Directory.EnumerateFiles(Path.Combine(RepositoryRoot.Path, "DinsosIntranet"), "*.cs", SearchOption.AllDirectories)
        let file = Path.GetRelativePath(RepositoryRoot.Path, path).Replace('\\', '/')
        where !file.Contains("/obj/", StringComparison.Ordinal) && !file.Contains("/bin/", StringComparison.Ordinal) && !file.Contains("/Migrations/", StringComparison.Ordinal)
        where !file.EndsWith("AuditActs.cs", StringComparison.Ordinal)
        select File.ReadAllText(path);

    /// <summary>Every literal handed to the trail, and every other that reads like an act of a kind of record the trail knows.</summary>
    private static IEnumerable<string> Written(string source)
    {
        var kinds = AuditActs.All.Where(a => a.Code.Contains('.', StringComparison.Ordinal)).Select(a => a.Code.Split('.')[0]).ToHashSet();
        var handed = Call().Matches(source).Select(m => m.Groups["code"].Value);
        return handed.Concat(Literals(source).Where(code => code.Split('.') is [var kind, _] && kinds.Contains(kind)))
            .Except(StepActions.All.Select(a => a.Code));
    }

    private static IEnumerable<string> Literals(string source) => Code().Matches(source).Select(m => m.Groups["code"].Value);

    [GeneratedRegex(@"Audit\(\s*""(?<code>[^""]+)""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Call();

    [GeneratedRegex(@"""(?<code>[a-z-]+(\.[a-z-]+)?)""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Code();
}
