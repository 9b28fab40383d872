using Microsoft.AspNetCore.Components;

namespace DinsosIntranet.Shared.Ui;

public enum ButtonKind
{
    /// <summary>The one filled button of the page.</summary>
    Filled,
    Tonal,
    Outlined,
    Text,
}

public enum ButtonSize
{
    Medium,
    Small,
    Large,
}

/// <summary>
/// A button for an act that takes a moment: a second press is ignored until the first has ended, and after 300 ms it says
/// what it is doing. It is not disabled meanwhile, which would lose the focus. The service checks again all the same.
/// </summary>
public sealed partial class SaveButton : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(300);

    private readonly CancellationTokenSource _gone = new();
    private bool _busy;
    private bool _showBusy;

    [Inject]
    public required TimeProvider Time { get; init; }

    [Parameter, EditorRequired]
    public required string Text { get; set; }

    [Parameter]
    public string BusyText { get; set; } = "Menyimpan…";

    [Parameter, EditorRequired]
    public required EventCallback OnPress { get; set; }

    [Parameter]
    public ButtonKind Kind { get; set; }

    [Parameter]
    public ButtonSize Size { get; set; }

    [Parameter]
    public bool Disabled { get; set; }

    /// <summary>Whether Ctrl+Enter presses it; the filled button of a page usually is.</summary>
    [Parameter]
    public bool? Main { get; set; }

    [Parameter(CaptureUnmatchedValues = true)]
    public IReadOnlyDictionary<string, object>? Attributes { get; set; }

    private string KindClass => Kind switch
    {
        ButtonKind.Tonal => "di-tonal",
        ButtonKind.Outlined => "di-garis",
        ButtonKind.Text => "di-polos",
        _ => "rz-primary rz-shade-default",
    };

    private string SizeClass => Size switch
    {
        ButtonSize.Small => "rz-button-sm",
        ButtonSize.Large => "rz-button-lg",
        _ => "rz-button-md",
    };

    public void Dispose()
    {
        _gone.Cancel();
        _gone.Dispose();
    }

    private async Task PressAsync()
    {
        if (_busy)
        {
            return;
        }

        // Asked for first: the act may take the button away before it comes back.
        var gone = _gone.Token;
        _busy = true;
        try
        {
            var act = OnPress.InvokeAsync();
            await Task.WhenAny(act, Task.Delay(Patience, Time, gone));
            _showBusy = !act.IsCompleted;
            if (_showBusy && !gone.IsCancellationRequested)
            {
                StateHasChanged();
            }

            await act;
        }
        finally
        {
            _busy = false;
            _showBusy = false;
        }
    }
}
