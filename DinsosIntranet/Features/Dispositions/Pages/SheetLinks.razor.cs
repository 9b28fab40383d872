using Microsoft.AspNetCore.Components;

namespace DinsosIntranet.Features.Dispositions.Pages;

/// <summary>The agenda number and the disposition sheet, in either size.</summary>
public sealed partial class SheetLinks
{
    [Parameter, EditorRequired]
    public required Guid RequestId { get; set; }

    [Parameter]
    public AgendaLine? Agenda { get; set; }
}
