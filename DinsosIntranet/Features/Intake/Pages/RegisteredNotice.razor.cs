using Microsoft.AspNetCore.Components;

namespace DinsosIntranet.Features.Intake.Pages;

/// <summary>What came of the form: the number, the slip, and where to go on. The slip has the focus, Enter opens it.</summary>
public sealed partial class RegisteredNotice
{
    private ElementReference _receipt;

    [Parameter, EditorRequired]
    public required RegisteredRequest Request { get; set; }

    [Parameter, EditorRequired]
    public required EventCallback OnNext { get; set; }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender)
        {
            await _receipt.FocusAsync();
        }
    }
}
