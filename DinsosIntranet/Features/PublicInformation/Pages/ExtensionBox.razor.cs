using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Ui;
using Microsoft.AspNetCore.Components;

namespace DinsosIntranet.Features.PublicInformation.Pages;

/// <summary>The longer time the law allows once: whether it may still be asked for, the reasons, and the notice on its way.</summary>
public sealed partial class ExtensionBox
{
    private readonly FormErrors _errors = new("perpanjang");
    private string _reason = "";
    private string _explanation = "";

    [Inject]
    public required InformationReference Reference { get; init; }

    [Parameter, EditorRequired]
    public required InformationPanelView View { get; set; }

    [Parameter, EditorRequired]
    public required Actor Viewer { get; set; }

    [Parameter, EditorRequired]
    public required TimeZoneInfo Zone { get; set; }

    [Parameter, EditorRequired]
    public required bool CanWork { get; set; }

    /// <summary>Submits reason and explanation.</summary>
    [Parameter, EditorRequired]
    public required Func<string, string, Task<Outcome>> OnSubmit { get; set; }

    [Parameter, EditorRequired]
    public required EventCallback OnRecall { get; set; }

    [Parameter, EditorRequired]
    public required EventCallback<string> OnIssued { get; set; }

    private async Task SubmitAsync()
    {
        var outcome = await OnSubmit(_reason, _explanation);
        _errors.Set(outcome.Refusals);
    }
}
