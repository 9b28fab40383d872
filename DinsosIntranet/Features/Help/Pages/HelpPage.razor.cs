using Microsoft.AspNetCore.Components;

namespace DinsosIntranet.Features.Help.Pages;

/// <summary>Help for one role.</summary>
public sealed partial class HelpPage
{
    [Inject]
    public required HelpLibrary Library { get; init; }

    [Parameter]
    public required string Peran { get; set; }

    private HelpArticle? Article => Library.Find(Peran);
}
