namespace DinsosIntranet.Shared.Ui;

/// <summary>
/// How much work waits behind the entries of the menu, per circuit. Pages and live subscriptions set a count;
/// the menu shows it. Zero is not shown.
/// </summary>
public sealed class NavCounts
{
    private readonly Dictionary<string, int> _counts = [];

    public event EventHandler? Changed;

    public int this[string href] => _counts.GetValueOrDefault(href);

    public void Set(string href, int count)
    {
        if (this[href] != count)
        {
            _counts[href] = count;
            Changed?.Invoke(this, EventArgs.Empty);
        }
    }
}
