using DinsosIntranet.Shared.Acting;

namespace DinsosIntranet.Shared.Ui;

/// <summary>
/// One entry of the index of settings. Each capability registers its own; <paramref name="Order"/> places it in the index,
/// and whoever holds one of <paramref name="Roles"/> sees it (the page names its policy all the same).
/// </summary>
public sealed record SettingsSection(string Group, int Order, string Text, string Description, string Href, IReadOnlyList<StaffRole> Roles)
{
    public const string People = "Orang";
    public const string Agency = "Instansi";
    public const string Services = "Layanan";

    private static readonly string[] GroupOrder = [People, Agency, Services];

    public static SettingsSection ForAdministrator(string group, int order, string text, string description, string href) =>
        new(group, order, text, description, href, [StaffRole.Administrator]);

    /// <summary>What this person may set, group by group.</summary>
    public static IReadOnlyList<IGrouping<string, SettingsSection>> For(IEnumerable<SettingsSection> all, Actor actor) =>
    [
        .. all.Where(s => s.Roles.Any(actor.Has))
            .OrderBy(s => Array.IndexOf(GroupOrder, s.Group))
            .ThenBy(s => s.Order)
            .GroupBy(s => s.Group),
    ];

    /// <summary>Whether a page at this address belongs to the section.</summary>
    public bool Covers(string path) => path == Href || path.StartsWith(Href + "/", StringComparison.Ordinal);
}
