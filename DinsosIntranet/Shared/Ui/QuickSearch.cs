namespace DinsosIntranet.Shared.Ui;

/// <summary>
/// What was typed into the search field of the app bar, on its way to the page that searches. It travels in memory:
/// names and NIK never stand in an address.
/// </summary>
public sealed class QuickSearch
{
    private string? _text;

    /// <summary>Raised when something new is asked for while the searching page may already be open.</summary>
    public event EventHandler? Asked;

    public void Ask(string text)
    {
        _text = text.Trim();
        Asked?.Invoke(this, EventArgs.Empty);
    }

    /// <summary>The text asked for, once; null when there is none.</summary>
    public string? Take()
    {
        var text = _text;
        _text = null;
        return text;
    }
}
