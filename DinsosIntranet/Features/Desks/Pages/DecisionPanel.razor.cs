namespace DinsosIntranet.Features.Desks.Pages;

/// <summary>The panel of verify, decide, refer and close: what the standard says, and a button for each outcome.</summary>
public sealed partial class DecisionPanel;
