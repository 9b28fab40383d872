using Microsoft.AspNetCore.Components;

namespace DinsosIntranet.Features.Desks.Pages;

/// <summary>The next act of a row as its button, the others in its menu.</summary>
public sealed partial class DeskRowActs
{
    private ElementReference _first;
    private bool _focused;

    [Parameter, EditorRequired] public required DeskRow Row { get; set; }

    [Parameter] public bool TakesFocus { get; set; }

    [Parameter, EditorRequired] public required EventCallback<DeskAct> OnAct { get; set; }

    private string Address => $"/permohonan/{Row.Id}";

    private string MenuId => $"lain-{Row.Id:N}";

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        var isDue = TakesFocus && !_focused;
        _focused = TakesFocus;
        if (isDue)
        {
            await _first.FocusAsync(preventScroll: true);
        }
    }

    private Task ActAsync(DeskAct act) => OnAct.InvokeAsync(act);
}
