namespace DinsosIntranet.App;

/// <summary>The lists staff choose from, each kept by the capability it belongs to.</summary>
public sealed partial class ListsPage
{
    private bool _instructions;
    private bool _purposes;
    private bool _programmes;
}
