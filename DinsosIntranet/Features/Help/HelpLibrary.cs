using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Data;
using Markdig;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace DinsosIntranet.Features.Help;

/// <summary>Help for one role. <paramref name="Html"/> is the text below title and summary, drawn once from our own file.</summary>
public sealed record HelpArticle(StaffRole Role, string Title, string Summary, string Html)
{
    public string Href => "/bantuan/" + Role.Code();
}

/// <summary>
/// The help texts, one file a role in <c>data/help/&lt;role code&gt;.md</c>: a title, one line of what the role does, then the
/// text. Read at start; HTML in a file is shown as text.
/// </summary>
public sealed class HelpLibrary
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().DisableHtml().Build();

    private readonly Dictionary<StaffRole, HelpArticle> _articles;

    public HelpLibrary(DataFolder folder)
        : this(Path.Combine(folder.ReferencePath, "help"))
    {
    }

    internal HelpLibrary(string folder) => _articles = StaffRoles.All.ToDictionary(r => r, r => Read(r, Path.Combine(folder, r.Code() + ".md")));

    /// <summary>All articles, those of the person's own roles first.</summary>
    public IReadOnlyList<HelpArticle> For(Actor actor) => [.. StaffRoles.All.OrderBy(r => !actor.Has(r)).Select(r => _articles[r])];

    public HelpArticle? Find(string code) => StaffRoles.FromCode(code) is { } role ? _articles[role] : null;

    private static HelpArticle Read(StaffRole role, string path)
    {
        var document = Markdown.Parse(File.ReadAllText(path), Pipeline);
        if (document is not [HeadingBlock { Level: 1 } title, ParagraphBlock summary, ..])
        {
            throw new InvalidDataException($"{path}: a title and one line below it are expected at the beginning.");
        }

        document.Remove(title);
        document.Remove(summary);
        foreach (var picture in document.Descendants<LinkInline>().Where(l => l.IsImage))
        {
            // Pictures stand further down: the text is read before they are there.
            picture.GetAttributes().AddProperty("loading", "lazy");
        }

        return new HelpArticle(role, PlainText(title), PlainText(summary), document.ToHtml(Pipeline));
    }

    private static string PlainText(LeafBlock block) => string.Concat(block.Inline!.Descendants<LiteralInline>().Select(l => l.Content.ToString()));
}
