using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Drafts;
using DinsosIntranet.Shared.Ui;
using Microsoft.AspNetCore.Components;

namespace DinsosIntranet.Features.PublicInformation.Pages;

/// <summary>The longer time the law allows once: whether it may still be asked for, the reasons, and the notice on its way.</summary>
public sealed partial class ExtensionBox : IAsyncDisposable
{
    private readonly FormErrors _errors = new("perpanjang");
    private FormDraft<ExtensionDraft>? _draft;
    private string _reason = "";
    private string _explanation = "";

    [Inject]
    public required InformationReference Reference { get; init; }

    [Inject]
    public required DraftStore Drafts { get; init; }

    [Inject]
    public required TimeProvider Time { get; init; }

    [Inject]
    public required ILogger<ExtensionBox> Logger { get; init; }

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

    protected override async Task OnInitializedAsync()
    {
        if (!CanWork)
        {
            return;
        }

        _draft = new FormDraft<ExtensionDraft>(
            Drafts, Viewer.UserId, $"{View.Information.Id:N}:perpanjang", () => new ExtensionDraft(_reason, _explanation), InvokeAsync, StateHasChanged, Time, Logger);
        if (await _draft.FindAsync() is { } kept)
        {
            (_reason, _explanation) = (kept.Reason, kept.Explanation);
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_draft is not null)
        {
            await _draft.DisposeAsync();
        }
    }

    private void Typed() => _draft?.Touch();

    private async Task SubmitAsync()
    {
        var outcome = await OnSubmit(_reason, _explanation);
        _errors.Set(outcome.Refusals);
        if (outcome.IsOk && _draft is not null)
        {
            await _draft.DiscardAsync();
        }
    }

    private sealed record ExtensionDraft(string Reason, string Explanation);
}
