using System.Text.RegularExpressions;
using DinsosIntranet.Tests.Support;

namespace DinsosIntranet.Tests.Architecture;

/// <summary>
/// Which folder may use what. Read from the files' own using lines and full names, because everything is one project and
/// the compiler allows all of it.
/// </summary>
public sealed partial class DependencyTests
{
    private const string Features = "DinsosIntranet.Features.";

    private static readonly string Root = Path.Combine(RepositoryRoot.Path, "DinsosIntranet");

    private static readonly string[] Databases = ["Microsoft.EntityFrameworkCore", "Microsoft.Data.Sqlite", "Npgsql", "DinsosIntranet.Shared.Data.DinsosDbContext"];

    private static readonly string[] Screens = ["Microsoft.AspNetCore.Components", "Radzen", "Microsoft.JSInterop"];

    private static readonly string[] Papers = ["PdfSharp", "QRCoder"];

    /// <summary>Each rule: which files, what they must not use, and the few that may (by the end of their path) with the reason beside them.</summary>
    private static readonly Dictionary<string, Rule> Rules = new()
    {
        ["Domain is plain C#"] = new(f => f.Contains("/Domain/"), u => Is(u, [.. Databases, .. Screens, .. Papers])),
        ["Domain knows no services"] = new(f => f.Contains("/Domain/"), u => u.StartsWith(Features, StringComparison.Ordinal) && !u.Contains(".Domain", StringComparison.Ordinal)),
        ["Pages never see the database"] = new(f => f.Contains("/Pages/") || f.StartsWith("Shared/Ui/"), u => Is(u, Databases)),
        ["Pages draw no papers"] = new(f => f.Contains("/Pages/"), u => Is(u, Papers)),
        ["Documents know only the paper toolkit"] = new(
            f => f.Contains("/Documents/"),
            u => Is(u, [.. Databases, .. Screens]) || (u.StartsWith(Features, StringComparison.Ordinal) && !u.StartsWith(Features + "Letters.Toolkit", StringComparison.Ordinal))),
        ["The paper toolkit knows nothing of the agency"] = new(
            f => f.StartsWith("Features/Letters/Toolkit/"),
            u => Is(u, [.. Databases, .. Screens]) || (u.StartsWith(Features, StringComparison.Ordinal) && !u.StartsWith(Features + "Letters.Toolkit", StringComparison.Ordinal))),
        ["Shared knows no capability"] = new(
            f => f.StartsWith("Shared/") && !f.StartsWith("Shared/Data/Migrations/"),
            u => u.StartsWith(Features, StringComparison.Ordinal),
            "Shared/Data/DinsosDbContext.cs", // the one model of all entities
            "Shared/Data/WriteRunner.cs", // seals the trail in every write
            "Shared/Data/WriteScope.cs"),
        ["Shared knows no screens outside Ui"] = new(f => f.StartsWith("Shared/") && !f.StartsWith("Shared/Ui/"), u => Is(u, Screens)),
        ["Capabilities know nothing of the frame"] = new(
            f => f.StartsWith("Features/") || f.StartsWith("Shared/"),
            u => u == "DinsosIntranet.App" || (u.StartsWith("DinsosIntranet.App.", StringComparison.Ordinal) && !u.EndsWith("Layout", StringComparison.Ordinal))),
        ["Entities are configured beside their capability"] = new(
            f => f.StartsWith("Features/") && !f.Contains("/Data/"),
            u => u == "Microsoft.EntityFrameworkCore.Metadata.Builders"),
    };

    public static TheoryData<string> RuleNames { get; } = [.. Rules.Keys];

    [Theory, MemberData(nameof(RuleNames))]
    public void Files_EachRule_Kept(string name)
    {
        var rule = Rules[name];
        var files = Files().Where(f => rule.AppliesTo(f)).ToList();

        Assert.NotEmpty(files);
        var broken = (from file in files.Except(rule.Excepted)
                      from used in UsedIn(file)
                      where rule.Forbids(used)
                      select $"{file}: {used}").ToList();
        Assert.True(broken.Count == 0, string.Join('\n', broken));
    }

    [Fact]
    public void Files_EveryException_IsStillNeeded() =>
        Assert.Empty(Rules.Values.SelectMany(r => r.Excepted.Where(f => !File.Exists(Path.Combine(Root, f)) || !UsedIn(f).Any(r.Forbids))));

    private static IEnumerable<string> Files() =>
        from path in Directory.EnumerateFiles(Root, "*.*", SearchOption.AllDirectories)
        let file = Path.GetRelativePath(Root, path).Replace('\\', '/')
        where Path.GetExtension(file) is ".cs" or ".razor" && !file.StartsWith("obj/", StringComparison.Ordinal) && !file.StartsWith("bin/", StringComparison.Ordinal)
        select file;

    private static IEnumerable<string> UsedIn(string file)
    {
        var text = File.ReadAllText(Path.Combine(Root, file));
        return UsingLine().Matches(text).Concat(FullName().Matches(NamespaceLine().Replace(text, ""))).Select(m => m.Groups["name"].Value)
            .Concat(text.Contains("DinsosDbContext", StringComparison.Ordinal) ? ["DinsosIntranet.Shared.Data.DinsosDbContext"] : [])
            .Distinct();
    }

    private static bool Is(string used, IEnumerable<string> forbidden) => forbidden.Any(f => used == f || used.StartsWith(f + ".", StringComparison.Ordinal));

    [GeneratedRegex(@"^@?using (static )?(?<name>[\w.]+)", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex UsingLine();

    [GeneratedRegex(@"(?<name>DinsosIntranet\.(Features|App)\.[\w.]+)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex FullName();

    [GeneratedRegex(@"^(namespace|@namespace) .*$", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex NamespaceLine();

    private sealed record Rule(Func<string, bool> AppliesTo, Func<string, bool> Forbids, params string[] Excepted);
}
